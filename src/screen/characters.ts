import { cp310 } from '../codepage/index.js';
import { FIELD_ATTRIBUTE, FIELD_DISPLAY } from '../datastream/index.js';
import { CELL } from './cells.js';
import { FIRST_SPECIAL_GRAPHIC, SPECIAL_GRAPHICS } from './nvt-characters.data.js';
import type { ScreenState } from './state.js';

/** The text of one position that holds no half of a pair, always one UTF-16 unit that is no control (SEC-124). */
export function characterAt(state: ScreenState, cell: number, field: number): number {
  if ((cell & CELL.field) !== 0) return 0x20;
  if ((cell & CELL.nvt) !== 0) return nvtCharacter(cell);
  const set = (cell & CELL.characterSet) === 0 ? field & CELL.characterSet : cell & CELL.characterSet;
  const escaped = (cell & CELL.graphicEscape) !== 0 || set === CELL.characterSetF1;
  const page = escaped ? cp310 : state.codePage;
  return page.toDisplay[cell & CELL.code] as number;
}

/** NVT text as ISO 8859-1 or DEC special graphics; never a control (SEC-125). */
function nvtCharacter(cell: number): number {
  const code = cell & CELL.code;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return 0x20;
  const index = code - FIRST_SPECIAL_GRAPHIC;
  const isGraphic = (cell & CELL.nvtGraphics) !== 0 && index >= 0 && index < SPECIAL_GRAPHICS.length;
  return isGraphic ? SPECIAL_GRAPHICS.charCodeAt(index) : code;
}

/** Whether a field's attribute hides what stands in it. */
export function isHidden(field: number): boolean {
  return (field & FIELD_ATTRIBUTE.display) === FIELD_DISPLAY.hidden;
}
