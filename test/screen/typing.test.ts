import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.js';
import type { Key, PresentationSpace } from '../../src/screen/index.js';
import { ask, bytes, display, out } from './helpers.js';

/** One row: a screen, where the cursor is put, what is pressed or typed (in quotes), what stands there then. */
interface Case {
  readonly about: string;
  readonly screen: string;
  readonly at: number;
  readonly input: readonly string[];
  /** The first positions; 01 is a field attribute. */
  readonly becomes: string;
  readonly cursor: number;
  /** MDT of the fields in order. */
  readonly modified?: readonly boolean[];
}

// Read off s3270 where the sheets are silent.
const CASES: readonly Case[] = [
  {
    about: 'typing overwrites and sets MDT',
    screen: '1D 40 C1 C2 C3 1D 60',
    at: 2,
    input: ['"x"'],
    becomes: '01 C1 A7 C3 01',
    cursor: 3,
    modified: [true, false],
  },
  {
    about: 'insertion moves up to the first null',
    screen: '1D 40 C1 C2 00 C3 00 1D 60',
    at: 1,
    input: ['insert', '"x"'],
    becomes: '01 A7 C1 C2 C3 00 01',
    cursor: 2,
  },
  {
    about: 'insertion on a null takes it',
    screen: '1D 40 C1 00 C2 1D 60',
    at: 2,
    input: ['insert', '"x"'],
    becomes: '01 C1 A7 C2 01',
    cursor: 3,
  },
  {
    about: 'behind the last position a field that is skipped is passed over',
    screen: '1D 40 C1 C2 C3 1D F0 C4 1D 40 C5 1D 60',
    at: 3,
    input: ['"x"'],
    becomes: '01 C1 C2 A7 01 C4 01 C5 01',
    cursor: 7,
  },
  {
    about: 'a protected field that is not numeric is not skipped',
    screen: '1D 40 C1 C2 C3 1D 60 C4 1D 40 C5 1D 60',
    at: 3,
    input: ['"x"'],
    becomes: '01 C1 C2 A7 01 C4 01 C5 01',
    cursor: 5,
  },
  {
    about: 'attributes in a row, one of them skipping',
    screen: '1D 40 C1 C2 C3 1D 60 1D F0 1D 60 C4 1D 40 C5 1D 60',
    at: 3,
    input: ['"x"'],
    becomes: '01 C1 C2 A7 01 01 01 C4 01 C5 01',
    cursor: 9,
  },
  {
    about: 'DUP goes on to the next field, FM to the next position',
    screen: '1D 40 C1 C2 C3 1D 40 C4 1D 60',
    at: 1,
    input: ['dup', 'fieldMark'],
    becomes: '01 1C C2 C3 01 1E 01',
    cursor: 7,
    modified: [true, true, false],
  },
  {
    about: 'DUP is inserted in insert mode',
    screen: '1D 40 C1 C2 C3 00 1D 40 C4 1D 60',
    at: 1,
    input: ['insert', 'dup'],
    becomes: '01 1C C1 C2 C3 01 C4 01',
    cursor: 6,
  },
  {
    about: 'delete pulls the rest of the field up',
    screen: '1D 40 C1 C2 C3 1D 60',
    at: 2,
    input: ['delete'],
    becomes: '01 C1 C3 00 01',
    cursor: 2,
    modified: [true, false],
  },
  {
    about: 'erase goes back and deletes',
    screen: '1D 40 C1 C2 C3 1D 60',
    at: 3,
    input: ['erase'],
    becomes: '01 C1 C3 00 01',
    cursor: 2,
  },
  {
    about: 'erase at the start of a field does nothing',
    screen: '1D 40 C1 C2 C3 1D 60',
    at: 1,
    input: ['erase'],
    becomes: '01 C1 C2 C3 01',
    cursor: 1,
    modified: [false, false],
  },
  {
    about: 'backspace only moves, over an attribute too',
    screen: '1D 60 C1 1D 40 C2 C3 1D 60',
    at: 3,
    input: ['backspace', 'backspace'],
    becomes: '01 C1 01 C2 C3 01',
    cursor: 1,
  },
  {
    about: 'erase to the end of the field',
    screen: '1D 40 C1 C2 C3 1D 60 C4',
    at: 2,
    input: ['eraseEof'],
    becomes: '01 C1 00 00 01 C4',
    cursor: 2,
    modified: [true, false],
  },
  {
    about: 'erase to the end of a screen without fields',
    screen: 'C1 C2 C3 C4',
    at: 2,
    input: ['eraseEof'],
    becomes: 'C1 C2 00 00 00',
    cursor: 2,
  },
  {
    about: 'erase input clears and resets MDT of unprotected fields only',
    screen: '1D 40 1D 41 C1 1D 61 C2 1D 40 C3 1D 60',
    at: 5,
    input: ['eraseInput'],
    becomes: '01 01 00 01 C2 01 00 01',
    cursor: 1,
    modified: [false, false, true, false, false],
  },
  {
    about: 'delete word erases blanks and the word before them',
    screen: '1D 40 C1 C2 40 C3 C4 40 40 C5 00 1D 60',
    at: 8,
    input: ['deleteWord'],
    becomes: '01 C1 C2 40 C5 00 00 00 00 00 01',
    cursor: 4,
  },
  {
    about: 'delete word within a word',
    screen: '1D 40 C1 C2 40 C3 C4 40 40 C5 00 1D 60',
    at: 5,
    input: ['deleteWord'],
    becomes: '01 C1 C2 40 C4 40 40 C5 00 00 01',
    cursor: 4,
  },
  {
    about: 'delete word stops at the attribute',
    screen: '1D 40 C1 C2 1D 60',
    at: 2,
    input: ['deleteWord', 'deleteWord'],
    becomes: '01 C2 00 01',
    cursor: 1,
  },
  {
    about: 'delete field empties it and goes to its start',
    screen: '1D 40 C1 C2 40 C3 1D 60 C4',
    at: 3,
    input: ['deleteField'],
    becomes: '01 00 00 00 00 01 C4',
    cursor: 1,
    modified: [true, false],
  },
  {
    about: 'field end goes behind the text',
    screen: '1D 40 C1 C2 40 00 1D 60',
    at: 1,
    input: ['fieldEnd'],
    becomes: '01 C1 C2 40 00 01',
    cursor: 3,
  },
  {
    about: 'field end in a full field goes to its last position',
    screen: '1D 40 C1 C2 1D 60',
    at: 1,
    input: ['fieldEnd'],
    becomes: '01 C1 C2 01',
    cursor: 2,
  },
  {
    about: 'field end in an empty field goes to its start',
    screen: '1D 40 00 00 1D 60',
    at: 2,
    input: ['fieldEnd'],
    becomes: '01 00 00 01',
    cursor: 1,
  },
  {
    about: 'tab and back tab pass over fields of length 0',
    screen: '1D 40 C1 1D 40 1D 60 1D 40 C4 1D 60',
    at: 1,
    input: ['tab'],
    becomes: '01 C1 01 01 01 C4 01',
    cursor: 5,
  },
  {
    about: 'back tab within a field goes to its start, from there to the field before',
    screen: '1D 40 C1 C2 C3 1D 40 1D 60 1D 40 C4 1D 60',
    at: 9,
    input: ['backTab', 'backTab'],
    becomes: '01 C1 C2 C3 01 01 01 C4 01',
    cursor: 1,
  },
  {
    about: 'back tab goes on from the end of the screen',
    screen: '1D 40 C1 C2 C3 1D 40 1D 60 1D 40 C4 1D 60',
    at: 1,
    input: ['backTab'],
    becomes: '01 C1 C2 C3 01 01 01 C4 01',
    cursor: 7,
  },
  {
    about: 'an attribute at the last position and one at 0 leave no field between them',
    screen: '1D 60 C1 1D 40 C2 1D 60 11 5D 7F 1D 40',
    at: 100,
    input: ['tab'],
    becomes: '01 C1 01 C2 01',
    cursor: 3,
  },
  {
    about: 'home goes to the first input field',
    screen: '1D 60 C1 1D 40 C2 1D 60',
    at: 700,
    input: ['home'],
    becomes: '01 C1 01 C2 01',
    cursor: 3,
  },
  {
    about: 'home, tab and back tab without an input field go to 0',
    screen: '1D 60 C1',
    at: 700,
    input: ['backTab'],
    becomes: '01 C1 00',
    cursor: 0,
  },
  {
    about: 'newline goes to the first input field of the next line',
    screen: '1D 40 C1 11 C1 50 1D 60 C1 C2 1D 40 C5 1D 60',
    at: 3,
    input: ['newline'],
    becomes: '01 C1 00',
    cursor: 84,
  },
  {
    about: 'newline where the next line starts with an input field goes behind its attribute',
    screen: '1D 40 C1 11 C1 50 1D 40 C1',
    at: 3,
    input: ['newline'],
    becomes: '01 C1 00',
    cursor: 81,
  },
  {
    about: 'newline in a field that goes on goes to the start of the line',
    screen: '1D 40 C1',
    at: 3,
    input: ['newline'],
    becomes: '01 C1 00',
    cursor: 80,
  },
  {
    about: 'next word goes to the next word of the field, then behind the last one, then on',
    screen: '1D 40 C1 C2 40 C3 C4 00 00 1D 60 C5 C6 1D 40 00 C7 C8 1D 60',
    at: 1,
    input: ['nextWord'],
    becomes: '01 C1 C2 40 C3 C4 00 00 01 C5 C6 01 00 C7 C8 01',
    cursor: 4,
  },
  {
    about: 'next word in the last word of a field goes behind it',
    screen: '1D 40 C1 C2 40 C3 C4 00 00 1D 60 C5 C6 1D 40 00 C7 C8 1D 60',
    at: 4,
    input: ['nextWord'],
    becomes: '01 C1 C2 40 C3 C4 00 00 01 C5 C6 01 00 C7 C8 01',
    cursor: 6,
  },
  {
    about: 'next word behind the last word goes to the next input field with a word',
    screen: '1D 40 C1 C2 40 C3 C4 00 00 1D 60 C5 C6 1D 40 00 C7 C8 1D 60',
    at: 6,
    input: ['nextWord'],
    becomes: '01 C1 C2 40 C3 C4 00 00 01 C5 C6 01 00 C7 C8 01',
    cursor: 13,
  },
  {
    about: 'next word in a protected field passes over its words',
    screen: '1D 40 C1 C2 40 C3 C4 00 00 1D 60 C5 C6 1D 40 00 C7 C8 1D 60',
    at: 9,
    input: ['nextWord'],
    becomes: '01 C1 C2 40 C3 C4 00 00 01 C5 C6 01 00 C7 C8 01',
    cursor: 13,
  },
  {
    about: 'next word goes on from the end of the screen',
    screen: '1D 40 C1 C2 1D 60 C5 C6',
    at: 5,
    input: ['nextWord'],
    becomes: '01 C1 C2 01 C5 C6',
    cursor: 1,
  },
  {
    about: 'next word at the end of a full field goes behind it, and from there to the next field',
    screen: '1D 40 C1 C2 1D 40 C5 C6 1D 60',
    at: 4,
    input: ['nextWord'],
    becomes: '01 C1 C2 01 C5 C6 01',
    cursor: 6,
  },
  {
    about: 'previous word goes to the start of the word before this one',
    screen: '1D 40 C1 C2 40 C3 C4 00 00 1D 60 C5 C6 1D 40 00 C7 C8 1D 60',
    at: 5,
    input: ['previousWord'],
    becomes: '01 C1 C2 40 C3 C4 00 00 01 C5 C6 01 00 C7 C8 01',
    cursor: 1,
  },
  {
    about: 'previous word passes over protected fields, and goes on from the start of the screen',
    screen: '1D 40 C1 C2 40 C3 C4 00 00 1D 60 C5 C6 1D 40 00 C7 C8 1D 60',
    at: 13,
    input: ['previousWord', 'previousWord', 'previousWord'],
    becomes: '01 C1 C2 40 C3 C4 00 00 01 C5 C6 01 00 C7 C8 01',
    cursor: 13,
  },
  {
    about: 'the words of fields without any, and of a screen without fields, are nowhere',
    screen: '1D 60 C1 C2 1D 40 00 40 1D 60',
    at: 5,
    input: ['previousWord', 'nextWord'],
    becomes: '01 C1 C2 01 00 40 01',
    cursor: 5,
  },
  {
    about: 'words without fields',
    screen: 'C1 C2 40 C3',
    at: 1,
    input: ['previousWord', 'nextWord'],
    becomes: 'C1 C2 40 C3',
    cursor: 1,
  },
  { about: 'left by two wraps', screen: 'C1', at: 1, input: ['left2'], becomes: 'C1', cursor: 1919 },
  { about: 'right by two wraps', screen: 'C1', at: 1918, input: ['right2'], becomes: 'C1', cursor: 0 },
  { about: 'up wraps', screen: 'C1', at: 3, input: ['up'], becomes: 'C1', cursor: 1843 },
  { about: 'down wraps', screen: 'C1', at: 1843, input: ['down'], becomes: 'C1', cursor: 3 },
  { about: 'left wraps', screen: 'C1', at: 0, input: ['left'], becomes: 'C1', cursor: 1919 },
  { about: 'right wraps', screen: 'C1', at: 1919, input: ['right'], becomes: 'C1', cursor: 0 },
];

function feed(screen: PresentationSpace, input: readonly string[]): void {
  for (const one of input) {
    const outcome = one.startsWith('"') ? screen.type(one.slice(1, -1)) : screen.press(one as Key);
    expect([one, outcome.accepted]).toEqual([one, true]);
  }
}

describe('input from the keyboard', () => {
  for (const { about, screen: record, at, input, becomes, cursor, modified } of CASES) {
    it(`[DS-096] ${about}`, () => {
      const screen = display();
      out(screen, `F5 C2 ${record}`);
      screen.moveCursor(at);
      feed(screen, input);
      const expected = bytes(becomes);
      expect(toHex(screen.characterPlane()).slice(0, expected.length)).toBe(expected);
      expect(screen.cursor).toBe(cursor);
      if (modified !== undefined) expect(screen.fields().map((field) => field.isModified)).toEqual(modified);
    });
  }

  it('[DS-088] attributes and protected fields take no input', () => {
    const keys: Key[] = ['delete', 'eraseEof', 'dup', 'fieldMark', 'deleteWord', 'deleteField'];
    for (const at of [0, 1, 2]) {
      for (const key of keys) {
        const screen = display();
        out(screen, 'F5 C2 1D 60 C1 1D 40 C2 1D 60');
        const before = ask(screen, 'F2');
        screen.moveCursor(at);
        expect([key, at, screen.press(key)]).toEqual([
          key,
          at,
          { accepted: false, reason: 'operatorErrorProtected' },
        ]);
        screen.press('reset');
        screen.moveCursor(0);
        expect(ask(screen, 'F2')).toBe(before);
      }
    }
  });

  it('[DS-088] erase goes back before it is refused', () => {
    for (const [at, cursor, becomes] of [
      [2, 1, '01 C1 01 C2 C3 01'],
      [1, 1, '01 C1 01 C2 C3 01'],
      [5, 4, '01 C1 01 C2 00 01'],
      [0, 1919, '01 C1 01 C2 C3 01'],
    ] as const) {
      const screen = display();
      out(screen, 'F5 C2 1D 60 C1 1D 40 C2 C3 1D 60');
      screen.moveCursor(at);
      expect([at, screen.press('erase').accepted]).toEqual([at, at === 1]);
      expect([at, screen.cursor]).toEqual([at, cursor]);
      expect([at, toHex(screen.characterPlane().subarray(0, 6))]).toEqual([at, bytes(becomes)]);
    }
  });

  it('[DS-096] text stops at the first character that is refused', () => {
    const screen = display();
    out(screen, 'F5 C2 1D 40 00 00 1D 60 C1');
    screen.moveCursor(1);
    expect(screen.type('abc')).toEqual({ accepted: false, reason: 'operatorErrorProtected', taken: 2 });
    expect(screen.text(0).slice(0, 6)).toBe(' ab A ');
  });

  it('[DS-096] a full field takes no insertion', () => {
    const screen = display();
    out(screen, 'F5 C2 1D 40 C1 C2 1D 60');
    screen.moveCursor(1);
    screen.press('insert');
    expect(screen.type('x')).toEqual({ accepted: false, reason: 'operatorErrorOverflow', taken: 0 });
    expect(toHex(screen.characterPlane()).slice(0, 8)).toBe(bytes('01 C1 C2 01'));
  });

  it('[DS-057] a field that wraps is edited as one', () => {
    const screen = display();
    out(screen, 'F5 C2 11 5D 7D 1D 40 C1 C2 C3 00 1D 60');
    screen.moveCursor(1918);
    screen.press('insert');
    feed(screen, ['"x"']);
    expect(ask(screen, 'F6')).toBe(bytes('60 5D 7F 11 5D 7E A7 C1 C2 C3'));
    feed(screen, ['left', 'delete', 'delete']);
    expect(ask(screen, 'F6')).toBe(bytes('60 5D 7E 11 5D 7E C2 C3'));
    feed(screen, ['right', 'eraseEof']);
    expect(ask(screen, 'F6')).toBe(bytes('60 5D 7F 11 5D 7E C2'));
    feed(screen, ['"12"', 'up', 'down', 'left', 'left', 'eraseEof']);
    expect(ask(screen, 'F6')).toBe(bytes('60 5D 7F 11 5D 7E C2'));
  });

  it('[DS-095] without fields insertion and deletion go on to the end of the screen', () => {
    const screen = display();
    out(screen, 'F5 C2 11 C1 4D C3 C4 C5 C6 00 C7');
    screen.moveCursor(78);
    screen.press('insert');
    feed(screen, ['"x"']);
    expect(toHex(screen.characterPlane().subarray(77, 84))).toBe(bytes('C3 A7 C4 C5 C6 C7 00'));
    feed(screen, ['delete']);
    expect(toHex(screen.characterPlane().subarray(77, 84))).toBe(bytes('C3 A7 C5 C6 C7 00 00'));
    screen.moveCursor(79);
    feed(screen, ['erase']);
    expect(toHex(screen.characterPlane().subarray(77, 84))).toBe(bytes('C3 C5 C6 C7 00 00 00'));
  });

  it('[DS-095] without fields the last position takes no insertion', () => {
    const screen = display();
    out(screen, 'F5 C2 C5 C6 11 5D 7D C2 C3');
    for (const at of [1917, 1918, 1919]) {
      screen.moveCursor(at);
      screen.press('insert');
      expect(screen.type('x')).toMatchObject({ accepted: false, reason: 'operatorErrorOverflow' });
      screen.press('reset');
    }
    screen.moveCursor(1918);
    feed(screen, ['delete']);
    expect(ask(screen, 'F6')).toBe(bytes('60 5D 7E C5 C6 C2'));
    screen.moveCursor(1917);
    feed(screen, ['delete', 'eraseEof']);
    expect(ask(screen, 'F6')).toBe(bytes('60 5D 7D C5 C6'));
  });

  it('[DS-089] a numeric lock lets digits and signs through, if there is one', () => {
    for (const numericLock of [true, false]) {
      const screen = display({ numericLock });
      out(screen, 'F5 C2 1D 50 00');
      screen.moveCursor(1);
      expect(screen.type('+1,000-1.5')).toMatchObject({ accepted: true });
      expect(screen.type('A')).toEqual(
        numericLock
          ? { accepted: false, reason: 'operatorErrorNumeric', taken: 0 }
          : { accepted: true, inbound: undefined, taken: 1 },
      );
      for (const key of ['dup', 'fieldMark'] as const) {
        screen.press('reset');
        expect([key, screen.press(key).accepted]).toEqual([key, !numericLock]);
      }
    }
  });

  it('[DS-140] blanks take the place of the nulls before a typed character, in lines that are not empty', () => {
    const screen = display({ blankFill: 'blanks' });
    const row = (line: number): string => toHex(screen.characterPlane().subarray(line * 80, line * 80 + 80));
    out(screen, 'F5 C2 11 40 C5 1D 40 00 C1 11 C3 6F 1D 60');
    screen.moveCursor(82);
    feed(screen, ['"x"']);
    expect(row(0)).toBe(bytes(`00*5 01 40 C1 ${'40 '.repeat(72)}`));
    expect(row(1)).toBe(bytes('40 40 A7 00*77'));
    screen.press('deleteField');
    screen.moveCursor(82);
    feed(screen, ['"x"']);
    expect(row(0)).toBe(bytes('00*5 01 00*74'));
    expect(row(1)).toBe(bytes('40 40 A7 00*77'));
  });

  it('[DS-140] without fields, and unless wanted, no blanks are filled in', () => {
    for (const [blankFill, record] of [
      ['none', 'F5 C2 1D 40 00*9 1D 60'],
      ['blanks', 'F5 C2'],
    ] as const) {
      const screen = display({ blankFill });
      out(screen, record.replace('00*9', '00 00 00'));
      screen.moveCursor(3);
      feed(screen, ['"x"']);
      expect(toHex(screen.characterPlane().subarray(1, 4))).toBe(bytes('00 00 A7'));
    }
  });

  it('[DS-096] with blank fill, blanks at the end of a field give way to insertions, underscores if wanted', () => {
    for (const [blankFill, rest, becomes] of [
      ['blanks', 'C1 40 C2 40 40', 'A7 C1 40 C2 40'],
      ['blanks', 'C1 40 C2 40 6D', undefined],
      ['blanksAndUnderscores', 'C1 40 C2 40 6D', 'A7 C1 40 C2 40'],
      ['blanksAndUnderscores', 'C1 6D C2', undefined],
      ['blanks', 'C1 40 00 C2 40', 'A7 C1 40 C2 40'],
      ['none', 'C1 40', undefined],
    ] as const) {
      const screen = display({ blankFill });
      out(screen, `F5 C2 1D 40 ${rest} 1D 60`);
      screen.moveCursor(1);
      screen.press('insert');
      const { accepted } = screen.type('x');
      const shown = toHex(screen.characterPlane().subarray(1, 1 + rest.split(' ').length));
      expect([rest, accepted, shown]).toEqual([rest, becomes !== undefined, bytes(becomes ?? rest)]);
    }
  });

  it('[DS-074] a character beyond the code page is typed by Graphic Escape, else refused', () => {
    const screen = display();
    expect(screen.type('│')).toMatchObject({ accepted: true, taken: 1 });
    expect(ask(screen, 'F6').slice(0, 8)).toBe(bytes('60 40 C1 08'));
    expect(screen.type('a\n')).toEqual({ accepted: false, reason: 'notEncodable', taken: 1 });
    expect(screen.type('😀')).toEqual({ accepted: false, reason: 'notEncodable', taken: 0 });
    expect(screen.keyboard.locked).toBe(false);
  });

  it('[DS-028] insert mode ends with an attention, a restore and Reset', () => {
    const screen = display();
    for (const end of [
      () => screen.press('enter'),
      () => out(screen, 'F1 C2'),
      () => screen.press('reset'),
    ]) {
      screen.press('reset');
      screen.press('insert');
      expect(screen.insertMode).toBe(true);
      end();
      expect(screen.insertMode).toBe(false);
    }
  });

  it('[DS-062] typed characters have no attributes of their own, deleted ones leave theirs', () => {
    const screen = display();
    out(screen, 'F5 C2 1D 40 28 42 F2 C1 C2 C3 1D 60');
    screen.moveCursor(2);
    feed(screen, ['"x"', 'delete']);
    expect([1, 2, 3].map((at) => screen.cell(at).own.foreground)).toEqual([0xf2, 0, 0xf2]);
  });

  it('[DS-217] cursor select elsewhere is refused and locks nothing', () => {
    const screen = display();
    for (const record of ['F5 C2 1D 40 6F', 'F5 C2 1D 4C 6F', 'F5 C2 1D 44 C1', 'F5 C2 6F']) {
      out(screen, record);
      expect([record, screen.press('cursorSelect')]).toEqual([
        record,
        { accepted: false, reason: 'notSelectable' },
      ]);
      expect(screen.keyboard.locked).toBe(false);
    }
  });

  it('[DS-217] cursor select in a field of length 0 finds a null', () => {
    const screen = display();
    out(screen, 'F5 C2 1D 44 1D 40');
    expect(screen.press('cursorSelect')).toMatchObject({ accepted: true });
    expect([screen.aid, screen.fields().map(({ isModified }) => isModified)]).toEqual([0x7e, [true, false]]);
  });

  it('[DS-112 to DS-134] every attention key sends its identifier', () => {
    const expected: Record<string, string> = {
      enter: '7d',
      pa1: '6c',
      pa2: '6e',
      pa3: '6b',
      clear: '6d',
      sysReq: '01',
    };
    const functions = 'f1 f2 f3 f4 f5 f6 f7 f8 f9 7a 7b 7c c1 c2 c3 c4 c5 c6 c7 c8 c9 4a 4b 4c'.split(' ');
    functions.forEach((aid, index) => {
      expected[`pf${index + 1}`] = aid;
    });
    for (const [key, aid] of Object.entries(expected)) {
      const pressed = display().press(key as Key);
      expect([key, pressed.accepted && toHex(pressed.inbound as Uint8Array).slice(0, 2)]).toEqual([key, aid]);
    }
  });
});
