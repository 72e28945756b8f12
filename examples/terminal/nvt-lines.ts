/** Lines kept of what a host prints in NVT mode. */
const MOST_LINES = 500;
const LONGEST_LINE = 1000;

/** The text of a line-mode session: a printer that knows CR, LF and backspace. */
export class NvtLines {
  readonly #lines: string[] = [''];
  #column = 0;

  print(bytes: Uint8Array): void {
    for (const byte of bytes) this.#byte(byte);
  }

  /** The last lines, with what is being typed behind the last one. */
  last(count: number, typed: string): readonly string[] {
    const lines = this.#lines.slice(-count);
    return [...lines.slice(0, -1), `${lines.at(-1) ?? ''}${typed}`];
  }

  #byte(byte: number): void {
    const line = this.#lines.at(-1) ?? '';
    if (byte === 0x0d) this.#column = 0;
    else if (byte === 0x08) this.#column = Math.max(0, this.#column - 1);
    else if (byte === 0x0a) this.#newLine();
    else if (byte >= 0x20 && byte <= 0x7e && this.#column < LONGEST_LINE) {
      const at = this.#column++;
      this.#lines[this.#lines.length - 1] =
        line.slice(0, at).padEnd(at) + String.fromCharCode(byte) + line.slice(at + 1);
    }
  }

  #newLine(): void {
    this.#lines.push('');
    this.#column = 0;
    if (this.#lines.length > MOST_LINES) this.#lines.shift();
  }
}
