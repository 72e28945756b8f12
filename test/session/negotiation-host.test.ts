import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.js';
import { type HostOptions, HostSession } from '../../src/session/index.js';
import { type Case, essence, runCase, type Step } from './support/cases.js';
import { ascii, type Driver, host, sub } from './support/driver.js';

function make(options: Partial<HostOptions> = {}): () => HostSession {
  return () => new HostSession({ tls: 'basic', ...options });
}

function one(title: string, options: Partial<HostOptions>, rest: Omit<Case, 'title' | 'session'>): Case {
  return { title, session: make(options), ...rest };
}

const DEVICE = 'IBM-3278-2-E';
const SEND_DEVICE_TYPE = sub('28', '0802');
function request(lu?: string, type = DEVICE): string {
  return sub('28', `0207${ascii(type)}${lu === undefined ? '' : `01${ascii(lu)}`}`);
}
function accept(lu: string, type = DEVICE): string {
  return sub('28', `0204${ascii(type)}01${ascii(lu)}`);
}
const SEND_TYPE = sub('18', '01');
const type = (name: string) => sub('18', `00${ascii(name)}`);
/** A terminal's way into a classic session; what it answers stands in TEL-142 and TEL-143. */
const RECORDS = 'fffb19fffd19fffb00fffd00';
const IN_TN3270E: readonly Step[] = ['fffb28', request(), sub('28', '03070204')];
const IN_TN3270: readonly Step[] = ['fffc28', 'fffb18', type('IBM-3278-2-E'), RECORDS];
const IN_NVT: readonly Step[] = ['fffc28', 'fffc18'];

const WAYS: readonly Case[] = [
  one(
    '[TEL-118] [TNE-010] [TNE-012] TN3270E first: WILL, a device, functions',
    {},
    {
      steps: ['fffb28', request(), sub('28', '03070204')],
      lines: [
        'clearText',
        `send ${SEND_DEVICE_TYPE}`,
        `deviceRequested ${DEVICE} -`,
        `send ${accept('TERM0001')}${sub('28', '03040204')}`,
        `negotiated tn3270e ${DEVICE} TERM0001 [2 4]`,
      ],
      after: 'answers',
    },
  ),
  one(
    '[TNE-019] the name asked for is given',
    {},
    {
      before: ['fffb28'],
      steps: [request('LUA00001')],
      lines: [`deviceRequested ${DEVICE} LUA00001`, `send ${accept('LUA00001')}`],
      after: 'answers',
    },
  ),
  one(
    '[TNE-032] [TNE-040] functions that the host has not are left out',
    {},
    {
      before: ['fffb28', request()],
      steps: [sub('28', '030700020405'), sub('28', '03040204')],
      lines: [`send ${sub('28', '03070204')}`, `negotiated tn3270e ${DEVICE} TERM0001 [2 4]`],
      after: 'answers',
    },
  ),
  one(
    '[TEL-117] [TNE-003] WONT TN3270E: classic, in the order of TEL-118 (capture s3270-tn3270)',
    {},
    {
      steps: ['fffc28', 'fffb18', type('IBM-3279-2-E'), 'fffb19fffd19', 'fffb00fffd00'],
      lines: [
        `send fffd18${SEND_TYPE}`,
        'deviceRequested IBM-3279-2-E -',
        'send fffd19fffb19fffd00fffb00',
        'clearText',
        'negotiated tn3270 IBM-3279-2-E TERM0001 [2 4]'.replace('[2 4]', '[]'),
      ],
      after: 'answers',
    },
  ),
  one(
    '[TEL-089] the LU rides in the terminal type, with or without blanks',
    {},
    {
      before: ['fffc28', 'fffb18'],
      steps: [type('IBM-3278-2 @ LU1')],
      lines: ['deviceRequested IBM-3278-2 LU1', 'send fffd19fffb19fffd00fffb00'],
      after: 'answers',
    },
  ),
  one(
    '[TEL-118] WONT TERMINAL-TYPE: line mode',
    {},
    {
      steps: ['fffc28', 'fffc18', ascii('hello')],
      lines: ['send fffd18', 'clearText', 'negotiated nvt - - []', `text ${ascii('hello')}`],
      after: 'answers',
    },
  ),
  one(
    '[TEL-085] UNKNOWN is no usable type: line mode',
    {},
    {
      before: ['fffc28', 'fffb18'],
      steps: [type('UNKNOWN'), type('UNKNOWN')],
      lines: [`send ${SEND_TYPE}`, 'clearText', 'negotiated nvt UNKNOWN - []'],
      after: 'answers',
    },
  ),
  one(
    '[TEL-084] a terminal without a 3270 name: asked until it repeats itself',
    {},
    {
      before: ['fffc28', 'fffb18'],
      steps: [type('VT220'), type('VT100'), type('VT100')],
      lines: [`send ${SEND_TYPE}${SEND_TYPE}`, 'clearText', 'negotiated nvt VT100 - []'],
      after: 'answers',
    },
  ),
  one(
    '[TEL-082] names have no case',
    {},
    {
      before: ['fffc28', 'fffb18'],
      steps: [type('ibm-3278-2-e')],
      lines: ['deviceRequested IBM-3278-2-E -', 'send fffd19fffb19fffd00fffb00'],
      after: 'answers',
    },
  ),
  one(
    '[TEL-110] WONT EOR: line mode',
    {},
    {
      before: ['fffc28', 'fffb18', type('IBM-3278-2')],
      steps: ['fffb19fffd19fffc00fffe00'],
      lines: ['clearText', 'negotiated nvt IBM-3278-2 TERM0001 []'],
      after: 'answers',
    },
  ),
  one(
    'without TN3270E: TERMINAL-TYPE at once',
    { functions: false },
    {
      steps: ['fffb18', 'fffb28'],
      lines: [`send ${SEND_TYPE}fffe28`],
      after: 'answers',
    },
  ),
  one(
    '[TNE-005] [TNE-006] a terminal that leaves TN3270E goes on classic',
    {},
    {
      before: IN_TN3270E,
      steps: ['fffc28', 'fffb18', type('IBM-3278-2-E'), RECORDS],
      lines: [
        `send fffe28fffd18${SEND_TYPE}`,
        'deviceRequested IBM-3278-2-E -',
        'send fffd19fffb19fffd00fffb00',
        'negotiated tn3270 IBM-3278-2-E TERM0001 []',
      ],
      after: 'answers',
    },
  ),
  one(
    '[TNE-009] DO TN3270E from a terminal starts nothing by itself',
    {},
    {
      steps: ['fffd28'],
      lines: ['send fffb28'],
      after: 'answers',
    },
  ),
  one(
    '[TNE-001] a terminal that says WILL before it was asked',
    {},
    {
      steps: ['fffb28fffb28'],
      lines: ['clearText', `send ${SEND_DEVICE_TYPE}`],
      after: 'answers',
    },
  ),
];

const OPTIONS: readonly Case[] = [
  one(
    '[TEL-098] NEW-ENVIRON is asked for by option, and its variables by name',
    { environment: { wanted: [{ kind: 'variable', name: 'USER' }] } },
    {
      steps: ['fffb27', sub('27', `0000${ascii('USER')}01${ascii('ME')}`)],
      lines: [`send ${sub('27', `0100${ascii('USER')}`)}`, 'environment USER=ME +0'],
      after: 'answers',
    },
  ),
  one(
    '[SEC-052] variables that nobody asked for are counted, and not given',
    { environment: { wanted: [{ kind: 'variable', name: 'USER' }] } },
    {
      before: ['fffb27'],
      steps: [
        sub('27', `0003${ascii('LD_LIBRARY_PATH')}01${ascii('/tmp')}00${ascii('USER')}01${ascii('ME')}`),
      ],
      lines: ['environment USER=ME +1'],
      after: 'answers',
    },
  ),
  one(
    '[SEC-051] a value that starts with a hyphen is data',
    { environment: { wanted: [{ kind: 'variable', name: 'USER' }] } },
    {
      before: ['fffb27'],
      steps: [sub('27', `0000${ascii('USER')}01${ascii('-f root')}`)],
      lines: ['environment USER=-f root +0'],
      after: 'answers',
    },
  ),
  one(
    '[TEL-095] [TEL-097] NAWS is asked for by option; its size is told and changes nothing',
    { windowSize: true },
    {
      steps: ['fffb1f', sub('1f', '00840 01b'.replace(' ', '')), sub('1f', '00000000')],
      lines: ['windowSize 132 27', 'windowSize 0 0'],
      after: 'answers',
    },
  ),
  one(
    '[TEL-095] a size that is cut',
    { windowSize: true },
    {
      before: ['fffb1f'],
      steps: [sub('1f', '005000')],
      lines: ['violation window-size-malformed'],
      after: 'answers',
    },
  ),
  one(
    'telnet.md §3.2: what a terminal may ask for first',
    {},
    {
      steps: ['fffd00fffb00fffd19fffb19fffd03fffb18fffb1ffffb27'],
      lines: ['send fffb00fffd00fffb19fffd19fffb03fffd18fffd1ffffd27'],
      after: 'answers',
    },
  ),
  one(
    'telnet.md §3.2: and what is refused',
    {},
    {
      steps: ['fffb25fffd25fffb26fffd26fffb22fffb03fffd18fffd27fffd1ffffb01fffd01'],
      lines: ['send fffe25fffc25fffe26fffc26fffe22fffe03fffc18fffc27fffc1ffffe01fffc01'],
      after: 'answers',
    },
  ),
  one(
    '[TEL-068] the host echoes in the NVT, when it is asked to',
    {},
    {
      before: IN_NVT,
      steps: ['fffd01', 'fffb01'],
      lines: ['send fffb01fffe01'],
      after: 'answers',
    },
  ),
  one(
    '[TEL-070] each DO TIMING-MARK is answered',
    {},
    {
      steps: ['fffd06fffd06'],
      lines: ['send fffc06fffc06'],
      after: 'answers',
    },
  ),
];

const KEYS: readonly Case[] = [
  one(
    '[TEL-112] WONT BINARY ends 3270',
    {},
    {
      before: IN_TN3270,
      steps: ['fffc00', ascii('bye')],
      lines: ['send fffe00', 'negotiated nvt IBM-3278-2-E TERM0001 []', `text ${ascii('bye')}`],
      after: 'answers',
    },
  ),
  one(
    '[TEL-114] BREAK is ATTN, [TEL-115] IP is SYSREQ in TN3270',
    {},
    {
      before: IN_TN3270,
      steps: ['fff3fff4fff5fff6'],
      lines: ['attention', 'systemRequest', 'command abortOutput', 'command areYouThere'],
      after: 'answers',
    },
  ),
  one(
    '[TNE-110] [TNE-115] IP is ATTN, AO is SYSREQ in TN3270E',
    {},
    {
      before: IN_TN3270E,
      steps: ['fff4fff5fff6'],
      lines: ['attention', 'systemRequest', 'command areYouThere'],
      after: 'answers',
    },
  ),
  one(
    '[TNE-057] inside a record they wait for its end',
    {},
    {
      before: IN_TN3270E,
      steps: ['00000000007dfff44040ffef'],
      lines: ['inbound readModified', 'attention'],
      after: 'answers',
    },
  ),
];

const BAD: readonly Case[] = [
  one(
    '[SEC-007] erase commands first',
    {},
    {
      steps: ['fff7', 'fff8', 'fff7fff8'],
      lines: ['command eraseCharacter', 'command eraseLine', 'command eraseCharacter', 'command eraseLine'],
      after: 'answers',
    },
  ),
  one(
    '[SEC-008] a subnegotiation that was not agreed never becomes data',
    {},
    {
      before: IN_NVT,
      steps: [`${sub('1f', '726d202d7266')}78`],
      lines: ['violation subnegotiation-not-agreed', 'text 78'],
      after: 'answers',
    },
  ),
  one(
    '[SEC-024] LINEMODE is refused, and its triplets draw nothing',
    {},
    {
      steps: [`fffb22${sub('22', `03${'130041'.repeat(60)}`)}`],
      lines: ['send fffe22', 'violation subnegotiation-not-agreed'],
      after: 'answers',
    },
  ),
  one(
    '[SEC-026] messages that only a host sends',
    {},
    {
      before: ['fffb28', 'fffb18', 'fffb27'],
      steps: [SEND_TYPE, sub('28', '0802'), accept('LU1')],
      lines: ['violation wrong-direction'],
      after: 'answers',
    },
  ),
  one(
    '[SEC-047] a terminal type that is too long is no usable type',
    {},
    {
      before: ['fffc28', 'fffb18'],
      steps: [type('A'.repeat(300))],
      lines: ['violation terminal-type-too-long', 'clearText', 'negotiated nvt - - []'],
      after: 'answers',
    },
  ),
  ...['IBM\u001b[2J', 'IBM-3278-2\u0000', 'IBM-3278-2\r\n', 'IBM-3278-2\u0080', 'IBM-3278-2@A@B', '@'].map(
    (name) =>
      one(
        `[SEC-050] ${JSON.stringify(name)} is never trimmed into a valid name`,
        {},
        {
          before: ['fffc28', 'fffb18'],
          steps: [type(name)],
          lines: ['violation terminal-type-invalid', 'clearText', 'negotiated nvt - - []'],
          after: 'answers',
        },
      ),
  ),
  one(
    '[SEC-062] [TNE-004] data before TN3270E is agreed',
    {},
    {
      before: ['fffb28'],
      steps: ['00000000007d4040ffef'],
      lines: ['violation data-out-of-state'],
      after: 'answers',
    },
  ),
];

describe('the host negotiates', () => {
  for (const each of [...WAYS, ...OPTIONS, ...KEYS, ...BAD]) it(each.title, () => runCase(each));

  it('[TEL-118] what stands in the options is asked for behind TN3270E', () => {
    const driver = host({ tls: 'basic', windowSize: true, environment: {} });
    expect(driver.output).toBe('fffd28fffd27fffd1f');
  });

  it('[TNE-013] [TNE-023] [TNE-025] the embedder turns a device down', () => {
    const seen: unknown[] = [];
    const driver = host({
      tls: 'basic',
      assignDevice: (wanted) => {
        seen.push(wanted.resourceName);
        return wanted.resourceName === 'FREE' ? { accept: 'FREE' } : { reject: 1 };
      },
    });
    driver.feed('fffb28').feed(request('BUSY')).feed(request('FREE'));
    expect(driver.sends.slice(-2)).toEqual([sub('28', '02060501'), accept('FREE')]);
    expect(seen).toEqual(['BUSY', 'FREE']);
  });

  it('[TNE-020] partner printers do not exist unless the embedder says so', () => {
    const driver = host({ tls: 'basic' })
      .feed('fffb28')
      .feed(sub('28', `0207${ascii('IBM-3287-1')}00${ascii('TERM0001')}`));
    expect(driver.sends.at(-1)).toBe(sub('28', '02060507'));
  });

  it('a device may be decided later', () => {
    const driver = host({ tls: 'basic', assignDevice: () => undefined })
      .feed('fffb28')
      .feed(request('LU9'));
    expect(driver.only('deviceRequested')).toEqual([`deviceRequested ${DEVICE} LU9 open`]);
    expect(driver.sends.at(-1)).toBe(SEND_DEVICE_TYPE);
    driver.call((session) => session.rejectDevice(3));
    expect(driver.sends.at(-1)).toBe(sub('28', '02060503'));
    driver.feed(request()).call((session) => session.acceptDevice('LU10'));
    expect(driver.sends.at(-1)).toBe(accept('LU10'));
  });

  it.each<readonly [string, NonNullable<HostOptions['assignDevice']>, string]>([
    ['a name with a blank', () => ({ accept: 'LU 1' }), 'argument-invalid'],
    ['an empty name', () => ({ accept: '' }), 'argument-invalid'],
    ['a name that is too long', () => ({ accept: 'L'.repeat(65) }), 'argument-invalid'],
    ['a reason that does not exist', () => ({ reject: 8 as 0 }), 'argument-invalid'],
    ['no decision', () => ({}) as never, 'argument-invalid'],
    ['a promise', () => Promise.resolve({ accept: 'LU1' }) as never, 'argument-invalid'],
    [
      'an error of its own',
      () => {
        throw new RangeError('out of devices');
      },
      'out of devices',
    ],
  ])('%s from assignDevice leaves nextEvent once, and the request open', (_, assignDevice, words) => {
    for (const [before, wanted, granted] of [
      [['fffb28'], request('LU9'), accept('LU7')],
      [['fffc28', 'fffb18'], type('IBM-3278-2@LU9'), undefined],
    ] as const) {
      const driver = host({ tls: 'basic', assignDevice });
      for (const wire of before) driver.feed(wire);
      let thrown: unknown;
      try {
        driver.feed(`${wanted}fffd63`);
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toMatchObject(
        words === 'argument-invalid' ? { code: words, name: 'UsageError' } : { message: words },
      );
      // What is behind it is read as if nothing had been decided, and the request can still be answered.
      driver.drain();
      expect(driver.only('deviceRequested')).toHaveLength(1);
      expect(driver.only('deviceRequested')[0]).toMatch(/ LU9 open$/);
      expect(driver.sends.at(-1)).toBe('fffc63');
      driver.call((session) => session.acceptDevice('LU7'));
      if (granted === undefined) driver.feed(RECORDS);
      else expect(driver.sends.at(-1)).toBe(granted);
      expect(driver.session.luName).toBe('LU7');
    }
  });

  it('[TEL-090] a classic terminal whose LU is turned down is asked for its next', () => {
    const driver = host({
      tls: 'basic',
      assignDevice: (wanted) => (wanted.resourceName === 'LUB' ? { accept: 'LUB' } : { reject: 3 }),
    });
    driver.feed('fffc28').feed('fffb18').feed(type('IBM-3278-2@LUA'));
    expect(driver.sends.at(-1)).toBe(SEND_TYPE);
    driver.feed(type('IBM-3278-2@LUB')).feed(RECORDS);
    expect([driver.session.mode, driver.session.luName]).toEqual(['tn3270', 'LUB']);
  });

  it('[TEL-013] [SEC-022] AYT gets a visible reply in the NVT, one for what arrives at once', () => {
    const driver = host({ tls: 'basic' }).feed('fffc28').feed('fffc18');
    const before = driver.sent;
    driver.feed('fff6');
    const reply = driver.sent - before;
    expect(reply).toBeGreaterThan(2);
    driver.feed('fff6'.repeat(100_000));
    expect(driver.sent - before).toBe(2 * reply);
    driver.feed('fff6');
    expect(driver.sent - before).toBe(3 * reply);
  });

  it('[TEL-015] [SEC-014] behind an urgent mark commands are kept and data is discarded, up to DM', () => {
    const urgent = (driver: Driver<HostSession>) => driver.call((session) => session.urgentReceived());
    const driver = urgent(host({ tls: 'basic' }).feed('fffc28').feed('fffc18'));
    driver.take();
    driver.feed('5566fffd055566fff4fff277');
    expect(essence(driver.take())).toEqual(['send fffc05', 'command interruptProcess', 'text 77']);
    // Byte by byte it is the same.
    const single = urgent(host({ tls: 'basic' }).feed('fffc28').feed('fffc18'));
    single.take();
    for (const byte of fromHex('5566fffd055566fff4fff277')) single.feed(Uint8Array.of(byte));
    expect(essence(single.take())).toEqual(['send fffc05', 'command interruptProcess', 'text 77']);
  });

  it('[SEC-048] a terminal with a new name for every question', () => {
    const driver = host({ tls: 'basic', functions: false }).feed('fffb18');
    for (let i = 0; i < 100 && driver.session.mode === 'negotiating' && !driver.closed; i++)
      driver.feed(type(`TERM-${i}`));
    expect(driver.sends.filter((wire) => wire.includes(SEND_TYPE)).length).toBe(32);
    expect(driver.only('violation')).toEqual(['violation too-many-terminal-types']);
    expect(driver.session.mode).toBe('nvt');
  });

  it('[SEC-018] every option of a terminal is answered once, and once more only when it was refused', () => {
    const agreed: Readonly<Record<string, readonly number[]>> = {
      fd: [0x00, 0x03, 0x19, 0x28],
      fb: [0x00, 0x18, 0x19, 0x1f, 0x27],
    };
    for (let option = 0; option < 256; option++) {
      // TN3270E has been asked for; what WILL TERMINAL-TYPE draws beside DO is no answer to it.
      if (option === 0x2e || option === 0x06) continue;
      const hex = option.toString(16).padStart(2, '0');
      for (const [verb, yes, no] of [
        ['fd', 'fb', 'fc'],
        ['fb', 'fd', 'fe'],
      ] as const) {
        if (verb === 'fb' && option === 0x28) continue;
        const agrees = agreed[verb]?.includes(option) === true;
        const driver = host({ tls: 'basic' });
        const opening = driver.output;
        driver.feed(`ff${verb}${hex}`);
        const answer = `ff${agrees ? yes : no}${hex}`;
        expect(driver.output.slice(opening.length), `ff${verb}${hex}`).toBe(answer);
        driver.feed(`ff${verb}${hex}`);
        expect(driver.output.slice(opening.length), `ff${verb}${hex} again`).toBe(
          answer + (agrees ? '' : answer),
        );
      }
    }
  });

  it('[SEC-021] [TEL-071] a hundred thousand DO TIMING-MARK get as many answers', () => {
    const driver = host({ tls: 'basic' });
    const before = driver.sent;
    driver.feed('fffd06'.repeat(100_000));
    expect(driver.sent - before).toBe(300_000);
    expect(driver.closed).toBe(false);
  });

  describe('[SEC-013] nothing but 255s, around the sizes at which buffers of others overflowed', () => {
    const SIZES = [8, 12, 15, 16].flatMap((power) => [-1, 0, 1].map((step) => 2 ** power + step));
    const classic = () =>
      host({ tls: 'basic' }).feed('fffc28').feed('fffb18').feed(type('IBM-3278-2')).feed(RECORDS);
    const inTn3270e = () => host({ tls: 'basic' }).feed('fffb28').feed(request()).feed(sub('28', '0307'));
    const inNvt = () => host({ tls: 'basic' }).feed('fffc28').feed('fffc18');

    it.each(SIZES)('%i of them', (size) => {
      const data = new Uint8Array(size).fill(0xff);
      for (const [make, send, before, end] of [
        [classic, (session: HostSession) => session.write(data), '', 'ffef'],
        [inTn3270e, (session: HostSession) => session.write(data), '0000000000', 'ffef'],
        [inTn3270e, (session: HostSession) => session.sendText(data), '0500000000', 'ffef'],
        [inNvt, (session: HostSession) => session.sendText(data), '', ''],
      ] as const) {
        const driver = make();
        const sent = driver.output.length;
        driver.call(send);
        const wire = driver.output.slice(sent);
        expect(wire.length / 2).toBe(before.length / 2 + 2 * size + end.length / 2);
        expect(wire === before + 'ff'.repeat(2 * size) + end).toBe(true);
      }
    });
  });

  it('[SEC-017] [SEC-020] what is agreed is not answered, and switching without end ends', () => {
    const driver = host({ tls: 'basic' }).feed('fffb19');
    const before = driver.output;
    driver.feed('fffb19'.repeat(1000));
    expect(driver.output).toBe(before);
    driver.feed('fffc19fffb19'.repeat(1000));
    expect(essence(driver.lines).slice(-2)).toEqual([
      'violation negotiation-storm',
      'closed us NEGOTIATION_STORM',
    ]);
    expect(driver.sent).toBeLessThan(40 * 3);
  });

  it('[TNE-069] [TNE-075] with BIND-IMAGE a BIND comes before the first screen', () => {
    const driver = host({ tls: 'basic', functions: [0, 2, 4] });
    driver.feed('fffb28').feed(request()).feed(sub('28', '0307000204'));
    const sends = driver.output;
    driver.call((session) => session.write(fromHex('f5c3')));
    expect(sends.indexOf('0300000000')).toBeGreaterThan(0);
    expect(driver.sends.at(-1)?.endsWith('f5c3ffef')).toBe(true);
  });

  it('[TNE-095] [TNE-097] a record that asks for a response is named by its number', () => {
    const driver = host({ tls: 'basic' }).feed('fffb28').feed(request()).feed(sub('28', '03070204'));
    const numbers = [0, 1, 2].map(() => driver.session.write(fromHex('f5c3'), { response: 'always' }));
    driver.drain();
    expect(numbers).toEqual([0, 1, 2]);
    expect(driver.sends.slice(-1)[0]).toBe('0000020000f5c3ffef0000020001f5c3ffef0000020002f5c3ffef');
    driver.feed('020000000100ffef');
    expect(driver.lines.at(-1)).toBe('response 1 positive');
    driver.feed('020001000202ffef');
    expect(driver.lines.at(-1)).toBe('response 2 negative 2');
  });

  it('[TEL-086] [TEL-087] the type tells the alternate size, and whether queries are understood', () => {
    for (const [name, size, extended] of [
      ['IBM-3278-2', { rows: 24, columns: 80 }, false],
      ['IBM-3278-3-E', { rows: 32, columns: 80 }, true],
      ['IBM-3279-4-E', { rows: 43, columns: 80 }, true],
      ['IBM-3278-5', { rows: 27, columns: 132 }, false],
      ['IBM-DYNAMIC', undefined, true],
    ] as const) {
      const driver = host({ tls: 'basic' }).feed('fffc28').feed('fffb18').feed(type(name));
      expect([driver.session.alternateSize, driver.session.extended], name).toEqual([size, extended]);
    }
  });
});
