/** What a host without TN3270E says to a terminal whose LU it cannot serve, before it closes (RFC 1646 §8, TEL-136). */
export const LU_REFUSALS = {
  noneConfigured: { number: 1, text: "01 No LU's of the type configured" },
  unavailable: { number: 2, text: '02 Requested LU unavailable' },
  wrongType: { number: 3, text: '03 Requested LU type is inconsistent with configuration' },
  notConfigured: { number: 4, text: '04 Requested LU is not configured' },
} as const;

/** Why an LU is refused. */
export type LuRefusalReason = keyof typeof LU_REFUSALS;

/** A refusal as it was read. */
export interface LuRefusal {
  /** 0..99 */
  readonly number: number;
  /** Undefined for a number that RFC 1646 does not know. */
  readonly reason: LuRefusalReason | undefined;
  /** Whether the text is word for word that of the number, capitals aside. */
  readonly verbatim: boolean;
}

/** Reads a line of NVT text, without its end; undefined unless it begins with a number of two digits (TEL-137). */
export function parseLuRefusal(line: string): LuRefusal | undefined {
  const text = line.trim();
  if (!/^[0-9]{2}(?: |$)/.test(text)) return undefined;
  const number = Number(text.slice(0, 2));
  const names = Object.keys(LU_REFUSALS) as LuRefusalReason[];
  const reason = names.find((name) => LU_REFUSALS[name].number === number);
  const verbatim = reason !== undefined && LU_REFUSALS[reason].text.toLowerCase() === text.toLowerCase();
  return { number, reason, verbatim };
}
