// Made by `npm run codepages`: change test/tools/codepages-manifest.ts, not this file.
import type { CodePage } from '../code-page.js';
import { variantOf037 } from '../variant.js';

/** Arabic. As ICU's `ibm-420`. */
export const cp420: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp420',
  cgcsgid: 0x00eb01a4, // 235, 420
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x42, '\u0651\ufe7d\u0640\u200b\u0621\u0622\ufe82\u0623',
    0x51, '\ufe84\u0624\ufffd\ufffd\u0626\u0627\ufe8e\u0628\ufe91',
    0x62, '\u0629\u062a\ufe97\u062b\ufe9b\u062c\ufe9f\u062d',
    0x70, '\ufea3\u062e\ufea7\u062f\u0630\u0631\u0632\u0633\ufeb3\u060c', 0x80, '\u0634',
    0x8a, '\ufeb7\u0635\ufebb\u0636\ufebf\u0637\u0638',
    0x9a, '\u0639\ufeca\ufecb\ufecc\u063a\ufece\ufecf÷',
    0xaa, '\ufed0\u0641\ufed3\u0642\ufed7\u0643\ufedb\u0644\ufef5\ufef6\ufef7\ufef8\ufffd\ufffd\ufefb\ufefc\ufedf\u0645\ufee3\u0646\ufee7\u0647\u061b',
    0xcb, '\ufeeb\ufffd\ufeec\ufffd\u0648\u061f', 0xda, '\u0649\ufef0\u064a\ufef2\ufef3\u0660×\ufffd',
    0xea, '\u0661\u0662\ufffd\u0663\u0664\u0665', 0xfa, '\ufffd\u0666\u0667\u0668\u0669',
  ],
});

/** Urdu. As ICU's `ibm-918`. */
export const cp918: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp918',
  cgcsgid: 0x04880396, // 1160, 918
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x42, '\u060c\u061b\u061f\ufe81\ufe8d\ufe8e\uf8fb\ufe8f[', 0x4f, '!',
    0x51, '\ufe91\ufb56\ufb58\ufe93\ufe95\ufe97\ufb66\ufb68\ufe99]', 0x5f, '^',
    0x62, '\ufe9b\ufe9d\ufe9f\ufb7a\ufb7c\ufea1\ufea3\ufea5`',
    0x70, '\u06f0\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8\u06f9', 0x80, '\ufea7',
    0x8a, '\ufea9\ufb88\ufeab\ufead\ufb8c\ufeaf\ufb8a',
    0x9a, '\ufeb1\ufeb3\ufeb5\ufeb7\ufeb9\ufebb\ufebd',
    0xaa, '\ufebf\ufec3\ufec7\ufec9\ufeca\ufecb\ufecc\ufecd\ufece\ufecf\ufed0\ufed1\ufed3\ufed5\ufed7\ufb8e\ufedb|\ufb92\ufb94\ufedd\ufedf',
    0xcb, '\ufee0\ufee1\ufee3\ufb9e\ufee5', 0xda, '\ufee7\ufe85\ufeed\ufba6\ufba8\ufba9',
    0xe1, '\ufbaa', 0xea, '\ufe80\ufe89\ufe8a\ufe8b\ufbfc\ufbfd',
    0xfa, '\ufbfe\ufbb0\ufbae\ufe7c\ufe7d',
  ],
});

/** Farsi. As ICU's `ibm-1097`. */
export const cp1097: CodePage = /* @__PURE__ */ variantOf037({
  name: 'cp1097',
  cgcsgid: 0x04c30449, // 1219, 1097
  // biome-ignore format: rows of bytes and characters
  differences: [
    0x42, '\u060c\u064b\ufe81\ufe82\uf8fa\ufe8d\ufe8e\uf8fb¤',
    0x51, '\ufe80\ufe83\ufe84\uf8f9\ufe85\ufe8b\ufe8f\ufe91\ufb56',
    0x62, '\ufb58\ufe95\ufe97\ufe99\ufe9b\ufe9d\ufe9f\ufb7a\u061b',
    0x70, '\ufb7c\ufea1\ufea3\ufea5\ufea7\ufea9\ufeab\ufead\ufeaf', 0x80, '\ufb8a',
    0x8c, '\ufeb1\ufeb3\ufeb5\ufeb7\ufeb9', 0x9a, '\ufebb\ufebd\ufebf\ufec1\ufec3\ufec5\ufec7',
    0xaa, '\ufec9\ufeca\ufecb\ufecc\ufecd\ufece\ufecf\ufed0\ufed1\ufed3\ufed5\ufed7\ufb8e\ufedb\ufb92\ufb94',
    0xbc, '\ufedd\ufedf\ufee1', 0xcb, '\ufee3\ufee5\ufee7\ufeed\ufee9',
    0xda, '\ufeeb\ufeec\ufba4\ufbfc\ufbfd\ufbfe', 0xe1, '\u061f',
    0xea, '\u0640\u06f0\u06f1\u06f2\u06f3\u06f4', 0xfa, '\u06f5\u06f6\u06f7\u06f8\u06f9',
  ],
});
