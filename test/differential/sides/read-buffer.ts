import { packCell } from './look.js';

/**
 * Reads the rows of s3270's `ReadBuffer(Ebcdic)`: `SF(c0=e0,42=f2)` is an attribute's position, `SA(42=f2)` changes the
 * attributes of the characters behind it, `GE(ad)` is a graphic escape, and two digits are a character.
 */
export function readBufferRows(rows: readonly string[], positionCount: number): Int32Array {
  const cells = new Int32Array(positionCount);
  const force = { highlighting: 0, foreground: 0, background: 0, characterSet: 0 };
  let position = 0;
  for (const row of rows) {
    for (const token of row.split(' ')) {
      if (token.length === 2) {
        cells[position++] = packWith(Number.parseInt(token, 16), 'character', force);
      } else if (token.startsWith('GE(')) {
        cells[position++] = packWith(Number.parseInt(token.slice(3, 5), 16), 'graphicEscape', force);
      } else if (token.startsWith('SF(')) {
        const own = { highlighting: 0, foreground: 0, background: 0, characterSet: 0 };
        cells[position++] = packWith(take(own, token), 'field', own);
      } else if (token.startsWith('SA(')) take(force, token);
      else if (token !== '') throw new Error(`s3270 prints '${token}' in a buffer`);
    }
  }
  if (position !== positionCount) throw new Error(`s3270 prints ${position} positions of ${positionCount}`);
  return cells;
}

interface Attributes {
  highlighting: number;
  foreground: number;
  background: number;
  characterSet: number;
}

function packWith(code: number, kind: 'character' | 'graphicEscape' | 'field', own: Attributes): number {
  return packCell(code, kind, own.highlighting, own.foreground, own.background, own.characterSet);
}

/** Takes the pairs of `SF(...)` or `SA(...)`; returns the field attribute among them. */
function take(attributes: Attributes, token: string): number {
  let attribute = 0;
  for (const pair of token.slice(3, -1).split(',')) {
    const value = Number.parseInt(pair.slice(3), 16);
    switch (pair.slice(0, 2)) {
      case 'c0':
        attribute = value;
        break;
      case '41':
        attributes.highlighting = value;
        break;
      case '42':
        attributes.foreground = value;
        break;
      case '43':
        attributes.characterSet = value;
        break;
      case '45':
        attributes.background = value;
    }
  }
  return attribute;
}
