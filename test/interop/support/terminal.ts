import { connectTerminal, type TerminalConnection } from '../../../examples/node/terminal-connection.js';
import type { TerminalEvent, TerminalOptions, TerminalSession } from '../../../src/index.js';
import { EventLog, until } from './event-log.js';
import { certificates } from './host.js';
import { atEnd, whenListening } from './processes.js';
import { Recording } from './recording.js';

/** Our terminal, connected until the end of the test. */
export class TestTerminal {
  readonly log: EventLog<TerminalEvent> = new EventLog();
  readonly recording: Recording = new Recording();
  #connection: TerminalConnection | undefined;

  /** Connects by the name `localhost`, and trusts the authority of our test hosts. */
  static async connect(port: number, session: TerminalOptions): Promise<TestTerminal> {
    const terminal = new TestTerminal();
    const { ca } = await certificates();
    const connection = await whenListening(() =>
      connectTerminal({
        host: '127.0.0.1',
        port,
        ca,
        session: { serverName: 'localhost', ...session },
        onEvent: terminal.log.add,
        onWire: terminal.recording.onWire,
      }),
    );
    terminal.#connection = connection;
    atEnd(() => connection.close());
    return terminal;
  }

  get session(): TerminalSession {
    return (this.#connection as TerminalConnection).session;
  }

  /** Calls a method of the session and sends what comes of it. */
  act<Result>(action: (session: TerminalSession) => Result): Result {
    const connection = this.#connection as TerminalConnection;
    const result = action(connection.session);
    connection.pump();
    return result;
  }

  /** Waits until the text of the NVT contains something. */
  async textWith(wanted: string): Promise<void> {
    let text = '';
    while (!text.includes(wanted)) text += (await this.log.next('text')).text;
  }

  /** Waits until the screen shows something and takes input. */
  async showing(wanted: string): Promise<void> {
    await until(`the screen shows ${wanted}`, () => {
      const { screen, keyboardLock } = this.session;
      return keyboardLock === undefined && screen.text().join('\n').includes(wanted);
    });
  }
}
