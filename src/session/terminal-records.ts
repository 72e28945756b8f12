import { printable } from '../bytes/index.js';
import type { Fault } from '../machine/index.js';
import type { LockReason, OutboundResult, PresentationSpace } from '../screen/index.js';
import { encodeRecord, type RecordToken, type SubnegotiationToken } from '../telnet/index.js';
import {
  DATA_TYPES,
  type DataType,
  decodeHeader,
  encodeHeader,
  FUNCTIONS,
  HEADER_LENGTH,
  NEGATIVE_RESPONSES,
  REQUEST_FLAGS,
  RESPONSE_FLAGS,
  type Tn3270eHeader,
  Tn3270eTerminal,
} from '../tn3270e/index.js';
import type { Mode, NegotiatedEvent } from './events.js';
import type { TerminalEvent } from './terminal-events.js';
import type { TerminalFacts, TerminalOptions } from './terminal-options.js';

/** What the records of a terminal need of the session around them. */
export interface RecordsHost<Event> {
  queue(bytes: Uint8Array): void;
  emit(event: Event): void;
  violation(code: string, offset: number, bytes: Uint8Array): void;
  bodyFault(token: SubnegotiationToken, fault: Fault): void;
  writeSubnegotiation(body: Uint8Array): void;
  leaveTn3270e(): void;
  negotiationEnded(what: Omit<NegotiatedEvent, 'type'>): void;
  /** The sub-mode has changed. */
  followMode(): void;
}

const EMPTY: Uint8Array = /* @__PURE__ */ new Uint8Array(0);

/**
 * The records of a terminal: in TN3270E with header, responses and sub-modes (RFC 2355 §8 to §10), in TN3270 as they are.
 */
export class TerminalRecords {
  readonly #screen: PresentationSpace;
  readonly #facts: TerminalFacts;
  readonly #host: RecordsHost<TerminalEvent>;
  readonly #negotiation: Tn3270eTerminal;
  #on = false;
  #mode: Mode = 'tn3270eUnbound';
  #bound = false;
  #sequence = 0;
  #keyboardTold = '';

  constructor(
    screen: PresentationSpace,
    facts: TerminalFacts,
    options: TerminalOptions,
    host: RecordsHost<TerminalEvent>,
  ) {
    this.#screen = screen;
    this.#facts = facts;
    this.#host = host;
    const wanted = options.tn3270e === false ? {} : (options.tn3270e ?? {});
    this.#negotiation = new Tn3270eTerminal({
      deviceType: facts.deviceType,
      luNames: options.luNames ?? [],
      ...wanted,
    });
  }

  /** The sub-mode of TN3270E. */
  get mode(): Mode {
    return this.#mode;
  }

  get luName(): string | undefined {
    return this.#negotiation.deviceName;
  }

  #agreed(code: number): boolean {
    return this.#negotiation.functions?.includes(code) === true;
  }

  /** Option 40 was switched at our side. Either way nothing of before is left (TNE-006). */
  switchOption(on: boolean): void {
    this.#on = on;
    this.#mode = 'tn3270eUnbound';
    this.#bound = false;
    this.#sequence = 0;
    this.#negotiation.reset();
    this.#screen.reset();
    this.#screen.keyboard.apply(on ? 'connected' : 'disconnected');
    if (on) this.#negotiation.start();
  }

  /** A subnegotiation of option 40. */
  negotiate(token: SubnegotiationToken): void {
    for (const effect of this.#negotiation.receive(token.bytes)) {
      switch (effect.type) {
        case 'send':
          this.#host.writeSubnegotiation(effect.body);
          break;
        case 'fault':
          this.#host.bodyFault(token, effect.fault);
          break;
        case 'rejected':
          this.#host.emit({ type: 'deviceRejected', reason: effect.reason, luName: effect.resourceName });
          break;
        case 'leave':
          this.#host.leaveTn3270e();
          break;
        case 'functionsAgreed':
          this.#functionsAgreed(effect.functions);
          break;
        case 'restarted':
          this.#mode = 'tn3270eUnbound';
          break;
        case 'deviceTypeAgreed':
          break;
      }
    }
  }

  #functionsAgreed(functions: readonly number[]): void {
    // Without BIND-IMAGE the session starts in 3270 mode (TNE-065).
    if (!functions.includes(FUNCTIONS.bindImage)) this.#enter('tn3270e');
    this.#host.negotiationEnded({
      protocol: 'tn3270e',
      terminalType: this.#negotiation.deviceType,
      luName: this.luName,
      functions: [...functions].sort((a, b) => a - b),
    });
  }

  /** A record in classic TN3270: no header, no response (TEL-113). */
  applyClassic(token: RecordToken): void {
    if (token.bytes.length === 0) return;
    const result = this.#apply(token, 0);
    if (result.reply !== undefined) this.#host.queue(encodeRecord(EMPTY, result.reply));
  }

  /** A record while option 40 is on. */
  receive(token: RecordToken): void {
    const header = decodeHeader(token.bytes);
    if (header.type === 'empty') return;
    if (header.type === 'fault') {
      this.#host.violation('record-too-short', token.offset, token.bytes);
      return;
    }
    if (!this.#negotiation.complete) {
      this.#host.violation('data-out-of-state', token.offset, token.bytes);
      return;
    }
    this.#dispatch(header, token);
  }

  #dispatch(header: Tn3270eHeader, token: RecordToken): void {
    switch (header.dataType) {
      case DATA_TYPES.data3270:
        this.#data3270(header, token);
        return;
      case DATA_TYPES.nvtData:
        this.#nvtData(header, token);
        return;
      case DATA_TYPES.sscpLuData:
        this.#sscpLuData(token);
        return;
      case DATA_TYPES.unbind:
        this.#unbind(token);
        return;
      default:
        this.#host.violation('header-invalid', token.offset, token.bytes);
    }
  }

  #data3270(header: Tn3270eHeader, token: RecordToken): void {
    if (this.#agreed(FUNCTIONS.bindImage) && !this.#bound) {
      this.#host.violation('data-out-of-state', token.offset, token.bytes); // TNE-069
      return;
    }
    this.#enter('tn3270e');
    const result = this.#apply(token, HEADER_LENGTH);
    const { responseFlag, sequenceNumber } = header;
    const responses = this.#agreed(FUNCTIONS.responses);
    const always = responseFlag === RESPONSE_FLAGS.always;
    if (responses && result.status !== 'accepted' && (always || responseFlag === RESPONSE_FLAGS.error)) {
      const code =
        result.status === 'commandReject'
          ? NEGATIVE_RESPONSES.commandReject
          : NEGATIVE_RESPONSES.operationCheck;
      this.#respond(1, sequenceNumber, code);
    } else if (responses && always) {
      this.#respond(0, sequenceNumber, 0); // before what the record makes us send: TNE-104
    }
    if (result.reply !== undefined) this.sendInbound(result.reply);
    if (this.#agreed(FUNCTIONS.contentionResolution)) {
      if (header.requestFlag & REQUEST_FLAGS.keyboardRestore) this.#screen.keyboardRestore();
      if (header.requestFlag & REQUEST_FLAGS.sendData) this.#screen.keyboard.unlock('bid');
      else this.#screen.keyboard.lock('bid');
    }
    this.followKeyboard();
  }

  #apply(token: RecordToken, start: number): OutboundResult {
    const result = this.#screen.applyRecord(token.bytes, start);
    for (const fault of result.faults) this.#recordFault(token, fault);
    this.#host.emit({
      type: 'screen',
      erased: result.erased,
      resized: result.resized,
      alarm: result.alarm,
      keyboardRestored: result.keyboardRestored,
    });
    return result;
  }

  /** The offset in the stream counts the doubled 255s before it. */
  #recordFault(token: RecordToken, fault: Fault): void {
    const { bytes } = token;
    let doubled = 0;
    for (let i = 0; i < fault.offset; i++) if (bytes[i] === 0xff) doubled++;
    const end = fault.offset + Math.min(fault.length, 64);
    this.#host.violation(fault.code, token.offset + fault.offset + doubled, bytes.slice(fault.offset, end));
  }

  #nvtData(header: Tn3270eHeader, token: RecordToken): void {
    this.#enter('tn3270eNvt');
    const bytes = token.bytes.subarray(HEADER_LENGTH);
    this.#host.emit({ type: 'text', bytes, text: printable(bytes) });
    if (this.#agreed(FUNCTIONS.responses) && header.responseFlag === RESPONSE_FLAGS.always) {
      this.#respond(0, header.sequenceNumber, 0);
    }
  }

  #sscpLuData(token: RecordToken): void {
    this.#enter('sscpLu');
    for (const fault of this.#screen.applySscpLu(token.bytes.subarray(HEADER_LENGTH)))
      this.#recordFault(token, fault);
    this.#host.emit({ type: 'screen', erased: false, resized: false, alarm: false, keyboardRestored: true });
    this.followKeyboard();
  }

  #unbind(token: RecordToken): void {
    this.#bound = false;
    this.#enter('tn3270eUnbound');
    this.#screen.setSizes({ rows: 24, columns: 80 }, this.#facts.alternateSize);
    this.#screen.reset();
    this.#host.emit({ type: 'unbound', reason: token.bytes[HEADER_LENGTH] });
  }

  /** Another kind of data is another mode, and nothing of the old screen is kept (TNE-066, TNE-067). */
  #enter(mode: Mode): void {
    if (this.#mode === mode) return;
    if (this.#mode === 'tn3270eNvt' || mode === 'tn3270eNvt') this.#screen.reset();
    this.#mode = mode;
    this.#host.followMode();
  }

  #respond(kind: number, sequenceNumber: number, code: number): void {
    const header = encodeHeader(DATA_TYPES.response, 0, kind, sequenceNumber);
    this.#host.queue(encodeRecord(header, Uint8Array.of(code)));
  }

  /** Sends what the screen made: a key's record or the answer to a read. */
  sendInbound(data: Uint8Array): void {
    if (!this.#on) this.#host.queue(encodeRecord(EMPTY, data));
    else this.#send(DATA_TYPES.data3270, data, true);
  }

  sendSscpLu(data: Uint8Array): void {
    this.#send(DATA_TYPES.sscpLuData, data, false);
  }

  sendNvt(data: Uint8Array): void {
    this.#send(DATA_TYPES.nvtData, data, false);
  }

  #send(dataType: DataType, data: Uint8Array, counted: boolean): void {
    const responses = this.#agreed(FUNCTIONS.responses);
    const header = encodeHeader(dataType, 0, 0, counted && responses ? this.#sequence : 0);
    if (counted && responses) this.#sequence = (this.#sequence + 1) & 0x7fff; // TNE-095
    this.#host.queue(encodeRecord(header, data));
  }

  /** SYSREQ: IAC AO, only where it was agreed and a session is there (TNE-110). */
  systemRequest(): boolean {
    if (!this.#agreed(FUNCTIONS.sysreq)) return false;
    this.#host.queue(Uint8Array.of(0xff, 0xf5));
    return true;
  }

  /** ATTN: IAC IP in a bound session (TNE-115). */
  attention(): boolean {
    if (this.#mode === 'tn3270eUnbound') return false;
    this.#host.queue(Uint8Array.of(0xff, 0xf4));
    return true;
  }

  /** Tells when the lock of the keyboard has changed. */
  followKeyboard(): void {
    const reasons: LockReason[] = [...this.#screen.keyboard.reasons];
    const told = reasons.join(' ');
    if (told === this.#keyboardTold) return;
    this.#keyboardTold = told;
    this.#host.emit({ type: 'keyboard', locked: reasons.length > 0, reasons });
  }
}
