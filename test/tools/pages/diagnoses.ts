import { DIAGNOSES, type DiagnosisCode, type DiagnosisText, HINTS } from '../../../src/tls/index.js';

const FOUND_BY: Readonly<Record<DiagnosisText['foundBy'], string>> = {
  terminal: 'Found by a terminal.',
  host: 'Found by a host.',
  either: 'Found by either side.',
};

/** `docs/diagnoses.md`. */
export function diagnosesPage(): string {
  const codes = Object.keys(DIAGNOSES) as DiagnosisCode[];
  const lines = [
    '# Diagnoses',
    '',
    'Why a session ended. Every `closed` event carries a `Diagnosis`: one of these codes, the phase in which it happened, what',
    'each side did, the first bytes of the peer in hexadecimal and in words, one sentence for the user, and what can be',
    'changed at either end. `diagnoseFirstBytes` gives the same from bytes that an embedder saw without a session.',
    '',
    '`retryWith` is a TLS policy with which a new connection would probably work. It never gives up TLS.',
    '',
    '| code | what the user reads | retry with |',
    '| --- | --- | --- |',
    ...codes.map((code) => {
      const { message, retryWith } = textOf(code);
      return `| [${code}](#${code.toLowerCase()}) | ${message} | ${retryWith === undefined ? '' : `\`${retryWith}\``} |`;
    }),
    '',
  ];
  for (const code of codes) lines.push(...section(code));
  return lines.join('\n');
}

function section(code: DiagnosisCode): string[] {
  const { foundBy, message, weDid, peerDid, terminalFix, hostFix, retryWith } = textOf(code);
  const hints = Object.values(HINTS[code] ?? {});
  return [
    `## ${code}`,
    '',
    `${message} ${FOUND_BY[foundBy]}`,
    '',
    `- This side ${weDid}.`,
    `- The other side ${peerDid}.`,
    `- At the terminal: ${terminalFix}`,
    `- At the host: ${hostFix}`,
    ...(retryWith === undefined ? [] : [`- Retry with the policy \`${retryWith}\`, on a new connection.`]),
    ...(hints.length === 0 ? [] : [`- \`detail\` may say: ${hints.map((hint) => `"${hint}"`).join(', ')}.`]),
    '',
  ];
}

function textOf(code: DiagnosisCode): DiagnosisText {
  return DIAGNOSES[code];
}
