// Made by `npm run codepages`: change test/tools/codepages-manifest.ts, not this file.
import type { CodePage } from '../code-page.js';
import type { DoubleByteCodePage } from '../double-byte.js';
import { cp930, cp939, cp1390, cp1399 } from '../japanese/index.js';
import { cp933, cp1364 } from '../korean/index.js';
import { cp935, cp1388 } from '../simplified-chinese/index.js';
import * as singleByte from '../single-byte/index.js';
import { cp937, cp1371 } from '../traditional-chinese/index.js';

/** Every page of the library with single-byte characters only. */
export const SINGLE_BYTE_PAGES: readonly CodePage[] = [
  singleByte.cp037,
  singleByte.cp273,
  singleByte.cp277,
  singleByte.cp278,
  singleByte.cp280,
  singleByte.cp284,
  singleByte.cp285,
  singleByte.cp297,
  singleByte.cp500,
  singleByte.cp871,
  singleByte.cp1047,
  singleByte.cp275,
  singleByte.bracket,
  singleByte.cp1140,
  singleByte.cp1141,
  singleByte.cp1142,
  singleByte.cp1143,
  singleByte.cp1144,
  singleByte.cp1145,
  singleByte.cp1146,
  singleByte.cp1147,
  singleByte.cp1148,
  singleByte.cp1149,
  singleByte.cp870,
  singleByte.cp1153,
  singleByte.cp1026,
  singleByte.cp1155,
  singleByte.cp1112,
  singleByte.cp1156,
  singleByte.cp1122,
  singleByte.cp1157,
  singleByte.cp1130,
  singleByte.cp1164,
  singleByte.cp905,
  singleByte.cp875,
  singleByte.cp1025,
  singleByte.cp1154,
  singleByte.cp1123,
  singleByte.cp1158,
  singleByte.cp880,
  singleByte.cp1166,
  singleByte.cp424,
  singleByte.cp803,
  singleByte.cp420,
  singleByte.cp918,
  singleByte.cp1097,
  singleByte.cp838,
  singleByte.cp1160,
  singleByte.cp1132,
  singleByte.cp1137,
  singleByte.cp290,
  singleByte.cp8482,
  singleByte.cp1027,
  singleByte.cp5123,
  singleByte.cp833,
  singleByte.cp836,
  singleByte.cp28709,
  singleByte.cp1159,
];

/** Every page of the library with double-byte characters. */
export const DOUBLE_BYTE_PAGES: readonly DoubleByteCodePage[] = [
  cp930,
  cp939,
  cp1390,
  cp1399,
  cp933,
  cp1364,
  cp935,
  cp1388,
  cp937,
  cp1371,
];
