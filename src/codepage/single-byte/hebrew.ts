// Made by `npm run codepages`: change test/tools/codepages-manifest.ts, not this file.
import type { CodePage } from '../code-page.js';
import { variantOf037 } from '../variant.js';

/** Israel. As ICU's `ibm-424`. */
export const cp424: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp424',
  cgcsgid: 0x054501a8, // 1349, 424
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x41, '\u05d0\u05d1\u05d2\u05d3\u05d4\u05d5\u05d6\u05d7\u05d8',
    0x51, '\u05d9\u05da\u05db\u05dc\u05dd\u05de\u05df\u05e0\u05e1',
    0x62, '\u05e2\u05e3\u05e4\u05e5\u05e6\u05e7\u05e8\u05e9',
    0x70, '\ufffd\u05ea\ufffd\ufffd\u00a0\ufffd\ufffd\ufffd\u2017', 0x80, '\ufffd',
    0x8c, '\ufffd\ufffd\ufffd', 0x9a, '\ufffd\ufffd\ufffd', 0x9e, '\ufffd',
    0xaa, '\ufffd\ufffd\ufffd\ufffd\ufffd', 0xb3, '\u2022', 0xbc, '\u203e',
    0xcb, '\ufffd\ufffd\ufffd\ufffd\ufffd', 0xdb, '\ufffd\ufffd\ufffd\ufffd\ufffd',
    0xeb, '\ufffd\ufffd\ufffd\ufffd\ufffd', 0xfb, '\ufffd\ufffd\ufffd\ufffd',
  ],
});

/** Israel, before page 424. As ICU's `ibm-803`. */
export const cp803: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp803',
  cgcsgid: 0x047b0323, // 1147, 803
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x41, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd$',
    0x50, '\u05d0\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd', 0x5b, '¢',
    0x62, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0x70, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0x80, '\ufffd\u05d1\u05d2\u05d3\u05d4\u05d5\u05d6\u05d7\u05d8\u05d9\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\u05da\u05db\u05dc\u05dd\u05de\u05df\u05e0\u05e1\u05e2\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\u05e3\u05e4\u05e5\u05e6\u05e7\u05e8\u05e9\u05ea\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0xca, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0xda, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0xea, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd', 0xfa, '\ufffd\ufffd\ufffd\ufffd\ufffd',
  ],
});
