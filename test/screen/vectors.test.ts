import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.js';
import { ask, bytes, display, out } from './helpers.js';

/** One row of the sheet: records sent in turn, and what reads answer after them. */
interface Vector {
  readonly id: string;
  readonly about: string;
  readonly steps: readonly (readonly [record: string, answer: string])[];
}

const RB = 'F2';
const RM = 'F6';
const RMA = '6E';
const DONE = 'none';
const CHECK = 'operationCheck';

const VECTORS: readonly Vector[] = [
  {
    id: 'DS-V01',
    about: 'undefined codes are dropped, SUB is stored',
    steps: [
      ['F5 C3 C1 02 C2 21 C3 3F C4', DONE],
      [RB, '60 40 40 C1 C2 C3 3F C4 00*1915'],
    ],
  },
  {
    id: 'DS-V02',
    about: 'data wraps to 0, an address beyond the screen ends the write',
    steps: [
      ['F5 C3 C1 11 5D 7F C2 C1 11 60 40 C3', CHECK],
      [RB, '60 40 40 C1 00*1918 C2'],
    ],
  },
  {
    id: 'DS-V03',
    about: '14-bit address one too high',
    steps: [
      ['F5 C3 C1 11 07 80 C2', CHECK],
      [RB, '60 40 40 C1 00*1919'],
    ],
  },
  {
    id: 'DS-V04',
    about: 'reserved high bits are read as 12 bits',
    steps: [
      ['F5 C3 11 81 C1 C1', DONE],
      [RB, '60 40 40 00*65 C1 00*1854'],
      [RM, '60 40 40 C1'],
    ],
  },
  {
    id: 'DS-V05',
    about: 'Erase/Write alone erases and is an error',
    steps: [
      ['F5 C3 C1', DONE],
      ['F5', CHECK],
      [RM, '60 40 40'],
    ],
  },
  {
    id: 'DS-V06',
    about: 'MF at a character changes nothing',
    steps: [
      ['F5 C3 C1 11 40 40 2C 01 C0 F0 C2', DONE],
      [RB, '60 40 40 C2 00*1919'],
    ],
  },
  {
    id: 'DS-V08',
    about: 'PT goes to the next unprotected field',
    steps: [
      ['F5 C3 1D 60 C1 C2 11 40 C5 1D 40 D1 D2 D3 11 40 CA 1D 60 E2 E3 11 40 40 05 E6', DONE],
      [RB, '60 40 40 1D 60 C1 C2 00 00 1D 40 E6 D2 D3 00 1D 60 E2 E3 00*1907'],
    ],
  },
  {
    id: 'DS-V09',
    about: 'PT behind data clears the rest of the field',
    steps: [
      ['F5 C3 1D 40 C1 C2 C3 C4 1D 40 11 40 40 05 C9 05 F1', DONE],
      [RB, '60 40 40 1D 40 C9 00 00 00 1D 40 F1 00*1913'],
    ],
  },
  {
    id: 'DS-V10',
    about: 'PT without an unprotected field behind it goes to 0',
    steps: [
      ['F5 C3 1D 60 C1 C2 C3 11 40 C2 C9 05 F1', DONE],
      [RB, '60 40 40 F1 C1 C9 00*1917'],
    ],
  },
  {
    id: 'DS-V11',
    about: 'EUA over the whole buffer keeps MDT',
    steps: [
      ['F5 C3 1D 41 C1 C2 C3 1D 60 C4 C5 1D 40 C6 C7 11 40 40 12 40 40', DONE],
      [RB, '60 40 40 1D C1 00 00 00 1D 60 C4 C5 1D 40 00*1912'],
      [RMA, '60 40 40 11 40 C1'],
    ],
  },
  {
    id: 'DS-V13',
    about: 'EAU resets MDT of unprotected fields only',
    steps: [
      ['F5 C3 1D 61 C1 1D 41 C2 C3 1D 41 C4', DONE],
      ['6F', DONE],
      [RB, '60 40 C3 1D 61 C1 1D 40 00 00 1D 40 00*1914'],
      [RM, '60 40 C3 11 40 C1 C1'],
    ],
  },
  {
    id: 'DS-V15',
    about: 'a field attribute at the last position but one',
    steps: [
      ['F5 C3 11 5D 7F C1 C2 11 5D 7E 1D C8 D1', DONE],
      [RB, '60 40 40 C2 00*1917 1D C8 D1'],
    ],
  },
  {
    id: 'DS-V16',
    about: 'a field that wraps, and a modified field of nulls',
    steps: [
      ['F5 C3 11 5D 7E 1D C1 C1 C2 C3 40 00 C4 11 40 C7 1D 41 00 00 1D 60', DONE],
      [RM, '60 40 40 11 40 C8 11 5D 7F C1 C2 C3 40 C4'],
    ],
  },
  {
    id: 'DS-V17',
    about: 'a protected field that is modified is sent',
    steps: [
      ['F5 C3 1D 61 C1 1D 60', DONE],
      [RM, '60 40 40 11 40 C1 C1'],
    ],
  },
  {
    id: 'DS-V18',
    about: 'of a field attribute 3D is kept',
    steps: [
      ['F5 C3 1D FF C1 1D 00 C2 1D 42 C3', DONE],
      [RB, '60 40 40 1D 7D C1 1D 40 C2 1D 40 C3 00*1914'],
    ],
  },
];

describe('vectors of the data stream sheet, 24 × 80', () => {
  for (const { id, about, steps } of VECTORS) {
    it(`[${id}] ${about}`, () => {
      const screen = display();
      for (const [record, answer] of steps) {
        const expected = answer === DONE || answer === CHECK ? answer : bytes(answer);
        expect(ask(screen, record)).toBe(expected);
      }
    });
  }

  it('[DS-V23] a screen of 5000 positions has 14-bit addresses', () => {
    const screen = display({ alternateSize: { rows: 50, columns: 100 } });
    expect(ask(screen, '7E C3 11 0F FF 1D 41 C1 11 10 68 1D 40 13')).toBe('none');
    expect(ask(screen, RM)).toBe(bytes('60 10 69 11 10 00 C1'));
  });
});

describe('keys and reads', () => {
  it('[DS-V21] the AID is kept until the keyboard is restored', () => {
    const screen = display();
    out(screen, 'F5 C3 1D 41 C1');
    const pressed = screen.press('enter');
    expect(pressed.accepted && toHex(pressed.inbound as Uint8Array)).toBe(bytes('7D 40 40 11 40 C1 C1'));
    expect(screen.keyboard.locked).toBe(true);
    expect(ask(screen, RM)).toBe(bytes('7D 40 40 11 40 C1 C1'));
    out(screen, 'F1 C0');
    expect(ask(screen, RM)).toBe(bytes('7D 40 40 11 40 C1 C1'));
    out(screen, 'F1 C3');
    expect(ask(screen, RM)).toBe(bytes('60 40 40'));
    expect(screen.keyboard.locked).toBe(false);
  });

  it('[DS-V22] PA1 is a short read, but not for Read Modified All and Read Buffer', () => {
    const screen = display();
    out(screen, 'F5 C3 1D 41 C1');
    screen.press('enter');
    out(screen, 'F1 C3');
    const pressed = screen.press('pa1');
    expect(pressed.accepted && toHex(pressed.inbound as Uint8Array)).toBe('6c');
    expect(ask(screen, RM)).toBe('6c');
    expect(ask(screen, RMA)).toBe(bytes('6C 40 40'));
    expect(ask(screen, RB)).toBe(bytes('6C 40 40 1D 40 C1 00*1918'));
  });

  it('[DS-096, DS-139] typed text is sent with ENTER', () => {
    const screen = display();
    out(screen, 'F5 C3 11 40 40 1D 60 E4 E2 C5 D9 7A 1D 40 13');
    expect(screen.type('IBMUSER')).toEqual({ accepted: true, inbound: undefined, taken: 7 });
    const pressed = screen.press('enter');
    expect(pressed.accepted && toHex(pressed.inbound as Uint8Array)).toBe(
      bytes('7D 40 4E 11 40 C7 C9 C2 D4 E4 E2 C5 D9'),
    );
    expect(screen.text(0).trimEnd()).toBe(' USER: IBMUSER');
  });
});
