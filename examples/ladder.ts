import type { HostEvent, TerminalEvent } from '../src/index.js';
import { type DissectedItem, Dissector } from '../src/trace/index.js';
import type { Layer, Observers, Role } from './node/connection.js';
import { wrapped } from './text.js';

/** Where a meaning begins, when the text before it leaves room; else it stands on a line of its own. */
const MEANING_COLUMN = 62;
const INDENT = ' '.repeat(19);
const WIDTH = 110;

/**
 * Prints who says what on a connection, as it is said. Made of nothing but the bytes and events that it is given: clear
 * telnet, the outside of TLS, and the telnet within it.
 */
export class Ladder implements Observers<TerminalEvent | HostEvent> {
  readonly #print: (line: string) => void;
  readonly #wire: Dissector = new Dissector();
  readonly #inside: Dissector = new Dissector();
  readonly #clearBytes: Record<Role, number[]> = { host: [], terminal: [] };
  #handshaking = false;
  #encryptedRecords = 0;

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  readonly onWire = (sender: Role, bytes: Uint8Array, layer: Layer): void => {
    if (layer === 'insideTls') {
      for (const item of this.#inside.read(sender, bytes)) this.#item(item, '');
      return;
    }
    // Once TLS is up its records say nothing that their content does not.
    if (layer === 'beneathTls' && !this.#handshaking) return;
    this.#clearBytes[sender].push(...bytes);
    for (const item of this.#wire.read(sender, bytes)) this.#wireItem(item);
  };

  readonly onEvent = (event: TerminalEvent | HostEvent): void => {
    switch (event.type) {
      case 'upgradeToTls':
        this.#handshaking = true;
        this.#mark(event.reason === 'implicit' ? 'TLS begins at once (implicit)' : 'TLS begins');
        break;
      case 'secure': {
        this.#handshaking = false;
        const { version, cipher, verification } = event.info;
        if (this.#encryptedRecords > 0)
          this.#mark(`${this.#encryptedRecords} more records of the TLS handshake, encrypted`);
        this.#mark(
          `TLS is up: ${version}, ${cipher}; certificate ${verification}; telnet starts afresh inside it`,
        );
        break;
      }
      case 'clearText':
        this.#mark('this session goes on without TLS');
        break;
      case 'negotiated':
        this.#mark(
          `agreed: ${event.protocol.toUpperCase()}, ${event.terminalType}, device ${event.luName ?? 'unnamed'}`,
        );
        break;
      case 'violation':
        this.#mark(`violation ${event.code} (${event.rule}): ${event.means}`);
        break;
      case 'closed':
        this.#mark(`closed: ${event.diagnosis.code}`);
        break;
    }
  };

  #wireItem(item: DissectedItem): void {
    if (item.text.includes('(encrypted)') || item.text.includes('ChangeCipherSpec')) {
      this.#encryptedRecords++;
      return;
    }
    const bytes = this.#clearBytes[item.sender].slice(item.offset, item.offset + item.length);
    const hex = bytes.map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
    this.#item(item, item.length <= 9 ? ` (${hex})` : '');
  }

  #item({ sender, text, meaning }: DissectedItem, bytes: string): void {
    const direction = sender === 'host' ? 'host → terminal  ' : 'terminal → host  ';
    const head = `${direction}${text}${bytes}`;
    if (meaning === undefined) this.#print(head);
    else if (head.length < MEANING_COLUMN) this.#print(`${head.padEnd(MEANING_COLUMN)}${meaning}`);
    else
      for (const line of [...wrapped(direction, `${text}${bytes}`, WIDTH, INDENT), `${INDENT}${meaning}`])
        this.#print(line);
  }

  #mark(text: string): void {
    this.#print(`───────────────  ${text}`);
  }
}
