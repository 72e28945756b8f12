import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.js';
import { encodeAddress } from '../../src/datastream/index.js';
import {
  type HostOptions,
  HostSession,
  type InboundEvent,
  type InboundIgnoredEvent,
  type TerminalSession,
} from '../../src/session/index.js';
import { hex } from '../datastream/helpers.js';
import { ascii, Driver, host, sub } from './support/driver.js';
import { Pair } from './support/pair.js';

/** An address of two bytes, in hex, on a screen of model 2. */
function at(position: number): string {
  return encodeAddress(position, 1920).toString(16).padStart(4, '0');
}
const sba = (position: number): string => `11${at(position)}`;
const times = (bytes: string, count: number): string => bytes.repeat(count);

/**
 * The screen of the cases: protected at 0 with text at 1 to 79, unprotected at 80 (81 to 99), protected and hidden at 100 with
 * `SECRET` at 101 to 106, unprotected and numeric at 120 (121 to 129), protected at 130. It restores the keyboard.
 */
const SCREEN = [
  `f5c3${sba(0)}1d60${times('d7', 79)}`,
  '1d40',
  `${sba(100)}1d6ce2c5c3d9c5e3`,
  `${sba(120)}1d50`,
  `${sba(130)}1d60`,
].join('');

const TN3270E = ['fffb28', sub('28', `0207${ascii('IBM-3278-2-E')}`), sub('28', '03070204')];
const CLASSIC = ['fffc28', 'fffb18', sub('18', `00${ascii('IBM-3278-2-E')}`), 'fffb19fffd19fffb00fffd00'];
/** How records are carried: what the terminal says first, and what stands before each record. */
type Way = readonly [name: string, steps: readonly string[], header: string];
const WITHOUT_HEADER: Way = ['TN3270', CLASSIC, ''];
const CARRIED: readonly Way[] = [WITHOUT_HEADER, ['TN3270E', TN3270E, '0000000000']];

function doubled(bytes: string): string {
  return toHex(hex(bytes)).replace(/../g, (byte) => (byte === 'ff' ? 'ffff' : byte));
}

/** A host that has agreed on records, and what it takes a record with. */
class Wired {
  readonly driver: Driver<HostSession>;
  readonly #header: string;
  constructor(way: Way, options: Partial<HostOptions> = {}) {
    const [, steps, header] = way;
    this.driver = host({ tls: 'basic', ...options });
    for (const step of steps) this.driver.feed(step);
    this.driver.take();
    this.#header = header;
  }
  write(record: string): this {
    this.driver.call((session) => session.write(hex(record)));
    return this;
  }
  wire(record: string): string {
    return `${this.#header}${doubled(record)}ffef`;
  }
  /** What the host says of a record. */
  take(record: string): InboundEvent | InboundIgnoredEvent | undefined {
    const before = this.driver.events.length;
    this.driver.feed(this.wire(record));
    const told = this.driver.events.slice(before);
    return told.find((event) => event.type === 'inbound' || event.type === 'inboundIgnored');
  }
  /** Codes of what does not fit. */
  codes(record: string): readonly string[] | undefined {
    return this.take(record)?.findings.map(({ code }) => code);
  }
  violations(): string[] {
    return this.driver.only('violation').map((line) => line.slice('violation '.length));
  }
}

function wired(options: Partial<HostOptions> = {}): Wired {
  return new Wired(['TN3270E', TN3270E, '0000000000'], options);
}

function shown(options: Partial<HostOptions> = {}): Wired {
  return wired(options).write(SCREEN);
}

describe.each(CARRIED)('input held against the screen that was sent, in %s', (...way) => {
  const screen = (): Wired => new Wired(way).write(SCREEN);

  it('[SEC-102] other characters in a protected field', () => {
    const session = screen();
    const event = session.take('7d40401140c1c1');
    expect(event).toMatchObject({
      type: 'inbound',
      record: { type: 'readModified', aid: 0x7d, fields: [{ address: 1, bytes: hex('c1') }] },
      findings: [
        {
          code: 'protected-field-modified',
          offset: 3,
          length: 4,
          position: 1,
          row: 1,
          column: 2,
          field: { position: 0, length: 79, protected: true, display: 'normal' },
          sent: hex('d7'),
          came: hex('c1'),
        },
      ],
    });
    const told = session.driver.events.find(({ type }) => type === 'violation');
    expect(told).toMatchObject({
      code: 'protected-field-modified',
      rule: 'SEC-102',
      offset: session.driver.received - 2 /* EOR */ - 4 /* SBA and a character */,
      bytes: hex('1140c1c1'),
    });
  });

  it('[SEC-103] other characters in a hidden field', () => {
    const event = screen().take(`7d4040${sba(101)}d5d6d5c5`);
    expect(event?.findings).toMatchObject([
      {
        code: 'protected-field-modified',
        row: 2,
        column: 22,
        field: { position: 100, length: 19, display: 'hidden' },
        sent: hex('e2c5c3d9'),
        came: hex('d5d6d5c5'),
      },
    ]);
  });

  it('[SEC-104] more than the field holds, and nothing of it in the next one', () => {
    const session = screen();
    const event = session.take(`7d4040${sba(81)}${times('c1', 20)}${sba(121)}f1`);
    expect(event?.findings).toMatchObject([
      { code: 'field-overrun', field: { position: 80, length: 19 }, came: hex('(c1)*20') },
    ]);
    expect(event?.record).toMatchObject({
      fields: [
        { address: 81, bytes: hex('(c1)*20') },
        { address: 121, bytes: hex('f1') },
      ],
    });
    expect(screen().codes(`7d4040${sba(81)}${times('c1', 19)}`)).toEqual([]);
  });

  it('[SEC-105] letters in a numeric field are noted', () => {
    const event = screen().take(`7d4040${sba(121)}f1c1f2`);
    expect(event).toMatchObject({
      type: 'inbound',
      record: { fields: [{ bytes: hex('f1c1f2') }] },
      findings: [{ code: 'numeric-field-invalid', field: { position: 120, numeric: true } }],
    });
    // Digits, sign, point, comma, blank, DUP, field mark.
    expect(screen().codes(`7d4040${sba(121)}60f1f26bf34b401c1e`)).toEqual([]);
  });

  it('[SEC-106] a field that came as it was sent, and one that was never sent', () => {
    expect(screen().codes(`7d4040${sba(81)}`)).toEqual(['field-unmodified']);
    const event = screen().take(`7d4040${sba(90)}c1`);
    expect(event).toMatchObject({ type: 'inbound', findings: [{ code: 'field-not-defined', position: 90 }] });
    expect(screen().codes('7d4040c1c2')).toEqual(['field-not-defined']);
  });

  it('[SEC-107] a cursor or an address beyond the screen in use', () => {
    for (const record of ['7d5f50', '7dffff', '7d404011ffffc1', '7d40', '7d', '7d404011']) {
      const session = screen();
      expect(session.take(record), record).toBeUndefined();
      expect(session.violations(), record).toEqual(['inbound-malformed']);
      expect(session.codes(`7d4040${sba(81)}c1`), 'it goes on').toEqual([]);
    }
  });

  it('[SEC-108] fields as only a Read Buffer has them, where none was asked for', () => {
    const session = screen();
    expect(session.take('7d40401d60c1')).toBeUndefined();
    expect(session.violations()).toEqual(['inbound-malformed']);
    expect(session.write('f2').take(`7d4040${sba(81)}c1`), 'a key that crossed the read').toMatchObject({
      record: { type: 'readModified' },
      answers: undefined,
    });
  });
});

describe('what may come back', () => {
  it('[SEC-102] a protected field as it was sent, where it was sent as modified (DS-149)', () => {
    const session = wired().write(`f5c3${sba(0)}1d61c1c2${sba(10)}1d60`);
    expect(session.codes(`7d4040${sba(1)}c1c2`)).toEqual([]);
    expect(session.codes(`7d4040${sba(1)}c1c3`)).toEqual(['protected-field-modified']);
  });

  it('[SEC-102] [DS-217] the designator of a protected field changes by the selector pen, and nothing else there', () => {
    const designators = wired().write(`f5c3${sba(0)}1d646fc1${sba(10)}1d60`);
    expect(designators.codes(`7d4040${sba(1)}6ec1`)).toEqual([]);
    expect(designators.codes(`7d4040${sba(1)}6fc1`)).toEqual([]);
    expect(designators.codes(`7d4040${sba(1)}6ec2`)).toEqual(['protected-field-modified']);
    expect(designators.codes(`7d4040${sba(1)}c1c1`)).toEqual(['protected-field-modified']);
    const plain = wired().write(`f5c3${sba(0)}1d606fc1${sba(10)}1d60`);
    expect(plain.codes(`7d4040${sba(1)}6ec1`)).toEqual(['protected-field-modified']);
  });

  it('[SEC-106] [DS-141] the pen sends addresses alone', () => {
    const session = wired().write(`f5c3${sba(0)}1d4440c1${sba(10)}1d6440c2${sba(20)}1d60c3`);
    expect(session.codes(`7e4040${sba(1)}${sba(11)}`)).toEqual([]);
    expect(session.codes(`7e4040${sba(21)}`)).toEqual(['field-unmodified']);
    expect(session.codes(`7e4040${sba(12)}`)).toEqual(['field-not-defined']);
  });

  it('[SEC-106] a field that came once is marked, until the host takes the mark away', () => {
    const session = shown();
    const same = `7d4040${sba(81)}c1`;
    expect(session.codes(same)).toEqual([]);
    expect(session.write('f1c2').codes(same), 'still marked').toEqual([]);
    expect(session.write('f1c3').codes(same), 'the mark was taken away').toEqual(['field-unmodified']);
  });

  it('[SEC-106] [DS-147] a field that goes on at the top, and nulls in between', () => {
    const session = wired().write(`f5c3${sba(1918)}1d41c1c20000c3${sba(10)}1d60`);
    expect(session.codes(`7d4040${sba(1919)}c1c2c3`)).toEqual([]);
    expect(session.codes(`7d4040${sba(1919)}${times('c1', 11)}`)).toEqual([]);
    expect(session.codes(`7d4040${sba(1919)}${times('c1', 12)}`)).toEqual(['field-overrun']);
  });

  it('[SEC-106] an unformatted screen gives text without an address; after CLEAR every screen is one', () => {
    expect(wired().write('f5c3c1c2').codes('7d4040c1c2c3')).toEqual([]);
    const session = shown();
    expect(session.codes('6d')).toEqual([]);
    expect(session.codes('7d4040c1')).toEqual([]);
    expect(session.codes(`7d4040${sba(81)}c1`)).toEqual(['field-not-defined']);
  });

  it('[SEC-106] [DS-021] Erase All Unprotected and writes that change fields are followed', () => {
    const session = shown();
    expect(session.codes(`7d4040${sba(81)}c1`)).toEqual([]);
    session.write('6f');
    expect(session.codes(`7d4040${sba(81)}`)).toEqual(['field-unmodified']);
    session.write(`f1c3${sba(80)}2c01c060`); // the field is protected from here on
    expect(session.codes(`7d4040${sba(81)}c1`)).toEqual(['protected-field-modified']);
  });

  it('[SEC-112] 60,000 addresses of one field: the limit holds; a few of them: noted, and all handed on', () => {
    const many = shown();
    expect(many.take(`7d4040${times(`${sba(81)}c1`, 60_000)}`)).toBeUndefined();
    expect(many.violations()).toEqual(['inbound-malformed']);
    const few = shown();
    const event = few.take(`7d4040${sba(81)}c1${sba(81)}c2`);
    expect(event).toMatchObject({
      record: { fields: [{ bytes: hex('c1') }, { bytes: hex('c2') }] },
      findings: [{ code: 'field-repeated', offset: 7, came: hex('c2') }],
    });
    const most = shown().take(`7d4040${times(sba(1), 1000)}`);
    expect(most?.findings.length).toBe(64);
  });

  it('[SEC-112] 256 KiB without an address', () => {
    const session = wired().write('f5c3');
    expect(session.take(`7d4040${times('c1', 262_000)}`)).toBeUndefined();
    expect(session.violations()).toEqual(['inbound-malformed']);
    expect(session.take(`7d4040${times('c1', 262_144)}`)).toBeUndefined();
    expect(session.violations()).toEqual(['inbound-malformed', 'record-too-long']);
    expect(session.codes('7d4040c1')).toEqual([]);
  });
});

describe('[DS-142] Test Request', () => {
  it('[SEC-102] has fields like any key', () => {
    const session = new Wired(WITHOUT_HEADER).write(SCREEN);
    expect(session.take(`016c6102${sba(81)}c1${sba(1)}c1`)).toMatchObject({
      record: { type: 'testRequest' },
      unsolicited: false,
      findings: [{ code: 'protected-field-modified', offset: 8, length: 4 }],
    });
  });
});

describe('answers to reads', () => {
  const buffer = (protectedText: string): string =>
    [
      '604040',
      `1d60${protectedText}`,
      `1d40${times('00', 19)}`,
      `1d6ce2c5c3d9c5e3${times('00', 13)}`,
      `1d50${times('00', 9)}`,
      `1d60${times('00', 1789)}`,
    ].join('');

  it('[SEC-102] Read Buffer: a protected field that differs', () => {
    expect(
      shown()
        .write('f2')
        .take(buffer(times('d7', 79))),
    ).toMatchObject({
      answers: 'readBuffer',
      unsolicited: false,
      findings: [],
    });
    const event = shown()
      .write('f2')
      .take(buffer(`${times('d7', 40)}c1${times('d7', 38)}`));
    expect(event?.findings).toMatchObject([
      { code: 'protected-field-modified', position: 41, row: 1, column: 42 },
    ]);
  });

  it('[SEC-102] Read Buffer: an attribute that differs', () => {
    const other = buffer(times('d7', 79)).replace('1d6ce2', '1d4ce2');
    expect(
      shown()
        .write('f2')
        .take(other)
        ?.findings.map(({ code }) => code),
    ).toEqual(['field-not-defined']);
  });

  it('[SEC-106] Read Buffer: what the operator typed is no fault, and an unformatted one is known for one', () => {
    const typed = buffer(times('d7', 79)).replace(`1d40${times('00', 19)}`, `1dc1c1c2${times('00', 17)}`);
    expect(shown().write('f2').take(typed)?.findings).toEqual([]);
    expect(
      wired()
        .write('f5c3c1')
        .write('f2')
        .take(`604040c1${times('00', 1919)}`),
    ).toMatchObject({
      record: { type: 'readBuffer' },
      answers: 'readBuffer',
    });
  });

  it('[SEC-111] answers are matched to reads in their order, keys to none', () => {
    const session = shown().write('f2').write('f6').write('6e');
    expect(session.take(`7d4040${sba(81)}c1`), 'a key that crossed them').toMatchObject({
      answers: undefined,
      unsolicited: false,
    });
    // The reads find the AID of that key.
    expect(session.take('7d40401d60')).toMatchObject({ answers: 'readBuffer' });
    expect(session.take(`7d4040${sba(81)}c1`)).toMatchObject({ answers: 'readModified' });
    expect(session.take(`7d4040${sba(81)}c1`)).toMatchObject({ answers: 'readModifiedAll' });
    expect(session.take(`7d4040${sba(81)}c1`)).toMatchObject({ answers: undefined, unsolicited: true });
  });

  it('[SEC-111] Read Partition is answered with AID 61, a query with 88', () => {
    const session = shown().write('f3000501fff6').write('f3000501ffff02');
    session.write('f300050100f6').write('f3000501ff02');
    expect(session.take(`614040${sba(81)}c1`)).toMatchObject({ answers: 'readModified', unsolicited: false });
    expect(session.take('880004 81ff')).toMatchObject({ answers: 'query', unsolicited: false });
    expect(session.take('88000481ff')).toMatchObject({ answers: undefined, unsolicited: true });
  });

  it('[SEC-111] what nobody asked for: an answer without a read, a key before any write and after another key', () => {
    for (const record of ['604040', '614040', '88000481ff']) {
      expect(shown().take(record), record).toMatchObject({ answers: undefined, unsolicited: true });
    }
    expect(wired().take('7d4040')).toMatchObject({ type: 'inbound', unsolicited: true });
    expect(wired().write('f540').take('7d4040'), 'never unlocked').toMatchObject({ unsolicited: true });
    const session = shown();
    expect(session.take('7d4040')).toMatchObject({ unsolicited: false });
    expect(session.take('7d4040')).toMatchObject({ unsolicited: true });
    expect(session.write('f1c2').take('7d4040')).toMatchObject({ unsolicited: false });
    expect(session.take('f14040')).toMatchObject({ unsolicited: true });
  });

  it('[SEC-111] [TNE-135] KEYBOARD-RESTORE unlocks as the write control character does', () => {
    const session = new Wired(
      [
        'with CONTENTION-RESOLUTION',
        ['fffb28', sub('28', `0207${ascii('IBM-3278-2-E')}`), sub('28', '030705')],
        '0000000000',
      ],
      { functions: [5] },
    );
    session.driver.call((at) => at.write(hex('f540'), { keyboardRestore: true }));
    expect(session.take('7d4040')).toMatchObject({ unsolicited: false });
  });
});

describe('[SEC-109] structured fields of a terminal', () => {
  it.each(['88', '88000181', '880000', '880002', '887fff8180'])('%s', (record) => {
    const session = shown();
    expect(session.take(record)).toBeUndefined();
    expect(session.violations()).toEqual(['structured-field-length']);
    expect(session.codes(`7d4040${sba(81)}c1`)).toEqual([]);
  });

  it('ten thousand replies: 256 are handed on', () => {
    const session = shown().write('f3000501ff02');
    expect(session.take(`88${times('000481ff', 10_000)}`)).toHaveProperty('record.fields.length', 256);
    expect(session.violations()).toEqual(['structured-fields-too-many']);
  });
});

describe('keys that cross a write', () => {
  const NEXT = `f5c3${sba(0)}1d60e7e8${sba(10)}1d40${sba(20)}1d60`;
  const old = `7d4040${sba(81)}c1`;

  it('[SEC-111] a key from the screen before a write that nobody asked for is no fault', () => {
    const session = shown().write(NEXT);
    expect(session.codes(old)).toEqual([]);
    expect(session.codes(old), 'the keyboard was locked from that key on').not.toEqual([]);
  });

  it('[SEC-111] but what fits neither screen is one', () => {
    expect(
      shown()
        .write(NEXT)
        .codes(`7d4040${sba(1)}c1`),
    ).toEqual(['protected-field-modified']);
  });

  it('[SEC-102] after the answer to a key there is no screen before', () => {
    const session = shown();
    expect(session.codes(old)).toEqual([]);
    expect(session.write(NEXT).codes(old)).toEqual(['protected-field-modified']);
  });

  it('[SEC-102] nor after the response to the write', () => {
    const session = shown();
    session.driver.call((at) => at.write(hex(NEXT), { response: 'always' }));
    session.driver.feed('020000000100ffef');
    expect(session.codes(old)).toEqual(['protected-field-modified']);
  });

  it('[SEC-111] at most three screens before are kept', () => {
    const session = shown();
    for (const code of ['c1', 'c2', 'c3', 'c4']) session.write(NEXT.replace('e7e8', `e7${code}`));
    expect(session.codes(old)).toEqual(['protected-field-modified']);
    const three = shown();
    for (const code of ['c1', 'c2', 'c3']) three.write(NEXT.replace('e7e8', `e7${code}`));
    expect(three.codes(old)).toEqual([]);
  });

  it('[SEC-111] CLEAR that crosses a write leaves both screens possible', () => {
    const session = shown().write(NEXT);
    expect(session.codes('6d')).toEqual([]);
    expect(session.codes(`7d4040${sba(11)}c1`)).toEqual([]);
    const cleared = shown().write(NEXT);
    cleared.codes('6d');
    expect(cleared.codes('7d4040c1')).toEqual([]);
  });
});

describe('sizes', () => {
  const model4: Way = [
    'model 4',
    ['fffb28', sub('28', `0207${ascii('IBM-3278-4-E')}`), sub('28', '03070204')],
    '0000000000',
  ];
  const dynamic: Way = [
    'dynamic',
    ['fffb28', sub('28', `0207${ascii('IBM-DYNAMIC')}`), sub('28', '03070204')],
    '0000000000',
  ];

  it('[SEC-107] the alternate size is that of the terminal type', () => {
    const session = new Wired(model4).write(`7ec3${sba(0)}1d60`);
    expect(session.take('7d5f50'), 'position 2000 of 3440').toMatchObject({ type: 'inbound' });
    expect(session.take('7df5f0'), 'position 3440').toBeUndefined();
    session.write('f5c3');
    expect(session.take('7d5f50')).toBeUndefined();
  });

  it('[SEC-110] a dynamic one is not known before the terminal has told it', () => {
    const session = new Wired(dynamic).write(`7ec3${sba(0)}1d60d7${sba(10)}1d40`);
    expect(session.codes(`7d4040${sba(1)}c1`), 'held against nothing').toEqual([]);
    session.write('f3000501ffff02').write('f3000501ff02');
    // Implicit Partition: 24 × 80 and 43 × 132.
    session.take('88 0011 81a6 0000 0b01 0000 5000 1800 8400 2b'.replaceAll(' ', ''));
    session.write(`7ec3${sba(0)}1d60d7${sba(10)}1d40`);
    expect(session.codes(`7d4040${sba(1)}c1`)).toEqual(['protected-field-modified']);
    expect(session.take('7d162c'), 'position 5676 of 5676').toBeUndefined();
    expect(session.take('7d162b')).toMatchObject({ type: 'inbound' });
  });
});

describe('a screen that begins anew', () => {
  const bound: Way = [
    'with BIND-IMAGE',
    ['fffb28', sub('28', `0207${ascii('IBM-3278-2-E')}`), sub('28', '0307000204')],
    '0000000000',
  ];
  const old = `7d4040${sba(81)}c1`;

  it('[SEC-106] [TNE-067] [TNE-077] with a BIND or an UNBIND, and behind text of an NVT or the SSCP-LU session', () => {
    for (const act of [
      (session: HostSession) => session.bind(),
      (session: HostSession) => session.unbind(),
      (session: HostSession) => session.sendText('hello'),
      (session: HostSession) => session.sendSscpLu(hex('c1c2')),
    ]) {
      const session = new Wired(bound, { functions: [0, 2, 4] }).write(SCREEN);
      session.driver.call(act);
      expect(session.write('f1c3').take(old)).toMatchObject({
        unsolicited: false,
        findings: [{ code: 'field-not-defined', field: undefined }],
      });
    }
  });

  it('[SEC-106] by Erase/Reset; Create Partition for the implicit one puts the cursor to 0', () => {
    const session = shown();
    expect(session.codes('7d4150')).toEqual([]); // the cursor at 80
    session.write('f300040300').write('f1c3');
    expect(session.codes(old)).toEqual(['field-not-defined']);
    const created = wired().write('f5c3');
    created.codes('7dc150');
    created.write('f3000c0c00004000180050 0000'.replace(' ', ''));
    created.write('f1c31d60d7'); // at the cursor, which is where the host knows it to be
    expect(created.codes(`7d4040${sba(1)}c1`)).toEqual(['protected-field-modified']);
  });

  it('[SEC-102] a Read Buffer in extended field mode', () => {
    const screen = `f5c3${sba(0)}2902c06042f2d7${sba(10)}1d40`;
    const answer = (attribute: string): string =>
      `6040402902${attribute}42f2d7${times('00', 8)}2901c040${times('00', 1909)}`;
    const take = (attribute: string) => wired().write(screen).write('f2').take(answer(attribute));
    expect(take('c060')).toMatchObject({ answers: 'readBuffer', findings: [] });
    expect(take('c040')?.findings).toMatchObject([{ code: 'field-not-defined', position: 0 }]);
  });

  it('a printer has none', () => {
    const printer: Way = [
      'printer',
      ['fffb28', sub('28', `0207${ascii('IBM-3287-1')}`), sub('28', '03070102')],
      '0000000000',
    ];
    const session = new Wired(printer, { functions: [1, 2] }).write('f5c31d60d7');
    expect(session.driver.session.snapshot()).toMatchObject({ records: { sentScreen: null } });
  });

  it('[SEC-134] and what has none takes none from a snapshot', () => {
    const snapshot = JSON.parse(JSON.stringify(shown().driver.session.snapshot()));
    expect(() => HostSession.restore({ tls: 'basic', inboundChecks: 'off' }, snapshot)).toThrow(
      expect.objectContaining({ code: 'snapshot-invalid' }),
    );
  });
});

describe('the option inboundChecks', () => {
  const tampered = '7d40401140c1c1';

  it('[SEC-102] report hands on, ignore does not, close ends the session', () => {
    expect(shown({ inboundChecks: 'report' }).take(tampered)?.type).toBe('inbound');
    const ignoring = shown({ inboundChecks: 'ignore' });
    expect(ignoring.take(tampered)).toMatchObject({
      type: 'inboundIgnored',
      findings: [{ code: 'protected-field-modified' }],
    });
    expect(ignoring.codes(`7d4040${sba(81)}c1`), 'it goes on').toEqual([]);
    const closing = shown({ inboundChecks: 'close' });
    expect(closing.take(tampered)?.type).toBe('inboundIgnored');
    expect(closing.driver.lines.slice(-2)).toEqual(['mode closed', 'closed us INPUT_REFUSED']);
    expect(closing.driver.session.diagnosis?.detail).toBe('protected-field-modified');
  });

  it('[SEC-104] [SEC-105] [SEC-106] an overrun is refused as well, notes are not', () => {
    const ignoring = shown({ inboundChecks: 'ignore' });
    expect(ignoring.take(`7d4040${sba(81)}${times('c1', 20)}`)?.type).toBe('inboundIgnored');
    for (const record of [`${sba(121)}c1`, `${sba(90)}c1`, sba(81), `${sba(81)}c1${sba(81)}c1`]) {
      expect(ignoring.write(SCREEN).take(`7d4040${record}`)?.type, record).toBe('inbound');
    }
  });

  it('[SEC-102] each record has its findings, though violations are told once', () => {
    const session = shown();
    for (let i = 0; i < 3; i++) expect(session.codes(tampered)).toEqual(['protected-field-modified']);
    expect(session.violations()).toEqual(['protected-field-modified']);
    expect(session.driver.session.violations.get('protected-field-modified')).toBe(3);
  });

  it('off holds nothing against anything, and remembers nothing', () => {
    const session = shown({ inboundChecks: 'off' });
    expect(session.take(tampered)).toMatchObject({ type: 'inbound', findings: [], unsolicited: false });
    expect(session.driver.session.snapshot()).toMatchObject({ records: { sentScreen: null } });
  });

  it('anything else is a mistake', () => {
    expect(() => new HostSession({ tls: 'basic', inboundChecks: 'yes' as never })).toThrow(
      expect.objectContaining({ code: 'option-invalid' }),
    );
  });
});

describe('sessions', () => {
  it('[SEC-113] nothing is shared: a record of one split around a record of the other', () => {
    const one = shown();
    const other = shown();
    const record = one.wire(`7d4040${sba(1)}c1`);
    const half = Math.floor(record.length / 4) * 2;
    one.driver.feed(record.slice(0, half));
    expect(other.codes(`7d4040${sba(81)}c1c2`)).toEqual([]);
    expect(one.driver.only('inbound')).toEqual([]);
    one.driver.feed(record.slice(half));
    expect(one.driver.events.findLast(({ type }) => type === 'inbound')).toMatchObject({
      record: { fields: [{ address: 1, bytes: hex('c1') }] },
      findings: [{ code: 'protected-field-modified' }],
    });
    expect(other.violations()).toEqual([]);
  });

  it('[SEC-134] a restored session holds input against the same screen', () => {
    const steps: readonly ((session: Wired) => unknown)[] = [
      (session) => session.write(SCREEN),
      (session) => session.write(`f1c2${sba(200)}1d60`),
      (session) => session.write('f2'),
      (session) => session.codes('7d4040'),
      (session) => session.codes('6d'),
    ];
    const options = { tls: 'basic' } as const;
    for (let count = 0; count <= steps.length; count++) {
      const session = wired();
      for (const step of steps.slice(0, count)) step(session);
      const snapshot = JSON.parse(JSON.stringify(session.driver.session.snapshot()));
      const copy = HostSession.restore(options, snapshot);
      expect(copy.snapshot()).toEqual(snapshot);
      const restored = new Driver(copy);
      for (const record of ['7d40401d60', `7d4040${sba(81)}c1`, `7d4040${sba(1)}c1`]) {
        const from = [session.driver.events.length, restored.events.length] as const;
        session.driver.feed(session.wire(record));
        restored.feed(session.wire(record));
        const told = session.driver.events.slice(from[0]);
        const again = restored.events.slice(from[1]);
        const inbound = (events: typeof told): unknown[] => events.filter(({ type }) => type === 'inbound');
        expect(inbound(again)).toEqual(inbound(told));
      }
    }
  });

  it('[SEC-134] a snapshot with a screen that cannot be is refused', () => {
    const { records, ...rest } = JSON.parse(JSON.stringify(shown().write('f2').driver.session.snapshot()));
    for (const wrong of [
      { free: 1 },
      { alternate: null },
      { reads: [{ request: 'none', aid: 0 }] },
      { reads: [{ request: 'readBuffer', aid: 256 }] },
      { earlier: [{ rows: 24, columns: 80, cells: [], number: -2 }] },
      { earlier: [{ rows: 0, columns: 80, cells: [], number: -1 }] },
      { screen: {} },
    ]) {
      const sentScreen = { ...records.sentScreen, ...wrong };
      expect(
        () => HostSession.restore({ tls: 'basic' }, { ...rest, records: { ...records, sentScreen } }),
        JSON.stringify(wrong),
      ).toThrow(expect.objectContaining({ code: 'snapshot-invalid' }));
    }
  });
});

describe('any input', () => {
  const piece = fc.oneof(
    fc.nat(1919).map(sba),
    fc.constantFrom(sba(1), sba(81), sba(101), sba(121), sba(131)),
    fc
      .constantFrom('c1', 'd7', 'f1', '40', 'ff', '28 42f2', '08c1', '1d60', '00')
      .map((s) => s.replace(' ', '')),
  );
  const record = fc
    .tuple(
      fc.constantFrom('7d4040', '604040', 'f14150', '6d', '6c', '7e4040', '016c6102', '88'),
      fc.array(piece, { maxLength: 12 }),
    )
    .map(([head, pieces]) => head + pieces.join(''));
  const act = fc.oneof(
    record.map((bytes) => ({ type: 'take' as const, bytes })),
    fc
      .constantFrom(SCREEN, 'f5c3', 'f1c2', `f1c3${sba(81)}1d60`, '6f', 'f2', 'f6', '7ec3', 'f3000501ff02')
      .map((bytes) => ({ type: 'write' as const, bytes })),
  );

  it('[SEC-102] [SEC-108] chunking never shows, nothing throws, and places lie within the record', () => {
    fc.assert(
      fc.property(
        fc.array(act, { maxLength: 8 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
        (acts, sizes) => {
          const whole = wired();
          const cut = wired();
          for (const { type, bytes } of acts) {
            if (type === 'write') {
              whole.write(bytes);
              cut.write(bytes);
              continue;
            }
            const event = whole.take(bytes);
            for (const { offset, length, position } of event?.findings ?? []) {
              expect(offset).toBeGreaterThanOrEqual(3);
              expect(offset + length).toBeLessThanOrEqual(bytes.length / 2);
              expect(position).toBeLessThan(1920);
            }
            const wire = cut.wire(bytes);
            for (let from = 0; from < wire.length; ) {
              const to = from + 2 * (sizes.next().value as number);
              cut.driver.feed(wire.slice(from, to));
              from = to;
            }
          }
          expect(cut.driver.lines).toEqual(whole.driver.lines);
          const told = ({ driver }: Wired): unknown[] =>
            driver.events.flatMap((event) => {
              if (event.type !== 'inbound') return [];
              const { record, answers, unsolicited, findings } = event;
              return [[record.type, answers, unsolicited, findings]];
            });
          expect(told(cut)).toEqual(told(whole));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('[SEC-102] an honest terminal is never accused, whatever its operator does', () => {
    const keys = fc.constantFrom(
      ...([
        'enter',
        'pf3',
        'clear',
        'pa1',
        'tab',
        'backTab',
        'eraseInput',
        'eraseEof',
        'cursorSelect',
      ] as const),
      ...(['delete', 'home', 'left', 'insert', 'reset', 'dup', 'fieldMark', 'newline'] as const),
    );
    const happening = fc.oneof(
      keys.map((key) => ({ press: key })),
      fc.constantFrom('a', '12', 'PP', ' ').map((text) => ({ type: text })),
      fc.nat(1919).map((position) => ({ move: position })),
      fc
        .constantFrom(
          SCREEN,
          'f1c2',
          'f1c3',
          '6f',
          'f2',
          'f6',
          '6e',
          `f5c3${sba(0)}1d646fc1${sba(10)}1d4440c2${sba(20)}1d60`,
        )
        .map((bytes) => ({ write: bytes })),
    );
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 25 }), fc.boolean(), (happenings, tn3270e) => {
        const terminal = tn3270e
          ? { tls: 'plain' as const }
          : { tls: 'plain' as const, tn3270e: false as const };
        const pair = new Pair(terminal, { tls: 'basic' }).settle();
        pair.act('host', (session: HostSession) => session.write(hex(SCREEN))).flow();
        for (const one of happenings) {
          if ('write' in one) pair.act('host', (session: HostSession) => session.write(hex(one.write)));
          else {
            pair.act('terminal', (session: TerminalSession) => {
              if ('press' in one) session.press(one.press);
              else if ('type' in one) session.type(one.type);
              else session.moveCursor(one.move);
            });
          }
          pair.flow();
        }
        const accused = pair.host.events
          .flatMap((event) => (event.type === 'inbound' ? event.findings : []))
          .filter(({ code }) => code !== 'field-unmodified' && code !== 'numeric-field-invalid');
        expect(accused).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('[SEC-111] nor one whose keys and answers cross what the host sends', () => {
    const other = `f5c3${sba(0)}1d60e7e8${sba(10)}1d40${sba(20)}1d60`;
    const happening = fc.oneof(
      fc.constantFrom('enter', 'pf3', 'clear', 'tab', 'home').map((key) => ({ press: key as 'enter' })),
      fc.constantFrom('a', '12').map((text) => ({ type: text })),
      fc.constantFrom(SCREEN, other, 'f1c2', 'f2', 'f6').map((bytes) => ({ write: bytes })),
      fc.constantFrom('terminal', 'host').map((name) => ({ deliver: name as 'host' })),
    );
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 30 }), fc.boolean(), (happenings, tn3270e) => {
        const terminal = { tls: 'plain' as const, ...(tn3270e ? {} : { tn3270e: false as const }) };
        const pair = new Pair(terminal, { tls: 'basic' }).settle();
        pair.act('host', (session: HostSession) => session.write(hex(SCREEN))).flow();
        let underWay = 0;
        for (const one of happenings) {
          if ('deliver' in one) {
            pair.deliver(one.deliver);
            if (one.deliver === 'host') underWay = 0;
          } else if ('write' in one) {
            if (underWay++ < 3) pair.act('host', (session: HostSession) => session.write(hex(one.write)));
          } else {
            pair.act('terminal', (session: TerminalSession) =>
              'press' in one ? session.press(one.press) : session.type(one.type),
            );
          }
        }
        pair.flow();
        const accused = pair.host.events
          .flatMap((event) => (event.type === 'inbound' ? event.findings : []))
          .filter(({ code }) => code === 'protected-field-modified' || code === 'field-overrun');
        expect(accused).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
