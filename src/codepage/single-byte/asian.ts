// Made by `npm run codepages`: change test/tools/codepages-manifest.ts, not this file.
import type { CodePage } from '../code-page.js';
import { variantOf037 } from '../variant.js';

/** Thailand. As ICU's `ibm-838`. */
export const cp838: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp838',
  cgcsgid: 0x04980346, // 1176, 838
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x42, '\u0e01\u0e02\u0e03\u0e04\u0e05\u0e06\u0e07[',
    0x51, '\u0e48\u0e08\u0e09\u0e0a\u0e0b\u0e0c\u0e0d\u0e0e]',
    0x62, '\u0e0f\u0e10\u0e11\u0e12\u0e13\u0e14\u0e15^',
    0x70, '\u0e3f\u0e4e\u0e16\u0e17\u0e18\u0e19\u0e1a\u0e1b\u0e1c', 0x80, '\u0e4f',
    0x8a, '\u0e1d\u0e1e\u0e1f\u0e20\u0e21\u0e22\u0e5a',
    0x9a, '\u0e23\u0e24\u0e25\u0e26\u0e27\u0e28\u0e5b',
    0xaa, '\u0e29\u0e2a\u0e2b\u0e2c\u0e2d\u0e2e\u0e50\u0e51\u0e52\u0e53\u0e54\u0e55\u0e56\u0e57\u0e58\u0e59\u0e2f\u0e30\u0e31\u0e32\u0e33\u0e34',
    0xca, '\u0e49\u0e35\u0e36\u0e37\u0e38\u0e39', 0xda, '\u0e3a\u0e40\u0e41\u0e42\u0e43\u0e44',
    0xe1, '\u0e4a', 0xea, '\u0e45\u0e46\u0e47\u0e48\u0e49\u0e4a',
    0xfa, '\u0e4b\u0e4c\u0e4d\u0e4b\u0e4c',
  ],
  decodeOnly: [0x51, 0xca, 0xe1],
});

/** As 838, with the euro sign. As ICU's `ibm-1160`. */
export const cp1160: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1160',
  cgcsgid: 0x05730488, // 1395, 1160
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x42, '\u0e01\u0e02\u0e03\u0e04\u0e05\u0e06\u0e07[',
    0x51, '\u0e48\u0e08\u0e09\u0e0a\u0e0b\u0e0c\u0e0d\u0e0e]',
    0x62, '\u0e0f\u0e10\u0e11\u0e12\u0e13\u0e14\u0e15^',
    0x70, '\u0e3f\u0e4e\u0e16\u0e17\u0e18\u0e19\u0e1a\u0e1b\u0e1c', 0x80, '\u0e4f',
    0x8a, '\u0e1d\u0e1e\u0e1f\u0e20\u0e21\u0e22\u0e5a',
    0x9a, '\u0e23\u0e24\u0e25\u0e26\u0e27\u0e28\u0e5b',
    0xaa, '\u0e29\u0e2a\u0e2b\u0e2c\u0e2d\u0e2e\u0e50\u0e51\u0e52\u0e53\u0e54\u0e55\u0e56\u0e57\u0e58\u0e59\u0e2f\u0e30\u0e31\u0e32\u0e33\u0e34',
    0xca, '\u0e49\u0e35\u0e36\u0e37\u0e38\u0e39', 0xda, '\u0e3a\u0e40\u0e41\u0e42\u0e43\u0e44',
    0xe1, '\u0e4a', 0xea, '\u0e45\u0e46\u0e47\u0e48\u0e49\u0e4a', 0xfa, '\u0e4b\u0e4c\u0e4d\u0e4b€',
  ],
  decodeOnly: [0x51, 0xca, 0xe1],
});

/** Laos. As ICU's `ibm-1132`. */
export const cp1132: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1132',
  cgcsgid: 0x053d046c, // 1341, 1132
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x42, '\u0e81\u0e82\u0e84\u0e87\u0e88\u0eaa\u0e8a[',
    0x51, '\ufffd\u0e8d\u0e94\u0e95\u0e96\u0e97\u0e99\u0e9a]',
    0x62, '\u0e9b\u0e9c\u0e9d\u0e9e\u0e9f\u0ea1\u0ea2^',
    0x70, '\u20ad\ufffd\u0ea3\u0ea5\u0ea7\u0eab\u0ead\u0eae\ufffd', 0x80, '\ufffd',
    0x8a, '\ufffd\ufffd\u0eaf\u0eb0\u0eb2\u0eb3\ufffd',
    0x9a, '\u0eb4\u0eb5\u0eb6\u0eb7\u0eb8\u0eb9\ufffd',
    0xaa, '\u0ebc\u0eb1\u0ebb\u0ebd\ufffd\ufffd\u0ed0\u0ed1\u0ed2\u0ed3\u0ed4\u0ed5\u0ed6\u0ed7\u0ed8\u0ed9\ufffd\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4',
    0xca, '\ufffd\u0ec8\u0ec9\u0eca\u0ecb\u0ecc', 0xda, '\u0ecd\u0ec6\ufffd\u0edc\u0edd\ufffd',
    0xe1, '\ufffd', 0xea, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0xfa, '\ufffd\ufffd\ufffd\ufffd\ufffd',
  ],
});

/** India, Devanagari. As ICU's `ibm-1137`. */
export const cp1137: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1137',
  cgcsgid: 0x05bc0471, // 1468, 1137
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x42, '\u0901\u0902\u0903\u0905\u0906\u0907\u0908\u0909\u090a',
    0x51, '\u090b\u090c\u090d\u090e\u090f\u0910\u0911\u0912\u0913', 0x5f, '^',
    0x62, '\u0914\u0915\u0916\u0917\u0918\u0919\u091a\u091b\u091c',
    0x70, '\u091d\u091e\u091f\u0920\u0921\u0922\u0923\u0924\u0925', 0x80, '\u0926',
    0x8a, '\u0927\u0928\u092a\u092b\u092c\u092d\u092e',
    0x9a, '\u092f\u0930\u0932\u0933\u0935\u0936\u200c',
    0xaa, '\u0937\u0938\u0939[\u093c\u093d\u093e\u093f\u0940\u0941\u0942\u0943\u0944\u0945\u0946\u0947\u0948\u0949\u094a]\u094b\u094c',
    0xca, '\u094d\u0950\u0951\u0952\ufffd\ufffd', 0xda, '\u0960\u0961\u0962\u0963\u0964\u0965',
    0xe1, '\u200d', 0xea, '\u0966\u0967\u0968\u0969\u096a\u096b',
    0xfa, '\u096c\u096d\u096e\u096f\u0970',
  ],
});

/** Japan, katakana; half of 930. As ICU's `ibm-290`. */
export const cp290: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp290',
  cgcsgid: 0x04940122, // 1172, 290
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x41, '\uff61\uff62\uff63\uff64\uff65ｦｧｨｩ£', 0x51, 'ｪｫｬｭｮｯ\ufffd\uff70\ufffd', 0x5b, '¥',
    0x62, 'abcdefgh\ufffd', 0x70, '[ijklmnop',
    0x80, ']ｱｲｳｴｵｶｷｸｹｺqｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉr\ufffdﾊﾋﾌ~\u203eﾍﾎﾏﾐﾑﾒﾓﾔﾕsﾖﾗﾘﾙ',
    0xb1, '¢\\tuvwxyzﾚﾛﾜﾝ\uff9e\uff9f', 0xca, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0xda, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd$\ufffd', 0xea, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0xfa, '\ufffd\ufffd\ufffd\ufffd\ufffd',
  ],
});

/** As 290, with the euro sign; half of 1390. As the single-byte half of ICU's `ibm-1390`. */
export const cp8482: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp8482',
  cgcsgid: 0x04940122, // 1172, 290
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x41, '\uff61\uff62\uff63\uff64\uff65ｦｧｨｩ£', 0x51, 'ｪｫｬｭｮｯ\ufffd\uff70\ufffd', 0x5b, '¥',
    0x62, 'abcdefgh\ufffd', 0x70, '[ijklmnop',
    0x80, ']ｱｲｳｴｵｶｷｸｹｺqｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉr\ufffdﾊﾋﾌ~\u203eﾍﾎﾏﾐﾑﾒﾓﾔﾕsﾖﾗﾘﾙ',
    0xb1, '¢\\tuvwxyzﾚﾛﾜﾝ\uff9e\uff9f', 0xca, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0xda, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd$€', 0xea, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0xfa, '\ufffd\ufffd\ufffd\ufffd\ufffd',
  ],
});

/** Japan, Latin; half of 939. As the single-byte half of ICU's `ibm-939`. */
export const cp1027: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1027',
  cgcsgid: 0x04940403, // 1172, 1027
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x41, '\ufffd\uff61\uff62\uff63\uff64\uff65ｦｧｨ', 0x51, 'ｩｪｫｬｭｮｯ\uff70ｱ', 0x62, 'ｲｳｴｵｶｷｸｹ\ufffd',
    0x70, 'ｺｻｼｽｾｿﾀﾁﾂ', 0x80, '\ufffd', 0x8a, 'ﾃﾄﾅﾆﾇﾈ\ufffd', 0x9a, 'ﾉﾊﾋﾌﾍﾎ\u203e', 0xaa, 'ﾏﾐﾑ[ﾒﾓ',
    0xb3, 'ﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ]\uff9e\uff9f', 0xca, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0xda, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd', 0xe1, '\ufffd',
    0xea, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd', 0xfa, '\ufffd\ufffd\ufffd\ufffd\ufffd',
  ],
});

/** As 1027, with the euro sign; half of 1399. As the single-byte half of ICU's `ibm-1399`. */
export const cp5123: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp5123',
  cgcsgid: 0x04940403, // 1172, 1027
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x41, '\ufffd\uff61\uff62\uff63\uff64\uff65ｦｧｨ', 0x51, 'ｩｪｫｬｭｮｯ\uff70ｱ', 0x62, 'ｲｳｴｵｶｷｸｹ\ufffd',
    0x70, 'ｺｻｼｽｾｿﾀﾁﾂ', 0x80, '\ufffd', 0x8a, 'ﾃﾄﾅﾆﾇﾈ\ufffd', 0x9a, 'ﾉﾊﾋﾌﾍﾎ\u203e', 0xaa, 'ﾏﾐﾑ[ﾒﾓ',
    0xb3, 'ﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ]\uff9e\uff9f', 0xca, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0xda, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd', 0xe1, '€',
    0xea, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd', 0xfa, '\ufffd\ufffd\ufffd\ufffd\ufffd',
  ],
});

/** Korea; half of 933 and 1364. As the single-byte half of ICU's `ibm-933`. */
export const cp833: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp833',
  cgcsgid: 0x04950341, // 1173, 833
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x41, '\ufffd\uffa0\uffa1\uffa2\uffa3\uffa4\uffa5\uffa6\uffa7',
    0x51, '\ufffd\uffa8\uffa9\uffaa\uffab\uffac\uffad\uffae\uffaf',
    0x62, '\uffb0\uffb1\uffb2\uffb3\uffb4\uffb5\uffb6\uffb7',
    0x70, '[\ufffd\uffb8\uffb9\uffba\uffbb\uffbc\uffbd\uffbe', 0x80, ']',
    0x8a, '\uffc2\uffc3\uffc4\uffc5\uffc6\uffc7\ufffd',
    0x9a, '\uffca\uffcb\uffcc\uffcd\uffce\uffcf\u203e', 0xaa, '\uffd2\uffd3\uffd4\uffd5\uffd6\uffd7',
    0xb1, '\ufffd\\\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\uffda\uffdb\uffdc\ufffd\ufffd\ufffd',
    0xca, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0xda, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\u20a9\ufffd',
    0xea, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd', 0xfa, '\ufffd\ufffd\ufffd\ufffd\ufffd',
  ],
});

/** Simplified Chinese; half of 935 and 1388. As the single-byte half of ICU's `ibm-935`. */
export const cp836: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp836',
  cgcsgid: 0x04960344, // 1174, 836
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x41, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd£',
    0x51, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd', 0x5b, '¥',
    0x62, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0x70, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd', 0x80, '\ufffd',
    0x8a, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0x9a, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd~\u203e', 0xaa, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0xb1, '\ufffd\\\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd', 0xbc, '\ufffd\ufffd\ufffd\ufffd',
    0xca, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd', 0xda, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd$\ufffd',
    0xea, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd', 0xfa, '\ufffd\ufffd\ufffd\ufffd\ufffd',
  ],
});

/** Traditional Chinese; half of 937. As the single-byte half of ICU's `ibm-937`. */
export const cp28709: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp28709',
  cgcsgid: 0x04970025, // 1175, 37
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x41, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0x51, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0x62, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0x70, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd', 0x80, '\ufffd',
    0x8a, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0x9a, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd', 0xaa, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0xb1, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd', 0xbc, '\ufffd\ufffd\ufffd\ufffd',
    0xca, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd', 0xda, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0xe1, '\ufffd', 0xea, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0xfa, '\ufffd\ufffd\ufffd\ufffd\ufffd',
  ],
});

/** As 28709, with the euro sign; half of 1371. As the single-byte half of ICU's `ibm-1371`. */
export const cp1159: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1159',
  cgcsgid: 0x04970025, // 1175, 37
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x41, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0x51, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0x62, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0x70, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd', 0x80, '\ufffd',
    0x8a, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd', 0x9a, '\ufffd\ufffd\ufffd\ufffd\ufffd€\ufffd',
    0xaa, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0xb1, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd', 0xbc, '\ufffd\ufffd\ufffd\ufffd',
    0xca, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd', 0xda, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0xe1, '\ufffd', 0xea, '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
    0xfa, '\ufffd\ufffd\ufffd\ufffd\ufffd',
  ],
});
