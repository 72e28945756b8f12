import { describe, expect, it } from 'vitest';
import { ask, bytes, display, out } from './helpers.js';

/** The answer to Read Buffer behind an Erase/Write of these orders. */
function bufferAfter(orders: string): string {
  const screen = display();
  expect(out(screen, `F5 C3 ${orders}`).status).toBe('accepted');
  return ask(screen, 'F2');
}

describe('Program Tab where x3270 decides', () => {
  it('[DS-064] stays at the first position of the only field with input', () => {
    expect(bufferAfter('1D 40 05 C1')).toBe(bytes('60 40 40 1D 40 C1 00*1918'));
  });

  it('[DS-064] goes to 0 behind the first position of the last field with input', () => {
    expect(bufferAfter('1D 40 C1 05 C2')).toBe(bytes('60 40 40 C2 C1 00*1918'));
  });

  it('[DS-064] goes to 0 from the first position of a field when another one stands before it', () => {
    expect(bufferAfter('1D 40 C1 1D 40 05 C2')).toBe(bytes('60 40 40 C2 C1 1D 40 00*1917'));
  });

  it('[DS-065] goes on clearing as long as tabs follow a clearing one that went to 0', () => {
    const filled = 'C1 C1 1D 40 C2 C2 1D 40 C3 C3 C3';
    const once = '60 40 40 C1 C1 1D 40 C2 C2 1D 40 C3 C3 C3 00*1911';
    const twice = '60 40 40 00 00 1D 40 C2 C2 1D 40 C3 C3 C3 00*1911';
    const thrice = '60 40 40 00 00 1D 40 00 00 1D 40 C3 C3 C3 00*1911';
    expect(bufferAfter(`${filled} 05`)).toBe(bytes(once));
    expect(bufferAfter(`${filled} 05 05`)).toBe(bytes(twice));
    expect(bufferAfter(`${filled} 05 05 05`)).toBe(bytes(thrice));
  });
});
