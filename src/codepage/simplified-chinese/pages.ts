// Made by `npm run codepages`: change test/tools/codepages-manifest.ts, not this file.
import type { DoubleByteCodePage } from '../double-byte.js';
import { packedPage } from '../packed.js';
import { cp836 } from '../single-byte/asian.js';
import { HANZI, MORE_HANZI } from './tables.data.js';

/** China. As ICU's `ibm-935`. */
export const cp935: DoubleByteCodePage = /* @__PURE__ */ packedPage({
  name: 'cp935',
  singleByte: cp836,
  cgcsgid: 0x04380345, // 1080, 837
  tables: [HANZI],
  userDefined: { first: 0x7641, last: 0x7ffd, codePoint: 0xe000, gaps: true },
});

/** China, GB 18030. As ICU's `ibm-1388`. */
export const cp1388: DoubleByteCodePage = /* @__PURE__ */ packedPage({
  name: 'cp1388',
  singleByte: cp836,
  cgcsgid: 0x03a90345, // 937, 837
  tables: [HANZI, MORE_HANZI],
  userDefined: { first: 0x7641, last: 0x7ffd, codePoint: 0xe000, gaps: true },
});
