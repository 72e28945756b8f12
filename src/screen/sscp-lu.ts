import { AIDS, FORMAT_CONTROLS, ORDERS } from '../datastream/index.js';
import type { Fault } from '../machine/index.js';
import { CELL, codeOf } from './cells.js';
import type { ScreenState } from './state.js';
import type { ScreenViolationCode } from './violations.data.js';

/** An answer in an SSCP-LU session has at most this many bytes (TNE-071). */
const MAXIMUM_INPUT = 255;

/**
 * Writes text of the SSCP-LU session from the cursor on, without fields (TNE-070). NL goes to the next line and
 * scrolls at the last one; NUL, DUP and FM are shown as they are. What orders some hosts send nevertheless is passed
 * over: SF with its attribute and other controls are a blank, SBA and IC nothing.
 * @returns The first of those orders and controls, if any.
 */
export function writeSscpLu(state: ScreenState, data: Uint8Array): Fault<ScreenViolationCode>[] {
  const faults: Fault<ScreenViolationCode>[] = [];
  if (!state.planes.fields.isEmpty()) state.erase(state.planes); // text and fields do not mix
  let at = 0;
  while (at < data.length) {
    const code = data[at] as number;
    let length = 1;
    if (code === FORMAT_CONTROLS.newLine) newLine(state);
    else if (isText(code)) show(state, code);
    else {
      if (code === ORDERS.graphicEscape && at + 1 < data.length) {
        const escaped = data[at + 1] as number;
        show(state, escaped <= 0x40 ? 0x40 : escaped | CELL.graphicEscape);
        length = 2;
      } else if (code === ORDERS.setBufferAddress) length = 3;
      else if (code !== ORDERS.insertCursor) {
        show(state, 0x40);
        if (code === ORDERS.startField) length = 2;
      }
      if (faults.length === 0) {
        faults.push({ code: 'sscp-lu-order', offset: at, length: Math.min(length, data.length - at) });
      }
    }
    at += length;
  }
  state.sscpLuStart = state.cursor;
  state.doubleByte?.forget();
  state.aid = AIDS.none;
  state.insertMode = false;
  state.keyboard.apply('restored');
  return faults;
}

function isText(code: number): boolean {
  return (
    code >= 0x40 ||
    code === FORMAT_CONTROLS.null ||
    code === FORMAT_CONTROLS.duplicate ||
    code === FORMAT_CONTROLS.fieldMark
  );
}

function show(state: ScreenState, cell: number): void {
  const { planes } = state;
  planes.setCharacter(state.cursor, cell);
  if (state.cursor + 1 < planes.positionCount) state.cursor++;
  else scroll(state);
}

/** Nulls to the end of the line, and on at the start of the next one. */
function newLine(state: ScreenState): void {
  const { planes, cursor } = state;
  const next = cursor - (cursor % planes.columns) + planes.columns;
  planes.fill(cursor, next, 0);
  if (next < planes.positionCount) state.cursor = next;
  else scroll(state);
}

/** Moves all lines up by one; the cursor goes to the start of the last line. */
function scroll(state: ScreenState): void {
  const { planes } = state;
  const { cells, columns, positionCount } = planes;
  cells.copyWithin(0, columns, positionCount);
  state.cursor = positionCount - columns;
  planes.fill(state.cursor, positionCount, 0);
}

/**
 * What ENTER sends in an SSCP-LU session: the characters from where the host left the cursor to the end, without
 * nulls, at most 255 bytes, no AID and no address (TNE-071). The cursor goes on to the next line, as in x3270 4.6.
 */
export function readSscpLu(state: ScreenState): Uint8Array {
  const { cells, columns, positionCount } = state.planes;
  const bytes = new Uint8Array(MAXIMUM_INPUT);
  let length = 0;
  for (let at = state.sscpLuStart; at < positionCount && length < MAXIMUM_INPUT; at++) {
    const cell = cells[at] as number;
    const isCharacter = (cell & CELL.field) === 0 && codeOf(cell) !== 0;
    if (isCharacter) bytes[length++] = cell & CELL.code;
  }
  const next = state.cursor - (state.cursor % columns) + columns;
  if (next < positionCount) state.cursor = next;
  else scroll(state);
  state.sscpLuStart = state.cursor;
  state.doubleByte?.forget();
  return bytes.slice(0, length);
}
