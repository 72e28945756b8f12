import { ByteWriter } from '../bytes/index.js';
import type { AttributeChange, InboundText } from './inbound-record.js';

const NONE: readonly never[] = /* @__PURE__ */ Object.freeze([]);

/** Collects the characters of one field after the other. */
export class TextCollector {
  readonly #bytes: ByteWriter = new ByteWriter();
  #graphicEscapes: number[] | undefined;
  #changes: AttributeChange[] | undefined;

  /** Characters so far. */
  get length(): number {
    return this.#bytes.length;
  }

  /** Whether there is nothing to hand out. */
  get isEmpty(): boolean {
    return this.#bytes.length === 0 && this.#changes === undefined;
  }

  character(byte: number): void {
    this.#bytes.byte(byte);
  }

  graphicEscape(byte: number): void {
    this.#graphicEscapes ??= [];
    this.#graphicEscapes.push(this.#bytes.length);
    this.#bytes.byte(byte);
  }

  change(type: number, value: number): void {
    this.#changes ??= [];
    this.#changes.push({ index: this.#bytes.length, attribute: { type, value } });
  }

  /** The text so far, copied; starts anew. */
  take(): InboundText {
    const text = {
      bytes: this.#bytes.take(),
      graphicEscapes: this.#graphicEscapes ?? NONE,
      attributeChanges: this.#changes ?? NONE,
    };
    this.#graphicEscapes = undefined;
    this.#changes = undefined;
    return text;
  }
}
