import { asciiBytes, type SnapshotObject, type SnapshotReader, toHex } from '../bytes/index.js';
import { type CompiledTable, compile } from '../machine/index.js';
import type { NvtSurface } from '../screen/index.js';
import { MAXIMUM_VALUE, Parameters } from './parameters.js';
import {
  byteClasses,
  PARSER_TABLE,
  type ParserEffect,
  type ParserInput,
  type ParserState,
} from './parser.table.js';
import { controlSequence, designate, escapeSequence, lockShift } from './sequences.data.js';
import { loadTerminal, saveTerminal } from './snapshot.js';
import { NVT_VIOLATIONS, type NvtViolationCode } from './violations.data.js';
import { VirtualTerminal } from './virtual-terminal.js';

/** A rule that NVT text broke. */
export interface NvtFault {
  readonly code: NvtViolationCode;
  /** Of the first byte of the sequence, from the first byte that the display was ever given. */
  readonly position: number;
  /** The sequence, at most 64 bytes, a copy. */
  readonly bytes: Uint8Array;
}

const TABLE: CompiledTable<ParserState, ParserInput, ParserEffect> = /* @__PURE__ */ compile(PARSER_TABLE);
const CLASSES: Uint8Array = /* @__PURE__ */ byteClasses(TABLE);
const GROUND: number = /* @__PURE__ */ TABLE.states.indexOf('ground');
const PRINT: number = /* @__PURE__ */ TABLE.effects.indexOf('print');

/** At most this many bytes of a sequence are kept, for a report of it. */
const SAMPLE = 64;
/** A second alarm within this many bytes is the same one: a storm of BELs makes no storm of events. */
const ALARM_SPACING = 64;
/** Bytes of text that pay for one report (SEC-022). */
const REPORT_PRICE = 64;
/** What reports may have cost at once. */
const REPORT_CREDIT: number = 32 * REPORT_PRICE;

const EMPTY: Uint8Array = /* @__PURE__ */ new Uint8Array(0);

/**
 * Shows the text of a network virtual terminal on a presentation space: ISO 8859-1, the controls of RFC 854, and the
 * sequences of VT100 and xterm that x3270 knows.
 *
 * However the text is cut, the screen and all that it reports are the same. No text makes it throw, and what is put on
 * the screen is never a control (SEC-124, SEC-125). It keeps 64 bytes of a sequence at most, and sends one report for
 * each 64 bytes of text at most.
 *
 * @example
 * const display = new NvtDisplay(screen.nvt);
 * const text = asciiBytes('\x1b[2;3Hhello');
 * for (let at = 0; at < text.length; ) at = display.write(text, at);
 * screen.text(1); // '  hello …'
 */
export class NvtDisplay {
  /** A bare LF goes to column 0 too, as x3270 shows it in line mode. */
  returnOnLineFeed = false;
  readonly #terminal: VirtualTerminal;
  readonly #parameters: Parameters = new Parameters();
  #state: number = GROUND;
  /** The private marker of a control sequence; the intermediate byte of a designation, -1 for more than one. */
  #marker = 0;
  /** Bytes that were read since the display was made. */
  #position = 0;
  #sequence: number[] = [];
  #sequencePosition = 0;
  #alarm = false;
  #alarmPosition: number = -ALARM_SPACING;
  #credit: number = REPORT_CREDIT;
  #creditPosition = 0;
  #reply = '';
  #fault: NvtFault | undefined;
  readonly #repeats: Map<NvtViolationCode, number> = new Map();
  readonly #reported: Set<NvtViolationCode> = new Set();

  constructor(surface: NvtSurface) {
    this.#terminal = new VirtualTerminal(surface);
  }

  /** How many bytes were read so far. */
  get position(): number {
    return this.#position;
  }

  /** Whether cursor keys send ESC O instead of ESC [ (DECCKM). */
  get applicationCursorKeys(): boolean {
    return this.#terminal.applicationCursorKeys;
  }

  /** Whether the host wants the cursor to be seen (DECTCEM). */
  get cursorVisible(): boolean {
    return this.#terminal.cursorVisible;
  }

  /** Modes, margins, tab stops and pen as at the start, for the size that the screen has now; erases nothing. */
  reset(): void {
    this.#terminal.reset();
    this.#state = GROUND;
  }

  /**
   * Shows text.
   *
   * @param start - where to begin
   * @param end - behind the last byte
   * @returns Behind the last byte read: `end`, or sooner where there is something to take by {@link takeAlarm},
   * {@link takeFault} or {@link takeReply}, so that reports can be put in order with the text. Then call it again for the rest.
   */
  write(bytes: Uint8Array, start = 0, end: number = bytes.length): number {
    const { cells, inputCount } = TABLE;
    let at = start;
    while (at < end && !this.#alarm && this.#fault === undefined && this.#reply === '') {
      const from = at;
      const cell = cells[this.#state * inputCount + (CLASSES[bytes[at++] as number] as number)] as number;
      this.#state = cell >> 8;
      const effect = cell & 0xff;
      if (effect === PRINT) {
        at = this.#endOfRun(bytes, at, end);
        this.#terminal.print(bytes, from, at);
        this.#position += at - from;
        continue;
      }
      const byte = bytes[from] as number;
      if (this.#state !== GROUND || this.#sequence.length > 0) this.#keep(byte, effect);
      this.#position++;
      if (effect !== 0) this.#carryOut(TABLE.effects[effect] as ParserEffect, byte);
      if (this.#state === GROUND) this.#sequence.length = 0;
    }
    return at;
  }

  /** Whether an alarm is to be sounded; asks once. */
  takeAlarm(): boolean {
    const alarm = this.#alarm;
    this.#alarm = false;
    return alarm;
  }

  /** The first violation of its code, or undefined; asks once. */
  takeFault(): NvtFault | undefined {
    const fault = this.#fault;
    this.#fault = undefined;
    return fault;
  }

  /** How often violations came again that were reported before; asks once. */
  takeRepeats(): ReadonlyMap<NvtViolationCode, number> {
    const repeats = new Map(this.#repeats);
    this.#repeats.clear();
    return repeats;
  }

  /** What is to be sent to the host in answer to the text, before 255 is doubled; asks once. */
  takeReply(): Uint8Array {
    if (this.#reply === '') return EMPTY;
    const reply = asciiBytes(this.#reply);
    this.#reply = '';
    return reply;
  }

  /** All that it remembers beside the screen, as plain values; take what there is to take before. */
  snapshot(): SnapshotObject {
    return {
      terminal: saveTerminal(this.#terminal),
      state: TABLE.states[this.#state] as ParserState,
      marker: this.#marker,
      parameters: this.#parameters.snapshot(),
      position: this.#position,
      sequence: toHex(Uint8Array.from(this.#sequence)),
      sequencePosition: this.#sequencePosition,
      alarmPosition: this.#alarmPosition,
      credit: this.#credit,
      creditPosition: this.#creditPosition,
      reported: [...this.#reported],
    };
  }

  /** Takes over what {@link NvtDisplay.snapshot} gave, for a screen of the same size. @throws UsageError `snapshot-invalid` */
  restore(snapshot: SnapshotReader): void {
    loadTerminal(this.#terminal, snapshot.object('terminal'));
    this.#state = TABLE.states.indexOf(snapshot.choice('state', TABLE.states));
    this.#marker = snapshot.integer('marker', -1, 255);
    this.#parameters.restore(snapshot.integers('parameters', 21, 0, MAXIMUM_VALUE));
    this.#position = snapshot.integer('position', 0, Number.MAX_SAFE_INTEGER);
    this.#sequence = [...snapshot.bytes('sequence', SAMPLE)];
    this.#sequencePosition = snapshot.integer('sequencePosition', 0, Number.MAX_SAFE_INTEGER);
    this.#alarmPosition = snapshot.integer('alarmPosition', -ALARM_SPACING, Number.MAX_SAFE_INTEGER);
    this.#credit = snapshot.integer('credit', 0, REPORT_CREDIT);
    this.#creditPosition = snapshot.integer('creditPosition', 0, Number.MAX_SAFE_INTEGER);
    const codes = Object.keys(NVT_VIOLATIONS) as NvtViolationCode[];
    const reported = snapshot.list('reported', codes.length);
    this.#reported.clear();
    for (const code of codes) if (reported.includes(code)) this.#reported.add(code);
  }

  // ---- what the line discipline shows by itself; a sequence that the host has not ended takes no part in it

  /** Shows characters 20 to 7E and A0 to FF. */
  echo(characters: Uint8Array): void {
    this.#terminal.print(characters, 0, characters.length);
  }

  /** To the start of the next line. */
  echoNewLine(): void {
    this.#terminal.carriageReturn();
    this.#terminal.lineFeed();
  }

  /** Takes back one character. */
  echoRubOut(): void {
    this.#terminal.rubOut();
  }

  // ---- inside

  /** Behind the last of the bytes from `at` on that are plain characters. */
  #endOfRun(bytes: Uint8Array, at: number, end: number): number {
    const { cells, inputCount } = TABLE;
    const row = GROUND * inputCount;
    let to = at;
    while (to < end && ((cells[row + (CLASSES[bytes[to] as number] as number)] as number) & 0xff) === PRINT)
      to++;
    return to;
  }

  #keep(byte: number, effect: number): void {
    if (TABLE.effects[effect] === 'begin') {
      this.#sequence.length = 0;
      this.#sequencePosition = this.#position;
    }
    if (this.#sequence.length < SAMPLE) this.#sequence.push(byte);
  }

  #carryOut(effect: ParserEffect, byte: number): void {
    switch (effect) {
      case 'control':
        this.#control(byte);
        return;
      case 'begin':
        this.#parameters.clear();
        this.#marker = 0;
        return;
      case 'collect':
        this.#marker = this.#marker === 0 ? byte : -1;
        return;
      case 'marker':
        this.#marker = byte;
        return;
      case 'digit':
        this.#parameters.digit(byte - 0x30);
        return;
      case 'nextParameter':
        this.#parameters.next();
        return;
      case 'dispatchEscape':
        this.#run(escapeSequence(byte));
        return;
      case 'dispatchSequence':
        this.#run(this.#parameters.overflow ? undefined : controlSequence(this.#marker, byte));
        return;
      case 'designate':
        if (!designate(this.#terminal, this.#marker, byte)) this.#violation('nvt-sequence-unknown');
        return;
      case 'openString':
        if (byte !== 0x5d) this.#violation('nvt-sequence-unknown'); // ESC ] names windows; there is none
        return;
      case 'breakString':
        this.#violation('nvt-sequence-unknown');
        this.#control(byte);
        return;
      case 'unknown':
        this.#violation('nvt-sequence-unknown');
        return;
      default: // 'print' is done where runs are found
    }
  }

  #run(sequence: ReturnType<typeof escapeSequence>): void {
    if (sequence === undefined) {
      this.#violation('nvt-sequence-unknown');
      return;
    }
    const report = sequence(this.#terminal, this.#parameters);
    if (typeof report === 'string') this.#report(report);
  }

  #control(byte: number): void {
    const terminal = this.#terminal;
    switch (byte) {
      case 0x07:
        if (this.#position - this.#alarmPosition < ALARM_SPACING) return;
        this.#alarmPosition = this.#position;
        this.#alarm = true;
        return;
      case 0x08:
        terminal.backspace();
        return;
      case 0x09:
        terminal.tab();
        return;
      case 0x0a:
        if (this.returnOnLineFeed || terminal.newLineMode) terminal.carriageReturn();
        terminal.lineFeed();
        return;
      case 0x0b:
        if (terminal.newLineMode) terminal.carriageReturn();
        terminal.lineFeed();
        return;
      case 0x0c:
        terminal.clear();
        return;
      case 0x0d:
        terminal.carriageReturn();
        return;
      case 0x0e:
        lockShift(terminal, 1);
        return;
      default:
        lockShift(terminal, 0);
    }
  }

  /** Text pays for reports, so that no host can make us send more than it sends itself. */
  #report(report: string): void {
    this.#credit = Math.min(REPORT_CREDIT, this.#credit + this.#position - this.#creditPosition);
    this.#creditPosition = this.#position;
    if (this.#credit < REPORT_PRICE) {
      this.#violation('nvt-report-storm');
      return;
    }
    this.#credit -= REPORT_PRICE;
    this.#reply += report;
  }

  #violation(code: NvtViolationCode): void {
    if (this.#reported.has(code)) {
      this.#repeats.set(code, (this.#repeats.get(code) ?? 0) + 1);
      return;
    }
    this.#reported.add(code);
    this.#fault = { code, position: this.#sequencePosition, bytes: Uint8Array.from(this.#sequence) };
  }
}
