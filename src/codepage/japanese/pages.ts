// Made by `npm run codepages`: change test/tools/codepages-manifest.ts, not this file.
import type { DoubleByteCodePage } from '../double-byte.js';
import { packedPage } from '../packed.js';
import { cp290, cp1027, cp5123, cp8482 } from '../single-byte/asian.js';
import { KANJI, MORE_KANJI, SEQUENCES } from './tables.data.js';

/** Japan, katakana. As ICU's `ibm-930`. */
export const cp930: DoubleByteCodePage = /* @__PURE__ */ packedPage({
  name: 'cp930',
  singleByte: cp290,
  cgcsgid: 0x0172012c, // 370, 300
  tables: [KANJI],
  userDefined: { first: 0x6941, last: 0x7ffe, codePoint: 0xe000, gaps: false },
});

/** Japan, Latin. As ICU's `ibm-939`. */
export const cp939: DoubleByteCodePage = /* @__PURE__ */ packedPage({
  name: 'cp939',
  singleByte: cp1027,
  cgcsgid: 0x0172012c, // 370, 300
  tables: [KANJI],
  userDefined: { first: 0x6941, last: 0x7ffe, codePoint: 0xe000, gaps: false },
});

/** As 930, with the euro sign and the characters of JIS X 0213. As ICU's `ibm-1390`. */
export const cp1390: DoubleByteCodePage = /* @__PURE__ */ packedPage({
  name: 'cp1390',
  singleByte: cp8482,
  cgcsgid: 0x0172012c, // 370, 300
  tables: [KANJI, MORE_KANJI],
  sequences: SEQUENCES,
  userDefined: { first: 0x6941, last: 0x89bd, codePoint: 0xe000, gaps: false },
});

/** As 939, with the euro sign and the characters of JIS X 0213. As ICU's `ibm-1399`. */
export const cp1399: DoubleByteCodePage = /* @__PURE__ */ packedPage({
  name: 'cp1399',
  singleByte: cp5123,
  cgcsgid: 0x0172012c, // 370, 300
  tables: [KANJI, MORE_KANJI],
  sequences: SEQUENCES,
  userDefined: { first: 0x6941, last: 0x89bd, codePoint: 0xe000, gaps: false },
});
