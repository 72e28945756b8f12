import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** Loads the module anew as where there is another `Buffer`, or none; a browser has none. */
async function findByteWith(
  buffer: unknown,
): Promise<(bytes: Uint8Array, value: number, from: number) => number> {
  vi.resetModules();
  vi.stubGlobal('Buffer', buffer);
  try {
    return (await import('../../src/bytes/index.js')).findByte;
  } finally {
    vi.unstubAllGlobals();
  }
}

describe('findByte borrows the search of Buffer', () => {
  const bytes = Uint8Array.of(9, 0xff, 0, 0xff);

  it('takes that of Node where it is', async () => {
    const indexOf = vi.fn(() => 77);
    const findByte = await findByteWith({ prototype: { indexOf } });
    expect(findByte(bytes, 0xff, 2)).toBe(77);
    expect(indexOf).toHaveBeenCalledExactlyOnceWith(0xff, 2);
    expect(indexOf.mock.contexts).toEqual([bytes]);
  });

  it.each([
    ['no Buffer', undefined],
    ['a Buffer without a prototype', {}],
    ['a Buffer without a search', { prototype: {} }],
  ])('uses the standard one with %s', async (_, buffer) => {
    const standard = vi.spyOn(Uint8Array.prototype, 'indexOf');
    try {
      const findByte = await findByteWith(buffer);
      standard.mockClear();
      expect(findByte(bytes, 0xff, 2)).toBe(3);
      expect(findByte(bytes, 0xff, 0)).toBe(1);
      expect(findByte(bytes, 7, 0)).toBe(-1);
      expect(standard).toHaveBeenCalledTimes(3);
    } finally {
      standard.mockRestore();
    }
  });
});
