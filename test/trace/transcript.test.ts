import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.js';
import { cp037 } from '../../src/codepage/index.js';
import { TerminalSession } from '../../src/session/index.js';
import {
  parseTranscript,
  type Transcript,
  TranscriptError,
  type TranscriptStep,
  terminalOptions,
  writeTranscript,
} from '../../src/trace/index.js';

const SAMPLE = [
  '{"name":"logon","client":"s3270","host":"z/OS","tls":"negotiated","note":"","options":{"model":"3279-4-E","codePage":"cp037"}}',
  '{"t_ms":0,"dir":"host","hex":"fffd2e"}',
  '{"t_ms":3,"dir":"client","hex":"fffb2efffa2e01fff0"}',
  '{"t_ms":40.5,"event":"tls-established","version":"TLSv1.3","cipher":"TLS_AES_256_GCM_SHA384"}',
  '{"t_ms":900,"action":["String","logon"]}',
  '{"action":["PF",3]}',
  '{"t_ms":950,"event":"close","by":"host","why":"done"}',
  '',
].join('\n');

function lineOfError(text: string, limits = {}): [line: number, message: string] {
  try {
    parseTranscript(text, limits);
  } catch (error) {
    if (error instanceof TranscriptError) {
      expect(error.code).toBe('transcript-invalid');
      expect(error.message).toMatch(/^line \d+: [ -~]+$/);
      return [error.line, error.message.replace(/^line \d+: /, '')];
    }
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a transcript', () => {
  it('is a header and steps: bytes, events and actions', () => {
    const { header, steps } = parseTranscript(SAMPLE);
    expect(header.name).toBe('logon');
    expect(header.options).toEqual({ model: '3279-4-E', codePage: 'cp037' });
    expect(steps).toEqual([
      { type: 'bytes', at: 0, sender: 'host', bytes: fromHex('fffd2e') },
      { type: 'bytes', at: 3, sender: 'terminal', bytes: fromHex('fffb2efffa2e01fff0') },
      {
        type: 'event',
        at: 40.5,
        event: 'tls-established',
        details: new Map([
          ['version', 'TLSv1.3'],
          ['cipher', 'TLS_AES_256_GCM_SHA384'],
        ]),
      },
      { type: 'action', at: 900, name: 'String', arguments: ['logon'] },
      { type: 'action', name: 'PF', arguments: [3] },
      {
        type: 'event',
        at: 950,
        event: 'close',
        details: new Map([
          ['by', 'host'],
          ['why', 'done'],
        ]),
      },
    ]);
  });

  it('is written as it was read', () => {
    expect(writeTranscript(parseTranscript(SAMPLE))).toBe(SAMPLE);
  });

  it('may have carriage returns, empty lines and a byte order mark', () => {
    const text = `\ufeff${SAMPLE.replaceAll('\n', '\r\n\r\n')}`;
    expect(parseTranscript(text)).toEqual(parseTranscript(SAMPLE));
  });

  it('may end without a line feed, and may have no steps', () => {
    expect(parseTranscript('{}')).toEqual({ header: {}, steps: [] });
  });

  it('survives being written and read, whatever it holds', () => {
    const step: fc.Arbitrary<TranscriptStep> = fc.oneof(
      fc.record(
        {
          type: fc.constant('bytes' as const),
          at: fc.nat(),
          sender: fc.constantFrom('host' as const, 'terminal' as const),
          bytes: fc.uint8Array({ maxLength: 20 }),
        },
        { requiredKeys: ['type', 'sender', 'bytes'] },
      ),
      fc.record({
        type: fc.constant('action' as const),
        at: fc.nat(),
        name: fc.string(),
        arguments: fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.integer())),
      }),
      fc.record({
        type: fc.constant('event' as const),
        event: fc.constant('close' as const),
        details: fc.string().map((why) => new Map([['why', why]])),
      }),
    );
    fc.assert(
      fc.property(fc.record({ name: fc.string(), note: fc.string() }), fc.array(step), (header, steps) => {
        const transcript: Transcript = { header, steps };
        expect(parseTranscript(writeTranscript(transcript))).toEqual(transcript);
      }),
    );
  });
});

describe('[SEC-135] what is wrong is named with its line', () => {
  const HEADER = '{"name":"x"}\n';
  const OK = '{"dir":"host","hex":"00"}\n';
  const cases: readonly (readonly [text: string, line: number, message: RegExp])[] = [
    ['', 1, /begins with its header/],
    ['\n\n', 1, /begins with its header/],
    ['{"dir":"host","hex":"ff"}\n', 1, /begins with its header/],
    ['[]\n', 1, /must be a JSON object/],
    ['null', 1, /must be a JSON object/],
    ['{"nmae":"x"}', 1, /unknown key "nmae"/],
    ['{"__proto__":{"name":"x"}}', 1, /unknown key "__proto__"/],
    ['{"name":1}', 1, /name must be text, not 1/],
    ['{"options":[]}', 1, /options must be a JSON object/],
    ['{"options":{"modle":"3279-2-E"}}', 1, /unknown key "modle"/],
    ['{"options":{"oversize":"132"}}', 1, /oversize must be COLUMNSxROWS/],
    ['{"options":{"functions":[300]}}', 1, /functions must be a list of bytes/],
    ['{"options":{"limits":{"optionFlips":0}}}', 1, /limits must be an object of numbers/],
    ['{"options":{"limits":[2]}}', 1, /limits must be an object of numbers/],
    ['{"options":{"volunteerStartTls":1}}', 1, /volunteerStartTls must be true or false/],
    ['{"options":{"fieldValidation":"yes"}}', 1, /fieldValidation must be true or false/],
    ['{"options":{"environment":{"vars":{}}}}', 1, /unknown key "vars"/],
    ['{"options":{"environment":{"variables":{"USER":1}}}}', 1, /variable "USER"/],
    [`${HEADER}{"dir":"host","hex":"ff`, 2, /not JSON/],
    [`${HEADER}${OK}${OK}{"dir":"host","hex":"fff"}\n${OK}`, 4, /hex must be pairs of digits/],
    [`${HEADER}\n\n{"dir":"host","hex":"zz"}`, 4, /hex must be pairs of digits/],
    [`${HEADER}{"dir":"host","hex":255}`, 2, /hex must be text/],
    [`${HEADER}{"dir":"host"}`, 2, /hex must be text/],
    [`${HEADER}{"dir":"hots","hex":"ff"}`, 2, /dir must be host or client/],
    [`${HEADER}{"dir":"host","hex":"ff","event":"close"}`, 2, /one of dir, event and action/],
    [`${HEADER}{"t_ms":1}`, 2, /one of dir, event and action/],
    [`${HEADER}{"dir":"host","hex":"ff","tms":3}`, 2, /unknown key "tms"/],
    [`${HEADER}{"t_ms":"1","dir":"host","hex":"ff"}`, 2, /t_ms must be milliseconds/],
    [`${HEADER}{"t_ms":-1,"dir":"host","hex":"ff"}`, 2, /t_ms must be milliseconds/],
    [`${HEADER}{"event":"explode"}`, 2, /unknown event "explode"/],
    [`${HEADER}{"event":["close"]}`, 2, /unknown event/],
    [`${HEADER}{"event":"close","colour":"red"}`, 2, /unknown key "colour"/],
    [`${HEADER}{"event":"close","by":{}}`, 2, /by must be text or a number/],
    [`${HEADER}{"action":"Enter"}`, 2, /action must be a list/],
    [`${HEADER}{"action":[]}`, 2, /action must be a list/],
    [`${HEADER}{"action":["String",["x"]]}`, 2, /action must be a list/],
  ];

  it.each(cases)('%j', (text, line, message) => {
    const [found, said] = lineOfError(text);
    expect(found).toBe(line);
    expect(said).toMatch(message);
  });

  it('a huge line, before it is parsed', () => {
    const huge = `${HEADER}{"dir":"host","hex":"${'00'.repeat(2_000_000)}"}`;
    expect(lineOfError(huge)).toEqual([2, 'a line has at most 2097152 characters']);
    expect(lineOfError(`${HEADER}${OK}`, { line: 20 })[0]).toBe(2);
  });

  it('more steps than the limit', () => {
    expect(lineOfError(`${HEADER}${OK}${OK}${OK}`, { steps: 2 })).toEqual([
      4,
      'a transcript has at most 2 steps',
    ]);
  });

  it('a value that is deep beyond reason', () => {
    const deep = `${HEADER}${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(lineOfError(deep)[0]).toBe(2);
  });

  it('is quoted shortened, and without controls', () => {
    const [, message] = lineOfError(
      `${HEADER}{"dir":${JSON.stringify('\u001b[2J\u009b\u202e'.repeat(100))},"hex":""}`,
    );
    expect(message.length).toBeLessThan(120);
  });

  it('any text gives a transcript or such an error, never another', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        try {
          parseTranscript(`{}\n${text}`);
        } catch (error) {
          expect(error).toBeInstanceOf(TranscriptError);
        }
      }),
    );
  });
});

describe('the options of a transcript', () => {
  it('are those of a session, by name of the code page', () => {
    const options = terminalOptions(
      {
        tls: 'required',
        model: '3278-3-E',
        oversize: '132x60',
        luNames: ['LU1', 'LU2'],
        functions: [0, 2],
        environment: { variables: { USER: 'me' }, userVariables: { DEVNAME: ['A', 'B'] } },
        codePage: 'cp037',
        fieldValidation: true,
        rpqName: 'x3270',
        transferLimit: 4096,
      },
      cp037,
    );
    expect(options).toEqual({
      tls: 'required',
      model: '3278-3-E',
      oversize: { columns: 132, rows: 60 },
      luNames: ['LU1', 'LU2'],
      tn3270e: { functions: [0, 2] },
      environment: {
        variables: new Map([['USER', 'me']]),
        userVariables: new Map([['DEVNAME', ['A', 'B']]]),
      },
      codePage: cp037,
      fieldValidation: true,
      query: { rpqName: 'x3270', transferLimit: 4096 },
    });
    expect(new TerminalSession(options).mode).toBe('negotiating');
  });

  it('hold the low limits and the settings of an explored way', () => {
    const given = { tls: 'auto', allowClear: true, volunteerStartTls: true, limits: { optionFlips: 2 } };
    expect(terminalOptions(given, cp037)).toEqual({ ...given, codePage: cp037 });
    expect(parseTranscript(`${JSON.stringify({ options: given })}\n`).header.options).toEqual(given);
    const unknown = terminalOptions({ limits: { flips: 2 } as never }, cp037);
    expect(() => new TerminalSession(unknown)).toThrow(/unknown option 'flips'/);
  });

  it('without any are plain', () => {
    expect(terminalOptions({}, cp037)).toEqual({ tls: 'plain', codePage: cp037 });
  });

  it('can turn TN3270E and NEW-ENVIRON down', () => {
    const options = terminalOptions({ tn3270e: false, environment: false, functions: [0] }, cp037);
    expect(options).toEqual({ tls: 'plain', codePage: cp037, tn3270e: false, environment: false });
  });

  it('that no session has are refused by the session', () => {
    expect(() => new TerminalSession(terminalOptions({ model: '3277' }, cp037))).toThrow(/model/);
  });
});
