import { DIAGNOSES } from '../../../src/tls/index.js';
import {
  HOST_PRODUCTS,
  type HostProduct,
  type Source,
  TERMINAL_PRODUCTS,
  TERMINAL_PROFILES,
  type TerminalProduct,
} from '../products/products.data.js';
import { EXPECTED } from '../tls-matrix/expected.data.js';
import { HOSTS, type HostName, TERMINALS, type TerminalName } from '../tls-matrix/policies.data.js';

const SOURCES: Readonly<Record<Source, string>> = {
  note: "vendor's note KB 7022064",
  documents: "IBM's pages",
  unverified: 'not verified',
};

const OK: Readonly<Record<string, string>> = {
  implicit: 'TLS, implicit',
  negotiated: 'TLS, negotiated',
  clear: 'clear text',
};

/** `docs/products.md`. */
export function productsPage(): string {
  return [
    '# Products',
    '',
    'What users of these products read when a terminal that is set to implicit TLS meets a host that negotiates TLS inside',
    "telnet, what happens on the wire, and what this library says of the same bytes. The texts are those of the vendor's note",
    'KB 7022064, for a host with CONNTYPE NEGTSECURE. No product was at hand: each is modelled by a profile, its TLS setting and',
    'the bytes that it is known to send, and every profile is run over TCP and real TLS (`test/tls/products.node.test.ts`)',
    'against every host policy, or for a host against every terminal policy. Where no bytes of a product are known this page',
    'says so, and the profile of another stands for it.',
    '',
    '## On the wire',
    '',
    '```text',
    'terminal  16 03 01 ..    ClientHello     -->  <--  FF FD 2E   DO STARTTLS   host',
    'terminal  has three bytes; a TLS record header has five: its TLS waits, and sees no error',
    'host      reads 16 where IAC WILL or IAC WONT is due, and closes',
    'terminal  sees the end of the connection, and knows no more than that',
    '```',
    '',
    `Our terminal looks beneath TLS and says at once: **HOST_NEGOTIATES**. ${DIAGNOSES.HOST_NEGOTIATES.message}`,
    '',
    `- At the terminal: ${DIAGNOSES.HOST_NEGOTIATES.terminalFix}`,
    `- At the host: ${DIAGNOSES.HOST_NEGOTIATES.hostFix}`,
    '- By itself: a new connection with the policy `required` (`retryWith`).',
    '',
    `Our host says: **CLIENT_IMPLICIT_TLS**. ${DIAGNOSES.CLIENT_IMPLICIT_TLS.message}`,
    '',
    '| product | what its user reads | our diagnosis |',
    '| --- | --- | --- |',
    ...TERMINAL_PRODUCTS.map(
      ({ name, shows }) =>
        `| ${name} | ${shows.map(({ text }) => text).join('<br>') || '(no text is known)'} | ${link('HOST_NEGOTIATES')} |`,
    ),
    '',
    ...TERMINAL_PRODUCTS.flatMap(terminalSection),
    ...HOST_PRODUCTS.flatMap(hostSection),
  ].join('\n');
}

function terminalSection({ name, profiles, sharesProfileOf, shows, cure }: TerminalProduct): string[] {
  const hosts = Object.keys(HOSTS) as HostName[];
  return [
    `## ${name}`,
    '',
    sharesProfileOf === undefined
      ? 'Its profile:'
      : `No bytes of its own are known: the profile of ${sharesProfileOf} stands for it.`,
    '',
    ...profiles.map((profile) => {
      const { setting, sends, policy, source } = TERMINAL_PROFILES[profile];
      return `- With ${setting}, policy \`${policy}\`: it sends ${sends} (${SOURCES[source]}).`;
    }),
    '',
    shows.length === 0 ? 'No text that it shows is known.' : 'Its user reads:',
    '',
    ...shows.map(({ text, where }) => `> ${text} (${where})\n`),
    `The cure: ${cure}`,
    '',
    `| host | ${profiles.map((profile) => `\`${TERMINAL_PROFILES[profile].policy}\``).join(' | ')} |`,
    `| --- |${' --- |'.repeat(profiles.length)}`,
    ...hosts.map(
      (host) =>
        `| \`${host}\` | ${profiles.map((profile) => cell(TERMINAL_PROFILES[profile].policy, host)).join(' | ')} |`,
    ),
    '',
  ];
}

function hostSection({ name, statement, modes, about, sharesProfileOf }: HostProduct): string[] {
  const list = Object.entries(modes);
  const terminals = Object.keys(TERMINALS) as TerminalName[];
  return [
    `## ${name}`,
    '',
    about,
    ...(sharesProfileOf === undefined ? [] : ['', `It shares the profile of the ${sharesProfileOf}.`]),
    '',
    `| our terminal | ${list.map(([mode]) => `${statement} ${mode}`).join(' | ')} |`,
    `| --- |${' --- |'.repeat(list.length)}`,
    ...terminals.map(
      (terminal) =>
        `| \`${terminal}\` | ${list.map(([, { policy }]) => cell(terminal, policy)).join(' | ')} |`,
    ),
    `| source | ${list.map(([, { source }]) => SOURCES[source]).join(' | ')} |`,
    '',
  ];
}

function cell(terminal: TerminalName, host: HostName): string {
  const expected = EXPECTED[terminal][host];
  return OK[expected] ?? link(expected);
}

function link(code: string): string {
  return `[${code}](diagnoses.md#${code.toLowerCase()})`;
}
