// Made by `npm run codepages`: change test/tools/codepages-manifest.ts, not this file.
import type { DoubleByteCodePage } from '../double-byte.js';
import { packedPage } from '../packed.js';
import { cp833 } from '../single-byte/asian.js';
import { HANGUL, MORE_HANGUL } from './tables.data.js';

/** Korea. As ICU's `ibm-933`. */
export const cp933: DoubleByteCodePage = /* @__PURE__ */ packedPage({
  name: 'cp933',
  singleByte: cp833,
  cgcsgid: 0x03a60342, // 934, 834
  tables: [HANGUL],
  userDefined: { first: 0xd441, last: 0xddfd, codePoint: 0xe000, gaps: true },
});

/** As 933, with all syllables of hangul. As ICU's `ibm-1364`. */
export const cp1364: DoubleByteCodePage = /* @__PURE__ */ packedPage({
  name: 'cp1364',
  singleByte: cp833,
  cgcsgid: 0x03a60342, // 934, 834
  tables: [HANGUL, MORE_HANGUL],
  userDefined: { first: 0xd441, last: 0xddfd, codePoint: 0xe000, gaps: true },
});
