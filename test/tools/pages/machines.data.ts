import type { TransitionTable } from '../../../src/machine/index.js';
import { PARSER_TABLE } from '../../../src/nvt/index.js';
import { KEYBOARD_TABLE } from '../../../src/screen/index.js';
import {
  ENVIRONMENT_FIRST_TABLE,
  HOST_NEGOTIATION_TABLE,
  HOST_SUSPENSION_TABLE,
  HOST_TURN_TABLE,
} from '../../../src/session/index.js';
import {
  ENVIRONMENT_HOST_TABLE,
  FRAMING_TABLE,
  OPTION_TABLE,
  TERMINAL_TYPE_COLLECTOR_TABLE,
  TIMING_MARK_TABLE,
} from '../../../src/telnet/index.js';
import {
  HOST_TLS_START,
  HOST_TLS_TABLE,
  TERMINAL_TLS_START,
  TERMINAL_TLS_TABLE,
} from '../../../src/tls/index.js';
import {
  CONTENTION_TABLE,
  DISPLAY_DATA_TABLE,
  FUNCTIONS_TABLE,
  HOST_CONTENTION_TABLE,
  HOST_DATA_TABLE,
  HOST_DEVICE_TABLE,
  PRINTER_DATA_TABLE,
  TERMINAL_DEVICE_TABLE,
} from '../../../src/tn3270e/index.js';

type Table = TransitionTable<string, string, string>;

/** One machine of the page of state machines. */
export interface Machine {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly table: Table;
  /** Where it starts, and by what. */
  readonly starts: readonly (readonly [by: string, state: string])[];
}

/** Every transition table of the library, from the lowest layer up. */
export const MACHINES: readonly Machine[] = [
  {
    name: 'FRAMING_TABLE',
    title: 'Telnet framing',
    about:
      'Finds commands, subnegotiations and the ends of records in a stream, whatever its cut (RFC 854, RFC 855).',
    table: FRAMING_TABLE,
    starts: [['', 'data']],
  },
  {
    name: 'OPTION_TABLE',
    title: 'One side of one telnet option',
    about: 'RFC 1143, one table for both sides; `Opposite` is its queue bit.',
    table: OPTION_TABLE,
    starts: [['', 'no']],
  },
  {
    name: 'TIMING_MARK_TABLE',
    title: 'TIMING-MARK',
    about: 'RFC 860: an option without a state to agree on, only a question that waits.',
    table: TIMING_MARK_TABLE,
    starts: [['', 'idle']],
  },
  {
    name: 'TERMINAL_TYPE_COLLECTOR_TABLE',
    title: 'TERMINAL-TYPE, host',
    about: 'A host gathers the names that a terminal has for itself (RFC 1091).',
    table: TERMINAL_TYPE_COLLECTOR_TABLE,
    starts: [['', first(TERMINAL_TYPE_COLLECTOR_TABLE)]],
  },
  {
    name: 'ENVIRONMENT_HOST_TABLE',
    title: 'NEW-ENVIRON, host',
    about: 'A host asks for variables (RFC 1572).',
    table: ENVIRONMENT_HOST_TABLE,
    starts: [['', first(ENVIRONMENT_HOST_TABLE)]],
  },
  {
    name: 'TERMINAL_TLS_TABLE',
    title: 'START_TLS, terminal',
    about: 'From the clear channel to TLS, for every policy: each has a start of its own.',
    table: TERMINAL_TLS_TABLE,
    starts: Object.entries(TERMINAL_TLS_START).map(([policy, [state]]) => [policy, state]),
  },
  {
    name: 'HOST_TLS_TABLE',
    title: 'START_TLS, host',
    about:
      'The same for hosts. `OrClose` stands for the setting `offerUnanswered: close`, `OfferFirst` for `offerFirst: true`.',
    table: HOST_TLS_TABLE,
    starts: Object.entries(HOST_TLS_START).map(([policy, [state]]) => [policy, state]),
  },
  {
    name: 'KEYBOARD_TABLE',
    title: 'The keyboard',
    about:
      'Each reason for a lock is a machine of its own with two states; several may hold at once, and the keyboard is free when none does.',
    table: keyboardAsTable(),
    starts: [],
  },
  {
    name: 'PARSER_TABLE',
    title: 'Characters of the NVT',
    about: 'Tells text from control sequences on the line and character terminal.',
    table: PARSER_TABLE,
    starts: [['', first(PARSER_TABLE)]],
  },
  {
    name: 'TERMINAL_DEVICE_TABLE',
    title: 'TN3270E device type, terminal',
    about: 'RFC 2355 §7.1: which device a terminal gets.',
    table: TERMINAL_DEVICE_TABLE,
    starts: [['', first(TERMINAL_DEVICE_TABLE)]],
  },
  {
    name: 'HOST_DEVICE_TABLE',
    title: 'TN3270E device type, host',
    about: 'RFC 2355 §7.1, the other side.',
    table: HOST_DEVICE_TABLE,
    starts: [['', first(HOST_DEVICE_TABLE)]],
  },
  {
    name: 'FUNCTIONS_TABLE',
    title: 'TN3270E functions',
    about: 'RFC 2355 §7.2: which functions are in force. Both roles run it.',
    table: FUNCTIONS_TABLE,
    starts: [['', 'closed']],
  },
  {
    name: 'DISPLAY_DATA_TABLE',
    title: 'TN3270E data, display',
    about: 'Whose data comes: 3270, NVT or SSCP-LU, bound or not (RFC 2355 §10).',
    table: DISPLAY_DATA_TABLE,
    starts: [['', first(DISPLAY_DATA_TABLE)]],
  },
  {
    name: 'PRINTER_DATA_TABLE',
    title: 'TN3270E data, printer',
    about: 'The same for a printer: SCS, 3270, and the end of a job.',
    table: PRINTER_DATA_TABLE,
    starts: [['', first(PRINTER_DATA_TABLE)]],
  },
  {
    name: 'HOST_DATA_TABLE',
    title: 'TN3270E data, host',
    about: 'Which data a host may send.',
    table: HOST_DATA_TABLE,
    starts: [['', first(HOST_DATA_TABLE)]],
  },
  {
    name: 'CONTENTION_TABLE',
    title: 'Contention resolution, terminal',
    about: 'Who may send, where CONTENTION-RESOLUTION was agreed.',
    table: CONTENTION_TABLE,
    starts: [
      ['not agreed', 'off'],
      ['agreed', 'receiving'],
    ],
  },
  {
    name: 'HOST_CONTENTION_TABLE',
    title: 'Contention resolution, host',
    about: 'The other side.',
    table: HOST_CONTENTION_TABLE,
    starts: [
      ['not agreed', 'off'],
      ['agreed', 'contention'],
    ],
  },
  {
    name: 'HOST_NEGOTIATION_TABLE',
    title: 'Negotiation of a host',
    about: 'TN3270E first, then TN3270, else the NVT.',
    table: HOST_NEGOTIATION_TABLE,
    starts: [['', 'idle']],
  },
  {
    name: 'HOST_SUSPENSION_TABLE',
    title: 'SYSREQ at a host',
    about: 'A host without unformatted system services (option `systemRequest` of `suspend`).',
    table: HOST_SUSPENSION_TABLE,
    starts: [['', 'running']],
  },
  {
    name: 'HOST_TURN_TABLE',
    title: 'Whose turn it is',
    about:
      'What a terminal waits for, and when it tells that the host is done; see [Is the host done?](host-done.md).',
    table: HOST_TURN_TABLE,
    starts: [['', 'idle']],
  },
  {
    name: 'ENVIRONMENT_FIRST_TABLE',
    title: 'The environment before the terminal type',
    about:
      'DO TERMINAL-TYPE waits at a terminal until the host has asked for its environment (option `environmentFirst`).',
    table: ENVIRONMENT_FIRST_TABLE,
    starts: [['', 'idle']],
  },
];

function first(table: Table): string {
  return Object.keys(table)[0] as string;
}

/** Two states a reason: the reason itself, and that it does not hold. */
function keyboardAsTable(): Table {
  const rows: Record<string, Record<string, readonly [string]>> = {};
  for (const [reason, row] of Object.entries(KEYBOARD_TABLE)) {
    const next = (on: boolean, change: string): readonly [string] => [
      (change === '·' ? on : change === 'set') ? reason : `not ${reason}`,
    ];
    const inputs = Object.entries(row);
    rows[`not ${reason}`] = Object.fromEntries(inputs.map(([input, change]) => [input, next(false, change)]));
    rows[reason] = Object.fromEntries(inputs.map(([input, change]) => [input, next(true, change)]));
  }
  return rows;
}
