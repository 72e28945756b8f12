/**
 * Moves `bytes[start..end)` to `target` in the same array, as `copyWithin`. For hot loops: called through a constant, since the
 * engine looks a method of typed arrays up anew at each call.
 */
export const moveBytes: (bytes: Uint8Array, target: number, start: number, end: number) => void =
  /* @__PURE__ */ constantMove();

function constantMove(): (bytes: Uint8Array, target: number, start: number, end: number) => void {
  const { copyWithin } = Uint8Array.prototype;
  return (bytes, target, start, end) => {
    copyWithin.call(bytes, target, start, end);
  };
}

/** Copies all of `source` to `bytes` at `target`, as `set`; see {@link moveBytes}. */
export const copyBytes: (bytes: Uint8Array, source: Uint8Array, target: number) => void =
  /* @__PURE__ */ constantCopy();

function constantCopy(): (bytes: Uint8Array, source: Uint8Array, target: number) => void {
  const { set } = Uint8Array.prototype;
  return (bytes, source, target) => {
    set.call(bytes, source, target);
  };
}

/**
 * A view of `bytes[start..end)`, at less cost than `subarray`. Of a Node `Buffer` it is a plain Uint8Array, whose `slice` makes a copy;
 * that of a Buffer does not.
 */
export function viewOf(bytes: Uint8Array, start: number, end: number): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset + start, end - start);
}

/** Below this a loop copies faster than a native call. */
const SHORT = 32;

/** A copy of `bytes[start..end)`, a plain Uint8Array also of a `Buffer`. */
export function copyOf(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const copy = new Uint8Array(end - start);
  if (copy.length >= SHORT) copyBytes(copy, viewOf(bytes, start, end), 0);
  else for (let i = 0; i < copy.length; i++) copy[i] = bytes[start + i] as number;
  return copy;
}
