import fc from 'fast-check';

/** Half of all bytes steer the parser. Plain random bytes hardly ever meet IAC, and find nothing. */
const wireByte: fc.Arbitrary<number> = fc.oneof(
  fc.nat(255),
  fc.constantFrom(0xff, 0xff, 0xf0, 0xfa, 0xef, 0x00),
);

/** A stream of up to `maxLength` such bytes. */
export function wire(maxLength: number): fc.Arbitrary<Uint8Array> {
  return fc.array(wireByte, { maxLength, size: 'max' }).map((list) => Uint8Array.from(list));
}

/** A payload with many 255s. */
export function payload(maxLength: number): fc.Arbitrary<Uint8Array> {
  const byte = fc.oneof(fc.nat(255), fc.constantFrom(0xff, 0xf0, 0xef));
  return fc.array(byte, { maxLength, size: 'max' }).map((list) => Uint8Array.from(list));
}

/** How many bytes are 255. */
export function count255(bytes: Uint8Array): number {
  return bytes.filter((byte) => byte === 255).length;
}
