/** FNV-1a of the UTF-16 units of a text, as eight hexadecimal digits: enough to see that two texts differ. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Digests of the rows 40 to FE of double-byte codes: the texts of the 256 pairs of a first byte, each with a NUL. */
export function rowDigests(textOf: (pair: number) => string): string[] {
  return Array.from({ length: 0xbf }, (_, row) =>
    digest(Array.from({ length: 256 }, (_, low) => `${textOf(((row + 0x40) << 8) | low)}\0`).join('')),
  );
}
