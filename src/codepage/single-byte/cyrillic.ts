// Made by `npm run codepages`: change test/tools/codepages-manifest.ts, not this file.
import type { CodePage } from '../code-page.js';
import { variantOf037 } from '../variant.js';

/** Cyrillic. As ICU's `ibm-1025`. */
export const cp1025: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1025',
  cgcsgid: 0x047e0401, // 1150, 1025
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x42, 'ђѓёєѕіїј[', 0x4f, '!', 0x51, 'љњћќўџЪ\u2116Ђ]', 0x5f, '^', 0x62, 'ЃЁЄЅІЇЈЉ|',
    0x70, 'ЊЋЌ\u00adЎЏюаб', 0x80, 'ц', 0x8a, 'дефгхий', 0x9a, 'клмнопя',
    0xaa, 'рстужвьызшэщчъЮАБЦДЕФГ', 0xca, 'ХИЙКЛМ', 0xda, 'НОПЯРС', 0xe1, '§', 0xea, 'ТУЖВЬЫ',
    0xfa, 'ЗШЭЩЧ',
  ],
});

/** As 1025, with the euro sign. As ICU's `ibm-1154`. */
export const cp1154: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1154',
  cgcsgid: 0x05650482, // 1381, 1154
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x42, 'ђѓёєѕіїј[', 0x4f, '!', 0x51, 'љњћќўџЪ\u2116Ђ]', 0x5f, '^', 0x62, 'ЃЁЄЅІЇЈЉ|',
    0x70, 'ЊЋЌ\u00adЎЏюаб', 0x80, 'ц', 0x8a, 'дефгхий', 0x9a, 'клмнопя',
    0xaa, 'рстужвьызшэщчъЮАБЦДЕФГ', 0xca, 'ХИЙКЛМ', 0xda, 'НОПЯРС', 0xe1, '€', 0xea, 'ТУЖВЬЫ',
    0xfa, 'ЗШЭЩЧ',
  ],
});

/** Ukraine. As ICU's `ibm-1123`. */
export const cp1123: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1123',
  cgcsgid: 0x052e0463, // 1326, 1123
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x42, 'ђґёєѕіїј[', 0x4f, '!', 0x51, 'љњћќўџЪ\u2116Ђ]', 0x5f, '^', 0x62, 'ҐЁЄЅІЇЈЉ|',
    0x70, 'ЊЋЌ\u00adЎЏюаб', 0x80, 'ц', 0x8a, 'дефгхий', 0x9a, 'клмнопя',
    0xaa, 'рстужвьызшэщчъЮАБЦДЕФГ', 0xca, 'ХИЙКЛМ', 0xda, 'НОПЯРС', 0xe1, '§', 0xea, 'ТУЖВЬЫ',
    0xfa, 'ЗШЭЩЧ',
  ],
});

/** As 1123, with the euro sign. As ICU's `ibm-1158`. */
export const cp1158: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1158',
  cgcsgid: 0x056c0486, // 1388, 1158
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x42, 'ђґёєѕіїј[', 0x4f, '!', 0x51, 'љњћќўџЪ\u2116Ђ]', 0x5f, '^', 0x62, 'ҐЁЄЅІЇЈЉ|',
    0x70, 'ЊЋЌ\u00adЎЏюаб', 0x80, 'ц', 0x8a, 'дефгхий', 0x9a, 'клмнопя',
    0xaa, 'рстужвьызшэщчъЮАБЦДЕФГ', 0xca, 'ХИЙКЛМ', 0xda, 'НОПЯРС', 0xe1, '€', 0xea, 'ТУЖВЬЫ',
    0xfa, 'ЗШЭЩЧ',
  ],
});

/** Cyrillic before page 1025. As glibc's `IBM880`. */
export const cp880: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp880',
  cgcsgid: 0x03bf0370, // 959, 880
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x41, '\ufffdђѓё\ufffdѕіїј[', 0x4f, '!', 0x51, 'љњћќ\ufffdџЪ\u2116Ђ]', 0x5f, '^',
    0x62, 'ЃЁ\ufffdЅІЇЈЉ', 0x70, 'ЊЋЌ\ufffd\ufffdЏюаб\ufffd', 0x80, 'ц', 0x8a, 'дефгхий',
    0x9a, 'клмнопя\ufffd', 0xaa, 'рстужвьызшэщчъЮАБЦДЕФГ\ufffd', 0xca, 'ХИЙКЛМ\ufffd', 0xda, 'НОПЯРС',
    0xe1, '¤', 0xea, 'ТУЖВЬЫ', 0xfa, 'ЗШЭЩЧ',
  ],
});

/** Kazakhstan. As glibc's `IBM1166`. */
export const cp1166: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1166',
  cgcsgid: 0xffff048e, // 65535, 1166
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x42, 'әғёєѕіқј[', 0x4f, '!', 0x51, 'ңөұүўһЪ\u2116Ә]', 0x5f, '^', 0x62, 'ҒЁЄЅІҚЈҢ|',
    0x70, 'ӨҰҮ\u00adЎҺюаб', 0x80, 'ц', 0x8a, 'дефгхий', 0x9a, 'клмнопя',
    0xaa, 'рстужвьызшэщчъЮАБЦДЕФГ', 0xca, 'ХИЙКЛМ', 0xda, 'НОПЯРС', 0xe1, '€', 0xea, 'ТУЖВЬЫ',
    0xfa, 'ЗШЭЩЧ',
  ],
});
