import type { Parameters } from './parameters.js';
import { restorePrivateMode, savePrivateMode, setPrivateMode } from './private-modes.js';
import { selectGraphicRendition } from './renditions.js';
import { CHARACTER_SETS, type VirtualTerminal } from './virtual-terminal.js';

/** What a sequence does. @returns A string to send to the host, for the few that ask for something. */
export type Sequence = (terminal: VirtualTerminal, parameters: Parameters) => unknown;

/** A VT100 with advanced video option, as x3270 says it is. */
const DEVICE_ATTRIBUTES = '\x1b[?1;2c';
const DEVICE_OK = '\x1b[0n';

/** Behind ESC: by the byte that follows. */
const ESCAPE_SEQUENCES: Readonly<Record<string, Sequence>> = {
  '7': (terminal) => terminal.saveCursor(), //     DECSC
  '8': (terminal) => terminal.restoreCursor(), //  DECRC
  '=': () => undefined, //                         DECKPAM: there is no keypad
  '>': () => undefined, //                         DECKPNM
  D: (terminal) => terminal.lineFeed(), //         IND
  E: nextLine, //                                  NEL
  H: (terminal) => terminal.setTabStop(), //       HTS
  M: (terminal) => terminal.reverseIndex(), //     RI
  N: (terminal) => shiftOnce(terminal, 2), //      SS2
  O: (terminal) => shiftOnce(terminal, 3), //      SS3
  Z: () => DEVICE_ATTRIBUTES, //                   DECID
  '\\': () => undefined, //                        ST, behind a control string
  c: resetToInitialState, //                       RIS
  n: (terminal) => lockShift(terminal, 2), //      LS2
  o: (terminal) => lockShift(terminal, 3), //      LS3
};

/** Behind CSI: by the private marker, if any, and the final byte. */
const CONTROL_SEQUENCES: Readonly<Record<string, Sequence>> = {
  '@': (terminal, parameters) => terminal.surface.insertCharacters(parameters.repeat), //          ICH
  A: (terminal, { repeat }) => terminal.moveTo(terminal.row - repeat, terminal.column), //         CUU
  B: (terminal, { repeat }) => terminal.moveTo(terminal.row + repeat, terminal.column), //         CUD
  C: (terminal, { repeat }) => terminal.right(repeat), //                                          CUF
  D: (terminal, { repeat }) => terminal.left(repeat), //                                           CUB
  G: (terminal, { repeat }) => terminal.moveTo(terminal.row, repeat - 1), //                       CHA
  H: cursorPosition, //                                                                            CUP
  J: eraseInDisplay, //                                                                            ED
  K: eraseInLine, //                                                                               EL
  L: insertLines, //                                                                               IL
  M: deleteLines, //                                                                               DL
  P: (terminal, { repeat }) => terminal.surface.deleteCharacters(repeat), //                       DCH
  c: (_terminal, parameters) => (parameters.at(0) === 0 ? DEVICE_ATTRIBUTES : undefined), //       DA
  '>c': () => undefined, //                                 secondary DA: x3270 does not answer it either
  d: (terminal, { repeat }) => terminal.moveTo(repeat - 1, terminal.column), //                    VPA
  f: cursorPosition, //                                                                            HVP
  g: clearTabStops, //                                                                             TBC
  h: (terminal, parameters) => setMode(terminal, parameters.at(0), true), //                       SM
  l: (terminal, parameters) => setMode(terminal, parameters.at(0), false), //                      RM
  '?h': (terminal, parameters) => eachMode(parameters, (mode) => setPrivateMode(terminal, mode, true)), //  DECSET
  '?l': (terminal, parameters) => eachMode(parameters, (mode) => setPrivateMode(terminal, mode, false)), // DECRST
  '?r': (terminal, parameters) => eachMode(parameters, (mode) => restorePrivateMode(terminal, mode)), //    XTRESTORE
  '?s': (terminal, parameters) => eachMode(parameters, (mode) => savePrivateMode(terminal, mode)), //       XTSAVE
  m: selectGraphicRendition, //                                                                    SGR
  n: statusReport, //                                                                              DSR
  r: (terminal, parameters) => terminal.setScrollingRegion(parameters.at(0), parameters.at(1)), // DECSTBM
};

/** The intermediate bytes that designate G0 to G3, and the final bytes for what. */
const DESIGNATED = '()*+';
const DESIGNATIONS: Readonly<Record<string, number>> = {
  '0': CHARACTER_SETS.specialGraphics,
  A: CHARACTER_SETS.unitedKingdom,
  B: CHARACTER_SETS.ascii,
};

/** Tables by code: marker × 256 + final byte. */
function byCode<Value>(table: Readonly<Record<string, Value>>): ReadonlyMap<number, Value> {
  return new Map(
    Object.entries(table).map(([key, value]) => {
      const marker = key.length === 2 ? key.charCodeAt(0) : 0;
      return [marker * 256 + key.charCodeAt(key.length - 1), value];
    }),
  );
}

const ESCAPES: ReadonlyMap<number, Sequence> = /* @__PURE__ */ byCode(ESCAPE_SEQUENCES);
const CONTROLS: ReadonlyMap<number, Sequence> = /* @__PURE__ */ byCode(CONTROL_SEQUENCES);
const SETS: ReadonlyMap<number, number> = /* @__PURE__ */ byCode(DESIGNATIONS);

/** The sequence of ESC and a byte; undefined where it is not known. */
export function escapeSequence(final: number): Sequence | undefined {
  return ESCAPES.get(final);
}

/**
 * The control sequence with a final byte.
 * @param marker - the private marker, 3C to 3F, or 0
 */
export function controlSequence(marker: number, final: number): Sequence | undefined {
  return CONTROLS.get(marker * 256 + final);
}

/** Designates a character set, as ESC ( 0 does. @returns Whether set and place are known. */
export function designate(terminal: VirtualTerminal, intermediate: number, final: number): boolean {
  const place = DESIGNATED.indexOf(String.fromCharCode(intermediate));
  const set = SETS.get(final);
  if (place === -1 || set === undefined) return false;
  terminal.sets.designated[place] = set;
  return true;
}

function nextLine(terminal: VirtualTerminal): void {
  terminal.carriageReturn();
  terminal.lineFeed();
}

function shiftOnce(terminal: VirtualTerminal, set: number): void {
  terminal.singleShift = set;
}

/** SO, SI, LS2 and LS3. */
export function lockShift(terminal: VirtualTerminal, set: number): void {
  terminal.sets.active = set;
}

function resetToInitialState(terminal: VirtualTerminal): void {
  terminal.surface.showMain();
  terminal.reset();
  terminal.clear();
}

function cursorPosition(terminal: VirtualTerminal, parameters: Parameters): void {
  terminal.moveTo(parameters.at(0) - 1, parameters.at(1) - 1);
}

function eraseInDisplay({ surface }: VirtualTerminal, parameters: Parameters): void {
  const end = surface.rows * surface.columns;
  if (parameters.at(0) === 0) surface.erase(surface.cursor, end);
  else if (parameters.at(0) === 1) surface.erase(0, surface.cursor + 1);
  else if (parameters.at(0) === 2) surface.erase(0, end);
}

function eraseInLine({ surface, column }: VirtualTerminal, parameters: Parameters): void {
  const start = surface.cursor - column;
  const end = start + surface.columns;
  if (parameters.at(0) === 0) surface.erase(surface.cursor, end);
  else if (parameters.at(0) === 1) surface.erase(start, surface.cursor + 1);
  else if (parameters.at(0) === 2) surface.erase(start, end);
}

function insertLines(terminal: VirtualTerminal, { repeat }: Parameters): void {
  if (terminal.inScrollingRegion) terminal.surface.insertLines(terminal.row, terminal.bottom, repeat);
}

function deleteLines(terminal: VirtualTerminal, { repeat }: Parameters): void {
  if (terminal.inScrollingRegion) terminal.surface.deleteLines(terminal.row, terminal.bottom, repeat);
}

function clearTabStops(terminal: VirtualTerminal, parameters: Parameters): void {
  if (parameters.at(0) === 0) terminal.clearTabStop();
  else if (parameters.at(0) === 3) terminal.clearTabStops();
}

/** IRM and LNM. */
function setMode(terminal: VirtualTerminal, mode: number, on: boolean): void {
  if (mode === 4) terminal.insertMode = on;
  else if (mode === 20) terminal.newLineMode = on;
}

function eachMode(parameters: Parameters, change: (mode: number) => void): void {
  for (let i = 0; i < parameters.count; i++) change(parameters.at(i));
}

function statusReport(terminal: VirtualTerminal, parameters: Parameters): string | undefined {
  if (parameters.at(0) === 5) return DEVICE_OK;
  if (parameters.at(0) === 6) return `\x1b[${terminal.row + 1};${terminal.column + 1}R`;
  return undefined;
}
