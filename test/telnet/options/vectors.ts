import { fromHex, toHex } from '../../../src/bytes/index.js';

/** Words are pairs of hex digits or text: `00 IBM-3278-2`. */
export function body(words: string): Uint8Array {
  const bytes: number[] = [];
  for (const word of words.split(' ')) {
    if (/^[0-9a-f]{2}$/i.test(word)) bytes.push(...fromHex(word));
    else for (const character of word) bytes.push(character.charCodeAt(0));
  }
  return Uint8Array.from(bytes);
}

/** Effects with their bytes as hex. */
export function readable(effects: readonly object[]): readonly object[] {
  return effects.map((effect) =>
    Object.fromEntries(
      Object.entries(effect).map(([key, value]) => [key, value instanceof Uint8Array ? toHex(value) : value]),
    ),
  );
}

export function sends(words: string): object {
  return { type: 'send', body: toHex(body(words)) };
}

/** The codes of the faults among effects. */
export function faultCodes(effects: readonly { readonly type: string }[]): string[] {
  return effects.flatMap((effect) =>
    'fault' in effect ? [(effect as unknown as { fault: { code: string } }).fault.code] : [],
  );
}
