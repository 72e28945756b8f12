import { describe, expect, it } from 'vitest';
import { cp930, cp1390 } from '../../src/codepage/japanese/index.js';
import type { Key, PresentationSpace, PresentationSpaceOptions } from '../../src/screen/index.js';
import { ask, bytes, display, out } from './helpers.js';

/** Position 0 is protected, 1 the attribute of a field; the field ends at 20. */
function screenWith(field: string, options: Partial<PresentationSpaceOptions> = {}): PresentationSpace {
  const screen = display({ codePage: cp930, ...options });
  out(screen, `F5 C3 1D 60 ${field} 11 40 D4 1D 60`);
  return screen;
}

interface Case {
  readonly about: string;
  /** The attribute and what stands in the field. */
  readonly field: string;
  readonly cursor: number;
  readonly does: readonly (string | { readonly key: Key })[];
  /** The first positions of the field. */
  readonly holds: string;
  readonly at: number;
  readonly refused?: string;
}

const INPUT = '29 02 C0 40 FE 01';
const PLAIN = '1D 40';
const DOUBLE = '29 02 C0 40 43 F8';
/** 2: A, 3: SO, 4-7: 内外, 8: SI, 9: B */
const TEXT = 'C1 0E 45 8E 46 94 0F C2';
const insert = { key: 'insert' } as const;

const CASES: readonly Case[] = [
  {
    about: 'a pair with input control makes SO and SI',
    field: INPUT,
    cursor: 2,
    does: ['日'],
    holds: '0E 45 62 0F 00',
    at: 5,
  },
  {
    about: 'more pairs go before that SI',
    field: INPUT,
    cursor: 2,
    does: ['日本'],
    holds: '0E 45 62 45 66 0F 00',
    at: 7,
  },
  {
    about: 'a single byte goes behind it',
    field: INPUT,
    cursor: 2,
    does: ['日a'],
    holds: '0E 45 62 0F 62 00',
    at: 7,
  },
  {
    about: 'and a pair behind that in a subfield of its own',
    field: INPUT,
    cursor: 2,
    does: ['日a本'],
    holds: '0E 45 62 0F 62 0E 45 66 0F 00',
    at: 10,
  },
  {
    about: 'a pair without input control is refused',
    field: PLAIN,
    cursor: 2,
    does: ['日'],
    holds: '00 00',
    at: 2,
    refused: 'operatorErrorDoubleByte',
  },
  {
    about: 'a single byte in a double-byte field is refused',
    field: DOUBLE,
    cursor: 2,
    does: ['a'],
    holds: '40 40',
    at: 2,
    refused: 'operatorErrorDoubleByte',
  },
  {
    about: 'a pair in a double-byte field needs nothing',
    field: DOUBLE,
    cursor: 2,
    does: ['日本'],
    holds: '45 62 45 66 40 40',
    at: 6,
  },
  {
    about: 'at a right half the whole character gives way',
    field: DOUBLE,
    cursor: 5,
    does: ['日'],
    holds: '40 40 45 62 40 40',
    at: 6,
  },
  {
    about: 'what both halves of the code page have is a pair in a double-byte field',
    field: DOUBLE,
    cursor: 2,
    does: ['、'],
    holds: '43 44 40 40',
    at: 4,
  },
  {
    about: 'a pair over a pair',
    field: INPUT + TEXT,
    cursor: 6,
    does: ['日'],
    holds: 'C1 0E 45 8E 45 62 0F C2',
    at: 8,
  },
  {
    about: 'a single byte over a pair parts the text',
    field: INPUT + TEXT,
    cursor: 4,
    does: ['x'],
    holds: 'C1 0E 0F B7 40 0E 0F C2',
    at: 6,
  },
  {
    about: 'over the last pair it ends the text',
    field: INPUT + TEXT,
    cursor: 7,
    does: ['x'],
    holds: 'C1 0E 45 8E 0F B7 40 C2',
    at: 8,
  },
  {
    about: 'over SO it takes the first pair with it',
    field: INPUT + TEXT,
    cursor: 3,
    does: ['x'],
    holds: 'C1 B7 40 0E 46 94 0F C2',
    at: 4,
  },
  {
    about: 'at SI it goes over it',
    field: INPUT + TEXT,
    cursor: 8,
    does: ['x'],
    holds: 'C1 0E 45 8E 46 94 0F B7',
    at: 10,
  },
  {
    about: 'inserted between pairs it parts them with SI and SO',
    field: INPUT + TEXT,
    cursor: 6,
    does: [insert, 'x'],
    holds: 'C1 0E 45 8E 0F B7 0E 46 94 0F C2',
    at: 8,
  },
  {
    about: 'inserted at the first pair it comes before SO',
    field: INPUT + TEXT,
    cursor: 4,
    does: [insert, 'x'],
    holds: 'C1 B7 0E 45 8E 46 94 0F C2',
    at: 4,
  },
  {
    about: 'a pair inserted between pairs',
    field: INPUT + TEXT,
    cursor: 6,
    does: [insert, '日'],
    holds: 'C1 0E 45 8E 45 62 46 94 0F C2',
    at: 8,
  },
  {
    about: 'a pair inserted in single-byte text',
    field: `${INPUT} C1 C2`,
    cursor: 3,
    does: [insert, '日'],
    holds: 'C1 0E 45 62 0F C2',
    at: 6,
  },
  {
    about: 'a pair inserted at SI',
    field: INPUT + TEXT,
    cursor: 8,
    does: [insert, '日'],
    holds: 'C1 0E 45 8E 46 94 45 62 0F C2',
    at: 10,
  },
  {
    about: 'a pair inserted in a double-byte field pushes blanks out',
    field: `${DOUBLE} 45 8E`,
    cursor: 2,
    does: [insert, '日'],
    holds: '45 62 45 8E 40 40',
    at: 4,
  },
  {
    about: 'delete takes both halves',
    field: INPUT + TEXT,
    cursor: 5,
    does: [{ key: 'delete' }],
    holds: 'C1 0E 46 94 0F C2 00 00',
    at: 5,
  },
  {
    about: 'delete does not take SO alone',
    field: INPUT + TEXT,
    cursor: 3,
    does: [{ key: 'delete' }],
    holds: 'C1 0E 45 8E',
    at: 3,
    refused: 'operatorErrorProtected',
  },
  {
    about: 'erase takes pairs, and SO and SI with the last one',
    field: INPUT + TEXT,
    cursor: 9,
    does: [{ key: 'erase' }, { key: 'erase' }],
    holds: 'C1 C2 00 00',
    at: 3,
  },
  {
    about: 'erase EOF ends the text with SI',
    field: INPUT + TEXT,
    cursor: 6,
    does: [{ key: 'eraseEof' }],
    holds: 'C1 0E 45 8E 0F 00 00',
    at: 6,
  },
  {
    about: 'erase EOF at a right half too',
    field: INPUT + TEXT,
    cursor: 5,
    does: [{ key: 'eraseEof' }],
    holds: 'C1 0E 0F 00 00',
    at: 5,
  },
  {
    about: 'erase EOF at SO leaves nothing',
    field: INPUT + TEXT,
    cursor: 3,
    does: [{ key: 'eraseEof' }],
    holds: 'C1 00 00',
    at: 3,
  },
  {
    about: 'delete word takes pairs',
    field: INPUT + TEXT,
    cursor: 9,
    does: [{ key: 'deleteWord' }],
    holds: 'C2 00 00',
    at: 2,
  },
  {
    about: 'DUP in a double-byte field is refused',
    field: DOUBLE,
    cursor: 2,
    does: [{ key: 'dup' }],
    holds: '40 40',
    at: 2,
    refused: 'operatorErrorDoubleByte',
  },
  {
    about: 'right goes over a pair',
    field: INPUT + TEXT,
    cursor: 4,
    does: [{ key: 'right' }],
    holds: 'C1 0E',
    at: 6,
  },
  {
    about: 'left goes over a pair',
    field: INPUT + TEXT,
    cursor: 8,
    does: [{ key: 'left' }, { key: 'left' }],
    holds: 'C1 0E',
    at: 4,
  },
  {
    about: 'left leaves a right half for the character before it',
    field: INPUT + TEXT,
    cursor: 7,
    does: [{ key: 'left' }],
    holds: 'C1 0E',
    at: 4,
  },
  {
    about: 'left2 and right2 go over two',
    field: INPUT + TEXT,
    cursor: 8,
    does: [{ key: 'left2' }, { key: 'right2' }, { key: 'right2' }],
    holds: 'C1 0E',
    at: 10,
  },
];

describe('typing double-byte text', () => {
  for (const { about, field, cursor, does, holds, at, refused } of CASES) {
    it(`[SEC-092] ${about}`, () => {
      const screen = screenWith(field);
      screen.moveCursor(cursor);
      let reason: string | undefined;
      for (const step of does) {
        const outcome = typeof step === 'string' ? screen.type(step) : screen.press(step.key);
        if (!outcome.accepted) reason = outcome.reason;
      }
      expect(reason).toBe(refused);
      expect(screen.keyboard.reason).toBe(refused);
      expect(ask(screen, 'F2').slice(6 + 4, -4)).toMatch(new RegExp(`1d(40|c1)${bytes(holds)}`));
      expect(screen.cursor).toBe(at);
    });
  }

  it('[DS-158] in character mode a pair without input control has a character set of its own', () => {
    const screen = screenWith(PLAIN);
    out(screen, 'F3 00 06 09 00 02 43');
    screen.moveCursor(2);
    expect(screen.type('a日b')).toMatchObject({ accepted: true, taken: 3 });
    expect(ask(screen, 'F6')).toBe(bytes('60 40 C6 11 40 C2 62 28 43 F8 45 62 28 43 00 63'));
    screen.moveCursor(4);
    expect(screen.type('x').accepted).toBe(true);
    expect(ask(screen, 'F6')).toBe(bytes('60 40 C4 11 40 C2 62 B7 40 63'));
  });

  it('[DS-088] a numeric lock refuses pairs', () => {
    const screen = screenWith('29 02 C0 50 FE 01', { numericLock: true });
    screen.moveCursor(2);
    expect(screen.type('日')).toMatchObject({ accepted: false, reason: 'operatorErrorNumeric' });
  });

  it('a protected field refuses pairs', () => {
    const screen = screenWith('29 02 C0 60 FE 01');
    screen.moveCursor(2);
    expect(screen.type('日')).toMatchObject({ accepted: false, reason: 'operatorErrorProtected' });
  });

  it('takes a letter with its mark at once, and says where it stopped', () => {
    const screen = screenWith(INPUT, { codePage: cp1390 });
    screen.moveCursor(2);
    expect(screen.type('か\u309a日\ud83d\ude00')).toEqual({
      accepted: false,
      reason: 'notEncodable',
      taken: 3,
    });
    expect(screen.fields()[1]?.text.trim()).toBe('か\u309a日');
  });

  it('does not take a field attribute for a free position', () => {
    const screen = display({ codePage: cp930 });
    out(screen, `F5 C3 ${INPUT} C1 C2 ${INPUT} C3 0E 45 8E 0F 1D 60`);
    screen.moveCursor(4); // an SO behind it, and the attribute before it
    expect(screen.type('日')).toMatchObject({ accepted: false, reason: 'operatorErrorDoubleByte' });
    expect(screen.fields().map(({ position }) => position)).toEqual([0, 3, 9]);
  });

  it('[DS-217] the designator of a double-byte field is a pair', () => {
    const screen = screenWith('29 02 C0 44 43 F8 42 6F 45 8E');
    screen.moveCursor(4);
    expect(screen.press('cursorSelect')).toEqual({ accepted: true, inbound: undefined });
    expect(ask(screen, 'F6')).toBe(bytes('60 40 C4 11 40 C2 42 6E 45 8E 40*14'));
  });
});
