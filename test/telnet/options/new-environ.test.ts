import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiBytes, fromHex, toHex } from '../../../src/bytes/index.js';
import {
  buildEnvironment,
  ENVIRONMENT_HOST_TABLE,
  EnvironmentHost,
  EnvironmentTerminal,
  parseEnvironment,
} from '../../../src/telnet/options/index.js';
import { body, faultCodes, readable, sends } from './vectors.js';

const ALL = body('01');

describe('NEW-ENVIRON messages', () => {
  const item = fc.record({
    kind: fc.constantFrom('variable' as const, 'userVariable' as const),
    name: fc.uint8Array({ minLength: 1, maxLength: 20 }),
    value: fc.option(fc.uint8Array({ maxLength: 20 }), { nil: undefined }),
  });

  it('[TEL-100] what is built is read back, whatever bytes names and values hold', () => {
    fc.assert(
      fc.property(fc.constantFrom('is' as const, 'info' as const), fc.array(item), (command, items) => {
        const message = parseEnvironment(buildEnvironment(command, items));
        expect(message).toMatchObject({ type: 'environmentMessage', command });
        const read = message.type === 'fault' ? [] : message.items;
        expect(read.map(({ kind, name, value }) => ({ kind, name, value }))).toEqual(items);
      }),
    );
  });

  it('[TEL-100] escapes the four codes and nothing else', () => {
    const name = Uint8Array.of(0x41, 0, 1, 2, 3, 4, 0xff);
    expect(toHex(buildEnvironment('is', [{ kind: 'variable', name, value: undefined }]))).toBe(
      '0000410200020102020203' + '04ff',
    );
  });

  it('[TEL-099] tells undefined from empty', () => {
    expect(parseEnvironment(body('00 00 A 03 B 01'))).toMatchObject({
      items: [
        { kind: 'variable', value: undefined, offset: 1, length: 2 },
        { kind: 'userVariable', value: new Uint8Array(0), offset: 3, length: 3 },
      ],
    });
  });

  it.each([
    ['SEC-055', '01 00 02'],
    ['SEC-055', '01 00 U 02'],
    ['SEC-055', '00 00 A 01 B 02'],
    ['SEC-057', '00 01 A'],
    ['SEC-057', '00 00 A 01 B 01 C'],
    ['SEC-057', '00 00 01 A'],
    ['SEC-057', '00 00'],
    ['TEL-098', '01 A'],
    ['TEL-098', '01 00 A 01 B'],
    ['TEL-101', '03'],
    ['TEL-101', 'FF'],
  ])('[%s] %s is malformed as a whole', (_rule, bytes) => {
    const parsed = parseEnvironment(body(bytes));
    expect(faultCodes([parsed])).toEqual(['environment-malformed']);
    if (parsed.type === 'fault') expect(parsed.fault.offset).toBeLessThan(body(bytes).length);
  });

  it('reads any bytes without throwing', () => {
    const byte = fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 2, 3));
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 40 }), (numbers) => {
        const bytes = Uint8Array.from(numbers);
        parseEnvironment(bytes);
        new EnvironmentTerminal({ variables: { USER: 'U' } }).receive(bytes);
        const host = new EnvironmentHost();
        host.ask();
        host.receive(bytes);
      }),
    );
  });
});

describe('EnvironmentTerminal', () => {
  const options = {
    variables: { USER: 'JOE' },
    userVariables: new Map<string, string>([
      ['IBMELF', 'YES'],
      ['IBMAPPLID', 'None'],
    ]),
  };

  it('[TEL-108] answers as recorded: IBMELF, IBMAPPLID and a DEVNAME that goes on at each request', () => {
    const terminal = new EnvironmentTerminal({
      userVariables: { IBMELF: 'YES', IBMAPPLID: 'None', DEVNAME: ['dev001', 'dev002', 'dev003'] },
    });
    const hex = (text: string) => readable(terminal.receive(fromHex(text)));
    expect(hex('010349424d454c460349424d4150504c4944034445564e414d45')).toEqual([
      {
        type: 'send',
        body: '000349424d454c46015945530349424d4150504c4944014e6f6e65034445564e414d4501646576303031',
      },
    ]);
    expect(hex('01034445564e414d45')).toEqual([{ type: 'send', body: '00034445564e414d4501646576303032' }]);
    expect(hex('01034445564e414d45')).toEqual([{ type: 'send', body: '00034445564e414d4501646576303033' }]);
    expect(hex('01034445564e414d45')).toEqual([{ type: 'send', body: '00034445564e414d4501646576303033' }]);
    terminal.reset();
    expect(hex('01034445564e414d45')).toEqual([{ type: 'send', body: '00034445564e414d4501646576303031' }]);
  });

  it('[TEL-098] gives all of it, or a whole type, VAR first', () => {
    const terminal = new EnvironmentTerminal(options);
    expect(readable(terminal.receive(ALL))).toEqual([
      sends('00 00 USER 01 JOE 03 IBMELF 01 YES 03 IBMAPPLID 01 None'),
    ]);
    expect(readable(terminal.receive(body('01 03')))).toEqual([
      sends('00 03 IBMELF 01 YES 03 IBMAPPLID 01 None'),
    ]);
    expect(readable(terminal.receive(body('01 03 00')))).toEqual([
      sends('00 03 IBMELF 01 YES 03 IBMAPPLID 01 None 00 USER 01 JOE'),
    ]);
  });

  it('[TEL-099] answers in the order asked, twice what is asked twice, and unknown names without VALUE', () => {
    const terminal = new EnvironmentTerminal(options);
    expect(readable(terminal.receive(body('01 03 IBMELF 00 USER 00 00 ACCT')))).toEqual([
      sends('00 03 IBMELF 01 YES 00 USER 01 JOE 00 USER 01 JOE 00 ACCT'),
    ]);
  });

  it('[TEL-102] [SEC-053] has nothing that was not given', () => {
    const terminal = new EnvironmentTerminal();
    expect(readable(terminal.receive(ALL))).toEqual([sends('00')]);
    expect(readable(terminal.receive(body('01 00 03')))).toEqual([sends('00')]);
    for (const name of ['HOME', 'AWS_SECRET_ACCESS_KEY', 'SSH_AUTH_SOCK', '__proto__', 'constructor']) {
      expect(readable(terminal.receive(body(`01 03 ${name}`)))).toEqual([sends(`00 03 ${name}`)]);
    }
  });

  it('[SEC-054] matches whole names of the right type', () => {
    const terminal = new EnvironmentTerminal(options);
    for (const asked of ['00 U', '00 USERX', '03 USER', '00 user']) {
      expect(readable(terminal.receive(body(`01 ${asked}`)))).toEqual([sends(`00 ${asked}`)]);
    }
  });

  it('[SEC-055] gives no answer to a malformed SEND', () => {
    const terminal = new EnvironmentTerminal(options);
    for (const bytes of ['01 00 02', '01 00 U 02']) {
      const effects = terminal.receive(body(bytes));
      expect(effects).toHaveLength(1);
      expect(faultCodes(effects)).toEqual(['environment-malformed']);
    }
  });

  it('[SEC-056] answers each item once up to the limit, then reports once', () => {
    const terminal = new EnvironmentTerminal({ variables: { USER: 'A'.repeat(200) } });
    for (const request of [Uint8Array.of(1, ...new Uint8Array(900)), body(`01${' 00 USER'.repeat(180)}`)]) {
      const effects = terminal.receive(request);
      expect(effects.map(({ type }) => type)).toEqual(['send', 'fault']);
      expect(faultCodes(effects)).toEqual(['environment-too-long']);
      const answer = effects[0]?.type === 'send' ? effects[0].body : new Uint8Array(0);
      expect(answer.length).toBeLessThanOrEqual(4096);
      expect((answer.length - 1) % 206 /* 00 USER 01 and 200 bytes */).toBe(0);
      expect(answer.length).toBeGreaterThan(4096 - 206);
    }
  });

  it('[SEC-059] sends the bytes given, escaped, and not one more', () => {
    for (const [byte, escaped] of [
      [0xff, 'ff'],
      [0x01, '0201'],
      [0x02, '0202'],
    ] as const) {
      const terminal = new EnvironmentTerminal({ userVariables: { X: new Uint8Array(1000).fill(byte) } });
      expect(readable(terminal.receive(ALL))).toEqual([
        { type: 'send', body: `00035801${escaped.repeat(1000)}` },
      ]);
    }
    const empty = new EnvironmentTerminal({ userVariables: { X: '', Y: [] } });
    expect(readable(empty.receive(ALL))).toEqual([sends('00 03 X 01 03 Y')]);
  });

  it('[SEC-026] reports IS and INFO from a host', () => {
    const terminal = new EnvironmentTerminal(options);
    for (const bytes of ['00 00 USER 01 X', '02 00 USER 01 X', '00']) {
      const effects = terminal.receive(body(bytes));
      expect(effects).toHaveLength(1);
      expect(faultCodes(effects)).toEqual(['wrong-direction']);
    }
    expect(faultCodes(terminal.receive(new Uint8Array(0)))).toEqual(['subnegotiation-empty']);
  });

  it('[TEL-101] tells of a change with INFO and answers with it from then on', () => {
    const terminal = new EnvironmentTerminal(options);
    expect(readable(terminal.change('variable', 'USER', 'ANN'))).toEqual([sends('02 00 USER 01 ANN')]);
    expect(readable(terminal.receive(body('01 00 USER')))).toEqual([sends('00 00 USER 01 ANN')]);
    expect(readable(terminal.change('variable', 'USER', undefined))).toEqual([sends('02 00 USER')]);
    expect(readable(terminal.receive(body('01 00 USER')))).toEqual([sends('00 00 USER')]);
    expect(() => terminal.change('variable', 'JOB', 'X')).toThrow(
      expect.objectContaining({ code: 'argument-invalid' }),
    );
  });

  it('[TEL-103] [SEC-061] refuses VAR names that are not well known, and text that cannot be encoded', () => {
    const invalid = expect.objectContaining({ code: 'argument-invalid' });
    const unencodable = expect.objectContaining({ code: 'not-encodable' });
    expect(() => new EnvironmentTerminal({ variables: { DEVNAME: 'X' } })).toThrow(invalid);
    expect(() => new EnvironmentTerminal({ userVariables: { '': 'X' } })).toThrow(invalid);
    expect(() => new EnvironmentTerminal({ userVariables: { A: 'Ä' } })).toThrow(unencodable);
    expect(() => new EnvironmentTerminal({ userVariables: { A: '\ud800' } })).toThrow(unencodable);
  });

  it('copies what it is given, and restores a snapshot', () => {
    const value = Uint8Array.of(0x41);
    const make = () => new EnvironmentTerminal({ userVariables: { X: [value, 'B', 'C'] } });
    const terminal = make();
    value[0] = 0x5a;
    expect(readable(terminal.receive(ALL))).toEqual([sends('00 03 X 01 A')]);
    const copy = make();
    copy.restore(terminal.snapshot());
    expect(readable(copy.receive(ALL))).toEqual([sends('00 03 X 01 B')]);
    expect(() => copy.restore({ given: [] })).toThrow(expect.objectContaining({ code: 'snapshot-invalid' }));
  });
});

describe('EnvironmentHost', () => {
  function asked(options?: ConstructorParameters<typeof EnvironmentHost>[0]): EnvironmentHost {
    const host = new EnvironmentHost(options);
    host.ask();
    return host;
  }

  it('[TEL-108] asks for USER and the names of IBM hosts, or for everything', () => {
    expect(readable(new EnvironmentHost().ask())).toEqual([
      sends('01 00 USER 03 DEVNAME 03 IBMELF 03 IBMAPPLID 03 CODEPAGE 03 CHARSET 03 KBDTYPE'),
    ]);
    expect(readable(new EnvironmentHost({ ask: 'everything' }).ask())).toEqual([sends('01')]);
  });

  it('[TEL-099] hands on what was asked for, undefined and empty told apart', () => {
    const host = asked();
    expect(host.receive(body('00 00 USER 01 JOE 03 DEVNAME 03 IBMELF 01'))).toEqual([
      {
        type: 'environment',
        command: 'is',
        variables: [
          { kind: 'variable', name: 'USER', value: asciiBytes('JOE'), text: 'JOE', startsWithHyphen: false },
          {
            kind: 'userVariable',
            name: 'DEVNAME',
            value: undefined,
            text: undefined,
            startsWithHyphen: false,
          },
          {
            kind: 'userVariable',
            name: 'IBMELF',
            value: new Uint8Array(0),
            text: '',
            startsWithHyphen: false,
          },
        ],
        unrequestedVariables: 0,
      },
    ]);
    expect(host.state).toBe('answered');
  });

  it('[SEC-051] notes a value that starts with a hyphen', () => {
    expect(asked().receive(body('00 00 USER 01 -f 20 root'))).toMatchObject([
      { variables: [{ text: '-f root', startsWithHyphen: true }] },
    ]);
  });

  it('[SEC-052] [SEC-058] counts variables nobody asked for and hands none of them on', () => {
    const names = [
      'LD_LIBRARY_PATH',
      'CREDENTIALS_DIRECTORY',
      'TERMCAP',
      'PATH',
      'NODE_OPTIONS',
      '__proto__',
    ];
    const sent = names.map((name) => ` 03 ${name} 01 X`).join('');
    expect(asked().receive(body(`00 00 USER 01 JOE${sent}`))).toMatchObject([
      { variables: [{ name: 'USER' }], unrequestedVariables: names.length },
    ]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('[SEC-057] the first of two values wins, and the second is reported', () => {
    const effects = asked().receive(body('00 00 USER 01 A 00 USER 01 B 00 USER 01 A'));
    expect(faultCodes(effects)).toEqual(['environment-malformed']);
    expect(effects.at(-1)).toMatchObject({ variables: [{ text: 'A' }] });
  });

  it('[SEC-057] [TEL-101] reports IS without SEND, INFO before IS, and SEND', () => {
    const host = new EnvironmentHost();
    expect(faultCodes(host.receive(body('00 00 USER 01 A')))).toEqual(['environment-unasked']);
    expect(faultCodes(host.receive(body('02 00 USER 01 A')))).toEqual(['environment-unasked']);
    expect(faultCodes(host.receive(ALL))).toEqual(['wrong-direction']);
    host.ask();
    expect(faultCodes(host.receive(body('02 00 USER 01 A')))).toEqual(['environment-unasked']);
    host.receive(body('00 00 USER 01 A'));
    expect(host.receive(body('02 00 USER 01 B'))).toMatchObject([
      { command: 'info', variables: [{ text: 'B' }] },
    ]);
    expect(faultCodes(host.receive(body('00 00 USER 01 C')))).toEqual(['environment-unasked']);
  });

  it('[SEC-057] a malformed answer leaves the question open', () => {
    const host = asked();
    expect(faultCodes(host.receive(body('00 01 A')))).toEqual(['environment-malformed']);
    expect(host.state).toBe('asked');
    expect(host.receive(body('00 00 USER 01 A'))).toMatchObject([{ type: 'environment' }]);
  });

  it('leaves out what is longer than the limits, and says so', () => {
    const effects = asked().receive(
      body(`00 00 USER 01 ${'A'.repeat(256)} 03 DEVNAME 01 D 03 ${'N'.repeat(65)} 01 X`),
    );
    expect(faultCodes(effects)).toEqual(['environment-too-long', 'environment-too-long']);
    expect(effects.at(-1)).toMatchObject({ variables: [{ name: 'DEVNAME' }], unrequestedVariables: 0 });
    const many = Array.from({ length: 65 }, (_, n) => ({ kind: 'userVariable' as const, name: `V${n}` }));
    const host = asked({ wanted: many });
    const flood = host.receive(body(`00${many.map(({ name }) => ` 03 ${name} 01 X`).join('')}`));
    expect(faultCodes(flood)).toEqual(['environment-too-long']);
    expect(flood.at(-1)).toMatchObject({ variables: { length: 64 } });
  });

  it('throws when asked twice, for bad options and for a bad snapshot', () => {
    const host = asked();
    expect(() => host.ask()).toThrow(expect.objectContaining({ code: 'state-forbids' }));
    expect(() => new EnvironmentHost({ ask: 'all' as 'byName' })).toThrow(
      expect.objectContaining({ code: 'option-invalid' }),
    );
    for (const name of ['', 'A'.repeat(65), 'Ä']) {
      expect(() => new EnvironmentHost({ wanted: [{ kind: 'variable', name }] })).toThrow(
        expect.objectContaining({ code: 'argument-invalid' }),
      );
    }
    expect(() => host.restore({ state: 'valueOf' as 'idle' })).toThrow(
      expect.objectContaining({ code: 'snapshot-invalid' }),
    );
    host.restore({ state: 'answered' });
    expect(host.snapshot()).toEqual({ state: 'answered' });
    host.reset();
    expect(host.state).toBe('idle');
  });

  it('[TEL-101] only a state that asked, or that has an answer, takes one', () => {
    expect(ENVIRONMENT_HOST_TABLE.idle.is).toEqual(['idle', 'faultUnasked']);
    expect(ENVIRONMENT_HOST_TABLE.asked.is).toEqual(['answered', 'take']);
    expect(ENVIRONMENT_HOST_TABLE.answered.info).toEqual(['answered', 'take']);
    expect(ENVIRONMENT_HOST_TABLE.askedAgain.info).toEqual(['askedAgain', 'take']);
    expect(ENVIRONMENT_HOST_TABLE.askedAgain.is).toEqual(['answered', 'take']);
  });

  it('[TEL-098] takes what a terminal answers', () => {
    const terminal = new EnvironmentTerminal({
      variables: { USER: 'JOE' },
      userVariables: { DEVNAME: 'D1' },
    });
    for (const ask of ['byName', 'everything'] as const) {
      const host = new EnvironmentHost({ ask });
      const [question] = host.ask();
      const [answer] = terminal.receive(question?.type === 'send' ? question.body : ALL);
      const [given] = host.receive(answer?.type === 'send' ? answer.body : ALL);
      const variables = given?.type === 'environment' ? given.variables : [];
      expect(
        variables.filter(({ value }) => value !== undefined).map(({ name, text }) => [name, text]),
      ).toEqual([
        ['USER', 'JOE'],
        ['DEVNAME', 'D1'],
      ]);
    }
  });
});
