// Made by `npm run codepages`: change test/tools/codepages-manifest.ts, not this file.
import type { CodePage } from '../code-page.js';
import { variantOf037 } from '../variant.js';

/** Greece. As ICU's `ibm-875`. */
export const cp875: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp875',
  cgcsgid: 0x039d036b, // 925, 875
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x41, 'ΑΒΓΔΕΖΗΘΙ[', 0x4f, '!', 0x51, 'ΚΛΜΝΞΟΠΡΣ]', 0x5f, '^', 0x62, 'ΤΥΦΧΨΩΪΫ|',
    0x70, '¨ΆΈΉ\u00a0ΊΌΎΏ', 0x80, '\u0385', 0x8a, 'αβγδεζ', 0x9a, 'ηθικλμ´',
    0xaa, 'νξοπρσ£άέήϊίόύϋώςτυφχψ', 0xcb, 'ωΐΰ\u2018\u2015', 0xda, '±½\ufffd\u0387\u2019¦',
    0xe1, '\ufffd', 0xeb, '§\ufffd\ufffd«¬', 0xfb, '©\ufffd\ufffd»',
  ],
});
