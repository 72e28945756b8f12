import type { Diagnosis } from '../src/index.js';
import { wrapped } from './text.js';

/** A diagnosis for people. */
export function diagnosisInWords(diagnosis: Diagnosis): string[] {
  const { code, message, weDid, peerDid, firstBytes, firstBytesMean, detail, terminalFix, hostFix } =
    diagnosis;
  const parts: readonly (readonly [string, string])[] = [
    ['this side', weDid],
    ['the other side', peerDid],
    ['its first bytes', `${firstBytes.toUpperCase() || 'none'} (${firstBytesMean})`],
    ...(detail === undefined ? [] : [['detail', detail] as const]),
    ['on the terminal', terminalFix],
    ['on the host', hostFix],
  ];
  const lines = parts.flatMap(([name, text]) => wrapped(`  ${name.padEnd(17)} `, text, 100, ' '.repeat(20)));
  return [...wrapped('', `${code}: ${message}`, 100, '  '), ...lines];
}
