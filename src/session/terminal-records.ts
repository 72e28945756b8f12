import type { SnapshotObject, SnapshotReader } from '../bytes/index.js';
import type { Fault } from '../machine/index.js';
import type { PresentationSpace } from '../screen/index.js';
import { encodeRecord, type RecordToken, type SubnegotiationToken } from '../telnet/index.js';
import {
  buildNegativeResponse,
  buildPositiveResponse,
  type CheckedHeader,
  checkHeader,
  DATA_TYPES,
  type DataMode,
  type DataStep,
  type DataTypeName,
  decodeHeader,
  encodeHeader,
  FUNCTIONS,
  HEADER_LENGTH,
  NEGATIVE_RESPONSES,
  RESPONSE_DUE,
  RESPONSE_FLAGS,
  type ResponseFlag,
  readTerminalNegotiation,
  restoresKeyboard,
  saveTerminalNegotiation,
  Tn3270eTerminal,
} from '../tn3270e/index.js';
import { MODE_OF_DATA } from './data-modes.data.js';
import type { Mode, NegotiatedEvent } from './events.js';
import { LockNews } from './lock-news.js';
import { LIMITS } from './options.js';
import { ScreenRecords, type ScreenRecordsSession } from './screen-records.js';
import { type Agreement, agree, readAgreement, saveAgreement } from './terminal-agreement.js';
import type { TerminalFacts, TerminalOptions } from './terminal-options.js';
import type { ViolationCode } from './violation-codes.js';

/** What the records of a terminal need of the session around them. */
export interface TerminalRecordsSession extends ScreenRecordsSession {
  queue(bytes: Uint8Array): void;
  bodyFault(token: SubnegotiationToken, fault: Fault<ViolationCode>): void;
  writeSubnegotiation(body: Uint8Array): void;
  leaveTn3270e(): void;
  negotiationEnded(what: Omit<NegotiatedEvent, 'type'>): void;
  /** The sub-mode has changed. */
  followMode(): void;
  /** Untrusted text of an NVT; `offset` is where in the stream. */
  text(bytes: Uint8Array, offset: number): void;
}

const EMPTY: Uint8Array = /* @__PURE__ */ new Uint8Array(0);

/**
 * The records of a terminal: in TN3270E with header, responses and sub-modes (RFC 2355 §8 to §10), in TN3270 as they are.
 */
export class TerminalRecords {
  readonly #screen: PresentationSpace;
  readonly #session: TerminalRecordsSession;
  readonly #negotiation: Tn3270eTerminal;
  readonly #shown: ScreenRecords;
  readonly #lock: LockNews;
  #agreement: Agreement | undefined;
  readonly #x3270Responses: boolean;

  constructor(
    screen: PresentationSpace,
    facts: TerminalFacts,
    options: TerminalOptions,
    session: TerminalRecordsSession,
  ) {
    this.#screen = screen;
    this.#session = session;
    this.#shown = new ScreenRecords(screen, facts, session);
    this.#lock = new LockNews(screen.keyboard, session);
    const { x3270Responses = false, ...wanted } = options.tn3270e === false ? {} : (options.tn3270e ?? {});
    this.#x3270Responses = x3270Responses;
    this.#negotiation = new Tn3270eTerminal({
      deviceType: facts.deviceType,
      luNames: options.luNames ?? [],
      maxRounds: options.limits?.negotiationRounds ?? LIMITS.negotiationRounds,
      ...wanted,
    });
  }

  /** The mode while option 40 is on. */
  get mode(): Mode {
    return this.#agreement === undefined ? 'tn3270eUnbound' : MODE_OF_DATA[this.#agreement.mode.mode];
  }

  /** Device and functions are agreed: data may flow. */
  get complete(): boolean {
    return this.#negotiation.complete;
  }

  get luName(): string | undefined {
    return this.#negotiation.deviceName;
  }

  /** What lasts, as plain values. */
  save(): SnapshotObject {
    const agreement = this.#agreement;
    return {
      negotiation: saveTerminalNegotiation(this.#negotiation.snapshot()),
      agreement: agreement === undefined ? null : saveAgreement(agreement),
      keyboardTold: this.#lock.save(),
    };
  }

  /** Takes over what {@link save} gave. @throws UsageError `snapshot-invalid` */
  load(snapshot: SnapshotReader): void {
    this.#negotiation.restore(readTerminalNegotiation(snapshot.object('negotiation')));
    const read = snapshot.objectOrNull('agreement');
    this.#agreement = read === undefined ? undefined : readAgreement(read);
    this.#lock.load(snapshot, 'keyboardTold');
  }

  /** Option 40 was switched at our side. Either way nothing of before is left (TNE-006). */
  switchOption(on: boolean): void {
    this.#agreement = undefined;
    this.#negotiation.reset();
    this.#screen.keyboard.apply(on ? 'connected' : 'disconnected');
    if (on) this.#session.turn.asked();
    else this.#session.turn.ended();
    // What was shown stays to be read until a session begins anew.
    if (on) {
      this.#screen.reset('alternate');
      this.#negotiation.start();
    }
    this.followKeyboard();
  }

  /** A subnegotiation of option 40. */
  negotiate(token: SubnegotiationToken): void {
    for (const effect of this.#negotiation.receive(token.bytes)) {
      switch (effect.type) {
        case 'send':
          this.#session.writeSubnegotiation(effect.body);
          break;
        case 'fault':
          this.#session.bodyFault(token, effect.fault);
          break;
        case 'rejected':
          this.#session.emit({ type: 'deviceRejected', reason: effect.reason, luName: effect.resourceName });
          break;
        case 'leave':
          this.#session.leaveTn3270e();
          break;
        case 'functionsAgreed':
          this.#functionsAgreed(effect.functions);
          break;
        case 'restarted':
          this.#agreement = undefined;
          this.#session.followMode();
          break;
        case 'deviceTypeAgreed':
          break;
      }
    }
  }

  #functionsAgreed(functions: readonly number[]): void {
    this.#agreement = agree(functions);
    this.#session.followMode();
    this.#session.negotiationEnded({
      protocol: 'tn3270e',
      terminalType: this.#negotiation.deviceType,
      luName: this.luName,
      functions: [...functions].sort((a, b) => a - b),
    });
  }

  /** A record in classic TN3270: no header, no response (TEL-113). */
  applyClassic(token: RecordToken): void {
    if (token.bytes.length === 0) return;
    const result = this.#shown.apply(token, 0);
    if (result.reply !== undefined) this.#session.queue(encodeRecord(EMPTY, result.reply));
    this.followKeyboard();
    this.#session.turn.spoke(this.#screen.keyboard.waitsForHost, false);
  }

  /** A record while option 40 is on. */
  receive(token: RecordToken): void {
    const header = decodeHeader(token.bytes);
    if (header.type === 'empty') return;
    if (header.type === 'fault') {
      this.#shown.fault(token, header.fault);
      return;
    }
    const agreement = this.#agreement;
    if (agreement === undefined) {
      this.#session.violation('data-out-of-state', token.offset, token.bytes); // TNE-004
      return;
    }
    const functions = this.#x3270Responses
      ? [...agreement.functions, FUNCTIONS.responses]
      : agreement.functions;
    const context = { from: 'host', printer: false, functions } as const;
    const checked = checkHeader(header, context);
    if (checked.type === 'fault') this.#shown.fault(token, checked.fault);
    else if (checked.dataType === 'bid') this.#bid(agreement, checked);
    else this.#dispatch(agreement, checked, token);
    const unasked = this.#x3270Responses && header.dataType === DATA_TYPES.nvtData;
    if (unasked && header.responseFlag === RESPONSE_FLAGS.always) {
      this.#queueWhole(buildPositiveResponse(header.sequenceNumber));
    }
  }

  #dispatch(agreement: Agreement, header: CheckedHeader, token: RecordToken): void {
    const { mode: modeBefore } = agreement.mode;
    const steps = agreement.mode.receive(header.dataType);
    this.#session.followMode();
    for (const step of steps) this.#step(step, agreement, header, token, modeBefore);
    this.#followContention(agreement);
    this.followKeyboard();
    // Text of an NVT counts as it is shown.
    if (header.dataType === 'nvtData' || !steps.includes('deliver')) return;
    this.#session.turn.spoke(this.#screen.keyboard.waitsForHost, agreement.contention.state === 'sending');
  }

  #step(
    step: DataStep,
    agreement: Agreement,
    header: CheckedHeader,
    token: RecordToken,
    modeBefore: DataMode,
  ): void {
    switch (step) {
      case 'erase':
        this.#screen.reset(); // TNE-067
        if (header.dataType === 'nvtData') this.#screen.keyboardRestore(); // x3270 sheet §7
        return;
      case 'eraseAlternate':
        this.#screen.reset('alternate'); // x3270 shows the SSCP-LU session on the whole device
        return;
      case 'applyBind':
        this.#shown.bind(token, modeBefore);
        agreement.contention.bound();
        return;
      case 'applyUnbind':
        this.#shown.unbind(token);
        agreement.contention.unbound();
        return;
      case 'drop':
        this.#session.violation('data-out-of-state', token.offset, token.bytes);
        return;
      case 'deliver':
        if (header.dataType === 'data3270') this.#data3270(agreement, header, token);
        else if (header.dataType === 'nvtData') {
          this.#session.text(token.bytes.subarray(HEADER_LENGTH), token.offset + HEADER_LENGTH);
        } else this.#shown.sscpLuData(token);
    }
  }

  #data3270(agreement: Agreement, header: CheckedHeader, token: RecordToken): void {
    const { status, reply } = this.#shown.apply(token, HEADER_LENGTH);
    const done = status === 'accepted' ? 'done' : 'failed';
    const due = RESPONSE_DUE[header.responseFlag as ResponseFlag][done];
    // The response goes out before what the record makes us send (TNE-104).
    if (due === 'positive') this.#queueWhole(buildPositiveResponse(header.sequenceNumber));
    if (due === 'negative') {
      const code = NEGATIVE_RESPONSES[status === 'commandReject' ? 'commandReject' : 'operationCheck'];
      this.#queueWhole(buildNegativeResponse(header.sequenceNumber, code));
    }
    if (reply !== undefined) this.sendInbound(reply);
    agreement.contention.dataReceived(header.requestFlag);
    if (agreement.contention.state === 'sending') this.#session.turn.saw('contentionResolution');
    if (restoresKeyboard(header.requestFlag)) {
      this.#screen.keyboardRestore(); // TNE-135
      this.#session.turn.saw('keyboardRestore');
    }
  }

  /** TNE-139 to TNE-143: every BID is answered; what was typed ahead waits for the right to send, and stands against none. */
  #bid(agreement: Agreement, header: CheckedHeader): void {
    for (const step of agreement.contention.bidReceived(header.requestFlag, false)) {
      if (step === 'accept') this.#queueWhole(buildPositiveResponse(header.sequenceNumber));
    }
    this.#followContention(agreement);
    this.followKeyboard();
    this.#session.turn.asked(); // the host goes on
  }

  /** The lock `bid` stands as long as CONTENTION-RESOLUTION forbids to send (TNE-132). */
  #followContention(agreement: Agreement): void {
    const { keyboard } = this.#screen;
    if (agreement.contention.maySend(agreement.mode.mode)) keyboard.unlock('bid');
    else keyboard.lock('bid');
  }

  /** Sends what the screen made: a key's record or the answer to a read. */
  sendInbound(data: Uint8Array): void {
    if (this.#agreement === undefined) this.#session.queue(encodeRecord(EMPTY, data));
    else this.#send(this.#agreement, 'data3270', data);
  }

  sendSscpLu(data: Uint8Array): void {
    if (this.#agreement !== undefined) this.#send(this.#agreement, 'sscpLuData', data);
  }

  sendNvt(data: Uint8Array): void {
    if (this.#agreement !== undefined) this.#send(this.#agreement, 'nvtData', data);
  }

  #send(agreement: Agreement, dataType: DataTypeName, data: Uint8Array): void {
    const counted = this.#x3270Responses ? 'data3270' : dataType;
    const header = encodeHeader(DATA_TYPES[dataType], 0, 0, agreement.sequence.take(counted));
    this.#session.queue(encodeRecord(header, data));
  }

  #queueWhole(record: Uint8Array): void {
    this.#session.queue(encodeRecord(EMPTY, record));
  }

  /** SYSREQ: IAC AO, where it was agreed and a 3270 or SSCP-LU session is there, whatever the send state (TNE-110, TNE-134). */
  systemRequest(): boolean {
    const agreement = this.#agreement;
    if (!agreement?.functions.includes(FUNCTIONS.sysreq)) return false;
    if (agreement.mode.mode !== 'data3270' && agreement.mode.mode !== 'sscpLu') return false;
    this.#session.queue(Uint8Array.of(0xff, 0xf5));
    return true;
  }

  /** ATTN: IAC IP in a bound session (TNE-115). */
  attention(): boolean {
    if (this.#agreement?.mode.bound !== true) return false;
    this.#session.queue(Uint8Array.of(0xff, 0xf4));
    return true;
  }

  /** Tells when the lock of the keyboard has changed. */
  followKeyboard(): void {
    this.#lock.follow();
  }
}
