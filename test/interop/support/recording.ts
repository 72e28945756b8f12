import type { Layer, Role } from '../../../examples/node/connection.js';
import { toHex } from '../../../src/bytes/index.js';

/** One run of bytes of a live session, as a transcript has it. */
export interface RecordedBytes {
  readonly t_ms: number;
  readonly dir: 'host' | 'client';
  readonly hex: string;
}

/** The telnet of a live session, both directions: before TLS what was on the wire, after it what was inside. */
export class Recording {
  readonly steps: (RecordedBytes | { readonly t_ms: number; readonly event: string })[] = [];
  readonly #start: number = performance.now();
  #secure = false;

  readonly onWire = (sender: Role, bytes: Uint8Array, layer: Layer): void => {
    if (layer === 'beneathTls') return;
    const t_ms = this.#time();
    if (layer === 'insideTls' && !this.#secure) {
      this.#secure = true;
      this.steps.push({ t_ms, event: 'tls-established' });
    }
    this.steps.push({ t_ms, dir: sender === 'host' ? 'host' : 'client', hex: toHex(bytes) });
  };

  /** All bytes of one side, in hex. */
  sentBy(dir: 'host' | 'client'): string {
    return hexOf(this.steps, dir);
  }

  /** The bytes of one side before TLS, in hex. */
  clearBytesOf(dir: 'host' | 'client'): string {
    const secure = this.steps.findIndex((step) => 'event' in step);
    return hexOf(secure < 0 ? this.steps : this.steps.slice(0, secure), dir);
  }

  #time(): number {
    return Math.round((performance.now() - this.#start) * 10) / 10;
  }
}

function hexOf(steps: Recording['steps'], dir: 'host' | 'client'): string {
  return steps.map((step) => ('dir' in step && step.dir === dir ? step.hex : '')).join('');
}
