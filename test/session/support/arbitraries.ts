import fc from 'fast-check';
import { fromHex } from '../../../src/bytes/index.js';
import {
  type HostOptions,
  type TerminalOptions,
  TIMERS,
  type TimerName,
} from '../../../src/session/index.js';
import { ascii, sub, WIRE } from './driver.js';

/** Half of all bytes steer the parser (STYLE.md); a few more steer TLS. */
const steering: fc.Arbitrary<string> = fc
  .oneof(fc.nat(255), fc.constantFrom(0xff, 0xff, 0xfd, 0xfa, 0xf0, 0xef, 0x2e, 0x28, 0x16, 0x03, 0x00))
  .map(hex);

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

const OPTIONS = [0x00, 0x01, 0x03, 0x06, 0x18, 0x19, 0x1f, 0x25, 0x26, 0x27, 0x28, 0x2e, 0x55] as const;

const command: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('fb', 'fc', 'fd', 'fe'), fc.constantFrom(...OPTIONS))
  .map(([verb, option]) => `ff${verb}${hex(option)}`);

const startTls: fc.Arbitrary<string> = fc.constantFrom(
  WIRE.do,
  WIRE.do,
  WIRE.will,
  WIRE.will,
  WIRE.follows,
  WIRE.follows,
  WIRE.dont,
  WIRE.wont,
  sub('2e', ''),
  sub('2e', '02'),
);

/** Whole conversations, so that the states far from the start are met. */
const TERMINAL_HEARS: readonly string[] = [
  'fffd28',
  sub('28', '0802'),
  sub('28', `0204${ascii('IBM-3278-2-E')}01${ascii('LU1')}`),
  sub('28', '0304'),
  sub('28', '03040204'),
  sub('28', '0304000204'),
  sub('28', '020605'),
  sub('28', '02060501'),
  `fffd28${sub('28', '0802')}${sub('28', `0204${ascii('IBM-3278-2-E')}01${ascii('LU1')}`)}${sub('28', '03040204')}`,
  `fffd18${sub('18', '01')}fffd19fffb19fffd00fffb00`,
  sub('18', '01'),
  sub('27', '01'),
  sub('27', `0100${ascii('USER')}`),
  'fffd1f',
  '0000000000f5c31140401d60c1c2c3ffef',
  '0000020001f5c3c1ffef',
  '0300000000310103ffef',
  '0500000000480d0affef',
  '0700000000c1c2ffef',
  '0400000000' + '01ffef',
  'f5c3c1ffef',
  'f3000501ff02ffef',
  'ffef',
  ascii('login: '),
];
const HOST_HEARS: readonly string[] = [
  'fffb28',
  'fffc28',
  sub('28', `0207${ascii('IBM-3278-2-E')}`),
  sub('28', `0207${ascii('IBM-3279-9')}01${ascii('LU1')}`),
  sub('28', '03070204'),
  sub('28', '0304'),
  sub('28', '030402'),
  `fffb28${sub('28', `0207${ascii('IBM-3278-2-E')}`)}${sub('28', '03070204')}`,
  `fffb18${sub('18', `00${ascii('IBM-3278-2')}`)}fffb19fffd19fffb00fffd00`,
  sub('18', `00${ascii('IBM-3278-2')}`),
  sub('18', `00${ascii('UNKNOWN')}`),
  sub('27', `0000${ascii('USER')}01${ascii('ME')}`),
  sub('1f', '00500018'),
  '00000000007d4040114040c1ffef',
  '0200000000' + '00ffef',
  '7d4040ffef',
  '60ffef',
  'ffef',
  'fff3',
  'fff4',
  'fff5',
  ascii('hello\r\n'),
];

/** Something that a peer may send, in hex. */
function speech(role: 'terminal' | 'host'): fc.Arbitrary<string> {
  const heard = role === 'terminal' ? TERMINAL_HEARS : HOST_HEARS;
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...heard) },
    { weight: 3, arbitrary: startTls },
    { weight: 3, arbitrary: command },
    { weight: 2, arbitrary: fc.array(steering, { maxLength: 12 }).map((list) => list.join('')) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...OPTIONS), fc.array(fc.nat(9), { maxLength: 6 }))
        .map(([option, body]) => sub(hex(option), body.map(hex).join(''))),
    },
  );
}

/** Bytes without any thought. */
export const noise: fc.Arbitrary<Uint8Array> = fc
  .array(steering, { maxLength: 200, size: 'max' })
  .map((list) => fromHex(list.join('')));

/** Speech in hex, a timer by name (whether it runs or not; `next`: the first that does), or an outcome of TLS where one is due. */
export type Happening = string | { readonly timer: TimerName | 'next' } | { readonly tls: 'up' | 'down' };

const timerName: fc.Arbitrary<TimerName | 'next'> = fc.constantFrom(
  'next',
  'next',
  'next',
  ...(Object.keys(TIMERS) as TimerName[]),
);

/** What happens to a session, in order. */
export function life(role: 'terminal' | 'host'): fc.Arbitrary<Happening[]> {
  return fc.array(
    fc.oneof<fc.MaybeWeightedArbitrary<Happening>[]>(
      { weight: 10, arbitrary: speech(role) },
      { weight: 1, arbitrary: fc.record({ timer: timerName }) },
      { weight: 2, arbitrary: fc.constant({ tls: 'up' as const }) },
      { weight: 1, arbitrary: fc.constant({ tls: 'down' as const }) },
    ),
    { maxLength: 14, size: 'max' },
  );
}

/** Limits so low that they are met. */
const limits = fc.record(
  {
    subnegotiation: fc.constantFrom(8, 24),
    record: fc.constantFrom(8, 24),
    optionFlips: fc.constantFrom(1, 2),
    terminalTypeRequests: fc.constantFrom(1, 2),
    heldCommands: fc.constantFrom(1, 2),
    // No fewer rounds than LU names.
    negotiationRounds: fc.constantFrom(2, 3),
  },
  { requiredKeys: [] },
);

export const terminalOptions: fc.Arbitrary<TerminalOptions> = fc.record(
  {
    tls: fc.constantFrom('plain', 'implicit', 'negotiated', 'required', 'auto'),
    allowClear: fc.boolean(),
    volunteerStartTls: fc.boolean(),
    luNames: fc.constantFrom([], ['LU1'], ['LU1', 'LU2']),
    tn3270e: fc.constantFrom<TerminalOptions['tn3270e']>(
      false,
      {},
      { functions: [] },
      { strictSubset: true },
    ),
    environment: fc.constantFrom<TerminalOptions['environment']>(false, {}, { variables: { USER: 'ME' } }),
    limits: fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: limits }),
    keepAlive: fc.constantFrom('noOperation', 'timingMark'),
    timingMark: fc.constantFrom('will', 'wont'),
    volunteerEndOfRecord: fc.boolean(),
  },
  { requiredKeys: ['tls'] },
) as fc.Arbitrary<TerminalOptions>;

export const hostOptions: fc.Arbitrary<HostOptions> = fc.record(
  {
    tls: fc.constantFrom(
      'basic',
      'secure',
      'negtSecure',
      'any',
      'vmNever',
      'vmAllowed',
      'vmPreferred',
      'vmRequired',
      'implicit',
    ),
    offerFirst: fc.boolean(),
    functions: fc.constantFrom<HostOptions['functions']>(false, [], [2], [0, 2, 4], [0, 2, 4, 5]),
    windowSize: fc.boolean(),
    environment: fc.constant({ wanted: [{ kind: 'variable' as const, name: 'USER' }] }),
    keepAlive: fc.constantFrom('noOperation', 'timingMark'),
    limits: fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: limits }),
    offerUnanswered: fc.constantFrom('clear', 'close'),
    closeOnOtherOptions: fc.boolean(),
    clientCertificate: fc.constantFrom('none', 'optional', 'required'),
    // Some devices are given, some are not, some are left open.
    assignDevice: fc.constantFrom<HostOptions['assignDevice']>(
      () => undefined,
      () => ({ reject: 3 }),
      (wanted) => (wanted.resourceName === 'LU2' ? { accept: 'LU2' } : { reject: 1 }),
    ),
  },
  { requiredKeys: ['tls'] },
) as fc.Arbitrary<HostOptions>;
