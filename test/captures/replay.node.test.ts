import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const REPLAY = join(ROOT, 'test/tools/replay.ts');
const TSX = join(ROOT, 'node_modules/tsx/dist/cli.mjs');

function replay(input: string, ...options: string[]): string {
  return execFileSync(process.execPath, [TSX, REPLAY, ...options], { input, encoding: 'utf8', cwd: ROOT });
}

/** TN3270E with a bound screen: NAME and an input field of eight, cursor in it; then what an operator does. */
const SESSION = [
  '{"name":"made up","tls":"none","options":{"model":"3279-2-E","luNames":["LU1"]}}',
  '{"t_ms":0,"dir":"host","hex":"fffd28"}',
  '{"t_ms":1,"dir":"client","hex":"fffb28"}',
  '{"t_ms":2,"dir":"host","hex":"fffa280802fff0"}',
  '{"t_ms":3,"dir":"host","hex":"fffa28020449424d2d333237382d322d45014c5531fff0"}',
  '{"t_ms":4,"dir":"host","hex":"fffa28030402fff0"}',
  '{"t_ms":5,"action":["String","waits"]}',
  '{"t_ms":6,"dir":"host","hex":"0000000000f5c31140401d60d5c1d4c51d401311404e1d60ffef"}',
  '{"t_ms":7,"action":["Tab"]}',
  '{"t_ms":8,"action":["EraseEOF"]}',
  '{"t_ms":9,"action":["String","ibm\\\\n"]}',
  '{"t_ms":10,"event":"close","by":"host"}',
].join('\n');

interface Step {
  readonly step: number;
  readonly sent: string;
  readonly mode: string;
  readonly lu: string | null;
  readonly cursor: number;
  readonly keyboardLocked: boolean;
  readonly text: readonly string[];
  readonly buffer: string;
  readonly attributes: readonly unknown[];
}

describe('npm run replay', () => {
  const steps = replay(`${SESSION}\n`, '-', '--json')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Step);

  it('prints an object for each step but those of the recorded terminal', () => {
    expect(steps.map(({ step }) => step)).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(Object.keys(steps[0] as Step)).toEqual([
      'step',
      'sent',
      'mode',
      'lu',
      'rows',
      'cols',
      'cursor',
      'keyboardLocked',
      'text',
      'buffer',
      'attributes',
    ]);
  });

  it('says what was sent', () => {
    expect(steps.map(({ sent }) => sent)).toEqual([
      'fffb28',
      'fffa28020749424d2d333237382d322d45014c5531fff0',
      'fffa28030700020405fff0',
      '',
      '',
      '',
      '',
      '',
      // ENTER, cursor 9, the field at 6
      '00000000007d40c91140c6898294ffef',
      '',
    ]);
  });

  it('lets input wait for the keyboard, as s3270 does', () => {
    expect(steps[4]?.keyboardLocked).toBe(true);
    expect(steps[4]?.text[0]).not.toContain('waits');
    expect(steps[5]?.text[0]).toMatch(/^ NAME waits {3}/);
    expect(steps[5]?.cursor).toBe(11);
  });

  it('gives the character plane and the attributes', () => {
    expect(steps[5]?.buffer.slice(0, 32)).toBe('01d5c1d4c501a68189a3a20000000100');
    expect(steps[5]?.buffer).toHaveLength(2 * 24 * 80);
    // The modified bit of the second field is set by typing.
    expect(steps[5]?.attributes).toEqual([
      [0, 0x20, {}],
      [5, 0x01, {}],
      [14, 0x20, {}],
    ]);
  });

  it('follows modes and the LU name to the end', () => {
    expect(steps.map(({ mode }) => mode)).toEqual([
      ...Array.from({ length: 3 }, () => 'tn3270eUnbound'),
      ...Array.from({ length: 6 }, () => 'tn3270e'),
      'closed',
    ]);
    expect(steps[3]?.lu).toBe('LU1');
  });

  it('without --json tells it in words, with the screen in a frame', () => {
    const text = replay(SESSION, '-');
    expect(text).toContain('IAC DO TN3270E');
    expect(text).toMatch(/^ {2}\| NAME waits {3}/m);
    expect(text).toMatch(/closed by peer: ENDED/);
  });

  it.each([
    ['{"name":"x"}\n{"dir":"host","hex":"f"}', /line 2: hex must be pairs/],
    ['{"name":"x"}\n{"action":["Explode"]}', /unknown action \["Explode"\]/],
    ['{"options":{"codePage":"cp99999"}}', /no code page 'cp99999'/],
  ])('says what is wrong with %s', (input, message) => {
    const { status, stderr } = spawnSync(process.execPath, [TSX, REPLAY, '-'], {
      input,
      encoding: 'utf8',
      cwd: ROOT,
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('    at ');
  });

  it('plays double-byte text, which is shown with one character for two columns', () => {
    const lines = SESSION.split('\n');
    const transcript = [
      (lines[0] as string).replace('"luNames"', '"codePage":"cp930","luNames"'),
      ...lines.slice(1, 6),
      // SO 45 8E 46 94 SI in a protected field, and a field with input control.
      '{"t_ms":6,"dir":"host","hex":"0000000000f5c31d600e458e46940f2902c040fe011311404e1d60ffef"}',
      '{"t_ms":7,"action":["String","a\\\\e4562\\\\n"]}',
    ];
    const played = replay(`${transcript.join('\n')}\n`, '-', '--json')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Step);
    const last = played.at(-1) as Step;
    expect(last.text[0]?.trimEnd()).toBe('  内外  a 日');
    expect(last.sent).toBe('00000000007d404c1140c8620e45620fffef');
    expect(last.buffer.slice(0, 28)).toBe('010e458e46940f01620e45620f00');
  });
});
