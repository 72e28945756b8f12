// Made by `npm run codepages`: change test/tools/codepages-manifest.ts, not this file.
export { cp037 } from '../cp037.js';
export { cp420, cp918, cp1097 } from './arabic.js';
export {
  cp290,
  cp833,
  cp836,
  cp838,
  cp1027,
  cp1132,
  cp1137,
  cp1159,
  cp1160,
  cp5123,
  cp8482,
  cp28709,
} from './asian.js';
export { cp880, cp1025, cp1123, cp1154, cp1158, cp1166 } from './cyrillic.js';
export { cp875 } from './greek.js';
export { cp424, cp803 } from './hebrew.js';
export {
  cp870,
  cp905,
  cp1026,
  cp1112,
  cp1122,
  cp1130,
  cp1153,
  cp1155,
  cp1156,
  cp1157,
  cp1164,
} from './latin.js';
export {
  bracket,
  cp273,
  cp275,
  cp277,
  cp278,
  cp280,
  cp284,
  cp285,
  cp297,
  cp500,
  cp871,
  cp1047,
} from './latin-1.js';
export {
  cp1140,
  cp1141,
  cp1142,
  cp1143,
  cp1144,
  cp1145,
  cp1146,
  cp1147,
  cp1148,
  cp1149,
} from './latin-1-euro.js';
