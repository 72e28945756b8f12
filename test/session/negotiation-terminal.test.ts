import { describe, expect, it } from 'vitest';
import { type TerminalOptions, TerminalSession } from '../../src/session/index.js';
import { type Case, essence, runCase, type Step } from './support/cases.js';
import { ascii, sub, terminal } from './support/driver.js';

function make(options: Partial<TerminalOptions> = {}): () => TerminalSession {
  return () => new TerminalSession({ tls: 'plain', ...options });
}

function one(title: string, options: Partial<TerminalOptions>, rest: Omit<Case, 'title' | 'session'>): Case {
  return { title, session: make(options), ...rest };
}

const SEND_DEVICE_TYPE = sub('28', '0802');
/** DEVICE-TYPE REQUEST of a terminal, with the LU that it wants. */
function request(lu?: string, type = 'IBM-3278-2-E'): string {
  return sub('28', `0207${ascii(type)}${lu === undefined ? '' : `01${ascii(lu)}`}`);
}
function accept(lu: string, type = 'IBM-3278-2-E'): string {
  return sub('28', `0204${ascii(type)}01${ascii(lu)}`);
}
const reject = (reason: string) => sub('28', `020605${reason}`);
const FUNCTIONS = sub('28', '030700020405');
const SEND_TYPE = sub('18', '01');
const type = (name: string) => sub('18', `00${ascii(name)}`);
/** What makes a session classic, behind the terminal type; TEL-142, TEL-143. */
const RECORDS = 'fffd19fffb19fffd00fffb00';
const RECORDS_ANSWERED = 'fffb19fffd19fffb00fffd00';

const TN3270E: readonly Case[] = [
  one(
    '[TNE-010] [TNE-030] [TNE-044] TN3270E from DO to data (capture s3270-tn3270e-full)',
    {},
    {
      steps: ['fffd28', SEND_DEVICE_TYPE, accept('LUA00001'), sub('28', '030400020405')],
      lines: [
        // 'clearText' comes before anything is shown; the answers around it are one conversation.
        'send fffb28',
        'clearText',
        `send ${request()}${FUNCTIONS}`,
        'negotiated tn3270e IBM-3278-2-E LUA00001 [0 2 4 5]',
      ],
      after: 'answers',
    },
  ),
  one(
    '[TNE-032] [TNE-034] a host that wants fewer functions gets its list back (capture no-functions)',
    {},
    {
      before: ['fffd28', SEND_DEVICE_TYPE, accept('LU1')],
      steps: [sub('28', '0307')],
      lines: [`send ${sub('28', '0304')}`, 'negotiated tn3270e IBM-3278-2-E LU1 []'],
      after: 'answers',
    },
  ),
  one(
    '[TNE-011] [TNE-019] the first LU name is asked for (capture s3270-lu-connect)',
    { luNames: ['LUA00001'] },
    {
      before: ['fffd28'],
      steps: [SEND_DEVICE_TYPE],
      lines: [`send ${request('LUA00001')}`],
      after: 'answers',
    },
  ),
  one(
    '[TNE-025] a rejected name gives way to the next (capture s3270-lu-list-second-ok)',
    { luNames: ['NOSUCH01', 'BUSY0001', 'LUA00002'] },
    {
      before: ['fffd28', SEND_DEVICE_TYPE],
      steps: [reject('03'), reject('01'), accept('LUA00002')],
      lines: [
        'deviceRejected 3 NOSUCH01',
        `send ${request('BUSY0001')}`,
        'deviceRejected 1 BUSY0001',
        `send ${request('LUA00002')}${FUNCTIONS}`,
      ],
      after: 'answers',
    },
  ),
  one(
    '[TNE-025] [TEL-090] the last rejection leaves TN3270E, and the name rides in the type (capture s3270-lu-reject)',
    { luNames: ['NOSUCH01'], model: '3278-4-E' },
    {
      before: ['fffd28', SEND_DEVICE_TYPE],
      steps: [reject('03'), 'fffd18', SEND_TYPE, RECORDS],
      lines: [
        'deviceRejected 3 NOSUCH01',
        `send fffc28fffb18${type('IBM-3278-4-E@NOSUCH01')}${RECORDS_ANSWERED}`,
        // The keyboard unlocks with the first screen.
        'negotiated tn3270 IBM-3278-4-E - []',
      ],
      after: 'answers',
    },
  ),
  one(
    '[TEL-090] with all names tried a further SEND ends the session',
    { luNames: ['LUA', 'LUB'] },
    {
      before: ['fffd18'],
      steps: [SEND_TYPE, SEND_TYPE, SEND_TYPE],
      lines: [`send ${type('IBM-3279-2-E@LUA')}${type('IBM-3279-2-E@LUB')}`, 'closed us LU_NAMES_REFUSED'],
      after: 'closed',
    },
  ),
  one(
    '[TNE-005] [TNE-006] DONT TN3270E leaves it, classic follows',
    {},
    {
      before: ['fffd28', SEND_DEVICE_TYPE, accept('LU1'), sub('28', '030400020405')],
      steps: ['fffe28', 'fffd18', SEND_TYPE, RECORDS],
      lines: [
        `send fffc28fffb18${type('IBM-3279-2-E')}${RECORDS_ANSWERED}`,
        'negotiated tn3270 IBM-3279-2-E - []',
      ],
      after: 'answers',
    },
  ),
  one(
    '[TNE-007] WONT TN3270E of a host means DONT',
    {},
    {
      before: ['fffd28'],
      steps: ['fffc28'],
      lines: ['send fffc28'],
      after: 'answers',
    },
  ),
  one(
    '[TEL-058] TN3270E switched off is refused, and classic follows (capture s3270-tn3270)',
    { tn3270e: false },
    {
      steps: ['fffd28', 'fffd18', SEND_TYPE, 'fffd19fffb19', 'fffd00fffb00'],
      lines: [
        `send fffc28fffb18${type('IBM-3279-2-E')}${RECORDS_ANSWERED}`,
        'clearText',
        'negotiated tn3270 IBM-3279-2-E - []',
      ],
      after: 'answers',
    },
  ),
];

const CLASSIC: readonly Case[] = [
  one(
    '[TEL-110] [TEL-141] the order of the options does not matter',
    {},
    {
      steps: ['fffb00fffd19', 'fffd00', 'fffd18', SEND_TYPE, 'fffb19'],
      lines: [
        `send fffd00fffb19fffb00fffb18${type('IBM-3279-2-E')}fffd19`,
        'clearText',
        'negotiated tn3270 IBM-3279-2-E - []',
      ],
      after: 'answers',
    },
  ),
  one(
    '[TEL-055] a host that writes DO before WILL gets WILL before DO (captures, fact 10)',
    {},
    {
      steps: ['fffd19fffb19'],
      lines: ['send fffb19fffd19'],
      after: 'answers',
    },
  ),
  one(
    '[TEL-056] [TEL-057] the host has no terminal type, environment or size of its own',
    {},
    {
      steps: ['fffb18fffb27fffb1f'],
      lines: ['send fffe18fffe27fffe1f'],
      after: 'answers',
    },
  ),
  one(
    '[TEL-105] [TEL-116] 3270-REGIME and all that is not listed is refused',
    {},
    {
      steps: ['fffd1dfffb1dfffd05fffb05fffd24fffd25fffb25fffd26fffb26fffd2ffffb22'],
      lines: ['send fffc1dfffe1dfffc05fffe05fffc24fffc25fffe25fffc26fffe26fffc2ffffe22'],
      after: 'answers',
    },
  ),
  one(
    '[TEL-067] SUPPRESS-GO-AHEAD both ways',
    {},
    {
      steps: ['fffd03fffb03'],
      lines: ['send fffb03fffd03'],
      after: 'answers',
    },
  ),
  one(
    '[TEL-018] a request for what is so already is not answered',
    {},
    {
      steps: ['fffd19fffd19fffd18fffd18fffb00fffb00'],
      lines: ['send fffb19fffb18fffd00'],
      after: 'answers',
    },
  ),
  one(
    '[TEL-083] the list of types is walked, its last name twice, and then anew',
    { terminalTypes: ['IBM-3279-4-E', 'IBM-3278-2'] },
    {
      before: ['fffd18'],
      steps: [SEND_TYPE.repeat(4)],
      lines: [
        `send ${type('IBM-3279-4-E')}${type('IBM-3278-2')}${type('IBM-3278-2')}${type('IBM-3279-4-E')}`,
      ],
      after: 'answers',
    },
  ),
  one(
    '[TEL-089] LU name in the terminal type (capture s3270-tn3270-lu)',
    { luNames: ['LUA00001'], model: '3278-4-E' },
    {
      before: ['fffd18'],
      steps: [SEND_TYPE],
      lines: [`send ${type('IBM-3278-4-E@LUA00001')}`],
      after: 'answers',
    },
  ),
  one(
    '[TEL-095] [TEL-096] NAWS: columns, then rows',
    { model: '3278-5-E' },
    {
      steps: ['fffd1f'],
      lines: [`send fffb1f${sub('1f', '0084001b')}`],
      after: 'answers',
    },
  ),
  one(
    '[TEL-098] [TEL-103] NEW-ENVIRON tells what the embedder gave',
    { environment: { variables: { USER: 'ME' }, userVariables: { DEVNAME: 'DEV1' } } },
    {
      steps: ['fffd27', sub('27', '01')],
      lines: [
        `send fffb27${sub('27', `0000${ascii('USER')}01${ascii('ME')}03${ascii('DEVNAME')}01${ascii('DEV1')}`)}`,
      ],
      after: 'answers',
    },
  ),
  one(
    '[SEC-053] a variable that nobody gave has no value',
    {},
    {
      steps: ['fffd27', sub('27', `0103${ascii('HOME')}00${ascii('USER')}`)],
      lines: [`send fffb27${sub('27', `0003${ascii('HOME')}00${ascii('USER')}`)}`],
      after: 'answers',
    },
  ),
  one(
    '[TEL-057] an environment switched off is refused',
    { environment: false },
    {
      steps: ['fffd27', sub('27', '01')],
      lines: ['send fffc27', 'violation subnegotiation-not-agreed'],
      after: 'answers',
    },
  ),
  one(
    '[TEL-070] [TEL-072] each DO TIMING-MARK is answered WONT',
    {},
    {
      steps: ['fffd06fffd06fffe06fffd06'],
      lines: ['send fffc06fffc06fffc06'],
      after: 'answers',
    },
  ),
  one(
    '[TEL-072] or WILL, by option',
    { timingMark: 'will' },
    {
      steps: ['fffd06fffd06'],
      lines: ['send fffb06fffb06'],
      after: 'answers',
    },
  ),
  one(
    '[TEL-071] WILL TIMING-MARK unasked is refused, WONT and DONT mean nothing',
    {},
    {
      steps: ['fffb06fffc06fffe06fffb06'],
      lines: ['send fffe06fffe06'],
      after: 'answers',
    },
  ),
  one(
    '[TEL-059] WILL EOR is answered by DO alone',
    {},
    {
      steps: ['fffb19'],
      lines: ['send fffd19'],
      after: 'answers',
    },
  ),
  one(
    '[TEL-059] and by WILL beside it where that is asked for',
    { volunteerEndOfRecord: true },
    {
      steps: ['fffb19', 'fffd19'],
      lines: ['send fffd19fffb19'],
      after: 'answers',
    },
  ),
  one(
    '[TEL-011] [TEL-014] NOP, GA and DM ask for nothing',
    {},
    {
      steps: ['fff1fff9fff2'],
      lines: [],
      after: 'answers',
    },
  ),
];

/** A classic session with its first screen. */
const IN_TN3270: readonly Step[] = ['fffd18', SEND_TYPE, RECORDS, 'f5c3c1ffef'];

const NVT: readonly Case[] = [
  one(
    '[TEL-111] text before 3270 is NVT text',
    {},
    {
      steps: [ascii('login: '), ascii('more')],
      lines: ['clearText', 'negotiated nvt - - []', `text ${ascii('login: more')}`],
      after: 'answers',
    },
  ),
  one(
    '[TEL-002] [SEC-009] a doubled 255 is one',
    {},
    {
      steps: ['41ffff42'],
      lines: ['clearText', 'negotiated nvt - - []', 'text 41ff42'],
      after: 'answers',
    },
  ),
  one(
    '[TEL-068] [TEL-069] the host echoes, and stops',
    {},
    {
      steps: ['fffb01', 'fffc01', 'fffb01'],
      lines: ['send fffd01fffe01fffd01'],
      after: 'answers',
    },
  ),
  one(
    '[TEL-068] in 3270 mode ECHO is refused',
    {},
    {
      before: IN_TN3270,
      steps: ['fffb01fffd01'],
      lines: ['send fffe01fffc01'],
      after: 'answers',
    },
  ),
  ...(['fffc00', 'fffe00', 'fffc19', 'fffe19'] as const).map((wire) => {
    const answer = `${wire.startsWith('fffc') ? 'fffe' : 'fffc'}${wire.slice(4)}`;
    return one(
      `[TEL-112] [TEL-144] ${wire} leads back to the NVT`,
      {},
      {
        before: IN_TN3270,
        steps: [wire, ascii('bye')],
        lines: [`send ${answer}`, 'negotiated nvt IBM-3279-2-E - []', `text ${ascii('bye')}`],
        after: 'answers',
      },
    );
  }),
  one(
    '[SEC-027] in the middle of a record: what was there of it is reported and discarded',
    {},
    {
      before: IN_TN3270,
      steps: ['f5c3c2c3fffc00', ascii('bye')],
      lines: [
        'send fffe00',
        'violation record-interrupted',
        'negotiated nvt IBM-3279-2-E - []',
        `text ${ascii('bye')}`,
      ],
      after: 'answers',
    },
  ),
  one(
    '[SEC-027] WONT END-OF-RECORD in the middle of a record',
    {},
    {
      before: IN_TN3270,
      steps: ['f5c3c2c3fffc19', ascii('bye')],
      lines: [
        'send fffe19',
        'violation record-interrupted',
        'negotiated nvt IBM-3279-2-E - []',
        `text ${ascii('bye')}`,
      ],
      after: 'answers',
    },
  ),
  one(
    '[SEC-027] DONT TN3270E in the middle of a record',
    {},
    {
      before: ['fffd28', SEND_DEVICE_TYPE, accept('LU1'), sub('28', '0304')],
      steps: ['0000000000f5c3c2fffe28'],
      lines: ['send fffc28', 'violation record-interrupted'],
      after: 'answers',
    },
  ),
  one(
    '[TEL-013] AYT and its like are told',
    {},
    {
      steps: ['fff6fff3fff4fff5fff7fff8'],
      lines: [
        'command areYouThere',
        'command break',
        'command interruptProcess',
        'command abortOutput',
        'command eraseCharacter',
        'command eraseLine',
      ],
      after: 'answers',
    },
  ),
];

const BAD: readonly Case[] = [
  one(
    '[SEC-001] [TEL-009] a subnegotiation without end is skipped at its limit',
    { limits: { subnegotiation: 64 } },
    {
      steps: [`fffa18${'41'.repeat(200)}fff0fffd18`],
      lines: ['violation subnegotiation-too-long', 'send fffb18'],
      after: 'answers',
    },
  ),
  one(
    '[SEC-002] the limit counts un-doubled bytes',
    { limits: { subnegotiation: 64 } },
    {
      steps: [`fffa18${'ffff'.repeat(200)}fff0fffd18`],
      lines: ['violation subnegotiation-too-long', 'send fffb18'],
      after: 'answers',
    },
  ),
  one(
    '[SEC-003] empty subnegotiations',
    {},
    {
      before: ['fffd18fffd27fffd28'],
      steps: ['fffafff0', sub('18', ''), sub('27', ''), sub('28', '')],
      lines: ['violation subnegotiation-empty'],
      after: 'answers',
    },
  ),
  one(
    '[SEC-005] [TEL-008] a command inside a subnegotiation ends it and counts',
    {},
    {
      steps: ['fffa1801fffd28fff0'],
      lines: [
        'violation subnegotiation-malformed',
        'send fffb28',
        'clearText',
        'violation subnegotiation-end-alone',
      ],
      after: 'answers',
    },
  ),
  one(
    '[SEC-006] [TEL-005] undefined commands act as NOP',
    {},
    {
      steps: ['ff00ff80ffeb'.repeat(20)],
      lines: ['violation undefined-command'],
      after: 'answers',
    },
  ),
  one(
    '[SEC-008] [TEL-007] a subnegotiation that was not agreed never becomes data',
    {},
    {
      steps: [`${sub('1f', '726d202d7266')}78`],
      lines: ['violation subnegotiation-not-agreed', 'clearText', 'negotiated nvt - - []', 'text 78'],
      after: 'answers',
    },
  ),
  one(
    '[SEC-011] empty records and cut headers',
    {},
    {
      before: ['fffd28', SEND_DEVICE_TYPE, accept('LU1'), sub('28', '0304')],
      steps: ['ffef'.repeat(30), '000000ffef'.repeat(3)],
      lines: ['violation record-too-short'],
      after: 'answers',
    },
  ),
  one(
    '[SEC-012] [TEL-065] EOR that is not agreed cuts nothing',
    {},
    {
      steps: ['f1f2ffeff3'],
      lines: ['clearText', 'negotiated nvt - - []', 'text f1f2', 'violation eor-not-agreed', 'text f3'],
      after: 'answers',
    },
  ),
  one(
    '[SEC-016] what is off and is withdrawn is not answered',
    {},
    {
      steps: ['fffe21fffc21'.repeat(50)],
      lines: [],
      after: 'answers',
    },
  ),
  one(
    '[SEC-025] ENCRYPT that was never agreed',
    {},
    {
      steps: [sub('26', '00010112131415161718') + sub('26', `07${'41'.repeat(60)}`)],
      lines: ['violation subnegotiation-not-agreed'],
      after: 'answers',
    },
  ),
  one(
    '[SEC-026] messages that only a terminal sends',
    {},
    {
      before: ['fffd18fffd27fffd28'],
      steps: [type('IBM'), sub('27', `0000${ascii('USER')}`), request()],
      lines: ['violation wrong-direction'],
      after: 'answers',
    },
  ),
  one(
    '[SEC-026] a host that asks for a size in a NAWS message',
    {},
    {
      before: ['fffd1f'],
      steps: [sub('1f', '00500018')],
      lines: ['violation wrong-direction'],
      after: 'answers',
    },
  ),
  one(
    '[SEC-055] an environment question that is cut',
    {},
    {
      before: ['fffd27'],
      steps: [sub('27', '010002'), sub('27', '01005502')],
      lines: ['violation environment-malformed'],
      after: 'answers',
    },
  ),
];

describe('the terminal negotiates', () => {
  for (const each of [...TN3270E, ...CLASSIC, ...NVT, ...BAD]) it(each.title, () => runCase(each));

  it('[SEC-010] [TEL-010] a record without end is skipped to its EOR', () => {
    const driver = terminal({ tls: 'plain', limits: { record: 2000 } });
    driver.feed(`fffd28${SEND_DEVICE_TYPE}${accept('LU1')}${sub('28', '0304')}0000000000f5c3c1c2ffef`);
    const before = driver.session.screen.text();
    driver.take();
    driver.feed(`0000000000f5c3${'40'.repeat(5000)}`).feed('4040ffef');
    expect(essence(driver.take())).toEqual(['violation record-too-long']);
    expect(driver.session.screen.text()).toEqual(before);
    driver.feed('0000000000f5c3c5ffef');
    expect(driver.session.screen.text().join('')).toContain('E');
  });

  it('[SEC-018] every option is answered once, and once more only when it was refused', () => {
    const agreed: Readonly<Record<string, readonly number[]>> = {
      fd: [0x00, 0x03, 0x18, 0x19, 0x1f, 0x27, 0x28],
      fb: [0x00, 0x01, 0x03, 0x19, 0x28],
    };
    for (let option = 0; option < 256; option++) {
      if (option === 0x2e || option === 0x06) continue;
      const hex = option.toString(16).padStart(2, '0');
      for (const [verb, yes, no] of [
        ['fd', 'fb', 'fc'],
        ['fb', 'fd', 'fe'],
      ] as const) {
        const agrees = agreed[verb]?.includes(option) === true;
        const size = agrees && verb === 'fd' && option === 0x1f ? sub('1f', '00500018') : '';
        const driver = terminal({ tls: 'plain' }).feed(`ff${verb}${hex}`);
        const answer = `ff${agrees ? yes : no}${hex}`;
        expect(driver.output, `ff${verb}${hex}`).toBe(answer + size);
        driver.feed(`ff${verb}${hex}`);
        expect(driver.output, `ff${verb}${hex} again`).toBe(answer + size + (agrees ? '' : answer));
        const before = driver.output;
        const off = verb === 'fd' ? 'fe' : 'fc';
        driver.feed(`ff${off}${hex}ff${off}${hex}`);
        expect(driver.output.slice(before.length), `ff${off}${hex}`).toBe(agrees ? `ff${no}${hex}` : '');
      }
    }
  });

  it('[SEC-020] [TEL-029] an option switched on and off without end', () => {
    const driver = terminal({ tls: 'plain' }).feed('fffd18fffe18'.repeat(1000));
    expect(essence(driver.lines).slice(-2)).toEqual([
      'violation negotiation-storm',
      'closed us NEGOTIATION_STORM',
    ]);
    expect(driver.sent).toBeLessThanOrEqual(34 * 3);
    expect(driver.sent).toBeGreaterThanOrEqual(30 * 3);
    expect(driver.session.diagnosis?.detail).toMatch(/TERMINAL-TYPE/);
  });

  it('[SEC-021] [TEL-071] a hundred thousand DO TIMING-MARK get as many answers', () => {
    const driver = terminal({ tls: 'plain' }).feed('fffd06'.repeat(100_000));
    expect(driver.sent).toBe(300_000);
    expect(driver.closed).toBe(false);
  });

  it('[SEC-049] SEND without end', () => {
    const driver = terminal({ tls: 'plain' }).feed(`fffd18${SEND_TYPE.repeat(10_000)}`);
    expect(driver.only('violation')).toEqual(['violation too-many-requests']);
    expect(driver.diagnosis).toBe('LIMIT_EXCEEDED');
    expect(driver.sent).toBe(3 + 64 * (6 + 'IBM-3279-2-E'.length));
  });

  it('[SEC-059] a value made of what has to be escaped', () => {
    const driver = terminal({
      tls: 'plain',
      environment: { variables: { USER: new Uint8Array(3).fill(0xff), JOB: Uint8Array.of(0, 1, 2, 3) } },
    });
    driver.feed('fffd27').feed(sub('27', '01'));
    expect(driver.sends.at(-1)).toBe(
      `fffa270000${ascii('USER')}01ffffffffffff00${ascii('JOB')}010200020102020203fff0`,
    );
  });

  it('[SEC-058] names that are properties of every object', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const driver = terminal({ tls: 'plain' })
        .feed('fffd27')
        .feed(sub('27', `0103${ascii(name)}`));
      expect(driver.sends.at(-1), name).toBe(sub('27', `0003${ascii(name)}`));
      const given = terminal({ tls: 'plain' }).feed('fffd28').feed(SEND_DEVICE_TYPE).feed(accept(name));
      // TNE-018: device names have no case.
      expect(given.session.luName?.toUpperCase(), name).toBe(name.toUpperCase());
    }
  });

  it('[TEL-086] [TNE-015] the type of each model, classic and in TN3270E', () => {
    for (const [model, classic, device] of [
      ['3279-2-E', 'IBM-3279-2-E', 'IBM-3278-2-E'],
      ['3279-3-E', 'IBM-3279-3-E', 'IBM-3278-3-E'],
      ['3278-2', 'IBM-3278-2', 'IBM-3278-2'],
      ['3278-4-E', 'IBM-3278-4-E', 'IBM-3278-4-E'],
      ['IBM-3278-5-E', 'IBM-3278-5-E', 'IBM-3278-5-E'],
    ] as const) {
      const one = terminal({ tls: 'plain', model }).feed('fffd18').feed(SEND_TYPE);
      expect(one.sends.at(-1), model).toBe(type(classic));
      const other = terminal({ tls: 'plain', model }).feed('fffd28').feed(SEND_DEVICE_TYPE);
      expect(other.sends.at(-1), model).toBe(request(undefined, device));
    }
    const dynamic = terminal({ tls: 'plain', oversize: { rows: 60, columns: 132 } });
    dynamic.feed('fffd28').feed(SEND_DEVICE_TYPE).feed('fffd1f');
    expect(dynamic.output).toContain(request(undefined, 'IBM-DYNAMIC'));
    expect(dynamic.sends.at(-1)).toBe(`fffb1f${sub('1f', '0084003c')}`);
  });

  it('[TEL-069] whether the host echoes decides whether a line is edited here', () => {
    const driver = terminal({ tls: 'plain' }).feed(ascii('login: '));
    driver.call((session) => session.type('me')).call((session) => session.press('enter'));
    expect(driver.sends).toEqual([ascii('me\r\n')]);
    driver.feed('fffb01').call((session) => session.type('x'));
    expect(driver.sends.slice(1)).toEqual(['fffd01', ascii('x')]);
    driver.feed('fffc01').call((session) => session.type('y'));
    expect([driver.sends.length, driver.session.inputLine]).toEqual([4, 'y']);
  });

  it('[TEL-114] [TEL-115] [TNE-110] [TNE-115] ATTN and SYSREQ on the wire', () => {
    const classic = () => terminal({ tls: 'plain' }).feed(`fffd18${SEND_TYPE}${RECORDS}f5c3c1ffef`);
    expect(classic().call((session) => session.press('attn')).output).toMatch(/fff3$/);
    const byCommand = terminal({ tls: 'plain', sysReq: 'interruptProcess' }).feed(
      `fffd18${SEND_TYPE}${RECORDS}f5c3c1ffef`,
    );
    expect(byCommand.call((session) => session.press('sysReq')).output).toMatch(/fff4$/);
    const e = terminal({ tls: 'plain' }).feed(
      `fffd28${SEND_DEVICE_TYPE}${accept('LU1')}${sub('28', '0307020' + '4')}0000000000f5c3c1ffef`,
    );
    expect(e.call((session) => session.press('attn')).output).toMatch(/fff4$/);
    expect(e.call((session) => session.press('sysReq')).output).toMatch(/fff5$/);
  });

  it('[TEL-062] a withdrawal of what is not in force changes nothing', () => {
    const driver = terminal({ tls: 'plain' }).feed('fffc00fffe00fffc19fffe19fffe18');
    expect(driver.output).toBe('');
    expect(driver.session.mode).toBe('negotiating');
  });
});
