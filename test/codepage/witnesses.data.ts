/** Where other converters are known to differ from the library, which follows ICU. */
interface Difference {
  /** The bytes that differ, or how many where they are many. */
  readonly bytes: readonly number[] | number;
  readonly reason: string;
}

/** By page. glibc agrees in all pairs of double-byte pages. */
export const GLIBC: Readonly<Record<string, Difference>> = {
  cp278: { bytes: [0x71, 0xe0], reason: 'E with acute and backslash exchanged; Java agrees with ICU' },
  cp285: { bytes: [0xa1], reason: 'an overline for the macron' },
  cp290: { bytes: 98, reason: 'katakana of full width, and no small letters' },
  cp420: { bytes: [0x45], reason: 'the zero width space is missing' },
  cp424: { bytes: [0x78, 0x8f, 0xb3, 0xbc], reason: 'an older version of the page' },
  cp870: { bytes: [0xb0], reason: 'a middle dot for the dot above' },
  cp871: { bytes: [0x4a, 0xc0], reason: 'small and capital thorn exchanged; Java agrees with ICU' },
  cp875: { bytes: [0x6a, 0x74, 0xdd], reason: 'an older version of the page' },
  cp918: { bytes: 68, reason: 'Arabic letters themselves for their presentation forms' },
  cp1026: {
    bytes: [0x9a, 0x9d, 0xbc],
    reason: 'no sign for the lira (in ICU alone), ogonek for cedilla, dash for macron',
  },
  cp1132: { bytes: [0x70], reason: 'a letter k for the sign of the kip' },
  cp1155: { bytes: [0x9a], reason: 'no sign for the lira, which ICU alone has' },
};

/** Java has a line feed at 15, and in page 1047 a next line at 25, but for these pages. */
export const JAVA_WITHOUT_LINE_FEED: readonly string[] = ['cp290', 'cp833', 'cp1097'];
export const JAVA: Readonly<Record<string, Difference>> = {
  cp1026: { bytes: [0x9a], reason: 'no sign for the lira, which ICU alone has' },
  cp1047: { bytes: [0x25], reason: 'next line and line feed exchanged' },
  cp1122: { bytes: [0xbc], reason: 'an overline for the macron' },
};
/** Java's pairs that differ. */
export const JAVA_PAIRS: Readonly<Record<string, readonly number[]>> = {
  // Broken bar, wave dash, dash and double bar, as Windows has them.
  cp930: [0x426a, 0x43a1, 0x444a, 0x447c],
  // The minus sign too.
  cp939: [0x4260, 0x426a, 0x43a1, 0x444a, 0x447c],
};

export const PYTHON: Readonly<Record<string, Difference>> = {
  cp273: { bytes: [0xbc], reason: 'an overline for the macron' },
  cp424: { bytes: [0xb3, 0xbc], reason: 'a middle dot for the bullet, a macron for the overline' },
  cp875: { bytes: [0xdc, 0xe1, 0xec, 0xed, 0xfc, 0xfd], reason: 'SUB for bytes without a meaning' },
  cp1026: { bytes: [0x9a], reason: 'no sign for the lira, which ICU alone has' },
};
