import { printable, type SnapshotObject, type SnapshotReader, UsageError } from '../bytes/index.js';
import { type CodePage, decodeText, encodeText } from '../codepage/index.js';
import type { Fault } from '../machine/index.js';
import {
  encodeRecord,
  parseTerminalType,
  type RecordToken,
  type SubnegotiationToken,
} from '../telnet/index.js';
import {
  buildBind,
  buildUnbind,
  type CheckedHeader,
  checkHeader,
  DATA_TYPES,
  type DataTypeName,
  decodeHeader,
  encodeHeader,
  FUNCTIONS,
  HEADER_LENGTH,
  HostContention,
  HostDataMode,
  REQUEST_FLAGS,
  RESPONSE_FLAGS,
  ResponseLedger,
  readHostData,
  readHostNegotiation,
  readLedger,
  SequenceNumbers,
  saveHostNegotiation,
  saveLedger,
  Tn3270eHost,
  type Tn3270eHostEffect,
} from '../tn3270e/index.js';
import { MODE_OF_DATA } from './data-modes.data.js';
import type { Mode } from './events.js';
import type { HostEvent, SscpLuInputEvent } from './host-events.js';
import { HostInbound } from './host-inbound.js';
import type { DeviceDecision, DeviceRequest, HostOptions } from './host-options.js';
import { LIMITS } from './options.js';
import { recordFault } from './record-fault.js';
import type { ViolationCode } from './violation-codes.js';
import type { WriteOptions } from './write-options.js';

/** What the records of a host need of the session around them. */
export interface HostRecordsSession {
  queue(bytes: Uint8Array): void;
  emit(event: HostEvent): void;
  sscpLuInput(event: SscpLuInputEvent): void;
  violation(code: ViolationCode, offset: number, bytes: Uint8Array): void;
  bodyFault(token: SubnegotiationToken, fault: Fault<ViolationCode>): void;
  writeSubnegotiation(body: Uint8Array): void;
  leaveTn3270e(): void;
  deviceRequested(request: DeviceRequest): void;
  deviceAgreed(deviceType: string, deviceName: string | undefined): void;
  functionsAgreed(): void;
  setMode(mode: Mode): void;
  /** What the terminal calls itself. */
  terminalType(): string | undefined;
  /** The session ends, because what the terminal sent cannot be its operator's. */
  refuseInput(detail: string): void;
}

const EMPTY: Uint8Array = /* @__PURE__ */ new Uint8Array(0);
const MODEL_2 = { rows: 24, columns: 80 } as const;

/** What lasts from one agreement on functions to the next. */
interface HostAgreement {
  readonly mode: HostDataMode;
  readonly contention: HostContention;
  readonly sequence: SequenceNumbers;
  readonly awaited: ResponseLedger;
}

/** RESPONSES and SYSREQ. */
const DEFAULT_FUNCTIONS: readonly number[] = [FUNCTIONS.responses, FUNCTIONS.sysreq];

/** A host's side of TN3270E: its negotiation, and records both ways (RFC 2355 §7 to §10). */
export class HostRecords {
  readonly #codePage: CodePage;
  readonly #session: HostRecordsSession;
  readonly #negotiation: Tn3270eHost;
  #agreement: HostAgreement | undefined;
  readonly #pluName: Uint8Array;
  readonly #inbound: HostInbound;
  #requestedType = 'IBM-3278-2';

  constructor(options: HostOptions, codePage: CodePage, session: HostRecordsSession) {
    this.#codePage = codePage;
    this.#pluName = encodePluName(options.pluName, codePage);
    this.#session = session;
    this.#inbound = new HostInbound(options, codePage, () => session.terminalType());
    const functions = options.functions === false ? [] : (options.functions ?? DEFAULT_FUNCTIONS);
    const maxRounds = options.limits?.negotiationRounds ?? LIMITS.negotiationRounds;
    this.#negotiation = new Tn3270eHost({ functions, maxRounds });
  }

  /** Functions in force. */
  get functions(): readonly number[] {
    return this.#negotiation.functions ?? [];
  }

  /** Negotiation is complete: data may flow. */
  get complete(): boolean {
    return this.#negotiation.complete;
  }

  /** There is an application's session: from the start, or since a BIND. */
  get bound(): boolean {
    return this.#agreement?.mode.bound === true;
  }

  has(name: keyof typeof FUNCTIONS): boolean {
    return this.functions.includes(FUNCTIONS[name]);
  }

  /** What lasts, as plain values. */
  save(): SnapshotObject {
    const agreement = this.#agreement;
    return {
      negotiation: saveHostNegotiation(this.#negotiation.snapshot()),
      requestedType: this.#requestedType,
      agreement:
        agreement === undefined
          ? null
          : {
              functions: [...this.functions],
              mode: agreement.mode.state,
              contention: agreement.contention.state,
              sequence: agreement.sequence.next,
              awaited: saveLedger(agreement.awaited.snapshot()),
            },
      sentScreen: this.#inbound.save(),
    };
  }

  /** Takes over what {@link save} gave. @throws UsageError `snapshot-invalid` */
  load(snapshot: SnapshotReader): void {
    this.#negotiation.restore(readHostNegotiation(snapshot.object('negotiation')));
    this.#requestedType = snapshot.string('requestedType', 64);
    this.#inbound.load(snapshot.objectOrNull('sentScreen'));
    const read = snapshot.objectOrNull('agreement');
    this.#agreement = undefined;
    if (read === undefined) return;
    const { functions, mode, contention, sequence } = readHostData(read);
    this.#agreement = agree(functions);
    this.#agreement.mode.restore(mode);
    this.#agreement.contention.restore(contention);
    this.#agreement.sequence.restore(sequence);
    this.#agreement.awaited.restore(readLedger(read.object('awaited')));
  }

  /** Option 40 came on at the terminal's side. */
  start(): void {
    this.#session.setMode('tn3270eUnbound');
    this.#effects(this.#negotiation.start(), undefined);
  }

  /** A subnegotiation of option 40. */
  negotiate(token: SubnegotiationToken): void {
    this.#effects(this.#negotiation.receive(token.bytes), token);
  }

  decide(decision: DeviceDecision, deviceType: string | undefined): void {
    if ('reject' in decision) this.#effects(this.#negotiation.reject(decision.reject), undefined);
    else {
      const type = deviceType ?? this.#requestedType;
      this.#effects(this.#negotiation.accept(type, decision.accept), undefined);
    }
  }

  #effects(effects: readonly Tn3270eHostEffect[], token: SubnegotiationToken | undefined): void {
    for (const effect of effects) {
      switch (effect.type) {
        case 'send':
          this.#session.writeSubnegotiation(effect.body);
          break;
        case 'fault':
          if (token !== undefined) this.#session.bodyFault(token, effect.fault);
          break;
        case 'deviceTypeRequested':
          this.#requestedType = effect.deviceType;
          this.#session.deviceRequested({
            deviceType: effect.deviceType,
            resourceName: effect.resourceName,
            associate: effect.associate,
          });
          break;
        case 'deviceTypeAgreed':
          this.#session.deviceAgreed(effect.deviceType, effect.deviceName);
          break;
        case 'functionsAgreed':
          this.#functionsAgreed();
          break;
        case 'leave':
          this.#session.leaveTn3270e();
          break;
      }
    }
  }

  #functionsAgreed(): void {
    this.#agreement = agree(this.functions);
    if (this.has('bindImage')) this.bind();
    else this.#session.setMode('tn3270e');
    this.#session.functionsAgreed();
  }

  #agreed(): HostAgreement {
    if (this.#agreement === undefined) throw new UsageError('state-forbids', 'no 3270 session is agreed yet');
    return this.#agreement;
  }

  /** Sends a 3270 record; returns its sequence number where responses were agreed. A BIND goes first where one is due. */
  write3270(record: Uint8Array, options: WriteOptions): number | undefined {
    const agreement = this.#agreed();
    if (!agreement.mode.bound) this.bind(); // TNE-069
    let requestFlag = 0;
    if (this.has('contentionResolution')) {
      if (options.sendData !== false) requestFlag |= REQUEST_FLAGS.sendData;
      if (options.keyboardRestore === true) requestFlag |= REQUEST_FLAGS.keyboardRestore;
    }
    agreement.contention.sendData(requestFlag);
    const responses = this.has('responses');
    const responseFlag = responses ? RESPONSE_FLAGS[options.response ?? 'none'] : RESPONSE_FLAGS.none;
    const number = this.#send('data3270', requestFlag, responseFlag, record);
    agreement.awaited.sent('data3270', number, responseFlag);
    const answered = responseFlag === RESPONSE_FLAGS.none ? undefined : number;
    this.#inbound.sent(record, answered, (requestFlag & REQUEST_FLAGS.keyboardRestore) !== 0);
    return responses ? number : undefined;
  }

  /** Sends a 3270 record in classic TN3270, without a header. */
  writeClassic(record: Uint8Array): void {
    this.#session.queue(encodeRecord(EMPTY, record));
    this.#inbound.sent(record, undefined, false);
  }

  writeNvt(bytes: Uint8Array): void {
    this.#send('nvtData', 0, 0, bytes);
    this.#inbound.reset(); // TNE-067
  }

  writeSscpLu(bytes: Uint8Array): void {
    this.#send('sscpLuData', 0, 0, bytes);
    this.#inbound.reset();
  }

  /** Asks for the right to send (TNE-138). */
  bid(signal: boolean): number {
    const { contention, awaited } = this.#agreed();
    contention.sendBid();
    const number = this.#send('bid', signal ? REQUEST_FLAGS.signal : 0, RESPONSE_FLAGS.always, EMPTY);
    awaited.sent('bid', number, RESPONSE_FLAGS.always, signal);
    return number;
  }

  /** TNE-075: a BIND whose sizes are the device type's. */
  bind(): void {
    const { contention, awaited } = this.#agreed();
    if (!this.has('bindImage'))
      throw new UsageError('state-forbids', 'bind needs BIND-IMAGE, which was not agreed');
    const facts = parseTerminalType(this.#negotiation.deviceType ?? '');
    const alternateSize = facts?.kind === 'dynamic' ? 'query' : (facts?.alternateSize ?? MODEL_2);
    this.#send('bindImage', 0, 0, buildBind({ alternateSize, pluName: this.#pluName }));
    if (contention.sendBind().includes('discard')) awaited.discardBid();
    this.#inbound.reset();
  }

  unbind(reason: number): void {
    const { contention, awaited } = this.#agreed();
    if (!this.has('bindImage'))
      throw new UsageError('state-forbids', 'unbind needs BIND-IMAGE, which was not agreed');
    this.#send('unbind', 0, 0, buildUnbind(reason));
    if (contention.sendUnbind().includes('discard')) awaited.discardBid();
    this.#inbound.reset();
  }

  #send(dataType: DataTypeName, requestFlag: number, responseFlag: number, data: Uint8Array): number {
    const { mode, sequence } = this.#agreed();
    mode.send(dataType);
    this.#session.setMode(MODE_OF_DATA[mode.mode]);
    const number = sequence.take(dataType);
    this.#session.queue(
      encodeRecord(encodeHeader(DATA_TYPES[dataType], requestFlag, responseFlag, number), data),
    );
    return number;
  }

  /** A record while option 40 is on. */
  receive(token: RecordToken): void {
    const header = decodeHeader(token.bytes);
    if (header.type === 'empty') return;
    if (header.type === 'fault') {
      this.#fault(token, header.fault);
      return;
    }
    const agreement = this.#agreement;
    if (agreement === undefined || !this.complete) {
      this.#session.violation('data-out-of-state', token.offset, token.bytes); // TNE-004
      return;
    }
    const printer = this.#negotiation.printer;
    const checked = checkHeader(header, { from: 'terminal', printer, functions: this.functions });
    if (checked.type === 'fault') this.#fault(token, checked.fault);
    else if (agreement.mode.receive(checked.dataType) === 'drop') {
      this.#session.violation('data-out-of-state', token.offset, token.bytes);
    } else this.#dispatch(agreement, checked, token);
  }

  #dispatch(agreement: HostAgreement, header: CheckedHeader, token: RecordToken): void {
    const data = token.bytes.subarray(HEADER_LENGTH);
    switch (header.dataType) {
      case 'data3270':
        if (agreement.contention.dataReceived().includes('discard')) agreement.awaited.discardBid(); // TNE-142
        this.inbound(token, HEADER_LENGTH);
        return;
      case 'response':
        this.#response(agreement, header, token, data);
        return;
      case 'request':
        this.#session.emit({ type: 'errorConditionCleared', sense: agreement.awaited.conditionCleared() });
        return;
      case 'nvtData':
        this.#session.emit({ type: 'text', bytes: data, text: printable(data) });
        return;
      case 'sscpLuData':
        this.#session.sscpLuInput({
          type: 'sscpLuInput',
          bytes: data,
          text: decodeText(this.#codePage, data),
        });
    }
  }

  /** A record of keys and fields, behind a header of `start` bytes. */
  inbound(token: RecordToken, start: number): void {
    const bytes = start === 0 ? token.bytes : token.bytes.subarray(start);
    const { checks } = this.#inbound;
    const { record, faults, findings, tampered, answers, unsolicited } = this.#inbound.receive(bytes);
    for (const { code, offset, length } of [...faults, ...findings])
      this.#fault(token, { code, offset: offset + start, length });
    if (record === undefined) return;
    if (!tampered || checks === 'report') {
      this.#session.emit({ type: 'inbound', record, answers, unsolicited, findings });
      return;
    }
    this.#session.emit({ type: 'inboundIgnored', record, findings });
    if (checks === 'close') this.#session.refuseInput(findings.map(({ code }) => code).join(', '));
  }

  #response(agreement: HostAgreement, header: CheckedHeader, token: RecordToken, data: Uint8Array): void {
    for (const effect of agreement.awaited.receive(header.responseFlag, header.sequenceNumber, data)) {
      if (effect.type === 'fault') this.#fault(token, effect.fault);
      else {
        const { dataType, sequenceNumber, positive, code, senseCode } = effect;
        if (dataType === 'bid') agreement.contention.bidAnswered(positive);
        if (dataType === 'data3270') this.#inbound.confirmed(sequenceNumber);
        this.#session.emit({
          type: 'response',
          to: dataType,
          sequenceNumber,
          positive,
          code,
          sense: senseCode,
        });
      }
    }
  }

  #fault(token: RecordToken, fault: Fault<ViolationCode>): void {
    this.#session.violation(fault.code, ...recordFault(token, fault));
  }
}

function encodePluName(name: string | undefined, codePage: CodePage): Uint8Array {
  if (name === undefined) return EMPTY;
  const bytes = encodeText(codePage, name);
  if (bytes.length === 0 || bytes.length > 8) {
    throw new UsageError('option-invalid', `pluName must be 1 to 8 characters, not '${name}'`);
  }
  return bytes;
}

function agree(functions: readonly number[]): HostAgreement {
  return {
    mode: new HostDataMode(functions),
    contention: new HostContention(functions),
    sequence: new SequenceNumbers(functions.includes(FUNCTIONS.responses)),
    awaited: new ResponseLedger(),
  };
}
