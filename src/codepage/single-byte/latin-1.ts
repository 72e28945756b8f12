// Made by `npm run codepages`: change test/tools/codepages-manifest.ts, not this file.
import type { CodePage } from '../code-page.js';
import { variantOf037 } from '../variant.js';

/** Austria, Germany. As ICU's `ibm-273`. */
export const cp273: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp273',
  cgcsgid: 0x02b90111, // 697, 273
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x43, '{', 0x4a, 'Ä', 0x4f, '!', 0x59, '~Ü', 0x5f, '^', 0x63, '[', 0x6a, 'ö', 0x7c, '§', 0xa1, 'ß',
    0xb0, '¢', 0xb5, '@', 0xba, '¬|', 0xc0, 'ä', 0xcc, '¦', 0xd0, 'ü', 0xdc, '}', 0xe0, 'Ö',
    0xec, '\\', 0xfc, ']',
  ],
});

/** Denmark, Norway. As ICU's `ibm-277`. */
export const cp277: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp277',
  cgcsgid: 0x02b90115, // 697, 277
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x47, '}', 0x4a, '#', 0x4f, '!', 0x5a, '¤Å', 0x5f, '^', 0x67, '$', 0x6a, 'ø', 0x70, '¦',
    0x7b, 'ÆØ', 0x80, '@', 0x9c, '{', 0x9e, '[]', 0xa1, 'ü', 0xb0, '¢', 0xba, '¬|', 0xc0, 'æ',
    0xd0, 'å', 0xdc, '~',
  ],
});

/** Finland, Sweden. As ICU's `ibm-278`. */
export const cp278: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp278',
  cgcsgid: 0x02b90116, // 697, 278
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x43, '{', 0x47, '}', 0x4a, '§', 0x4f, '!', 0x51, '`', 0x5a, '¤Å', 0x5f, '^', 0x63, '#', 0x67, '$',
    0x6a, 'ö', 0x71, '\\', 0x79, 'é', 0x7b, 'ÄÖ', 0x9f, ']', 0xa1, 'ü', 0xb0, '¢', 0xb5, '[',
    0xba, '¬|', 0xc0, 'ä', 0xcc, '¦', 0xd0, 'å', 0xdc, '~', 0xe0, 'É', 0xec, '@',
  ],
});

/** Italy. As ICU's `ibm-280`. */
export const cp280: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp280',
  cgcsgid: 0x02b90118, // 697, 280
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x44, '{', 0x48, '\\', 0x4a, '°', 0x4f, '!', 0x51, ']', 0x54, '}', 0x58, '~', 0x5a, 'é', 0x5f, '^',
    0x6a, 'ò', 0x79, 'ù', 0x7b, '£§', 0x90, '[', 0xa1, 'ì', 0xb0, '¢#', 0xb5, '@', 0xba, '¬|',
    0xc0, 'à', 0xcd, '¦', 0xd0, 'è', 0xdd, '`', 0xe0, 'ç',
  ],
});

/** Spain, Latin America. As ICU's `ibm-284`. */
export const cp284: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp284',
  cgcsgid: 0x02b9011c, // 697, 284
  // biome-ignore format: rows of bytes and characters
  differences: [0x49, '¦[', 0x5a, ']', 0x69, '#ñ', 0x7b, 'Ñ', 0xa1, '¨', 0xb0, '¢', 0xba, '^!', 0xbd, '~'],
});

/** United Kingdom. As ICU's `ibm-285`. */
export const cp285: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp285',
  cgcsgid: 0x02b9011d, // 697, 285
  // biome-ignore format: rows of bytes and characters
  differences: [0x4a, '$', 0x5b, '£', 0xa1, '¯', 0xb0, '¢[', 0xba, '^', 0xbc, '~'],
});

/** France. As ICU's `ibm-297`. */
export const cp297: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp297',
  cgcsgid: 0x02b90129, // 697, 297
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x44, '@', 0x48, '\\', 0x4a, '°', 0x4f, '!', 0x51, '{', 0x54, '}', 0x5a, '§', 0x5f, '^', 0x6a, 'ù',
    0x79, 'µ', 0x7b, '£à', 0x90, '[', 0xa0, '`¨', 0xb0, '¢#', 0xb5, ']', 0xba, '¬|', 0xbd, '~',
    0xc0, 'é', 0xd0, 'è', 0xdd, '¦', 0xe0, 'ç',
  ],
});

/** Belgium, Canada, Switzerland, international. As ICU's `ibm-500`. */
export const cp500: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp500',
  cgcsgid: 0x02b901f4, // 697, 500
  // biome-ignore format: rows of bytes and characters
  differences: [0x4a, '[', 0x4f, '!', 0x5a, ']', 0x5f, '^', 0xb0, '¢', 0xba, '¬|'],
});

/** Iceland. As ICU's `ibm-871`. */
export const cp871: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp871',
  cgcsgid: 0x02b90367, // 697, 871
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x4a, 'Þ', 0x4f, '!', 0x5a, 'Æ', 0x5f, 'Ö', 0x79, 'ð', 0x7c, 'Ð', 0x8c, '`', 0x8e, '{', 0x9c, '}',
    0x9e, ']', 0xa1, 'ö', 0xac, '@', 0xae, '[', 0xb0, '¢', 0xba, '¬|', 0xbe, '\\', 0xc0, 'þ',
    0xcc, '~', 0xd0, 'æ', 0xe0, '´', 0xec, '^',
  ],
});

/** Open systems, Latin-1. As ICU's `ibm-1047`. */
export const cp1047: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1047',
  cgcsgid: 0x02b90417, // 697, 1047
  // biome-ignore format: rows of bytes and characters
  differences: [0x5f, '^', 0xad, '[', 0xb0, '¬', 0xba, 'Ý¨', 0xbd, ']'],
});

/** Brazil. As glibc's `IBM275`. */
export const cp275: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp275',
  cgcsgid: 0x02b90113, // 697, 275
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x41, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdÉ', 0x4f, '!',
    0x51, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd$Ç', 0x5f, '^',
    0x62, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdç',
    0x70, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdã', 0x7b, 'ÕÃ', 0x80, '\ufffd',
    0x8a, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0x9a, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0xaa, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdõ',
    0xca, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdé', 0xda, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0xe1, '\ufffd', 0xea, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0xfa, '\ufffd\ufffd\ufffd\ufffd\ufffd',
  ],
});

/** As 37, with the brackets where page 1047 has them; the default of x3270. As x3270 shows it. */
export const bracket: CodePage = /* @__PURE__ */ variantOf037({
  name: 'bracket',
  cgcsgid: 0x02b90025, // 697, 37
  // biome-ignore format: rows of bytes and characters
  differences: [0xad, '[', 0xba, 'Ý¨', 0xbd, ']'],
});
