import { printable } from '../bytes/index.js';
import { OPTIONS, TELNET_VIOLATIONS, TelnetDecoder, type TelnetToken } from '../telnet/index.js';
import { recordInWords } from './datastream.js';
import { count, type DissectedItem, type Sender, type Words } from './dissected.js';
import { Conversation } from './negotiation.js';
import { tn3270eRecordInWords } from './record.js';
import { subnegotiationInWords } from './subnegotiation.js';
import { TlsRecords } from './tls-records.js';

/** How data is carried where the trace begins. */
export interface DissectorOptions {
  /** `negotiating` unless stated: the trace begins with the connection. */
  readonly mode?: 'negotiating' | 'tn3270' | 'tn3270e';
}

/** What {@link dissect} knows beside the bytes. */
export interface DissectOptions extends DissectorOptions {
  /** Who sent them; the host unless stated. */
  readonly sender?: Sender;
}

const COMMAND_WORDS: Readonly<Record<string, string>> = {
  endOfFile: 'EOF',
  suspend: 'SUSP',
  abort: 'ABORT',
  noOperation: 'NOP',
  dataMark: 'DM',
  break: 'BREAK',
  interruptProcess: 'IP',
  abortOutput: 'AO',
  areYouThere: 'AYT',
  eraseCharacter: 'EC',
  eraseLine: 'EL',
  goAhead: 'GA',
};

const COMMAND_MEANINGS: Readonly<Record<string, string>> = {
  break: 'the ATTN key in TN3270',
  interruptProcess: 'the ATTN key in TN3270E',
  abortOutput: 'the SYSREQ key in TN3270E',
};

/** Most characters of NVT text that an item repeats. */
const TEXT_SHOWN = 200;

/** One side's stream. */
class Stream {
  readonly decoder: TelnetDecoder = new TelnetDecoder();
  tls: TlsRecords | undefined;
  /** The next byte decides between telnet and TLS: at the start, and behind FOLLOWS. */
  sniffing: boolean;

  constructor(sniffing: boolean) {
    this.sniffing = sniffing;
  }
}

/**
 * Says in words what both sides of one connection send: telnet, TN3270E and 3270, and the outside of TLS. It follows
 * what they agree on, so bytes must come in the order in which an observer sees them; chunks may be cut anywhere, and
 * an item appears with its last byte. What is inside TLS is a conversation of its own, for another `Dissector`.
 *
 * @example
 * const dissector = new Dissector();
 * dissector.read('host', fromHex('fffd2e')); // [{ text: 'IAC DO STARTTLS', meaning: 'the host offers TLS inside telnet', ... }]
 */
export class Dissector {
  readonly #conversation: Conversation = new Conversation();
  readonly #streams: Readonly<Record<Sender, Stream>>;

  constructor(options: DissectorOptions = {}) {
    const { mode = 'negotiating' } = options;
    const sniffing = mode === 'negotiating';
    this.#streams = { host: new Stream(sniffing), terminal: new Stream(sniffing) };
    if (mode === 'tn3270e') this.#conversation.assume('terminal', OPTIONS.tn3270e);
    if (mode === 'tn3270') {
      for (const sender of ['host', 'terminal'] as const) {
        this.#conversation.assume(sender, OPTIONS.binary);
        this.#conversation.assume(sender, OPTIONS.endOfRecord);
      }
    }
  }

  /** Whether what came last of a sender is the beginning of something whose end is missing. */
  incomplete(sender: Sender): boolean {
    const { decoder, tls } = this.#streams[sender];
    return tls === undefined ? decoder.incomplete : tls.pending > 0;
  }

  /** Takes a chunk; returns what ended in it. */
  read(sender: Sender, bytes: Uint8Array): DissectedItem[] {
    if (bytes.length === 0) return [];
    const stream = this.#streams[sender];
    if (stream.tls !== undefined) return stream.tls.read(bytes);
    stream.decoder.receive(bytes);
    const items: DissectedItem[] = [];
    for (;;) {
      if (stream.sniffing) {
        const first = stream.decoder.peek();
        if (first < 0) return items;
        stream.sniffing = false;
        // 20 to 23: the content types of TLS records.
        if (first >= 0x14 && first <= 0x17) {
          stream.tls = new TlsRecords(sender, stream.decoder.offset);
          return [...items, ...stream.tls.read(stream.decoder.takeRest())];
        }
      }
      stream.decoder.cutRecords = this.#cutsRecords(sender);
      const token = stream.decoder.next();
      if (token === undefined) return items;
      items.push(this.#item(sender, token, stream.decoder.offset));
      if (token.type === 'subnegotiation' && token.option === OPTIONS.startTls) stream.sniffing = true;
    }
  }

  #cutsRecords(sender: Sender): boolean {
    const { isTn3270e } = this;
    return isTn3270e || this.#conversation.isOn(sender, OPTIONS.endOfRecord);
  }

  /** Whether TN3270E is agreed, as far as this observer knows. */
  get isTn3270e(): boolean {
    return this.#conversation.isOnEitherWay(OPTIONS.tn3270e);
  }

  #item(sender: Sender, token: TelnetToken, end: number): DissectedItem {
    // IP and AO that were found inside a record come behind it.
    const length = token.type === 'command' ? 2 : end - token.offset;
    return { sender, offset: token.offset, length, ...this.#words(sender, token) };
  }

  #words(sender: Sender, token: TelnetToken): Words {
    switch (token.type) {
      case 'negotiation':
        return this.#conversation.hear(sender, token.verb, token.option);
      case 'subnegotiation':
        return subnegotiationInWords(sender, token.option, token.bytes);
      case 'command': {
        const text = `IAC ${COMMAND_WORDS[token.command]}`;
        const meaning = COMMAND_MEANINGS[token.command];
        return meaning === undefined ? { text } : { text, meaning };
      }
      case 'record':
        return this.isTn3270e
          ? tn3270eRecordInWords(sender, token.bytes)
          : recordInWords(sender, token.bytes);
      case 'data':
        return dataInWords(sender, token.bytes);
      case 'fault':
        return { text: `broken telnet: ${token.code}`, meaning: TELNET_VIOLATIONS[token.code].means };
    }
  }
}

/** What a terminal types may be a password: it is counted, not shown. */
function dataInWords(sender: Sender, bytes: Uint8Array): Words {
  const size = count(bytes.length, 'character');
  if (sender === 'terminal') return { text: `text, ${size}` };
  const more = bytes.length > TEXT_SHOWN ? '...' : '';
  return { text: `text, ${size}: ${printable(bytes.subarray(0, TEXT_SHOWN))}${more}` };
}

/**
 * Says in words what a piece of one side's stream is. What is cut off at its end makes a last item, `incomplete`.
 * For both sides, or for more than one piece, use a {@link Dissector}.
 *
 * @example
 * dissect(fromHex('fffa2e01fff0'))[0]?.text; // 'IAC SB STARTTLS FOLLOWS IAC SE'
 */
export function dissect(bytes: Uint8Array, options: DissectOptions = {}): DissectedItem[] {
  const sender = options.sender ?? 'host';
  const dissector = new Dissector(options);
  const items = dissector.read(sender, bytes);
  if (!dissector.incomplete(sender)) return items;
  const last = items.at(-1);
  const offset = last === undefined ? 0 : last.offset + last.length;
  const length = bytes.length - offset;
  return [...items, { sender, offset, length, text: `incomplete, ${count(length, 'byte')}` }];
}
