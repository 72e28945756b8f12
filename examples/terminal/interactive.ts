import terminalKit from 'terminal-kit';
import {
  type ClosedEvent,
  type Diagnosis,
  type InputRefusal,
  type RetryPolicy,
  type TerminalEvent,
  UsageError,
} from '../../src/index.js';
import { diagnosisInWords } from '../diagnosis-text.js';
import { connectWithRetry } from '../node/retry.js';
import type { TerminalConnection } from '../node/terminal-connection.js';
import type { ConnectCommand } from './arguments.js';
import { type Action, KeyReader } from './keys.js';
import { View } from './view.js';

/**
 * A 3270 terminal in the window at hand.
 *
 * @returns The status to exit with: 0 after a session that ended as sessions do.
 */
export async function runTerminal(command: ConnectCommand): Promise<number> {
  if (process.stdin.isTTY !== true || process.stdout.isTTY !== true) {
    console.error('A terminal needs a terminal window: standard input and output are none.');
    return 2;
  }
  let redraw = (): void => {};
  const onEvent = (event: TerminalEvent): void => {
    if (event.type === 'screen' && event.alarm) terminalKit.terminal.bell();
    redraw();
  };
  let connection: TerminalConnection;
  try {
    connection = await connectWithRetry({ ...command, onEvent, onRetry: tellRetry });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const isOption = error instanceof UsageError;
    console.error(isOption ? message : `No connection to ${command.host}:${command.port}: ${message}`);
    return isOption ? 2 : 1;
  }
  if (connection.session.mode === 'closed') return report(await connection.closed);
  const window = new Window(connection);
  redraw = () => window.redraw();
  const closed = await connection.closed;
  await window.leave();
  return report(closed);
}

function tellRetry(diagnosis: Diagnosis, { tls }: RetryPolicy): void {
  for (const line of diagnosisInWords(diagnosis)) console.error(line);
  console.error(`\nConnects once more, with the policy that this advises: ${tls}.\n`);
}

function report({ by, diagnosis }: ClosedEvent): number {
  if (diagnosis.code === 'ENDED') {
    console.log(by === 'embedder' ? 'Session ended.' : 'The host has ended the session.');
    return 0;
  }
  for (const line of diagnosisInWords(diagnosis)) console.error(line);
  return 1;
}

/** The window, its keyboard, and the session in it. */
class Window {
  readonly #connection: TerminalConnection;
  readonly #view: View;
  readonly #keys: KeyReader = new KeyReader();
  #refused: InputRefusal | undefined;
  #drawing = false;

  constructor(connection: TerminalConnection) {
    const { terminal } = terminalKit;
    this.#connection = connection;
    this.#view = new View(terminal, connection.session);
    terminal.fullscreen(true);
    void terminal.grabInput(true);
    terminal.on('key', (name, _matches, { isCharacter }) => this.#do(this.#keys.key(name, isCharacter)));
    terminal.on('unknown', (bytes) => this.#do(this.#keys.sequence(bytes)));
    terminal.on('resize', () => {
      this.#view.resize();
      this.redraw();
    });
    this.redraw();
  }

  /** Draws once, however many events come together. */
  redraw(): void {
    if (this.#drawing) return;
    this.#drawing = true;
    setImmediate(() => {
      this.#drawing = false;
      if (this.#connection.session.mode !== 'closed') this.#view.draw(this.#refused);
    });
  }

  async leave(): Promise<void> {
    const { terminal } = terminalKit;
    terminal.fullscreen(false);
    await terminal.asyncCleanup();
  }

  #do(action: Action | { readonly text: string } | undefined): void {
    if (action === undefined) return;
    if (action === 'quit') {
      this.#connection.close('the user has ended it');
      return;
    }
    const { session } = this.#connection;
    if (session.mode === 'closed') return;
    const outcome = typeof action === 'string' ? session.press(action) : session.type(action.text);
    this.#refused = outcome.accepted ? undefined : outcome.reason;
    this.#connection.pump();
    this.redraw();
  }
}
