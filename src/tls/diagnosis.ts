import { toHex } from '../bytes/index.js';
import { DIAGNOSES, type DiagnosisCode, type DiagnosisText } from './diagnosis.data.js';
import type { TlsPhase } from './policies.data.js';
import { FIRST_BYTES_KEPT, firstBytesInWords } from './sniff.js';

/** Why a session ended: what each side did, the bytes, and what to change on either side. */
export interface Diagnosis extends DiagnosisText {
  readonly code: DiagnosisCode;
  readonly phase: TlsPhase;
  /** The first bytes that the peer sent, up to those that made the reason clear, at most 16, in hex: the same for every cut. */
  readonly firstBytes: string;
  readonly firstBytesMean: string;
  /** What is special in this case: a refused name, an alert, a request that stands open; safe to print. */
  readonly detail?: string;
}

/** Puts a diagnosis together from the table and what was seen. */
export function diagnosis(
  code: DiagnosisCode,
  seen: { readonly phase: TlsPhase; readonly firstBytes: Uint8Array; readonly detail?: string | undefined },
): Diagnosis {
  const bytes = seen.firstBytes.subarray(0, FIRST_BYTES_KEPT);
  return {
    code,
    ...(DIAGNOSES[code] as DiagnosisText),
    phase: seen.phase,
    firstBytes: toHex(bytes),
    firstBytesMean: firstBytesInWords(bytes),
    ...(seen.detail === undefined ? {} : { detail: seen.detail }),
  };
}
