// Made by `npm run codepages`: change test/tools/codepages-manifest.ts, not this file.
import type { DoubleByteCodePage } from '../double-byte.js';
import { packedPage } from '../packed.js';
import { cp1159, cp28709 } from '../single-byte/asian.js';
import { EURO_SIGN, HANZI } from './tables.data.js';

/** Taiwan. As ICU's `ibm-937`. */
export const cp937: DoubleByteCodePage = /* @__PURE__ */ packedPage({
  name: 'cp937',
  singleByte: cp28709,
  cgcsgid: 0x03a70343, // 935, 835
  tables: [HANZI],
  userDefined: { first: 0xc241, last: 0xe2fd, codePoint: 0xe000, gaps: true },
});

/** As 937, with the euro sign. As ICU's `ibm-1371`. */
export const cp1371: DoubleByteCodePage = /* @__PURE__ */ packedPage({
  name: 'cp1371',
  singleByte: cp1159,
  cgcsgid: 0x03a70343, // 935, 835
  tables: [HANZI, EURO_SIGN],
  userDefined: { first: 0xc241, last: 0xe2fd, codePoint: 0xe000, gaps: true },
});
