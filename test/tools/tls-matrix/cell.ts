import type { DemoCertificates } from '../../../examples/certificates.js';
import { type Host, listenForTerminals } from '../../../examples/node/host-connection.js';
import { connectTerminal } from '../../../examples/node/terminal-connection.js';
import type {
  Diagnosis,
  HostEvent,
  HostOptions,
  HostSession,
  TerminalOptions,
  TimerSettings,
} from '../../../src/index.js';
import type { Upgrade } from './expected.data.js';
import { CELL_LIMIT } from './timers.data.js';

/** What came of a terminal and a host. */
export interface Outcome {
  readonly result: string;
  readonly upgrade: Upgrade;
  /** Such as `TLSv1.3`; empty in the clear. */
  readonly version: string;
  /** The terminal's, or of a terminal that is not ours the host's; undefined where a session came about. */
  readonly diagnosis: Diagnosis | undefined;
  /** What the host says of a session that did not come about. */
  readonly hostDiagnosis: Diagnosis | undefined;
  readonly ms: number;
}

/** A host for one connection, and what has become of that. */
export class OneHost {
  readonly host: Host;
  readonly #state: HostState;

  private constructor(host: Host, state: HostState) {
    this.host = host;
    this.#state = state;
  }

  static async listen(
    session: HostOptions,
    certificate: DemoCertificates,
    timers: Partial<TimerSettings>,
    onEvent: (event: HostEvent) => void = () => {},
  ): Promise<OneHost> {
    const state: HostState = { session: undefined, negotiated: false };
    const host = await listenForTerminals({
      certificate,
      session: { ...session, timers },
      onConnection(made) {
        // A client that connects again, without TLS this time, is another cell.
        if (state.session !== undefined) return {};
        state.session = made;
        return {
          onEvent(event) {
            if (event.type === 'negotiated') state.negotiated = true;
            onEvent(event);
          },
        };
      },
    });
    return new OneHost(host, state);
  }

  get session(): HostSession | undefined {
    return this.#state.session;
  }

  /** Data can flow. */
  get negotiated(): boolean {
    return this.#state.negotiated;
  }
}

interface HostState {
  session: HostSession | undefined;
  negotiated: boolean;
}

/** Joins a terminal of ours and a host of ours by TCP on this machine, until both have agreed or ended. */
export async function runCell(
  terminal: TerminalOptions,
  host: HostOptions,
  certificates: DemoCertificates,
  timers: Partial<TimerSettings>,
): Promise<Outcome> {
  const start = performance.now();
  const one = await OneHost.listen(host, certificates, timers);
  let negotiated = false;
  let ended = false;
  const connection = await connectTerminal({
    host: 'localhost',
    port: one.host.port,
    ca: certificates.ca,
    session: { ...terminal, timers },
    onEvent(event) {
      if (event.type === 'negotiated') negotiated = true;
      if (event.type === 'closed') ended = true;
    },
  });
  try {
    await decided(() => ended || (negotiated && one.negotiated));
    const { session } = connection;
    const ms = performance.now() - start;
    if (!ended) {
      const upgrade = session.security;
      const same = one.session?.security === upgrade;
      return {
        result: same ? (upgrade === 'none' ? 'OK_CLEAR' : 'OK_TLS') : 'DISAGREE',
        upgrade,
        version: session.tlsInfo?.version ?? '',
        diagnosis: undefined,
        hostDiagnosis: undefined,
        ms,
      };
    }
    await decided(() => one.session === undefined || one.session.diagnosis !== undefined);
    return {
      result: session.diagnosis?.code ?? 'OPEN',
      upgrade: 'none',
      version: '',
      diagnosis: session.diagnosis,
      hostDiagnosis: one.session?.diagnosis,
      ms,
    };
  } finally {
    connection.close();
    await one.host.close();
  }
}

/** Waits until a condition holds; rejects when it does not in time. */
export async function decided(condition: () => boolean, limit: number = CELL_LIMIT): Promise<void> {
  const end = performance.now() + limit;
  while (!condition()) {
    if (performance.now() > end) throw new Error('nothing was decided in time');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
