// Made by `npm run codepages`: change test/tools/codepages-manifest.ts, not this file.
import type { CodePage } from '../code-page.js';
import { variantOf037 } from '../variant.js';

/** As 37, with the euro sign. As ICU's `ibm-1140`. */
export const cp1140: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1140',
  cgcsgid: 0x02b70474, // 695, 1140
  // biome-ignore format: rows of bytes and characters
  differences: [0x9f, '€'],
});

/** As 273, with the euro sign. As ICU's `ibm-1141`. */
export const cp1141: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1141',
  cgcsgid: 0x02b70475, // 695, 1141
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x43, '{', 0x4a, 'Ä', 0x4f, '!', 0x59, '~Ü', 0x5f, '^', 0x63, '[', 0x6a, 'ö', 0x7c, '§', 0x9f, '€',
    0xa1, 'ß', 0xb0, '¢', 0xb5, '@', 0xba, '¬|', 0xc0, 'ä', 0xcc, '¦', 0xd0, 'ü', 0xdc, '}', 0xe0, 'Ö',
    0xec, '\\', 0xfc, ']',
  ],
});

/** As 277, with the euro sign. As ICU's `ibm-1142`. */
export const cp1142: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1142',
  cgcsgid: 0x02b70476, // 695, 1142
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x47, '}', 0x4a, '#', 0x4f, '!', 0x5a, '€Å', 0x5f, '^', 0x67, '$', 0x6a, 'ø', 0x70, '¦',
    0x7b, 'ÆØ', 0x80, '@', 0x9c, '{', 0x9e, '[]', 0xa1, 'ü', 0xb0, '¢', 0xba, '¬|', 0xc0, 'æ',
    0xd0, 'å', 0xdc, '~',
  ],
});

/** As 278, with the euro sign. As ICU's `ibm-1143`. */
export const cp1143: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1143',
  cgcsgid: 0x02b70477, // 695, 1143
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x43, '{', 0x47, '}', 0x4a, '§', 0x4f, '!', 0x51, '`', 0x5a, '€Å', 0x5f, '^', 0x63, '#', 0x67, '$',
    0x6a, 'ö', 0x71, '\\', 0x79, 'é', 0x7b, 'ÄÖ', 0x9f, ']', 0xa1, 'ü', 0xb0, '¢', 0xb5, '[',
    0xba, '¬|', 0xc0, 'ä', 0xcc, '¦', 0xd0, 'å', 0xdc, '~', 0xe0, 'É', 0xec, '@',
  ],
});

/** As 280, with the euro sign. As ICU's `ibm-1144`. */
export const cp1144: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1144',
  cgcsgid: 0x02b70478, // 695, 1144
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x44, '{', 0x48, '\\', 0x4a, '°', 0x4f, '!', 0x51, ']', 0x54, '}', 0x58, '~', 0x5a, 'é', 0x5f, '^',
    0x6a, 'ò', 0x79, 'ù', 0x7b, '£§', 0x90, '[', 0x9f, '€', 0xa1, 'ì', 0xb0, '¢#', 0xb5, '@',
    0xba, '¬|', 0xc0, 'à', 0xcd, '¦', 0xd0, 'è', 0xdd, '`', 0xe0, 'ç',
  ],
});

/** As 284, with the euro sign. As ICU's `ibm-1145`. */
export const cp1145: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1145',
  cgcsgid: 0x02b70479, // 695, 1145
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x49, '¦[', 0x5a, ']', 0x69, '#ñ', 0x7b, 'Ñ', 0x9f, '€', 0xa1, '¨', 0xb0, '¢', 0xba, '^!',
    0xbd, '~',
  ],
});

/** As 285, with the euro sign. As ICU's `ibm-1146`. */
export const cp1146: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1146',
  cgcsgid: 0x02b7047a, // 695, 1146
  // biome-ignore format: rows of bytes and characters
  differences: [0x4a, '$', 0x5b, '£', 0x9f, '€', 0xa1, '¯', 0xb0, '¢[', 0xba, '^', 0xbc, '~'],
});

/** As 297, with the euro sign. As ICU's `ibm-1147`. */
export const cp1147: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1147',
  cgcsgid: 0x02b7047b, // 695, 1147
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x44, '@', 0x48, '\\', 0x4a, '°', 0x4f, '!', 0x51, '{', 0x54, '}', 0x5a, '§', 0x5f, '^', 0x6a, 'ù',
    0x79, 'µ', 0x7b, '£à', 0x90, '[', 0x9f, '€`¨', 0xb0, '¢#', 0xb5, ']', 0xba, '¬|', 0xbd, '~',
    0xc0, 'é', 0xd0, 'è', 0xdd, '¦', 0xe0, 'ç',
  ],
});

/** As 500, with the euro sign. As ICU's `ibm-1148`. */
export const cp1148: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1148',
  cgcsgid: 0x02b7047c, // 695, 1148
  // biome-ignore format: rows of bytes and characters
  differences: [0x4a, '[', 0x4f, '!', 0x5a, ']', 0x5f, '^', 0x9f, '€', 0xb0, '¢', 0xba, '¬|'],
});

/** As 871, with the euro sign. As ICU's `ibm-1149`. */
export const cp1149: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1149',
  cgcsgid: 0x02b7047d, // 695, 1149
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x4a, 'Þ', 0x4f, '!', 0x5a, 'Æ', 0x5f, 'Ö', 0x79, 'ð', 0x7c, 'Ð', 0x8c, '`', 0x8e, '{', 0x9c, '}',
    0x9e, ']€', 0xa1, 'ö', 0xac, '@', 0xae, '[', 0xb0, '¢', 0xba, '¬|', 0xbe, '\\', 0xc0, 'þ',
    0xcc, '~', 0xd0, 'æ', 0xe0, '´', 0xec, '^',
  ],
});
