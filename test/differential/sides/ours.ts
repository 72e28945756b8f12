import { TerminalSession } from '../../../src/index.js';
import type { PresentationSpace } from '../../../src/screen/index.js';
import type { TerminalKey } from '../../../src/session/index.js';
import type { Device } from './device.data.js';
import { LittleHost } from './little-host.js';
import { type Look, packCell } from './look.js';

/** Our session as one of the two terminals that are compared. */
export class OurSide {
  readonly session: TerminalSession;
  readonly #host: LittleHost;

  constructor(device: Device) {
    this.session = new TerminalSession({
      tls: 'plain',
      model: device.model,
      tn3270e: { functions: [0, 2, 4] },
      // What s3270 says of itself.
      query: { rpqName: 'x3270', transferLimit: 16384 },
      ...(device.oversize === undefined ? {} : { oversize: device.oversize }),
    });
    this.#host = new LittleHost(device.dialect);
    this.#pull();
    this.#feed(this.#host.hello());
    if (!this.#host.ready) throw new Error(`our session and the host did not agree: ${device.name}`);
  }

  /** Gives it a record; returns the records that it sends. */
  exchange(record: Uint8Array): string[] {
    this.#feed(this.#host.wire(record));
    return this.#taken();
  }

  get locked(): boolean {
    return this.session.keyboardLock !== undefined;
  }

  press(key: string): string[] {
    this.session.press(key as TerminalKey);
    this.#pull();
    return this.#taken();
  }

  look(): Look {
    const { screen } = this.session;
    return {
      rows: screen.rows,
      columns: screen.columns,
      cursor: screen.cursor,
      locked: this.locked,
      formatted: screen.formatted,
      cells: cellsOf(screen),
    };
  }

  #taken(): string[] {
    const { records } = this.#host;
    this.#host.records = [];
    return records;
  }

  #feed(bytes: Uint8Array): void {
    this.session.receive(bytes);
    this.#pull();
  }

  #pull(): void {
    const answers: Uint8Array[] = [];
    for (let event = this.session.nextEvent(); event !== undefined; event = this.session.nextEvent()) {
      if (event.type === 'send') answers.push(this.#host.receive(event.bytes));
      if (event.type === 'closed') throw new Error(`our session closed: ${event.diagnosis.code}`);
    }
    for (const answer of answers) if (answer.length > 0) this.#feed(answer);
  }
}

function cellsOf(screen: PresentationSpace): Int32Array {
  const cells = new Int32Array(screen.positionCount);
  for (let position = 0; position < cells.length; position++) {
    const { code, fieldAttribute, ownGraphicEscape, own } = screen.cell(position);
    const kind = fieldAttribute !== undefined ? 'field' : ownGraphicEscape ? 'graphicEscape' : 'character';
    const { highlighting, foreground, background, characterSet } = own;
    cells[position] = packCell(
      fieldAttribute ?? code,
      kind,
      highlighting,
      foreground,
      background,
      characterSet,
    );
  }
  return cells;
}
