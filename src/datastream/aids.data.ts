/** Attention identifiers: the first byte of an inbound record (DS-112 to DS-134). */
export const AIDS = {
  none: 0x60,
  nonePrinter: 0xe8,
  /** Structured fields follow. */
  structuredField: 0x88,
  /** The answer to a read within Read Partition. */
  readPartition: 0x61,
  trigger: 0x7f,
  /** Test Request; also called SysReq. */
  testRequest: 0xf0,
  enter: 0x7d,
  selectorPen: 0x7e,
  operatorIdReader: 0xe6,
  magneticReader: 0xe7,
  clear: 0x6d,
  clearPartition: 0x6a,
  pa1: 0x6c,
  pa2: 0x6e,
  pa3: 0x6b,
  pf1: 0xf1,
  pf2: 0xf2,
  pf3: 0xf3,
  pf4: 0xf4,
  pf5: 0xf5,
  pf6: 0xf6,
  pf7: 0xf7,
  pf8: 0xf8,
  pf9: 0xf9,
  pf10: 0x7a,
  pf11: 0x7b,
  pf12: 0x7c,
  pf13: 0xc1,
  pf14: 0xc2,
  pf15: 0xc3,
  pf16: 0xc4,
  pf17: 0xc5,
  pf18: 0xc6,
  pf19: 0xc7,
  pf20: 0xc8,
  pf21: 0xc9,
  pf22: 0x4a,
  pf23: 0x4b,
  pf24: 0x4c,
} as const;

/** Name of an attention identifier, such as `pf3`. */
export type AidName = keyof typeof AIDS;

const AID_BY_CODE: readonly (AidName | undefined)[] = /* @__PURE__ */ indexAids();

function indexAids(): (AidName | undefined)[] {
  const names = new Array<AidName | undefined>(256).fill(undefined);
  for (const [name, code] of Object.entries(AIDS)) names[code] = name as AidName;
  return names;
}

/**
 * The name of an attention identifier.
 * @param code - 0..255
 * @returns undefined for a byte that is none.
 */
export function aidOf(code: number): AidName | undefined {
  return AID_BY_CODE[code];
}

/** Whether Read Modified answers with the attention identifier alone: CLEAR, CLEAR PARTITION, PA1 to PA3 (DS-138). */
export function isShortReadAid(code: number): boolean {
  return (
    code === AIDS.clear ||
    code === AIDS.clearPartition ||
    code === AIDS.pa1 ||
    code === AIDS.pa2 ||
    code === AIDS.pa3
  );
}
