// Made by `npm run codepages`: change test/tools/codepages-manifest.ts, not this file.
import type { CodePage } from '../code-page.js';
import { variantOf037 } from '../variant.js';

/** Latin-2: Central Europe. As ICU's `ibm-870`. */
export const cp870: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp870',
  cgcsgid: 0x03bf0366, // 959, 870
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x44, 'ţ', 0x46, 'ăč', 0x49, 'ć[', 0x4f, '!', 0x52, 'ę', 0x54, 'ů', 0x57, 'ľĺ', 0x5a, ']',
    0x5f, '^', 0x64, '\u02dd', 0x66, 'ĂČ', 0x69, 'Ć|', 0x70, '\u02c7', 0x72, 'Ę', 0x74, 'Ů',
    0x77, 'ĽĹ', 0x80, '\u02d8', 0x8a, 'śňđ', 0x8e, 'řş', 0x9a, 'łńš', 0x9e, '\u02db', 0xa0, 'ą',
    0xaa, 'ŚŇĐ', 0xae, 'ŘŞ\u02d9ĄżŢŻ', 0xb6, 'žźŽŹŁŃŠ', 0xcd, 'ŕ', 0xcf, 'ő', 0xda, 'Ěű', 0xdd, 'ť',
    0xdf, 'ě', 0xea, 'ď', 0xed, 'Ŕ', 0xef, 'Ő', 0xfa, 'ĎŰ', 0xfd, 'Ť',
  ],
});

/** As 870, with the euro sign. As ICU's `ibm-1153`. */
export const cp1153: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1153',
  cgcsgid: 0x055f0481, // 1375, 1153
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x44, 'ţ', 0x46, 'ăč', 0x49, 'ć[', 0x4f, '!', 0x52, 'ę', 0x54, 'ů', 0x57, 'ľĺ', 0x5a, ']',
    0x5f, '^', 0x64, '\u02dd', 0x66, 'ĂČ', 0x69, 'Ć|', 0x70, '\u02c7', 0x72, 'Ę', 0x74, 'Ů',
    0x77, 'ĽĹ', 0x80, '\u02d8', 0x8a, 'śňđ', 0x8e, 'řş', 0x9a, 'łńš', 0x9e, '\u02db€ą', 0xaa, 'ŚŇĐ',
    0xae, 'ŘŞ\u02d9ĄżŢŻ', 0xb6, 'žźŽŹŁŃŠ', 0xcd, 'ŕ', 0xcf, 'ő', 0xda, 'Ěű', 0xdd, 'ť', 0xdf, 'ě',
    0xea, 'ď', 0xed, 'Ŕ', 0xef, 'Ő', 0xfa, 'ĎŰ', 0xfd, 'Ť',
  ],
});

/** Turkey, Latin-5. As ICU's `ibm-1026`. */
export const cp1026: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1026',
  cgcsgid: 0x04800402, // 1152, 1026
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x48, '{', 0x4a, 'Ç', 0x4f, '!', 0x5a, 'Ğİ', 0x5f, '^', 0x68, '[', 0x6a, 'ş', 0x79, 'ı',
    0x7b, 'ÖŞ', 0x7f, 'Ü', 0x8c, '}`¦', 0x9a, '\u20ba', 0xa1, 'ö', 0xac, ']$@', 0xb0, '¢', 0xba, '¬|',
    0xc0, 'ç', 0xcc, '~', 0xd0, 'ğ', 0xdc, '\\', 0xe0, 'ü', 0xec, '#', 0xfc, '"',
  ],
});

/** As 1026, with the euro sign. As ICU's `ibm-1155`. */
export const cp1155: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1155',
  cgcsgid: 0x05620483, // 1378, 1155
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x48, '{', 0x4a, 'Ç', 0x4f, '!', 0x5a, 'Ğİ', 0x5f, '^', 0x68, '[', 0x6a, 'ş', 0x79, 'ı',
    0x7b, 'ÖŞ', 0x7f, 'Ü', 0x8c, '}`¦', 0x9a, '\u20ba', 0x9f, '€', 0xa1, 'ö', 0xac, ']$@', 0xb0, '¢',
    0xba, '¬|', 0xc0, 'ç', 0xcc, '~', 0xd0, 'ğ', 0xdc, '\\', 0xe0, 'ü', 0xec, '#', 0xfc, '"',
  ],
});

/** Baltic. As ICU's `ibm-1112`. */
export const cp1112: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1112',
  cgcsgid: 0x05190458, // 1305, 1112
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x42, 'š', 0x44, 'ąįū', 0x48, 'ēž', 0x52, 'ęėčų\u201e\u201cģ', 0x62, 'Š', 0x64, 'ĄĮŪ', 0x68, 'ĒŽ',
    0x72, 'ĘĖČŲĪĻĢ', 0x8c, 'āżń', 0x9a, 'Ŗŗ', 0x9d, 'ķ', 0xaa, '\u201dźĀŻŃ', 0xb2, 'ī', 0xbc, 'ŹĶļ',
    0xcb, 'ō', 0xcd, 'ņ', 0xdb, 'ć', 0xdd, 'łś\u2019', 0xeb, 'Ō', 0xed, 'Ņ', 0xfb, 'Ć', 0xfd, 'ŁŚ',
  ],
});

/** As 1112, with the euro sign. As ICU's `ibm-1156`. */
export const cp1156: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1156',
  cgcsgid: 0x05710484, // 1393, 1156
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x42, 'š', 0x44, 'ąįū', 0x48, 'ēž', 0x52, 'ęėčų\u201e\u201cģ', 0x62, 'Š', 0x64, 'ĄĮŪ', 0x68, 'ĒŽ',
    0x72, 'ĘĖČŲĪĻĢ', 0x8c, 'āżń', 0x9a, 'Ŗŗ', 0x9d, 'ķ', 0x9f, '€', 0xaa, '\u201dźĀŻŃ', 0xb2, 'ī',
    0xbc, 'ŹĶļ', 0xcb, 'ō', 0xcd, 'ņ', 0xdb, 'ć', 0xdd, 'łś\u2019', 0xeb, 'Ō', 0xed, 'Ņ', 0xfb, 'Ć',
    0xfd, 'ŁŚ',
  ],
});

/** Estonia. As ICU's `ibm-1122`. */
export const cp1122: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1122',
  cgcsgid: 0x051b0462, // 1307, 1122
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x43, '{', 0x47, '}', 0x4a, '§', 0x4f, '!', 0x51, '`', 0x5a, '¤Å', 0x5f, '^', 0x63, '#', 0x67, '$',
    0x6a, 'ö', 0x71, '\\', 0x79, 'é', 0x7b, 'ÄÖ', 0x8c, 'š', 0x8e, 'ž', 0x9f, ']', 0xa1, 'ü',
    0xac, 'Š', 0xae, 'Ž', 0xb0, '¢', 0xb5, '[', 0xba, '¬|', 0xc0, 'ä', 0xcc, '¦', 0xd0, 'å', 0xdc, '~',
    0xe0, 'É', 0xec, '@',
  ],
});

/** As 1122, with the euro sign. As ICU's `ibm-1157`. */
export const cp1157: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1157',
  cgcsgid: 0x056f0485, // 1391, 1157
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x43, '{', 0x47, '}', 0x4a, '§', 0x4f, '!', 0x51, '`', 0x5a, '€Å', 0x5f, '^', 0x63, '#', 0x67, '$',
    0x6a, 'ö', 0x71, '\\', 0x79, 'é', 0x7b, 'ÄÖ', 0x8c, 'š', 0x8e, 'ž', 0x9f, ']', 0xa1, 'ü',
    0xac, 'Š', 0xae, 'Ž', 0xb0, '¢', 0xb5, '[', 0xba, '¬|', 0xc0, 'ä', 0xcc, '¦', 0xd0, 'å', 0xdc, '~',
    0xe0, 'É', 0xec, '@',
  ],
});

/** Vietnam. As ICU's `ibm-1130`. */
export const cp1130: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1130',
  cgcsgid: 0x0538046a, // 1336, 1130
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x46, 'ă', 0x4a, '[', 0x4f, '!', 0x58, '\u0303', 0x5a, ']', 0x5f, '^', 0x66, 'Ă', 0x78, '\u20ab',
    0x8c, 'đ\u0309\u0300', 0x9d, 'Œ', 0xac, 'Đ\u0323\u0301', 0xb0, '¢', 0xba, '¬|', 0xbd, 'œŸ',
    0xcd, 'ư', 0xcf, 'ơ', 0xed, 'Ư', 0xef, 'Ơ',
  ],
});

/** As 1130, with the euro sign. As ICU's `ibm-1164`. */
export const cp1164: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1164',
  cgcsgid: 0x0575048c, // 1397, 1164
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x46, 'ă', 0x4a, '[', 0x4f, '!', 0x58, '\u0303', 0x5a, ']', 0x5f, '^', 0x66, 'Ă', 0x78, '\u20ab',
    0x8c, 'đ\u0309\u0300', 0x9d, 'Œ', 0x9f, '€', 0xac, 'Đ\u0323\u0301', 0xb0, '¢', 0xba, '¬|',
    0xbd, 'œŸ', 0xcd, 'ư', 0xcf, 'ơ', 0xed, 'Ư', 0xef, 'Ơ',
  ],
});

/** Latin-3: Turkey before page 1026, Esperanto, Malta. As glibc's `IBM905`. */
export const cp905: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp905',
  cgcsgid: 0x05060389, // 1286, 905
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x41, '\ufffd', 0x46, '\ufffdċ{', 0x4a, 'Ç', 0x4f, '!', 0x5a, 'Ğİ', 0x5f, '^', 0x66, '\ufffdĊ[',
    0x6a, 'ş', 0x70, '\ufffd', 0x79, 'ı', 0x7b, 'ÖŞ', 0x7f, 'Ü\u02d8', 0x8a, 'ħĉŝŭ\ufffd|',
    0x9a, 'ĥĝĵ\u02db\ufffd', 0xa1, 'ö', 0xaa, 'ĦĈŜŬ\ufffd@·', 0xb2, 'ż}Ż', 0xb6, ']\ufffd',
    0xb9, '$ĤĜĴ', 0xc0, 'ç', 0xcc, '~', 0xcf, 'ġğ', 0xda, '`', 0xdc, '\\', 0xdf, '\ufffdü', 0xec, '#',
    0xef, 'Ġ', 0xfc, '"',
  ],
});
