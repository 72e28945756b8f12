import { ByteWriter } from '../bytes/index.js';
import type { SendEvent } from './events.js';

/** A `send` holds no more, unless one record is longer. */
const SEND_SIZE = 16384;
/** Room for what one token draws beside subnegotiations and records. */
const SPARE = 64;

/**
 * The one ordered stream that a session hands out. Answers gather in {@link Outbox.output} and become a `send` event
 * before the next event of another kind, so that their place in the order is kept.
 */
export class Outbox<Event extends { readonly type: string }> {
  readonly output: ByteWriter = new ByteWriter();
  #events: (Event | SendEvent)[] = [];
  #next = 0;
  /** Bytes of the `send` events that wait. */
  #waiting = 0;
  #sealed = false;

  get empty(): boolean {
    return this.#next === this.#events.length && this.output.length === 0;
  }

  /** Bytes to send that nobody has pulled. */
  get unsent(): number {
    return this.#waiting + this.output.length;
  }

  /** True when no more answers should be gathered before something is pulled. */
  get full(): boolean {
    return this.output.length > SEND_SIZE - SPARE;
  }

  emit(event: Event): void {
    if (this.#sealed) return;
    this.flush();
    this.#events.push(event);
  }

  /** Adds an answer or a record whole; the array is given away. */
  queue(bytes: Uint8Array): void {
    if (this.output.length + bytes.length > SEND_SIZE) this.flush();
    this.output.adopt(bytes);
  }

  /** Bytes that must not share a `send` with others (STARTTLS: some peers compare a whole read). */
  sendAlone(bytes: Uint8Array): void {
    if (this.#sealed) return;
    this.flush();
    this.#waiting += bytes.length;
    this.#events.push({ type: 'send', bytes });
  }

  flush(): void {
    if (this.#sealed) this.output.clear();
    if (this.output.length === 0) return;
    this.#waiting += this.output.length;
    this.#events.push({ type: 'send', bytes: this.output.take() });
  }

  /** The next event that is complete; undefined when there is none (answers may still be gathering). */
  shift(): Event | SendEvent | undefined {
    if (this.#next === this.#events.length) return undefined;
    const event = this.#events[this.#next++] as Event | SendEvent;
    if (event.type === 'send') this.#waiting -= (event as SendEvent).bytes.length;
    if (this.#next === this.#events.length) {
      this.#events = [];
      this.#next = 0;
    }
    return event;
  }

  /** The last event is in: whatever is emitted or written now is dropped, whoever does it. */
  seal(): void {
    this.#sealed = true;
  }

  /** Forgets everything, and takes events again. */
  clear(): void {
    this.#sealed = false;
    this.output.clear();
    this.#events = [];
    this.#next = 0;
    this.#waiting = 0;
  }

  /** What was gathered and not sent is forgotten (TLS-017). */
  dropOutput(): void {
    this.output.clear();
  }
}
