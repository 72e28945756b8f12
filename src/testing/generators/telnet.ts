import type fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { ByteWriter } from '../../bytes/index.js';
import {
  COMMANDS,
  encodeData,
  encodeRecord,
  encodeSubnegotiation,
  IAC,
  OPTIONS,
  VERBS,
  writeNegotiation,
} from '../../telnet/index.js';

/** fast-check as its user imported it: the generators take it as an argument, and so need no copy of their own. */
export type FastCheck = typeof fc;

const NO_HEADER: Uint8Array = /* @__PURE__ */ new Uint8Array(0);

/** A byte of a peer: half of all steer a telnet parser, since plain random bytes hardly ever meet IAC. */
export function steeringByte(fc: FastCheck): Arbitrary<number> {
  return fc.oneof(
    fc.nat(255),
    fc.constantFrom(0xff, 0xff, 0xff, 0xfa, 0xf0, 0xef, 0xfb, 0xfd, 0x2e, 0x28, 0x00),
  );
}

/** Bytes without any thought, up to `maxLength`. */
export function noise(fc: FastCheck, maxLength = 64): Arbitrary<Uint8Array> {
  return bytesOf(fc, steeringByte(fc), maxLength);
}

/** Data as it is meant, with many 255s in it. */
export function payload(fc: FastCheck, maxLength = 64): Arbitrary<Uint8Array> {
  return bytesOf(fc, fc.oneof(fc.nat(255), fc.constantFrom(0xff, 0xf0, 0xef)), maxLength);
}

function bytesOf(fc: FastCheck, byte: Arbitrary<number>, maxLength: number): Arbitrary<Uint8Array> {
  return fc.array(byte, { maxLength, size: 'max' }).map((list) => Uint8Array.from(list));
}

/** WILL, WONT, DO or DONT, most of them with an option that the library knows. */
export function negotiationCommand(fc: FastCheck): Arbitrary<Uint8Array> {
  const option = fc.oneof({ weight: 9, arbitrary: knownOption(fc) }, { weight: 1, arbitrary: fc.nat(255) });
  return fc.tuple(fc.constantFrom(...VERBS), option).map(([verb, code]) => {
    const writer = new ByteWriter();
    writeNegotiation(writer, verb, code);
    return writer.take();
  });
}

function knownOption(fc: FastCheck): Arbitrary<number> {
  return fc.constantFrom(...Object.values(OPTIONS));
}

/** A command of two bytes: NOP, AYT, BRK, IP, AO, GA, DM and the others of RFC 854 and 885. */
export function telnetCommand(fc: FastCheck): Arbitrary<Uint8Array> {
  const codes = Object.values(COMMANDS).filter(
    (code) => code < COMMANDS.subnegotiation || code > COMMANDS.dont,
  );
  const simple = codes.filter(
    (code) => code !== COMMANDS.subnegotiationEnd && code !== IAC && code !== COMMANDS.endOfRecord,
  );
  return fc.constantFrom(...simple).map((code) => Uint8Array.of(IAC, code));
}

/** A subnegotiation whose frame is right; what it says may mean nothing. */
export function subnegotiation(fc: FastCheck): Arbitrary<Uint8Array> {
  const body = fc.oneof(
    payload(fc, 16),
    fc.array(fc.nat(9), { maxLength: 6 }).map((list) => Uint8Array.from(list)),
  );
  return fc.tuple(knownOption(fc), body).map(([option, bytes]) => encodeSubnegotiation(option, bytes));
}

/** What START_TLS is made of: the four verbs with option 46, FOLLOWS, and what looks like it (STLS-02 §2). */
export function startTlsMessage(fc: FastCheck): Arbitrary<Uint8Array> {
  const verbs = VERBS.map((verb) => {
    const writer = new ByteWriter();
    writeNegotiation(writer, verb, OPTIONS.startTls);
    return writer.take();
  });
  const follows = encodeSubnegotiation(OPTIONS.startTls, Uint8Array.of(1));
  const malformed = [[], [2], [1, 1]].map((body) =>
    encodeSubnegotiation(OPTIONS.startTls, Uint8Array.from(body)),
  );
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...verbs) },
    { weight: 3, arbitrary: fc.constant(follows) },
    { weight: 1, arbitrary: fc.constantFrom(...malformed) },
  );
}

/** A record with its EOR, 255s doubled. */
export function telnetRecord(
  fc: FastCheck,
  content: Arbitrary<Uint8Array> = payload(fc),
): Arbitrary<Uint8Array> {
  return content.map((bytes) => encodeRecord(NO_HEADER, bytes));
}

/** A stream in which every frame is right: data, commands, negotiations, subnegotiations and records. */
export function telnetStream(fc: FastCheck, maxLength = 12): Arbitrary<Uint8Array> {
  const item = fc.oneof(
    negotiationCommand(fc),
    telnetCommand(fc),
    subnegotiation(fc),
    startTlsMessage(fc),
    telnetRecord(fc),
    payload(fc, 16).map(encodeData),
  );
  return fc.array(item, { maxLength, size: 'max' }).map(joined);
}

/**
 * The same with up to three wounds: bytes cut out, put in or changed anywhere, and the end torn off.
 *
 * @param stream - what is wounded; any arbitrary of bytes serves
 */
export function wounded(fc: FastCheck, stream: Arbitrary<Uint8Array>): Arbitrary<Uint8Array> {
  const wound = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(3),
    put: fc.array(steeringByte(fc), { maxLength: 3 }),
  });
  return fc
    .tuple(stream, fc.array(wound, { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(([bytes, wounds, torn]) => {
      let list = Array.from(bytes);
      for (const { at, cut, put } of wounds) list.splice(Math.floor(at * list.length), cut, ...put);
      if (torn) list = list.slice(0, Math.max(0, list.length - 1));
      return Uint8Array.from(list);
    });
}

/**
 * A stream in pieces, as TCP may cut it.
 *
 * @example
 * fc.assert(fc.property(chunked(fc, telnetStream(fc)), (chunks) => sameEvents(joined(chunks), chunks)));
 */
export function chunked(fc: FastCheck, stream: Arbitrary<Uint8Array>): Arbitrary<Uint8Array[]> {
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
  return fc.tuple(stream, sizes).map(([bytes, lengths]) => {
    const chunks: Uint8Array[] = [];
    for (let at = 0, i = 0; at < bytes.length; i++) {
      const length = lengths[i % lengths.length] as number;
      chunks.push(bytes.slice(at, at + length));
      at += length;
    }
    return chunks;
  });
}

/** Byte arrays as one. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const writer = new ByteWriter();
  for (const part of parts) writer.bytes(part);
  return writer.take();
}
