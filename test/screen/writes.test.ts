import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.js';
import { ask, bytes, display, out } from './helpers.js';

/** datastream.md section 5, written down once more: six bits and the graphic byte that stands for them. */
const GRAPHICS = [
  '40 C1 C2 C3 C4 C5 C6 C7 C8 C9 4A 4B 4C 4D 4E 4F',
  '50 D1 D2 D3 D4 D5 D6 D7 D8 D9 5A 5B 5C 5D 5E 5F',
  '60 61 E2 E3 E4 E5 E6 E7 E8 E9 6A 6B 6C 6D 6E 6F',
  'F0 F1 F2 F3 F4 F5 F6 F7 F8 F9 7A 7B 7C 7D 7E 7F',
]
  .join(' ')
  .split(' ');

const hex = (value: number): string => value.toString(16).padStart(2, '0');

describe('where a write begins', () => {
  it('[DS-015] Write at the cursor, the erasing ones at 0', () => {
    const screen = display({ alternateSize: { rows: 32, columns: 80 } });
    out(screen, 'F5 C3 11 40 C5 13'); // cursor at 5
    out(screen, 'F1 C3 C1 C2');
    expect(ask(screen, 'F2')).toBe(bytes('60 40 C5 00*5 C1 C2 00*1913'));
    screen.moveCursor(10);
    out(screen, 'F1 C3 C4');
    expect(ask(screen, 'F2')).toBe(bytes('60 40 4A 00*5 C1 C2 00*3 C4 00*1909'));
    out(screen, 'F5 C3 C5');
    expect(ask(screen, 'F2')).toBe(bytes('60 40 40 C5 00*1919'));
    screen.moveCursor(10);
    out(screen, '7E C3 C6');
    expect(ask(screen, 'F2')).toBe(bytes('60 40 40 C6 00*2559'));
  });

  it.each(['F5 C3', '7E C3', '05 40', '0D 40'])(
    '[DS-016] %s leaves nulls alone: no field, no attribute, the cursor and what comes next at 0',
    (erase) => {
      const screen = display();
      const all = '29 04 C0 C1 42 F2 41 F4 43 F1 28 45 F3 C1 C2 1D 60 C3 28 41 F2 08 AD 1D 40 13';
      out(screen, `F5 C3 ${all} 11 5D 7F C4`);
      out(screen, erase);
      expect(screen.fields()).toEqual([]);
      expect([screen.formatted, screen.cursor]).toEqual([false, 0]);
      out(screen, 'F3 00 09 09 00 02 41 42 43 45');
      expect(ask(screen, 'F2')).toBe(bytes('60 40 40 00*1920'));
      expect(screen.runs(0).filter(({ foreground }) => foreground !== 0xf4)).toEqual([]);
      out(screen, 'F1 C3 C1');
      expect(ask(screen, 'F2')).toBe(bytes('60 40 40 C1 00*1919'));
    },
  );
});

describe('a write that ends in an error', () => {
  it.each(['11 60 40', '1D', '3C 60 40 C1', '29 02 C0 60'])(
    '[DS-031] with %s sets the cursor, restores the keyboard and sounds the alarm all the same',
    (fault) => {
      const screen = display();
      out(screen, 'F5 C3 1D 40');
      screen.press('enter');
      const result = out(screen, `F1 C7 11 40 C9 13 ${fault}`);
      expect(result).toMatchObject({ status: 'operationCheck', alarm: true, keyboardRestored: true });
      expect([screen.cursor, screen.aid, screen.keyboard.locked]).toEqual([9, 0x60, false]);
    },
  );

  it('[DS-031] and without these bits does none of it', () => {
    const screen = display();
    out(screen, 'F5 C3 1D 40');
    screen.press('enter');
    const result = out(screen, 'F1 C0 11 40 C9 13 11 60 40');
    expect(result).toMatchObject({ status: 'operationCheck', alarm: false, keyboardRestored: false });
    expect([screen.cursor, screen.aid, screen.keyboard.locked]).toEqual([9, 0x7d, true]);
  });
});

describe('the position of a field attribute', () => {
  it('[DS-094] shows as blank, whatever its bits, and takes no data from the operator', () => {
    for (let attribute = 0; attribute < 256; attribute++) {
      const screen = display();
      out(screen, `F5 C3 1D 60 C1 1D ${hex(attribute)} C2`);
      expect(screen.text(0).slice(0, 3)).toBe(' A ');
      screen.moveCursor(2);
      expect(screen.type('x')).toMatchObject({ accepted: false, taken: 0 });
      expect(screen.fields().map(({ position }) => position)).toEqual([0, 2]);
    }
  });

  it('[DS-094] is not data when the field before or behind it is sent', () => {
    const screen = display();
    out(screen, 'F5 C3 1D C1 C1 1D C1 C2 1D 60');
    expect(ask(screen, 'F6')).toBe(bytes('60 40 40 11 40 C1 C1 11 40 C3 C2'));
  });

  it('[DS-097] is sent in the graphic form of the bits that are kept, for every byte', () => {
    for (let attribute = 0; attribute < 256; attribute++) {
      const screen = display();
      out(screen, `F5 C3 1D ${hex(attribute)}`);
      // Of the six low bits 02 is reserved and not kept (DS-221).
      const sent = GRAPHICS[attribute & 0x3d] as string;
      expect(ask(screen, 'F2')).toBe(bytes(`60 40 40 1D ${sent} 00*1919`));
      out(screen, 'F3 00 05 09 00 01');
      expect(ask(screen, 'F2')).toBe(bytes(`60 40 40 29 01 C0 ${sent} 00*1919`));
    }
  });
});

describe('attribute values', () => {
  it('[DS-110] a colour whose high digit is not F is the default, and no error', () => {
    for (let value = 0; value < 0xf0; value++) {
      const screen = display();
      // A colour in front of it: what is not allowed resets it, for characters and for fields.
      const orders = `28 42 F2 28 42 ${hex(value)} C1 29 03 C0 60 42 F2 42 ${hex(value)}`;
      expect(out(screen, `F5 C3 ${orders}`)).toMatchObject({ status: 'accepted', faults: [] });
      out(screen, 'F3 00 07 09 00 02 41 42');
      expect([hex(value), ask(screen, 'F2')]).toEqual([hex(value), bytes('60 40 40 C1 29 01 C0 60 00*1918')]);
    }
  });

  it('[DS-218] intensify is kept as highlighting of a field, by SFE and by MF, and of a character', () => {
    const screen = display();
    out(screen, 'F5 C3 29 02 C0 60 41 F8 C1 1D 60 28 41 F8 C2 11 40 C2 2C 01 41 F8');
    out(screen, 'F3 00 06 09 00 02 41');
    expect(ask(screen, 'F2')).toBe(
      bytes('60 40 40 29 02 C0 60 41 F8 C1 29 02 C0 60 41 F8 28 41 F8 C2 28 41 00 00*1916'),
    );
  });

  it('[DS-218] F9 to FF, which mean nothing, lose that bit in SFE, as in x3270, but not in MF and SA', () => {
    for (let low = 9; low <= 15; low++) {
      const screen = display();
      const value = hex(0xf0 | low);
      out(screen, `F5 C3 29 02 C0 60 41 ${value} C1 1D 60 28 41 ${value} C2 11 40 C2 2C 01 41 ${value}`);
      out(screen, 'F3 00 06 09 00 02 41');
      const started = hex(0xf0 | (low & 7));
      expect(ask(screen, 'F2')).toBe(
        bytes(
          `60 40 40 29 02 C0 60 41 ${started} C1 29 02 C0 60 41 ${value} 28 41 ${value} C2 28 41 00 00*1916`,
        ),
      );
    }
  });
});

describe('a stop address equal to the current one', () => {
  it.each([0, 5, 1919])('[DS-228] [DS-058] RA at %i goes once around and ends where it began', (at) => {
    const screen = display();
    const [high, low] = [GRAPHICS[at >> 6], GRAPHICS[at & 0x3f]];
    out(screen, `F5 C3 11 ${high} ${low} 3C ${high} ${low} C5 C1`);
    const all = [...new Array(1920).fill('c5')];
    all[at] = 'c1';
    expect(ask(screen, 'F2')).toBe(`604040${all.join('')}`);
  });

  it.each([0, 5, 1919])('[DS-228] [DS-061] EUA at %i goes once around and ends where it began', (at) => {
    const screen = display();
    const [high, low] = [GRAPHICS[at >> 6], GRAPHICS[at & 0x3f]];
    out(screen, `F5 C3 3C 40 40 C5 11 ${high} ${low} 12 ${high} ${low} C1`);
    const all = [...new Array(1920).fill('00')];
    all[at] = 'c1';
    expect(ask(screen, 'F2')).toBe(`604040${all.join('')}`);
  });
});

describe('the attention identifier that is kept', () => {
  function pressed(key: 'enter' | 'pf3' | 'pa1' | 'clear'): ReturnType<typeof display> {
    const screen = display();
    out(screen, 'F5 C3 1D 40 C1');
    screen.press(key);
    return screen;
  }

  it.each([
    ['enter', '7d'],
    ['pf3', 'f3'],
    ['pa1', '6c'],
    ['clear', '6d'],
  ] as const)('[DS-136] after %s every read answers with %s, until the keyboard is restored', (key, aid) => {
    const screen = pressed(key);
    for (const read of ['F2', 'F6', '6E', 'F2', 'F6']) expect(ask(screen, read).slice(0, 2)).toBe(aid);
    // A write that does not restore keeps it, and so do structured fields.
    for (const record of ['F1 C0 C1', 'F3 00 05 09 00 00']) {
      out(screen, record);
      expect(ask(screen, 'F6').slice(0, 2)).toBe(aid);
    }
    out(screen, 'F1 C2');
    for (const read of ['F2', 'F6', '6E']) expect(ask(screen, read).slice(0, 2)).toBe('60');
  });

  it.each(['enter', 'clear'] as const)('[DS-136] after %s Erase All Unprotected resets it', (key) => {
    const screen = pressed(key);
    out(screen, '6F');
    expect(ask(screen, 'F6').slice(0, 2)).toBe('60');
  });

  it('[DS-136] Test Request is kept as its heading', () => {
    const screen = display();
    out(screen, 'F5 C3 1D C1 C1');
    screen.press('sysReq');
    const repeated = bytes('01 6C 61 02 11 40 C1 C1');
    expect([ask(screen, 'F6'), ask(screen, 'F6'), toHex(screen.readModified())]).toEqual([
      repeated,
      repeated,
      repeated,
    ]);
    out(screen, 'F1 C2');
    expect(ask(screen, 'F6')).toBe(bytes('60 40 40 11 40 C1 C1'));
  });
});

describe('structured fields and the screen', () => {
  it.each([
    'F3 00 05 09 00 00',
    'F3 00 04 03 00',
    'F3 00 04 03 80',
    'F3 00 05 01 00 F6',
    'F3 00 05 01 FF 02',
    'F3 00 05 D0 41 12',
    'F3 00 06 40 00 F1 C0',
    'F3 00 06 40 00 F5 C0',
  ])('[SF-009] %s does not unlock the keyboard', (record) => {
    const screen = display({ alternateSize: { rows: 32, columns: 80 } });
    out(screen, 'F5 C3 1D 40 C1');
    screen.press('enter');
    const result = out(screen, record);
    expect(result).toMatchObject({ status: 'accepted', keyboardRestored: false });
    expect([screen.keyboard.locked, screen.aid]).toEqual([true, 0x7d]);
  });

  it('[SF-009] but a write in it does that restores', () => {
    const screen = display();
    out(screen, 'F5 C3 1D 40 C1');
    screen.press('enter');
    expect(out(screen, 'F3 00 06 40 00 F1 C2').keyboardRestored).toBe(true);
    expect(screen.keyboard.locked).toBe(false);
  });

  it('[SF-179] Read Partition with a read answers at once, with 61 in place of the identifier', () => {
    const screen = display();
    out(screen, 'F5 C3 1D C1 C1 1D 60');
    screen.press('enter');
    expect(ask(screen, 'F3 00 05 01 00 F6')).toBe(bytes('61 40 40 11 40 C1 C1'));
    expect(ask(screen, 'F3 00 05 01 00 6E')).toBe(bytes('61 40 40 11 40 C1 C1'));
    expect(ask(screen, 'F3 00 05 01 00 F2')).toBe(bytes('61 40 40 1D C1 C1 1D 60 00*1917'));
    // The one that is kept stays.
    expect(ask(screen, 'F6')).toBe(bytes('7D 40 40 11 40 C1 C1'));
    for (const read of ['F2', 'F6', '6E']) {
      expect(ask(screen, `F3 00 05 01 FF ${read}`)).toBe('commandReject');
      expect(ask(screen, `F3 00 05 01 01 ${read}`)).toBe('commandReject');
    }
  });
});
