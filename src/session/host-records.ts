import { printable, UsageError } from '../bytes/index.js';
import { type CodePage, decodeText } from '../codepage/index.js';
import { parseInbound } from '../datastream/index.js';
import type { Fault } from '../machine/index.js';
import { encodeRecord, type RecordToken, type SubnegotiationToken } from '../telnet/index.js';
import {
  DATA_TYPES,
  type DataType,
  decodeHeader,
  encodeHeader,
  FUNCTIONS,
  HEADER_LENGTH,
  NEGATIVE_RESPONSE_SENSE,
  REQUEST_FLAGS,
  RESPONSE_FLAGS,
  RESPONSE_KINDS,
  type Tn3270eHeader,
  Tn3270eHost,
  type Tn3270eHostEffect,
} from '../tn3270e/index.js';
import type { Mode } from './events.js';
import type { HostEvent } from './host-events.js';
import type { DeviceDecision, DeviceRequest, HostOptions } from './host-options.js';

/** What a host asks of the terminal with a record. */
export interface WriteOptions {
  /** Which response the terminal shall give; `none` unless stated, and where RESPONSES was not agreed (TNE-097). */
  readonly response?: 'none' | 'error' | 'always';
  /** With CONTENTION-RESOLUTION: the right to send goes to the terminal; true unless stated (TNE-131). */
  readonly sendData?: boolean;
  /** With CONTENTION-RESOLUTION: restores the keyboard, as the write control character can (TNE-135). */
  readonly keyboardRestore?: boolean;
}

/** What the records of a host need of the session around them. */
export interface HostRecordsSession {
  queue(bytes: Uint8Array): void;
  emit(event: HostEvent): void;
  violation(code: string, offset: number, bytes: Uint8Array): void;
  bodyFault(token: SubnegotiationToken, fault: Fault): void;
  writeSubnegotiation(body: Uint8Array): void;
  leaveTn3270e(): void;
  deviceRequested(request: DeviceRequest): void;
  deviceAgreed(deviceType: string, deviceName: string | undefined): void;
  functionsAgreed(): void;
  setMode(mode: Mode): void;
}

/** RESPONSES and SYSREQ. */
const DEFAULT_FUNCTIONS: readonly number[] = [FUNCTIONS.responses, FUNCTIONS.sysreq];

/** A host's side of TN3270E: its negotiation, and records both ways (RFC 2355 §7 to §10). */
export class HostRecords {
  readonly #options: HostOptions;
  readonly #codePage: CodePage;
  readonly #session: HostRecordsSession;
  readonly #negotiation: Tn3270eHost;
  #sequence = 0;
  #bound = false;
  #requestedType = 'IBM-3278-2';

  constructor(options: HostOptions, codePage: CodePage, session: HostRecordsSession) {
    this.#options = options;
    this.#codePage = codePage;
    this.#session = session;
    const functions = options.functions === false ? [] : (options.functions ?? DEFAULT_FUNCTIONS);
    this.#negotiation = new Tn3270eHost({ functions });
  }

  /** Functions in force. */
  get functions(): readonly number[] {
    return this.#negotiation.functions ?? [];
  }

  /** Negotiation is complete: data may flow. */
  get complete(): boolean {
    return this.#negotiation.complete;
  }

  has(name: keyof typeof FUNCTIONS): boolean {
    return this.functions.includes(FUNCTIONS[name]);
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
    if (this.has('bindImage')) this.bind();
    else this.#session.setMode('tn3270e');
    this.#session.functionsAgreed();
  }

  /** Sends a 3270 record; returns its sequence number where responses were agreed. */
  write3270(record: Uint8Array, options: WriteOptions): number | undefined {
    if (this.has('bindImage') && !this.#bound) this.bind(); // TNE-069
    this.#session.setMode('tn3270e');
    const responses = this.has('responses');
    const responseFlag = responses ? RESPONSE_FLAGS[options.response ?? 'none'] : RESPONSE_FLAGS.none;
    const number = this.#sequence;
    if (responses) this.#sequence = (number + 1) & 0x7fff; // TNE-095
    let requestFlag = 0;
    if (this.has('contentionResolution')) {
      if (options.sendData !== false) requestFlag |= REQUEST_FLAGS.sendData;
      if (options.keyboardRestore === true) requestFlag |= REQUEST_FLAGS.keyboardRestore;
    }
    this.#send(DATA_TYPES.data3270, requestFlag, responseFlag, responses ? number : 0, record);
    return responses ? number : undefined;
  }

  writeNvt(bytes: Uint8Array): void {
    this.#session.setMode('tn3270eNvt');
    this.#send(DATA_TYPES.nvtData, 0, 0, 0, bytes);
  }

  writeSscpLu(bytes: Uint8Array): void {
    this.#session.setMode('sscpLu');
    this.#send(DATA_TYPES.sscpLuData, 0, 0, 0, bytes);
  }

  /** TNE-075: a BIND whose sizes are the device type's. */
  bind(): void {
    if (!this.has('bindImage'))
      throw new UsageError('state-forbids', 'bind needs BIND-IMAGE, which was not agreed');
    this.#bound = true;
    this.#session.setMode('tn3270e');
    this.#send(DATA_TYPES.bindImage, 0, 0, 0, Uint8Array.of(0x31));
  }

  unbind(reason: number): void {
    if (!this.has('bindImage'))
      throw new UsageError('state-forbids', 'unbind needs BIND-IMAGE, which was not agreed');
    this.#bound = false;
    this.#send(DATA_TYPES.unbind, 0, 0, 0, Uint8Array.of(reason));
    this.#session.setMode('tn3270eUnbound');
  }

  #send(
    dataType: DataType,
    requestFlag: number,
    responseFlag: number,
    number: number,
    data: Uint8Array,
  ): void {
    this.#session.queue(encodeRecord(encodeHeader(dataType, requestFlag, responseFlag, number), data));
  }

  /** A record while option 40 is on. */
  receive(token: RecordToken): void {
    const header = decodeHeader(token.bytes);
    if (header.type === 'empty') return;
    if (header.type === 'fault') this.#session.violation('record-too-short', token.offset, token.bytes);
    else if (!this.complete) this.#session.violation('data-out-of-state', token.offset, token.bytes);
    else this.#dispatch(header, token);
  }

  #dispatch(header: Tn3270eHeader, token: RecordToken): void {
    const data = token.bytes.subarray(HEADER_LENGTH);
    switch (header.dataType) {
      case DATA_TYPES.data3270:
        this.inbound(token, HEADER_LENGTH);
        return;
      case DATA_TYPES.response:
        this.#response(header, data);
        return;
      case DATA_TYPES.nvtData:
        this.#session.emit({ type: 'text', bytes: data, text: printable(data) });
        return;
      case DATA_TYPES.sscpLuData:
        this.#session.emit({ type: 'sscpLuInput', bytes: data, text: decodeText(this.#codePage, data) });
        return;
      default:
        this.#session.violation('header-invalid', token.offset, token.bytes);
    }
  }

  /** A record of keys and fields, behind a header of `start` bytes. */
  inbound(token: RecordToken, start: number): void {
    const { record, faults } = parseInbound(start === 0 ? token.bytes : token.bytes.subarray(start));
    for (const fault of faults) {
      const at = start + fault.offset;
      this.#session.violation(fault.code, token.offset + at, token.bytes.slice(at, at + fault.length));
    }
    if (record !== undefined) this.#session.emit({ type: 'inbound', record });
  }

  #response(header: Tn3270eHeader, data: Uint8Array): void {
    const positive = header.responseFlag === RESPONSE_KINDS.positive;
    const code = positive ? undefined : data[0];
    const sense = code === undefined ? undefined : NEGATIVE_RESPONSE_SENSE[code];
    this.#session.emit({ type: 'response', sequenceNumber: header.sequenceNumber, positive, code, sense });
  }
}
