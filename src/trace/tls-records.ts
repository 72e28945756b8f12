import { toHex } from '../bytes/index.js';
import { firstBytesInWords } from '../tls/index.js';
import { count, type DissectedItem, type Sender } from './dissected.js';

/** Where in a record the random of a hello begins, and where it ends; no byte behind that is looked at. */
const RANDOM = 5 /* type, version, length */ + 4 /* message type, its length */ + 2; /* version */
const HEAD = RANDOM + 32;

/** The random of a ServerHello that asks for another ClientHello: SHA-256 of "HelloRetryRequest". RFC 8446 §4.1.3. */
const RETRY = 'cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c';

const SERVER_HELLO = 2;

const HANDSHAKES: ReadonlyMap<number, string> = /* @__PURE__ */ new Map([
  [1, 'ClientHello'],
  [2, 'ServerHello'],
  [11, 'Certificate'],
  [12, 'ServerKeyExchange'],
  [13, 'CertificateRequest'],
  [14, 'ServerHelloDone'],
  [15, 'CertificateVerify'],
  [16, 'ClientKeyExchange'],
]);

/** Cuts one side's TLS stream into records, in any chunking, and names what can be seen from outside. RFC 8446 §5.1. */
export class TlsRecords {
  readonly #sender: Sender;
  readonly #head: number[] = [];
  /** Of the record at hand, in the stream. */
  #offset: number;
  /** Bytes of the record that have come. */
  #have = 0;
  /** Bytes behind it are encrypted in this direction. */
  #encrypted = false;
  #broken = false;

  constructor(sender: Sender, offset: number) {
    this.#sender = sender;
    this.#offset = offset;
  }

  read(bytes: Uint8Array): DissectedItem[] {
    const items: DissectedItem[] = [];
    let at = 0;
    while (at < bytes.length) {
      if (this.#broken) {
        items.push(this.#item(bytes.length - at, 'not a TLS record'));
        break;
      }
      const length = this.#length();
      const want = length === undefined ? 5 - this.#have : length - this.#have;
      const taken = Math.min(want, bytes.length - at);
      for (let i = 0; i < taken && this.#head.length < HEAD; i++) this.#head.push(bytes[at + i] as number);
      this.#have += taken;
      at += taken;
      const item = this.#finished();
      if (item !== undefined) items.push(item);
    }
    return items;
  }

  /** Bytes of a record whose end has not come. */
  get pending(): number {
    return this.#have;
  }

  #length(): number | undefined {
    if (this.#head.length < 5) return undefined;
    return 5 + (((this.#head[3] as number) << 8) | (this.#head[4] as number));
  }

  #finished(): DissectedItem | undefined {
    const [type, major] = this.#head;
    const length = this.#length();
    if (length === undefined) return undefined;
    if (type === undefined || type < 20 || type > 23 || major !== 3) {
      this.#broken = true;
      return this.#item(this.#have, 'not a TLS record');
    }
    return this.#have < length ? undefined : this.#item(length, this.#words(type));
  }

  #words(type: number): string {
    const first = this.#head[5];
    if (type === 23) return 'TLS application data (encrypted)';
    if (this.#encrypted && !this.#isHello())
      return type === 22 ? 'TLS handshake (encrypted)' : 'TLS record (encrypted)';
    if (type === 20) {
      this.#encrypted = true;
      return 'TLS ChangeCipherSpec';
    }
    if (type === 21) return firstBytesInWords(Uint8Array.from(this.#head)).replace('the ', '');
    if (first === SERVER_HELLO && toHex(Uint8Array.from(this.#head.slice(RANDOM))) === RETRY)
      return 'TLS HelloRetryRequest';
    return `TLS ${(first === undefined ? undefined : HANDSHAKES.get(first)) ?? 'handshake'}`;
  }

  /**
   * Whether a record behind a ChangeCipherSpec is a hello in the clear: after a HelloRetryRequest each side sends one
   * (RFC 8446 §D.4). What is encrypted hardly ever begins with its own length.
   */
  #isHello(): boolean {
    const [type, , , high = 0, low = 0, message = 0, ...lengthAndMore] = this.#head;
    const [first = 0, second = 0, third = 0] = lengthAndMore;
    const whole = ((first << 16) | (second << 8) | third) + 4 === ((high << 8) | low);
    return type === 22 && (message === 1 || message === SERVER_HELLO) && whole;
  }

  #item(length: number, text: string): DissectedItem {
    const item = {
      sender: this.#sender,
      offset: this.#offset,
      length,
      text: `${text}, ${count(length, 'byte')}`,
    };
    this.#offset += length;
    this.#have = 0;
    this.#head.length = 0;
    return item;
  }
}
