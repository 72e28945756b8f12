import { type CodePage, createCodePage, UNASSIGNED } from './code-page.js';

/**
 * Code page 310, character set 963: APL symbols and line drawing, the set that graphic escape (GE) selects on a 3270
 * and that the Character Sets query reply names (SF-097). Underlined letters, which Unicode has not, are shown as
 * circled ones, as APL systems do.
 */
export const cp310: CodePage = /* @__PURE__ */ createCodePage({
  name: 'cp310',
  cgcsgid: 0x03c30136,
  table: /* @__PURE__ */ graphicRows([
    ' ⒶⒷⒸⒹⒺⒻⒼⒽⒾ\0\0\0\0\0\0', // 40
    '\0ⒿⓀⓁⓂⓃⓄⓅⓆⓇ\0\0\0\0\0\0', // 50
    '\0\0ⓈⓉⓊⓋⓌⓍⓎⓏ\0\0\0\0\0\0', // 60
    '⋄∧¨⌻⍸⍷⊢⊣∨\0\0\0\0\0\0\0', // 70
    '∼\0\0⎸⎹│\0\0\0\0↑↓≤⌈⌊→', // 80
    '⎕▌▐▀▄■\0\0\0\0⊃⊂¤○±←', // 90
    '¯°─•\0\0\0\0\0\0∩∪⊥[≥∘', // A0
    '⍺∊⍳⍴⍵\0×\\÷\0∇∆⊤]≠∣', // B0
    '{⁼+∎└┌├┴§\0⍲⍱⌷⌽⍂⍉', // C0
    '}⁾-┼┘┐┤┬¶\0⌶!⍒⍋⍞⍝', // D0
    '≡₁₂₃⍤⍥⍪€\0\0⌿⍀∵⊖⌹⍕', // E0
    '⁰¹²³⁴⁵⁶⁷⁸⁹\0⍫⍙⍟⍎\0', // F0
  ]),
});

/** Rows of sixteen characters for the bytes 40 to FF; `\0` stands for a byte without a meaning. */
function graphicRows(rows: readonly string[]): Uint16Array {
  const table = new Uint16Array(256).fill(UNASSIGNED);
  const text = rows.join('');
  for (let i = 0; i < text.length; i++) table[0x40 + i] = text.charCodeAt(i) || UNASSIGNED;
  return table;
}
