import { type DemoCertificates, makeCertificates } from '../../../examples/certificates.js';
import {
  type Host,
  type HostConnection,
  listenForTerminals,
} from '../../../examples/node/host-connection.js';
import type { HostEvent, HostOptions, HostSession } from '../../../src/index.js';
import { EventLog, until } from './event-log.js';
import { atEnd } from './processes.js';
import { Recording } from './recording.js';

let made: Promise<DemoCertificates> | undefined;

/** One authority and one certificate for `localhost` and 127.0.0.1, made once for each test file. */
export function certificates(): Promise<DemoCertificates> {
  made ??= makeCertificates();
  return made;
}

/** One terminal that has connected. */
export class HostSide {
  readonly log: EventLog<HostEvent> = new EventLog();
  readonly recording: Recording = new Recording();
  readonly session: HostSession;
  readonly #host: () => Host;

  constructor(session: HostSession, host: () => Host) {
    this.session = session;
    this.#host = host;
  }

  /** Calls a method of the session and sends what comes of it. */
  act<Result>(action: (session: HostSession) => Result): Result {
    const result = action(this.session);
    this.#connection()?.pump();
    return result;
  }

  #connection(): HostConnection | undefined {
    return [...this.#host().connections].find(({ session }) => session === this.session);
  }
}

/** Our host, listening on any free port of this machine until the end of the test. */
export class TestHost {
  readonly sides: HostSide[] = [];
  #host: Host | undefined;
  #taken = 0;

  static async start(session: HostOptions): Promise<TestHost> {
    const host = new TestHost();
    host.#host = await listenForTerminals({
      certificate: await certificates(),
      session,
      onConnection: (own) => {
        const side = new HostSide(own, () => host.#host as Host);
        host.sides.push(side);
        return { onEvent: side.log.add, onWire: side.recording.onWire };
      },
    });
    atEnd(() => host.#host?.close());
    return host;
  }

  get port(): number {
    return (this.#host as Host).port;
  }

  /** The next terminal that connects. */
  async connected(): Promise<HostSide> {
    await until('a terminal connects', () => this.sides.length > this.#taken);
    return this.sides[this.#taken++] as HostSide;
  }
}
