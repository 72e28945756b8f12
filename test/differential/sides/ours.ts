import { cp037 } from '../../../src/codepage/index.js';
import { TerminalSession } from '../../../src/index.js';
import type { ScreenView } from '../../../src/screen/index.js';
import { inputsOf, Operator } from '../../tools/replay/actions.js';
import type { ActionStep } from '../generate/actions.js';
import type { Device } from './device.data.js';
import { LittleHost } from './little-host.js';
import { type Look, packCell } from './look.js';

/** Actions that move the characters behind the cursor, and those that do in insert mode. */
const SHIFTING: readonly string[] = ['Delete', 'Erase'];
const TYPING: readonly string[] = ['String', 'Key', 'CircumNot', 'Dup', 'FieldMark'];

/** Our session as one of the two terminals that are compared. */
export class OurSide {
  readonly session: TerminalSession;
  readonly #host: LittleHost;
  readonly #blankFill: boolean;
  readonly #operator: Operator = new Operator();

  constructor(device: Device) {
    this.session = new TerminalSession({
      tls: 'plain',
      model: device.model,
      numericLock: device.numericLock === true,
      blankFill: device.blankFill === true ? 'blanksAndUnderscores' : 'none',
      tn3270e: { functions: [0, 2, 4] },
      // What s3270 says of itself.
      query: { rpqName: 'x3270', transferLimit: 16384 },
      ...(device.oversize === undefined ? {} : { oversize: device.oversize }),
      ...(device.codePage === undefined ? {} : { codePage: device.codePage }),
    });
    this.#blankFill = device.blankFill === true;
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

  /** Whether s3270 would take an action now: behind a lock of the host it waits, but for Reset. */
  takes({ name }: ActionStep): boolean {
    const { keyboardLock: reason, screen } = this.session;
    // Without fields 4.1 edits within the line, 4.6 within the screen. With blank fill, 4.1 lets insertions take blanks before
    // nulls, 4.6 nulls before blanks. Both are tested apart.
    const inserts = screen.insertMode && TYPING.includes(name);
    if (!screen.formatted && (inserts || SHIFTING.includes(name))) return false;
    if (inserts && this.#blankFill) return false;
    return reason === undefined || reason.startsWith('operatorError') || name === 'Reset';
  }

  /** Does what an action says, and returns the records that it sends. */
  act(action: ActionStep): string[] {
    this.#operator.enter(this.session, inputsOf(action, cp037));
    this.#pull();
    return this.#taken();
  }

  look(): Look {
    const { screen } = this.session;
    return {
      rows: screen.rows,
      columns: screen.columns,
      cursor: screen.cursor,
      locked: this.session.keyboardLock !== undefined,
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

function cellsOf(screen: ScreenView): Int32Array {
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
