import { decodeText } from '../codepage/index.js';
import type { Fault } from '../machine/index.js';
import type { OutboundResult, PresentationSpace } from '../screen/index.js';
import type { RecordToken } from '../telnet/index.js';
import { type DataMode, HEADER_LENGTH, parseBind, parseUnbind } from '../tn3270e/index.js';
import type { HostTurn } from './host-turn.js';
import { recordFault } from './record-fault.js';
import type { TerminalEvent } from './terminal-events.js';
import type { TerminalFacts } from './terminal-options.js';
import type { ViolationCode } from './violation-codes.js';

/** What {@link ScreenRecords} needs of the session around it. */
export interface ScreenRecordsSession {
  emit(event: TerminalEvent): void;
  violation(code: ViolationCode, offset: number, bytes: Uint8Array): void;
  readonly turn: HostTurn;
}

/** What the records of a host do to the screen of a terminal, and what is told of it. */
export class ScreenRecords {
  readonly #screen: PresentationSpace;
  readonly #facts: TerminalFacts;
  readonly #session: ScreenRecordsSession;

  constructor(screen: PresentationSpace, facts: TerminalFacts, session: ScreenRecordsSession) {
    this.#screen = screen;
    this.#facts = facts;
    this.#session = session;
  }

  /** A 3270 record. */
  apply(token: RecordToken, start: number): OutboundResult {
    const result = this.#screen.applyRecord(token.bytes, start);
    for (const fault of result.faults) this.fault(token, fault);
    for (const refused of result.refused) this.#session.emit({ type: 'structuredFieldRefused', ...refused });
    const { erased, resized, alarm, keyboardRestored } = result;
    this.#session.emit({ type: 'screen', erased, resized, alarm, keyboardRestored });
    if (keyboardRestored) this.#session.turn.saw('writeControlCharacter');
    return result;
  }

  /** Reports what is wrong with a record. */
  fault(token: RecordToken, fault: Fault<ViolationCode>): void {
    this.#session.violation(fault.code, ...recordFault(token, fault));
  }

  /** Text of the SSCP-LU session. */
  sscpLuData(token: RecordToken): void {
    this.#session.turn.saw('sscpLuData');
    const faults = this.#screen.applySscpLu(token.bytes.subarray(HEADER_LENGTH));
    for (const { code, offset, length } of faults) {
      this.fault(token, { code, offset: offset + HEADER_LENGTH, length });
    }
    const still = { erased: false, resized: false, alarm: false };
    this.#session.emit({ type: 'screen', ...still, keyboardRestored: true });
  }

  /**
   * TNE-079: sizes are applied, the screen is cleared, and the keyboard waits for the host. As in x3270 the size is the default
   * one only where 3270 data could come before, else the alternate one until an erase selects one.
   */
  bind(token: RecordToken, modeBefore: DataMode): void {
    const { bind, fault } = parseBind(token.bytes.subarray(HEADER_LENGTH), this.#facts.alternateSize);
    if (fault !== undefined) this.fault(token, { ...fault, offset: fault.offset + HEADER_LENGTH });
    const { defaultSize, alternateSize, pluName } = bind;
    this.#screen.setSizes(defaultSize, alternateSize);
    this.#screen.reset(modeBefore === 'data3270' ? 'default' : 'alternate');
    this.#screen.keyboard.lock('awaitingFirst');
    this.#session.turn.asked();
    const name = pluName === undefined ? undefined : decodeText(this.#facts.codePage, pluName).trimEnd();
    this.#session.emit({ type: 'bound', pluName: name, defaultSize, alternateSize });
  }

  /** TNE-077: back to the sizes of the device, as it was before the BIND. */
  unbind(token: RecordToken): void {
    const { reason } = parseUnbind(token.bytes.subarray(HEADER_LENGTH));
    this.#screen.setSizes({ rows: 24, columns: 80 }, this.#facts.alternateSize);
    this.#screen.reset('alternate');
    this.#screen.keyboard.lock('awaitingFirst');
    this.#session.turn.asked();
    this.#session.emit({ type: 'unbound', reason });
  }
}
