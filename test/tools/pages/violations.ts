import { DATASTREAM_VIOLATIONS } from '../../../src/datastream/index.js';
import type { ViolationRule } from '../../../src/machine/index.js';
import { NVT_VIOLATIONS } from '../../../src/nvt/index.js';
import { INBOUND_VIOLATIONS, SCREEN_VIOLATIONS } from '../../../src/screen/index.js';
import { OPTION_VIOLATIONS, TELNET_VIOLATIONS } from '../../../src/telnet/index.js';
import { TLS_VIOLATIONS } from '../../../src/tls/index.js';
import { TN3270E_VIOLATIONS } from '../../../src/tn3270e/index.js';

const LAYERS: readonly (readonly [title: string, table: Readonly<Record<string, ViolationRule>>])[] = [
  ['Telnet', TELNET_VIOLATIONS],
  ['Options of telnet', OPTION_VIOLATIONS],
  ['START_TLS', TLS_VIOLATIONS],
  ['TN3270E', TN3270E_VIOLATIONS],
  ['The data stream', DATASTREAM_VIOLATIONS],
  ['The screen', SCREEN_VIOLATIONS],
  ['What a terminal returns', INBOUND_VIOLATIONS],
  ['NVT', NVT_VIOLATIONS],
];

/** `docs/violations.md`. */
export function violationsPage(): string {
  const lines = [
    '# Violations',
    '',
    'What a peer does wrong becomes an event `violation` with a code, the number of the rule, the offset in the stream, and at most',
    '64 of the offending bytes. A code is told once a channel; repeats are counted (`session.violations`). The session goes on where',
    'the standard or x3270 would, else it closes with a [diagnosis](diagnoses.md).',
    '',
    '## What the numbers mean',
    '',
    'Rules have numbers of this project; sources, tests and doc comments use the same ones. A test that holds a rule has its number in',
    'the title.',
    '',
    '| prefix | rules of |',
    '| --- | --- |',
    '| TEL | telnet: RFC 854, 855, 856, 857, 858, 860, 885, 1073, 1091, 1143, 1572, 1576, 1646, 6270 |',
    '| TLS | START_TLS: draft-altman-telnet-starttls-02 (STLS-02 in comments), RFC 8446, RFC 6125 |',
    '| HTM | TLS modes of hosts: z/OS `CONNTYPE`, z/VM `SECURECONNECTION`, and how each meets each policy of a terminal |',
    '| TNE | TN3270E: RFC 2355, draft-ietf-tn3270e-extensions-04 |',
    '| DS | the 3270 data stream: GA23-0059, and where that is silent, x3270 |',
    '| SF | structured fields and query replies: GA23-0059, and where that is silent, x3270 |',
    '| SEC | hostile and malformed input, and the limits that bound what it can cost |',
    '',
  ];
  for (const [title, table] of LAYERS) {
    lines.push(`## ${title}`, '', '| code | rule | what is wrong |', '| --- | --- | --- |');
    for (const [code, { rule, means }] of Object.entries(table)) {
      lines.push(`| \`${code}\` | ${rule} | ${means} |`);
    }
    lines.push('');
  }
  return lines.join('\n');
}
