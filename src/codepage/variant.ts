import { type CodePage, TableCodePage } from './code-page.js';
import { cp037 } from './cp037.js';

/** A code page written as what it has otherwise than code page 37. */
interface Variant {
  readonly name: string;
  /** Character set number times 65536 plus code page number. */
  readonly cgcsgid: number;
  /** By turns a byte, and the characters of that byte and of those after it; U+FFFD for a byte without a meaning. */
  readonly differences: readonly (number | string)[];
  /** Bytes that nothing is encoded to, although no lower byte has their character. */
  readonly decodeOnly?: readonly number[];
}

/** A page with the characters of code page 37, but for the differences. Its tables are made at their first use. */
export function variantOf037(variant: Variant): CodePage {
  const { name, cgcsgid, differences, decodeOnly } = variant;
  const load = (): Uint16Array => {
    const table = cp037.toUnicode.slice();
    for (let i = 0; i < differences.length; i += 2) {
      const byte = differences[i] as number;
      const text = differences[i + 1] as string;
      for (let j = 0; j < text.length; j++) table[byte + j] = text.charCodeAt(j);
    }
    return table;
  };
  return new TableCodePage(name, cgcsgid, load, decodeOnly);
}
