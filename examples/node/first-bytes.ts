import { Duplex } from 'node:stream';

/** Told of what passes between a transport and the TLS on it. */
export interface BeneathTls {
  /** Called before TLS sees the bytes. */
  read(bytes: Uint8Array): void;
  written(bytes: Uint8Array): void;
}

/**
 * A stream between a transport and TLS that changes nothing and lets someone look at the bytes first. A TLS library
 * keeps quiet about bytes that are no TLS as long as they are fewer than the five of a record header, and `IAC DO
 * STARTTLS` has three: without looking beneath TLS, a terminal that meets it waits for the host's time-out.
 */
export class FirstBytes extends Duplex {
  readonly #transport: Duplex;
  readonly #observer: BeneathTls;

  constructor(transport: Duplex, observer: BeneathTls) {
    super();
    this.#transport = transport;
    this.#observer = observer;
    transport.on('data', (bytes: Buffer) => this.#pass(bytes));
    transport.on('end', () => this.push(null));
    transport.on('error', (error) => this.destroy(error));
    transport.on('close', () => this.destroy());
  }

  #pass(bytes: Buffer): void {
    this.#observer.read(bytes);
    // The observer may have closed everything because of what it saw.
    if (!this.destroyed && !this.push(bytes)) this.#transport.pause();
  }

  override _read(): void {
    this.#transport.resume();
  }

  override _write(bytes: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#observer.written(bytes);
    this.#transport.write(bytes, done);
  }

  override _final(done: () => void): void {
    this.#transport.end(done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#transport.destroy();
    done(error);
  }
}
