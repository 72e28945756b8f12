import { expect, it } from 'vitest';
import { ByteCursor, checkBytes, toHex } from '../../src/bytes/index.js';

it('[SEC-131] a Buffer of the shared pool is a Uint8Array like any other', () => {
  const buffer = Buffer.from('fffd2e', 'hex');
  expect(() => checkBytes('chunk', buffer)).not.toThrow();
  expect(toHex(buffer)).toBe('fffd2e');
  expect(new ByteCursor(buffer).uint16()).toBe(0xfffd);
});
