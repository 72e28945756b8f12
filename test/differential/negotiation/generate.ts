import fc from 'fast-check';
import { asciiBytes, toHex } from '../../../src/bytes/index.js';

/** What a host says in one go, with a name for the counts. */
export interface Message {
  readonly name: string;
  /** Hexadecimal, as it goes over the wire. */
  readonly hex: string;
}

function message(name: string, hex: string): Message {
  return { name, hex };
}
function ascii(text: string): string {
  return toHex(asciiBytes(text));
}
function byte(value: number): string {
  return value.toString(16).padStart(2, '0');
}

const VERBS = ['fb', 'fc', 'fd', 'fe'] as const;
const VERB_NAMES = ['WILL', 'WONT', 'DO', 'DONT'] as const;
/** Known options, but for START_TLS, TN3270E and TIMING-MARK, and some that nobody knows. */
const OPTIONS = [0, 1, 3, 5, 18, 24, 25, 31, 32, 33, 34, 36, 38, 39, 45, 77, 255];

const option: fc.Arbitrary<Message> = fc
  .tuple(fc.nat(3), fc.constantFrom(...OPTIONS))
  .map(([verb, code]) => message(`${VERB_NAMES[verb]}`, `ff${VERBS[verb]}${byte(code)}`));
const command: fc.Arbitrary<Message> = fc
  .constantFrom('f1', 'f9', 'f2', 'f6', 'f7', 'f8', 'f0')
  .map((code) => message('command', `ff${code}`));
const typeRequest: Message = message('SEND TERMINAL-TYPE', 'fffa1801fff0');
const strayType: Message = message('TERMINAL-TYPE IS', `fffa1800${ascii('IBM-3278-2')}fff0`);
const typing: fc.Arbitrary<Message> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(typeRequest) },
  { weight: 1, arbitrary: fc.constant(strayType) },
);
const naws: Message = message('DO NAWS', 'fffd1f');

/** Names asked for, in groups: all, one kind, or some. */
const environment: fc.Arbitrary<Message> = fc
  .array(
    fc.constantFrom(
      '00',
      '03',
      `00${ascii('USER')}`,
      `03${ascii('IBMELF')}`,
      `03${ascii('KBDTYPE')}`,
      `03${ascii('XYZ')}`,
    ),
    { maxLength: 3, size: 'max' },
  )
  .map((list) => message('SEND NEW-ENVIRON', `fffa2701${list.join('')}fff0`));

const deviceRequest: Message = message('SEND DEVICE-TYPE', 'fffa280802fff0');
const deviceIs: fc.Arbitrary<Message> = fc
  .tuple(
    fc.constantFrom('IBM-3278-2-E', 'IBM-3278-2', 'IBM-3278-5-E'),
    fc.constantFrom('', 'LU1', 'TERM0001'),
  )
  .map(([type, name]) =>
    message('DEVICE-TYPE IS', `fffa280204${ascii(type)}${name === '' ? '' : `01${ascii(name)}`}fff0`),
  );
const deviceReject: fc.Arbitrary<Message> = fc
  .integer({ min: 0, max: 8 })
  .map((reason) => message('DEVICE-TYPE REJECT', `fffa28020605${byte(reason)}fff0`));
/** What s3270 4.1 asks for of its own accord. */
const ASKED: readonly string[] = ['00', '02', '04'];
/**
 * How functions are agreed: by IS, or by a request that asks for nothing else and is so agreed to, or by one that asks for too
 * much and then an IS with the rest.
 */
const functions: fc.Arbitrary<{ agreed: readonly string[]; messages: Message[] }> = fc
  .tuple(fc.subarray(['00', '01', '02', '03', '04']), fc.boolean())
  .map(([list, requests]) => {
    const agreed = list.filter((code) => ASKED.includes(code));
    const is = message('FUNCTIONS IS', `fffa280304${agreed.join('')}fff0`);
    const request = message('FUNCTIONS REQUEST', `fffa280307${list.join('')}fff0`);
    if (!requests) return { agreed, messages: [is] };
    return { agreed, messages: agreed.length === list.length ? [request] : [request, is] };
  });

/**
 * A BIND whose sizes are not refused: then ours takes 24 × 80 (TNE-085, TNE-091), and s3270 leaves what was.
 * Bytes from its first on: sizes at 20 to 24, the name of the application behind 27. */
const bind: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(
      ...['00', '02', '03', '7e', '7f'].flatMap((code) => [
        ['18502050', code] as const,
        ['18501850', code] as const,
      ]),
      ...['00', '02', '03', '7e'].map((code) => ['18500000', code] as const),
      ...['00', '02', '03'].map((code) => ['2050ffff', code] as const),
    ),
    fc.constantFrom('', 'c1d7d7d3', 'c9c2d4c1d7d7d3f1'),
  )
  .map(
    ([[sizes, code], name]) =>
      `31010303b1903080008787f8870002000000${'0000'}${sizes}${code}0000${byte(name.length / 2)}${name}`,
  );
function record(type: number, request: string, response: number, data: string): string {
  const bytes = `${byte(type)}${request}${byte(response)}0007${data}`;
  return `${bytes.replaceAll(/../g, (pair) => (pair === 'ff' ? 'ffff' : pair))}ffef`;
}
const response: fc.Arbitrary<number> = fc.constantFrom(0, 1, 2);
const WRITES = [
  'f5c3c8c5d3d3d6',
  'f1c3c1',
  '7ec31140401d60c1',
  'f5c311ffff',
  '6f',
  'f6',
  'f2',
  'f3000501ff02',
  '99',
];
/**
 * Without NVT-DATA, of which 4.1 shows every second byte, and with SSCP-LU-DATA only where 4.1 takes it: with BIND-IMAGE.
 */
const extendedRecord = (binds: boolean): fc.Arbitrary<Message> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.constantFrom('00', '00', '02'), response, fc.constantFrom(...WRITES))
        .map(([flag, wish, data]) => message('3270-DATA', record(0, flag, wish, data))),
    },
    { weight: 3, arbitrary: bind.map((data) => message('BIND-IMAGE', record(3, '00', 0, data))) },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom('', '01', '02', '0e', '77')
        .map((reason) => message('UNBIND', record(4, '00', 0, reason))),
    },
    {
      weight: binds ? 2 : 0,
      arbitrary: fc
        .constantFrom('c1c2c3', 'd3d6c7d6d515', '1d60c1', '114040c1c2', '')
        .map((data) => message('SSCP-LU-DATA', record(7, '00', 0, data))),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(1, 2, 6, 8, 9, 10, 0x55)
        .map((type) => message('other record', record(type, '00', 2, 'c1'))),
    },
  );
const classicRecord: fc.Arbitrary<Message> = fc
  .constantFrom(...WRITES)
  .map((data) =>
    message('record', `${data.replaceAll(/../g, (pair) => (pair === 'ff' ? 'ffff' : pair))}ffef`),
  );
const text: fc.Arbitrary<Message> = fc
  .constantFrom('login: ', 'hello\r\n', 'x')
  .map((words) => message('text', ascii(words)));

const anything: fc.Arbitrary<Message> = fc.oneof(
  { weight: 6, arbitrary: option },
  { weight: 1, arbitrary: command },
  { weight: 2, arbitrary: typing },
  { weight: 1, arbitrary: fc.constant(naws) },
  { weight: 1, arbitrary: environment },
);

/** To TN3270E, with rejected devices and functions that are bargained for; then records of all types. */
const extended: fc.Arbitrary<Message[]> = fc
  .tuple(fc.array(deviceReject, { maxLength: 1 }), deviceIs, functions)
  .chain(([rejects, is, { agreed, messages }]) =>
    fc
      .array(
        fc.oneof(
          { weight: 6, arbitrary: extendedRecord(agreed.includes('00')) },
          { weight: 1, arbitrary: option },
          { weight: 1, arbitrary: fc.constant(naws) },
        ),
        { maxLength: 8, size: 'max' },
      )
      .map((records) => [
        message('DO TN3270E', 'fffd28'),
        deviceRequest,
        ...rejects,
        ...(rejects.length > 0 ? [] : [is, ...messages, ...records]),
      ]),
  );
/** To TN3270 with its options in the usual order, and things between them. */
const classic: fc.Arbitrary<Message[]> = fc
  .tuple(
    fc.array(anything, { maxLength: 2 }),
    fc.array(anything, { maxLength: 1 }),
    // Nothing that ends TN3270: 8-bit text of an NVT is ISO 8859-1 for ours, and UTF-8 for s3270.
    fc.array(
      fc.oneof(
        classicRecord,
        anything.filter(({ hex }) => !/^ff(?:fc|fe)(?:00|18|19)/.test(hex)),
      ),
      {
        maxLength: 8,
        size: 'max',
      },
    ),
  )
  .map(([first, then, records]) => [
    ...first,
    message('DO TERMINAL-TYPE', 'fffd18'),
    typeRequest,
    ...then,
    message('options of TN3270', 'fffd19fffb19fffd00fffb00'),
    ...records,
  ]);
const network: fc.Arbitrary<Message[]> = fc
  .tuple(fc.array(anything, { maxLength: 4 }), text, fc.array(fc.oneof(text, anything), { maxLength: 6 }))
  .map(([first, words, then]) => [...first, words, ...then]);

/** What a host may say to a terminal from the start on. */
export const negotiations: fc.Arbitrary<Message[]> = fc.noBias(
  fc.oneof(
    { weight: 4, arbitrary: extended },
    { weight: 3, arbitrary: classic },
    { weight: 2, arbitrary: network },
  ),
);
