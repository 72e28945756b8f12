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
const REJECT = 'commandReject';

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
    id: 'DS-V07',
    about: 'MF changes what it names and leaves the rest',
    steps: [
      ['F5 C3 29 03 C0 F0 42 F2 41 F2 C1 11 40 40 2C 01 42 F4 C2', DONE],
      ['F3 00 05 09 00 01', DONE],
      [RB, '60 40 40 29 03 C0 F0 42 F4 41 F2 C2 00*1918'],
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
    id: 'DS-V12',
    about: 'EUA and EAU keep the colours of what they clear',
    steps: [
      ['F5 C3 1D 40 28 42 F2 C1 C2 11 40 C1 12 40 C2', DONE],
      ['F3 00 06 09 00 02 42', DONE],
      [RB, '60 40 40 29 01 C0 40 28 42 F2 00 C2 28 42 00 00*1917'],
      ['6F', DONE],
      [RB, '60 40 C1 29 01 C0 40 28 42 F2 00 00 28 42 00 00*1917'],
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
    id: 'DS-V14',
    about: 'RA over the end wraps, and takes GE and SA',
    steps: [
      ['F5 C3 28 42 F2 3C 40 C3 08 AD 3C 40 C5 C1 11 5D 7F 3C 40 C1 C9 F1', DONE],
      ['F3 00 06 09 00 02 42', DONE],
      [RB, '60 40 40 28 42 F2 C9 F1 08 AD C1 C1 28 42 00 00*1914 28 42 F2 C9'],
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
  {
    id: 'DS-V19',
    about: 'SFE without C0, and pairs that are not reported',
    steps: [
      ['F5 C3 29 01 42 F2 C1 29 00 C2 29 02 C1 04 46 FF C3', DONE],
      ['F3 00 05 09 00 01', DONE],
      [RB, '60 40 40 29 02 C0 40 42 F2 C1 29 01 C0 40 C2 29 01 C0 40 C3 00*1914'],
    ],
  },
  {
    id: 'DS-V20',
    about: 'character mode: Read Modified inherits from the field, Read Buffer does not',
    steps: [
      ['F5 C3 29 03 C0 41 42 F2 41 F4 C1 28 42 F4 C2 28 00 00 C3 08 AD 28 43 F1 C5 11 40 C6 1D 60', DONE],
      ['F3 00 08 09 00 02 41 42 43', DONE],
      [RM, '60 40 40 11 40 C1 28 42 F2 28 41 F4 C1 28 42 F4 C2 28 42 F2 C3 08 AD 28 43 F1 08 C5'],
      [
        RB,
        '60 40 40 29 03 C0 C1 42 F2 41 F4 C1 28 42 F4 C2 28 42 00 C3 08 AD 28 43 F1 08 C5 29 01 C0 60 28 43 00 00*1913',
      ],
    ],
  },
  {
    id: 'DS-V26',
    about: 'unknown commands are rejected',
    steps: [
      ['99', REJECT],
      ['F7 C3', REJECT],
      [RM, '60 40 40'],
    ],
  },
  // Structured fields, as the sheet on them has it.
  {
    id: 'SF-V11',
    about: 'a list that matches nothing is answered with Null',
    steps: [
      ['F3 00 06 01 FF 03 00', '88 00 04 81 FF'],
      ['F3 00 07 01 FF 03 00 8A', '88 00 04 81 FF'],
    ],
  },
  {
    id: 'SF-V14',
    about: 'queries with a wrong partition or type are rejected',
    steps: [
      ['F3 00 06 01 FF 03 C0', REJECT],
      ['F3 00 05 01 FF 03', REJECT],
      ['F3 00 05 01 00 02', REJECT],
      ['F3 00 04 01 FF', REJECT],
      ['F3 00 05 01 FF F2', REJECT],
    ],
  },
  {
    id: 'SF-V18',
    about: 'Read Partition with reads: AID 61',
    steps: [
      ['F3 00 05 01 00 F2', '61 40 40 00*1920'],
      ['F3 00 05 01 00 F6', '61 40 40'],
      ['F3 00 05 01 00 6E', '61 40 40'],
      [RM, '60 40 40'],
    ],
  },
  {
    id: 'SF-V19',
    about: 'Outbound 3270DS; its address error is an operation check (SF-006)',
    steps: [
      ['F3 00 0A 40 00 F5 C3 11 60 40 C1', CHECK],
      ['F3 00 05 40 00 F5', DONE],
      ['F3 00 06 40 00 01 C3', REJECT],
      ['F3 00 09 40 00 F1 C3 C1 C2 C3', DONE],
      [RM, '60 40 40 C1 C2 C3'],
      ['F3 00 05 40 00 6F', DONE],
      [RM, '60 40 40'],
    ],
  },
  {
    id: 'SF-V20',
    about: 'Erase/Reset',
    steps: [
      ['F5 C3 C1', DONE],
      ['F3 00 04 03 40', REJECT],
      [RM, '60 40 40 C1'],
      ['F3 00 04 03 80', DONE],
      [RM, '60 40 40'],
    ],
  },
  {
    id: 'SF-V21',
    about: 'Create Partition 0 puts the cursor at 0 and keeps the data',
    steps: [
      ['F5 C3 C1 13', DONE],
      ['F3 00 04 0C 01', REJECT],
      ['F3 00 06 0C 00 30 40', REJECT],
      [RM, '60 40 C1 C1'],
      ['F3 00 0A 0C 00 00 40 00 18 00 50', DONE],
      [RM, '60 40 40 C1'],
    ],
  },
];

/** Records whose last order is cut short. */
const TRUNCATED = ['1D', '29 02 C0', '28 42', '3C 40 C5', '3C 40 C5 08', '12 40', '08', '2C', '29 02 C0 F0'];

/** Addresses 0 to 19 as the sheet's table has them. */
const SIX_BITS = '40 C1 C2 C3 C4 C5 C6 C7 C8 C9 4A 4B 4C 4D 4E 4F 50 D1 D2 D3'
  .split(' ')
  .map((low) => `40 ${low}`);

describe('vectors of the data stream sheet, 24 × 80', () => {
  for (const { id, about, steps } of VECTORS) {
    it(`[${id}] ${about}`, () => {
      const screen = display();
      for (const [record, answer] of steps) {
        const expected = [DONE, CHECK, REJECT].includes(answer) ? answer : bytes(answer);
        expect(ask(screen, record)).toBe(expected);
      }
    });
  }

  for (const [record, before] of [
    ['F5 C3 C1 11 40', 'c1'],
    ...TRUNCATED.map((tail) => [`F1 C3 C1 ${tail}`, 'c1']),
  ] as const) {
    it(`[DS-V24] ${record} is an operation check, and what stands before stays`, () => {
      const screen = display();
      expect(ask(screen, record)).toBe(CHECK);
      expect(toHex(screen.characterPlane().subarray(0, 1))).toBe(before);
      expect(screen.fields()).toHaveLength(record.endsWith('C0 F0') ? 1 : 0);
    });
  }

  it('[DS-V27, DS-227] an IC before the error, restore and MDT reset take effect', () => {
    const screen = display();
    out(screen, 'F5 C3 1D 41 C1');
    screen.press('enter');
    const result = out(screen, 'F1 C3 11 40 C3 13 11 5D 7F 12 60 40');
    expect(result.status).toBe(CHECK);
    expect(result.keyboardRestored).toBe(true);
    expect(result.faults.map(({ code, offset }) => [code, offset])).toEqual([['address-out-of-range', 9]]);
    expect(ask(screen, RM)).toBe(bytes('60 40 C3'));
  });

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

  it('[DS-V25, DS-217] cursor select toggles, or sends an attention', () => {
    const screen = display();
    out(screen, 'F5 C3 1D 44 6E C1 1D 44 6F C2 1D 44 40 C3 1D 44 50 C4');
    screen.moveCursor(1);
    expect(screen.press('cursorSelect')).toEqual({ accepted: true, inbound: undefined });
    screen.moveCursor(4);
    expect(screen.press('cursorSelect')).toEqual({ accepted: true, inbound: undefined });
    expect(ask(screen, RM)).toBe(bytes('60 40 C4 11 40 C4 6E C2'));
    screen.moveCursor(7);
    const pressed = screen.press('cursorSelect');
    expect(pressed.accepted && toHex(pressed.inbound as Uint8Array)).toBe(
      bytes('7E 40 C7 11 40 C4 11 40 C7'),
    );
    expect(ask(screen, RMA)).toBe(bytes('7E 40 C7 11 40 C4 6E C2 11 40 C7 40 C3')); // DS-143
    out(screen, 'F1 C2');
    screen.moveCursor(10);
    const selected = screen.press('cursorSelect');
    expect(selected.accepted && toHex(selected.inbound as Uint8Array)).toBe(
      bytes('7D 40 4A 11 40 C4 6E C2 11 40 C7 40 C3 11 40 4A 50 C4'),
    );
    expect(toHex(screen.characterPlane().subarray(0, 12))).toBe(bytes('01 6F C1 01 6E C2 01 40 C3 01 50 C4'));
  });

  it('[DS-217] cursor select in an intensified field', () => {
    const screen = display();
    out(screen, 'F5 C3 1D 48 6F C1 1D 60');
    screen.press('right');
    expect(screen.press('cursorSelect').accepted).toBe(true);
    expect(ask(screen, RM)).toBe(bytes('60 40 C1 11 40 C1 6E C1'));
  });

  it('[DS-223, DS-093] a field of character set F1 that wraps has its first characters at 0', () => {
    const screen = display();
    out(screen, 'F5 C3 C1 00 1D 60 11 5D 7F 29 02 C0 41 43 F1');
    expect(ask(screen, RB)).toBe(bytes('60 40 40 08 C1 08 00 1D 60 00*1916 1D C1'));
    expect(ask(screen, RM)).toBe(bytes('60 40 40 11 40 40 08 C1'));
  });

  it('[DS-148] the longest Read Modified: a modified field of no length at every position', () => {
    const screen = display({ defaultSize: { rows: 2, columns: 10 } });
    out(screen, `F5 C3 ${'1D 41'.repeat(20)}`);
    const fields = Array.from({ length: 20 }, (_, at) => (at === 19 ? '11 40 40' : `11 ${SIX_BITS[at + 1]}`));
    expect(ask(screen, RM)).toBe(bytes(`60 40 40 ${fields.join(' ')}`));
  });

  it('[DS-229, DS-142] Test Request sends its own heading, and a read repeats it', () => {
    const screen = display();
    out(screen, 'F5 C3 1D 41 C1');
    const pressed = screen.press('sysReq');
    expect(pressed.accepted && toHex(pressed.inbound as Uint8Array)).toBe(bytes('01 6C 61 02 11 40 C1 C1'));
    expect(ask(screen, RM)).toBe(bytes('01 6C 61 02 11 40 C1 C1'));
  });

  it('[DS-137] CLEAR erases and sends its AID alone; size and reply mode stay', () => {
    const screen = display({ alternateSize: { rows: 32, columns: 80 } });
    out(screen, 'F3 00 05 09 00 01');
    out(screen, '7E 03 1D 41 C1');
    const pressed = screen.press('clear');
    expect(pressed.accepted && toHex(pressed.inbound as Uint8Array)).toBe('6d');
    expect([screen.rows, screen.replyMode, screen.formatted, screen.cursor]).toEqual([
      32,
      'extendedField',
      false,
      0,
    ]);
    expect(ask(screen, RMA)).toBe(bytes('6D 40 40'));
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
