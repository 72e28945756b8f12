import { type SnapshotReader, type SnapshotValue, UsageError } from '../bytes/index.js';
import type { CodePage } from '../codepage/index.js';
import { parseInbound } from '../datastream/index.js';
import { type CheckedInbound, SentScreen } from '../screen/index.js';
import { parseTerminalType } from '../telnet/index.js';
import type { HostOptions } from './host-options.js';

/**
 * Reads what a terminal sends, and holds it against what it was sent unless that is not wanted; printers have no screen
 * (SEC-102 to SEC-112).
 */
export class HostInbound {
  readonly checks: NonNullable<HostOptions['inboundChecks']>;
  readonly #codePage: CodePage;
  readonly #terminalType: () => string | undefined;
  /** Made with the first record. */
  #screen: SentScreen | undefined;

  constructor(options: HostOptions, codePage: CodePage, terminalType: () => string | undefined) {
    this.checks = options.inboundChecks ?? 'report';
    this.#codePage = codePage;
    this.#terminalType = terminalType;
  }

  /**
   * A record goes out.
   * @param number - by which a response will name it; undefined where none will
   * @param restores - the KEYBOARD-RESTORE flag goes with it
   */
  sent(record: Uint8Array, number: number | undefined, restores: boolean): void {
    this.#display()?.sent(record, number, restores);
  }

  /** The terminal has answered the record of that number. */
  confirmed(number: number): void {
    this.#screen?.confirmed(number);
  }

  /** A session with an application begins or ends, or other data than 3270 is shown. */
  reset(): void {
    this.#screen?.reset();
  }

  receive(bytes: Uint8Array): CheckedInbound {
    return this.#display()?.receive(bytes) ?? unchecked(bytes);
  }

  save(): SnapshotValue {
    return this.#screen?.save() ?? null;
  }

  /** Takes over what {@link HostInbound.save} gave. @throws UsageError `snapshot-invalid` */
  load(snapshot: SnapshotReader | undefined): void {
    this.#screen = undefined;
    if (snapshot === undefined) return;
    const screen = this.#display();
    if (screen === undefined) throw new UsageError('snapshot-invalid', 'this session remembers no screen');
    screen.load(snapshot);
  }

  #display(): SentScreen | undefined {
    if (this.checks === 'off' || this.#screen !== undefined) return this.#screen;
    const facts = parseTerminalType(this.#terminalType() ?? '');
    if (facts?.kind !== 'printer') this.#screen = new SentScreen(facts?.alternateSize, this.#codePage);
    return this.#screen;
  }
}

function unchecked(bytes: Uint8Array): CheckedInbound {
  const { record, faults } = parseInbound(bytes);
  return { record, faults, answers: undefined, unsolicited: false, findings: [], tampered: false };
}
