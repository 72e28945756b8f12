import { DIAGNOSES, type DiagnosisCode, type DiagnosisText } from '../../../src/tls/index.js';
import { EXPECTED, EXPECTED_CLIENTS, type Expected } from '../tls-matrix/expected.data.js';
import { HOST_NAMES, HOSTS, type HostName } from '../tls-matrix/policies.data.js';

const HOST_LIST = Object.keys(HOSTS) as HostName[];

const OK: Readonly<Record<string, string>> = {
  implicit: 'TLS, implicit',
  negotiated: 'TLS, negotiated',
  clear: 'clear text',
};

type Rows = Readonly<Record<string, Readonly<Record<HostName, Expected>>>>;

/** `docs/tls-matrix.md`. */
export function tlsMatrixPage(): string {
  const cells = Object.keys(EXPECTED).length * HOST_LIST.length;
  const foreign = Object.keys(EXPECTED_CLIENTS).length * HOST_LIST.length;
  return [
    '# Which TLS mode works with which',
    '',
    'A terminal and a host each have a TLS mode, set by different people. This page says what comes of every two of them.',
    `\`npm run tls-matrix\` connects all ${cells} pairs over TCP with real TLS, and ${foreign} more with clients that are not`,
    'ours where they are installed, prints what came of each, and fails where it is not what this page says. `--json` prints',
    'one line a pair.',
    '',
    'A code stands for a session that does not come about: [its page](diagnoses.md) says why, and what to change at either end.',
    '',
    '## Hosts',
    '',
    '| policy | what an administrator calls it |',
    '| --- | --- |',
    ...HOST_LIST.map((host) => `| \`${host}\` | ${HOST_NAMES[host]} |`),
    '',
    'No host can take a ClientHello once its offer is on the wire: to the TLS library of the terminal the bytes of',
    '`IAC DO STARTTLS` stand where the answer of a TLS server is due. `secure` is the mode that serves both kinds of',
    'terminal: it waits for a ClientHello first, and offers START_TLS to those that wait too.',
    '',
    '## Our terminals',
    '',
    ...table(EXPECTED),
    '',
    'In these rows `+allowClear` is the option `allowClear: true`, `+volunteer` the option `volunteerStartTls: true`, and',
    '`+offerFirst` the option `offerFirst: true`.',
    '',
    '- A terminal that negotiates gets on with `secure` and `any` only after the wait of the host for a ClientHello',
    '  (SSLTIMEOUT, HandshakeTimeout; 5 s by default). Implicit TLS or `auto` avoids the delay.',
    '- What becomes of an offer that is neither taken nor refused is a setting of the host, `offerUnanswered`: with `any` and',
    '  `vmPreferred` the session goes on in the clear unless it says `close`.',
    '- `required` asks hosts for TLS that offer none (`vmAllowed`); `negotiated` asks for nothing, since some hosts drop a',
    '  terminal that sends anything unasked. `auto` asks as `required` does, with `allowClear` only where that is set, and then',
    '  goes on in the clear with hosts that refuse.',
    '',
    '## Clients that are not ours',
    '',
    ...table(EXPECTED_CLIENTS),
    '',
    'The codes are those that our host gives. C-Kermit speaks first, whatever its setting; s3270 and openssl wait for the host.',
    '',
    '## The codes',
    '',
    '| code | what the user reads |',
    '| --- | --- |',
    ...codesOf(EXPECTED, EXPECTED_CLIENTS).map((code) => `| ${link(code)} | ${textOf(code).message} |`),
    '',
  ].join('\n');
}

function table(rows: Rows): string[] {
  return [
    `| | ${HOST_LIST.map((host) => `\`${host}\``).join(' | ')} |`,
    `| --- |${' --- |'.repeat(HOST_LIST.length)}`,
    ...Object.entries(rows).map(
      ([name, row]) =>
        `| \`${name}\` | ${HOST_LIST.map((host) => OK[row[host]] ?? link(row[host])).join(' | ')} |`,
    ),
  ];
}

function link(code: string): string {
  return `[${code}](diagnoses.md#${code.toLowerCase()})`;
}

function codesOf(...all: readonly Rows[]): DiagnosisCode[] {
  const seen = new Set(all.flatMap((rows) => Object.values(rows).flatMap((row) => Object.values(row))));
  return (Object.keys(DIAGNOSES) as DiagnosisCode[]).filter((code) => seen.has(code));
}

function textOf(code: DiagnosisCode): DiagnosisText {
  return DIAGNOSES[code];
}
