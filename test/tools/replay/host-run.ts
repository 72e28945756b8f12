import { printable, toHex } from '../../../src/bytes/index.js';
import { aidOf, type InboundRecord } from '../../../src/datastream/index.js';
import {
  type DeviceDecision,
  type DeviceRequest,
  type HostEvent,
  type HostOptions,
  HostSession,
} from '../../../src/session/index.js';
import { type NegotiationMessage, parseNegotiation, type RejectReason } from '../../../src/tn3270e/index.js';
import type { Transcript } from '../../../src/trace/index.js';
import { join, splitClientBytes } from './client-items.js';
import { type Cut, isTls, type Tap, UNCUT } from './terminal-run.js';

/** What a host session made of a recorded client. */
export interface HostResult {
  /** What the host was told, a line an event. */
  readonly told: readonly string[];
  /** What the host sent, in hex, one string for each step of the recording that it answered. */
  readonly sent: readonly string[];
  readonly mode: string;
  readonly diagnosis: string | undefined;
}

/** A printer that gets neither SCS-CTL-CODES nor DATA-STREAM-CTL has no use for TN3270E (TNE-038). */
const PRINTER_FUNCTIONS = [0, 1, 2, 3, 4];
const DISPLAY_FUNCTIONS = [0, 2, 4];

/** Feeds what a recorded client sent to a host session of ours, in the recording's order. */
export class HostRun {
  readonly #session: HostSession;
  readonly #isWire: boolean;
  readonly #cut: Cut;
  readonly #tap: Tap;
  #channel = 0;
  readonly #told: string[] = [];
  readonly #sent: string[] = [];
  #chunks: Uint8Array[] = [];
  /** The last answer to SEND TERMINAL-TYPE; a client of one type repeats it (RFC 1091). */
  #type: Uint8Array | undefined;
  #upgradeBegun: string | undefined;
  /** What the read with FOLLOWS held of TLS: `residue`, and what a finer cut brings after it. */
  #beneath: Uint8Array = new Uint8Array(0);
  #received: Uint8Array = new Uint8Array(0);
  #mode = 'negotiating';
  #upgrading = false;

  constructor(transcript: Transcript, cut: Cut = UNCUT, tap: Tap = () => {}) {
    this.#cut = cut;
    this.#tap = tap;
    this.#session = new HostSession(hostOptions(transcript));
    this.#isWire = transcript.header.name?.endsWith('-wire') === true;
    this.#endStep();
  }

  /** Feeds the whole recording, on the wire up to TLS. */
  run(transcript: Transcript): HostResult {
    for (const step of transcript.steps) {
      if (step.type === 'bytes' && step.sender === 'terminal') {
        if (!this.#receive(step.bytes)) break;
      } else if (step.type === 'event') {
        if (step.event === 'tls-start' && this.#isWire) break;
        if (step.event === 'tls-established' && this.#upgrading) {
          const { details } = step;
          this.#channel++;
          this.#session.tlsEstablished({
            version: String(details.get('version')),
            cipher: String(details.get('cipher')),
            verification: 'notRequested',
          });
        }
        if (step.event === 'close' || step.event === 'reset') this.#session.transportClosed();
      }
      this.#endStep();
    }
    return {
      told: this.#told,
      sent: this.#sent,
      mode: this.#mode,
      diagnosis: this.#session.diagnosis?.code,
    };
  }

  /** False where TLS begins. */
  #receive(bytes: Uint8Array): boolean {
    if (this.#upgrading) return !isTls(bytes);
    this.#tap(this.#channel, 'terminal', bytes);
    for (const piece of this.#cut(bytes)) this.#feed(piece);
    this.#keepType(bytes);
    return true;
  }

  #feed(bytes: Uint8Array): void {
    if (this.#upgrading) {
      this.#beneath = join([this.#beneath, bytes]);
      return;
    }
    this.#session.receive(bytes);
    this.#drain();
  }

  #keepType(bytes: Uint8Array): void {
    this.#received = join([this.#received, bytes]);
    for (const { kind, wire, data } of splitClientBytes(this.#received)) {
      if (kind === 'subnegotiation' && data[0] === TERMINAL_TYPE) this.#type = wire;
    }
  }

  #drain(): void {
    for (let event = this.#session.nextEvent(); event !== undefined; event = this.#session.nextEvent()) {
      if (event.type === 'send') this.#chunks.push(event.bytes);
      if (event.type === 'mode' && event.mode !== 'closed') this.#mode = event.mode;
      if (event.type === 'upgradeToTls') {
        this.#upgrading = true;
        this.#beneath = event.residue;
        this.#upgradeBegun = event.reason;
      }
      if (event.type === 'secure' || event.type === 'closed') this.#upgrading = false;
      if (event.type === 'text') this.#text(event.text);
      const line = inWords(event);
      if (line !== undefined) this.#told.push(line);
    }
  }

  /** Text that comes in pieces is one text. */
  #text(text: string): void {
    const last = this.#told.at(-1);
    if (last?.startsWith('text ') === true) this.#told[this.#told.length - 1] = last + text;
    else this.#told.push(`text ${text}`);
  }

  #endStep(): void {
    this.#drain();
    if (this.#upgradeBegun !== undefined) {
      const behind = this.#beneath.length === 0 ? 'nothing' : 'a ClientHello';
      this.#told.push(`TLS ${this.#upgradeBegun}, ${behind} behind FOLLOWS`);
      this.#upgradeBegun = undefined;
    }
    const sent = join(this.#chunks);
    this.#chunks = [];
    if (sent.length === 0) return;
    this.#sent.push(toHex(sent));
    this.#tap(this.#channel, 'host', sent);
    // The recorded host asked once. Asked again, a client that has one type gives it again.
    if (this.#type !== undefined && toHex(sent).includes(SEND_TERMINAL_TYPE)) {
      this.#tap(this.#channel, 'terminal', this.#type);
      this.#feed(this.#type);
      this.#endStep();
    }
  }
}

const TERMINAL_TYPE = 24;
const TN3270E = 40;
const SEND_TERMINAL_TYPE = 'fffa1801fff0';

/** A host like the recorded one: as strict about TLS, and with the devices that it gave or turned down. */
export function hostOptions(transcript: Transcript): HostOptions {
  const { client = '', host = '', tls = 'none' } = transcript.header;
  const isPrinter = client.startsWith('pr3287');
  return {
    tls: /^negotiated/.test(tls) ? 'negtSecure' : /^implicit/.test(tls) ? 'secure' : 'basic',
    functions: host.startsWith('hercules') ? false : isPrinter ? PRINTER_FUNCTIONS : DISPLAY_FUNCTIONS,
    assignDevice: deviceDecisions(transcript),
  };
}

/** What the recorded host said in TN3270E subnegotiations. */
function hostMessages(transcript: Transcript): NegotiationMessage[] {
  return transcript.steps
    .flatMap((step) => (step.type === 'bytes' && step.sender === 'host' ? splitClientBytes(step.bytes) : []))
    .filter(({ kind, data }) => kind === 'subnegotiation' && data[0] === TN3270E)
    .flatMap(({ data }) => parseNegotiation(data.subarray(1)).message ?? []);
}

/** The decisions of the recorded host, one after the other; the last one stays. */
function deviceDecisions(transcript: Transcript): (request: DeviceRequest) => DeviceDecision {
  const decisions = hostMessages(transcript).flatMap((message): DeviceDecision[] => {
    if (message.type === 'deviceTypeIs') return [{ accept: message.deviceName ?? 'TERM0001' }];
    return message.type === 'deviceTypeReject' ? [{ reject: (message.reason ?? 6) as RejectReason }] : [];
  });
  let next = 0;
  return () => decisions[Math.min(next++, decisions.length - 1)] ?? { accept: 'TERM0001' };
}

/** Events that say what the host knows of its client. */
function inWords(event: HostEvent): string | undefined {
  switch (event.type) {
    case 'deviceRequested': {
      const how = event.associate ? 'associate' : 'connect';
      return `device ${event.deviceType}${event.resourceName === undefined ? '' : ` ${how} ${event.resourceName}`}`;
    }
    case 'negotiated':
      return `negotiated ${event.protocol} ${event.terminalType ?? '-'} ${event.luName ?? '-'} [${event.functions.join(' ')}]`;
    case 'inbound':
      return `inbound ${recordInWords(event.record)}`;
    case 'response':
      return `response ${event.positive ? 'positive' : 'negative'} ${event.sequenceNumber}`;
    case 'violation':
      return `violation ${event.code} ${toHex(event.bytes)}`;
    case 'closed':
      return `closed by ${event.by}: ${event.diagnosis.code}`;
    case 'sscpLuInput':
      return `SSCP-LU ${printable(event.bytes)}`;
    default:
      return undefined;
  }
}

function recordInWords(record: InboundRecord): string {
  return 'aid' in record ? (aidOf(record.aid) ?? 'unknown') : record.type;
}
