type IndexOf = (this: Uint8Array, value: number, from?: number) => number;

/**
 * Node's search scans three to ten times faster than the standard one and works on any Uint8Array, so it is
 * borrowed where it exists. Nothing else in `src/` may name `Buffer`.
 */
function fastestSearch(): (bytes: Uint8Array, value: number, from: number) => number {
  const { Buffer } = globalThis as { Buffer?: { prototype?: { indexOf?: IndexOf } } };
  // A constant of this function, not of the module: so the engine knows what is called, and calls it directly.
  const indexOf = Buffer?.prototype?.indexOf ?? (Uint8Array.prototype.indexOf as IndexOf);
  return (bytes, value, from) => indexOf.call(bytes, value, from);
}

/**
 * Finds the next byte of a value by the engine's native search.
 *
 * @param bytes - searched as it is
 * @param value - 0..255
 * @param from - first index looked at; 0..bytes.length
 * @returns The index of the first match at or after `from`, or -1.
 */
export const findByte: (bytes: Uint8Array, value: number, from: number) => number =
  /* @__PURE__ */ fastestSearch();
