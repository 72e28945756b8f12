import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.js';
import { bytes, display, out } from './helpers.js';

describe('text of the SSCP-LU session', () => {
  it('[TNE-070] NL goes to the next line, the keyboard is unlocked', () => {
    const screen = display();
    screen.keyboard.lock('awaitingFirst');
    expect(screen.applySscpLu(fromHex('15 E2 E2 C3 D7 7A'))).toEqual([]);
    expect([screen.cursor, screen.text(1).trimEnd(), screen.keyboard.locked]).toEqual([85, 'SSCP:', false]);
  });

  it('[TNE-071] ENTER sends what was typed behind it, without AID and address, and goes to the next line', () => {
    const screen = display();
    screen.applySscpLu(fromHex('15 E2 E2 C3 D7 7A'));
    screen.type('logoff');
    expect(toHex(screen.readSscpLu())).toBe(bytes('93 96 87 96 86 86'));
    expect(screen.cursor).toBe(160);
    screen.type('xy');
    expect(toHex(screen.readSscpLu())).toBe(bytes('A7 A8'));
    expect(screen.readSscpLu()).toHaveLength(0);
  });

  it('[TNE-071] ENTER leaves what stands behind the cursor, as x3270 4.6 does', () => {
    const screen = display();
    screen.applySscpLu(fromHex('C1'));
    screen.type('logoff');
    for (let i = 0; i < 3; i++) screen.press('left');
    expect(toHex(screen.readSscpLu())).toBe(bytes('93 96 87 96 86 86'));
    expect([screen.cursor, screen.text(0).trimEnd()]).toEqual([80, 'Alogoff']);
  });

  it('[TNE-071] CLEAR erases in the size in use', () => {
    const screen = display({ alternateSize: { rows: 43, columns: 80 } });
    screen.reset('alternate');
    screen.applySscpLu(fromHex('C1 C2'));
    screen.clearSscpLu();
    expect([screen.rows, screen.cursor, screen.text(0).trim()]).toEqual([43, 0, '']);
    screen.type('a');
    expect(toHex(screen.readSscpLu())).toBe('81');
  });

  it('[TNE-071] at most 255 bytes are sent', () => {
    const screen = display();
    screen.applySscpLu(fromHex('C1'));
    screen.type('a'.repeat(300));
    expect(screen.readSscpLu()).toHaveLength(255);
  });

  it('[TNE-070] orders that do not belong there are passed over, and told once', () => {
    const screen = display();
    const faults = screen.applySscpLu(fromHex('C1 1D 60 C2 11 40 40 13 C3 08 AD 08 40 05 C4 1C 1E 00 C5'));
    expect(faults).toEqual([{ code: 'sscp-lu-order', offset: 1, length: 2 }]);
    expect(toHex(screen.characterPlane().subarray(0, 13))).toBe(
      bytes('C1 40 C2 C3 AD 40 40 C4 1C 1E 00 C5 00'),
    );
    expect([screen.cursor, screen.formatted]).toEqual([12, false]);
  });

  it('[TNE-070] an order cut short at the end is no fault of ours', () => {
    for (const record of ['C1 11', 'C1 11 40', 'C1 1D', 'C1 08', '']) {
      const screen = display();
      for (const fault of screen.applySscpLu(fromHex(record))) {
        expect(fault.offset + fault.length).toBeLessThanOrEqual(fromHex(record).length);
      }
    }
  });

  it('[TNE-070] the last line scrolls', () => {
    const screen = display({ defaultSize: { rows: 3, columns: 4 } });
    screen.applySscpLu(fromHex('C1 15 C2 15 C3 15 C4'));
    expect(screen.text()).toEqual(['B   ', 'C   ', 'D   ']);
    expect(screen.cursor).toBe(9);
    screen.applySscpLu(fromHex('C5 C6 C7 C8'));
    expect(screen.text()).toEqual(['C   ', 'DEFG', 'H   ']);
    screen.type('xy');
    expect(toHex(screen.readSscpLu())).toBe(bytes('A7 A8'));
    expect([screen.text(), screen.cursor]).toEqual([['DEFG', 'Hxy ', '    '], 8]);
  });

  it('[TNE-070] a screen with fields is cleared first', () => {
    const screen = display();
    out(screen, 'F5 C3 1D 60 C1 C2 13');
    screen.applySscpLu(fromHex('C3'));
    expect([screen.formatted, screen.text(0).trimEnd(), screen.cursor]).toEqual([false, 'C', 1]);
  });
});
