import { expect, it } from 'vitest';
import { TelnetDecoder, type TelnetToken } from '../../src/telnet/index.js';

function read(chunk: Uint8Array, cutRecords: boolean): TelnetToken[] {
  const decoder = new TelnetDecoder();
  decoder.cutRecords = cutRecords;
  decoder.receive(chunk);
  const tokens: TelnetToken[] = [];
  for (let token = decoder.next(); token !== undefined; token = decoder.next()) tokens.push(token);
  return tokens;
}

it.each([
  ['records', true, 'f5c3ffef 01ffffffef'],
  ['data', false, '4142ffff43'],
])('[SEC-131] %s of a Buffer are plain arrays, whose slice is a copy', (_, cutRecords, hex) => {
  const tokens = read(Buffer.from(hex.replaceAll(' ', ''), 'hex'), cutRecords);
  expect(tokens.length).toBeGreaterThan(1);
  for (const token of tokens) {
    if (token.type !== 'record' && token.type !== 'data') throw new Error(token.type);
    expect(Object.getPrototypeOf(token.bytes)).toBe(Uint8Array.prototype);
    expect(token.bytes.slice().buffer).not.toBe(token.bytes.buffer);
  }
});

it('[SEC-126] what is taken unread of a Buffer is a copy', () => {
  const decoder = new TelnetDecoder();
  const chunk = Buffer.from('1603010200', 'hex');
  decoder.receive(chunk);
  const rest = decoder.takeRest();
  chunk.fill(0xaa);
  expect(rest).toEqual(Uint8Array.of(0x16, 0x03, 0x01, 0x02, 0x00));
});
