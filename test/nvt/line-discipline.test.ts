import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiBytes, SnapshotReader, UsageError } from '../../src/bytes/index.js';
import { NvtInput } from '../../src/nvt/index.js';
import { csi, Shown } from './helpers.js';

/** Text of bytes, one character each. */
function text(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : String.fromCharCode(...bytes);
}

function lineMode(rows?: number, columns?: number): { input: NvtInput; shown: Shown } {
  const shown = new Shown(rows, columns);
  const input = new NvtInput();
  input.display = shown.display;
  return { input, shown };
}

function characterMode(erase?: 'backspace' | 'delete'): NvtInput {
  const input = new NvtInput(erase);
  input.switchCharacterMode(true);
  return input;
}

describe('line mode', () => {
  it('[TEL-063] sends a line with CR LF when it is ended', () => {
    const { input } = lineMode();
    expect(text(input.type('logon').send)).toBe('');
    expect(input.line).toBe('logon');
    expect(text(input.press('enter')?.send)).toBe('logon\r\n');
    expect(input.line).toBe('');
  });

  it('shows what is typed, and goes to the next line', () => {
    const { input, shown } = lineMode();
    shown.write('user: ');
    input.type('ibm');
    expect(shown.rows).toEqual(['user: ibm']);
    input.press('enter');
    expect(shown.cursor).toEqual([2, 1]);
  });

  it('[TEL-069] shows nothing while the host has switched the echo off', () => {
    const { input, shown } = lineMode();
    input.localEcho = false;
    input.type('secret');
    input.press('erase');
    expect(text(input.press('enter')?.send)).toBe('secre\r\n');
    expect([shown.rows, shown.cursor]).toEqual([[], [1, 1]]);
  });

  it.each(['\r', '\n', '\r\n'])('a typed line end %j ends the line once', (end) => {
    const { input, shown } = lineMode();
    expect(text(input.type(`one${end}two${end}rest`).send)).toBe('one\r\ntwo\r\n');
    expect(input.line).toBe('rest');
    expect(shown.rows).toEqual(['one', 'two', 'rest']);
  });

  it.each([
    ['backspace', 'one two', 'one tw'],
    ['erase', 'one two', 'one tw'],
    ['delete', 'one two', 'one tw'],
    ['deleteWord', 'one two', 'one'],
    ['deleteWord', 'one two  ', 'one'],
    ['deleteWord', 'one', ''],
    ['deleteField', 'one two', ''],
  ])('%s takes back from %j', (key, typed, left) => {
    const { input, shown } = lineMode();
    input.type(typed);
    expect(text(input.press(key)?.send)).toBe('');
    expect(input.line.trimEnd()).toBe(left);
    expect(shown.rows.join('')).toBe(left);
    expect(shown.cursor[1]).toBe(input.line.length + 1);
  });

  it('with nothing to take back nothing happens', () => {
    const { input, shown } = lineMode();
    shown.write('> ');
    for (const key of ['erase', 'deleteWord', 'deleteField']) input.press(key);
    expect(shown.rows).toEqual(['>']);
    expect(shown.cursor).toEqual([1, 3]);
  });

  it('controls are shown as two characters, and taken back as two', () => {
    const { input, shown } = lineMode();
    input.type('a');
    input.press('tab');
    input.type('\x03b');
    expect(shown.rows).toEqual(['a^I^Cb']);
    input.press('erase');
    input.press('erase');
    expect(shown.rows).toEqual(['a^I']);
    expect(text(input.press('enter')?.send)).toBe('a\t\r\n');
  });

  it('what was wrapped is taken back over the start of the line', () => {
    const { input, shown } = lineMode();
    input.type('0123456789AB');
    expect(shown.rows).toEqual(['0123456789', 'AB']);
    for (let i = 0; i < 3; i++) input.press('erase');
    expect(shown.rows).toEqual(['012345678']);
    input.type('x');
    expect(shown.rows).toEqual(['012345678x']);
  });

  it('function keys stand in the line, as in x3270', () => {
    const { input, shown } = lineMode();
    input.press('pf1');
    expect(shown.rows).toEqual(['^[OP']);
    expect(text(input.press('enter')?.send)).toBe('\x1bOP\r\n');
  });

  it('a sequence that the host has not ended does not swallow what is typed', () => {
    const { input, shown } = lineMode();
    shown.write(csi('3'));
    input.type('2D');
    expect(shown.rows).toEqual(['2D']);
    shown.write('Gx');
    expect(shown.rows).toEqual(['2Dx']);
  });

  it('a line has at most 16384 characters', () => {
    const { input } = lineMode();
    expect(input.type('x'.repeat(16380)).taken).toBe(16380);
    expect(input.type('123456').taken).toBe(4);
    expect(input.line.length).toBe(16384);
    expect(input.press('enter')?.send.length).toBe(16386);
  });

  it('[SEC-061] a character that an NVT has not throws, and nothing is taken', () => {
    const { input, shown } = lineMode();
    expect(() => input.type('ab\u20ac')).toThrow(UsageError);
    expect([input.line, shown.rows]).toEqual(['', []]);
  });

  it('[TNE-068] whole lines are sent even while the host echoes, and are not shown then', () => {
    const { input, shown } = lineMode();
    input.wholeLines = true;
    expect(text(input.switchCharacterMode(true))).toBe('');
    input.type('one');
    expect(shown.rows).toEqual([]);
    expect(text(input.press('enter')?.send)).toBe('one\r\n');
  });

  it('what is shown is what stands in the line', () => {
    const key = fc.constantFrom('backspace', 'erase', 'delete', 'deleteWord', 'deleteField', 'tab', 'reset');
    const typed = fc.stringMatching(/^[ -~\xa0-\xff]{0,8}$/).map((string) => ({ typed: string }));
    fc.assert(
      fc.property(fc.array(fc.oneof(typed, key), { maxLength: 25 }), (actions) => {
        const { input, shown } = lineMode(24, 80);
        for (const action of actions) {
          if (typeof action === 'string') input.press(action);
          else input.type(action.typed);
        }
        expect(shown.rows.join('')).toBe(input.line.replaceAll('\t', '^I').trimEnd());
      }),
    );
  });
});

describe('character mode', () => {
  it.each([
    ['enter', '\r\0'],
    ['newline', '\n'],
    ['tab', '\t'],
    ['backspace', '\b'],
    ['erase', '\b'],
    ['delete', '\x7f'],
    ['deleteWord', '\x17'],
    ['deleteField', '\x15'],
    ['up', csi('A')],
    ['down', csi('B')],
    ['right', csi('C')],
    ['left', csi('D')],
    ['home', csi('H')],
    ['clear', csi('2K')],
    ['pa1', '\x1bOP'],
    ['pa2', '\x1bOQ'],
    ['pa3', '\x1bOR'],
    ['reset', ''],
  ])('%s', (key, sent) => {
    expect(text(characterMode().press(key)?.send)).toBe(sent);
  });

  it('PF keys', () => {
    const input = characterMode();
    const sent = Array.from({ length: 24 }, (_, i) => text(input.press(`pf${i + 1}`)?.send));
    expect(sent.slice(0, 4)).toEqual(['\x1bOP', '\x1bOQ', '\x1bOR', '\x1bOS']);
    const numbers = [15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34, 35, 36, 37, 38];
    expect(sent.slice(4)).toEqual(numbers.map((number) => csi(`${number}~`)));
  });

  it('cursor keys in application mode', () => {
    const shown = new Shown().write(csi('?1h'));
    const input = characterMode();
    input.display = shown.display;
    expect(['up', 'down', 'right', 'left'].map((key) => text(input.press(key)?.send))).toEqual([
      '\x1bOA',
      '\x1bOB',
      '\x1bOC',
      '\x1bOD',
    ]);
  });

  it('BackSpace sends DEL where that is chosen', () => {
    expect(text(characterMode('delete').press('backspace')?.send)).toBe('\x7f');
  });

  it.each([
    'backTab',
    'eraseEof',
    'eraseInput',
    'dup',
    'fieldMark',
    'cursorSelect',
    'insert',
    'sysReq',
    'attn',
    'toString',
  ])('%s has no function', (key) => {
    expect(characterMode().press(key)).toBeUndefined();
  });

  it('[TEL-063] a bare carriage return is CR NUL, but not in binary', () => {
    const input = characterMode();
    expect(text(input.type('a\rb\r\nc').send)).toBe('a\r\0b\r\nc');
    input.binary = true;
    expect(text(input.type('a\rb').send)).toBe('a\rb');
    expect(text(input.press('enter')?.send)).toBe('\r');
  });

  it('sends each character at once and shows nothing', () => {
    const shown = new Shown();
    const input = characterMode();
    input.display = shown.display;
    expect(text(input.type('a\xe9').send)).toBe('a\xe9');
    expect([shown.rows, input.line]).toEqual([[], '']);
  });

  it('a line that was begun goes out when the host begins to echo', () => {
    const input = new NvtInput();
    input.type('begun');
    expect(text(input.switchCharacterMode(true))).toBe('begun');
    expect(input.line).toBe('');
    expect(text(input.switchCharacterMode(false))).toBe('');
  });
});

describe('snapshots', () => {
  it('hold all that lasts', () => {
    const input = new NvtInput();
    input.type('begun');
    input.wholeLines = true;
    input.localEcho = false;
    input.binary = true;
    const restored = new NvtInput();
    restored.restore(new SnapshotReader(input.snapshot()));
    expect(restored.snapshot()).toEqual(input.snapshot());
    expect(restored.press('enter')?.send).toEqual(asciiBytes('begun\r\n'));
    restored.reset();
    expect(restored.snapshot()).toEqual(new NvtInput().snapshot());
  });
});
