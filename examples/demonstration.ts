import type { Diagnosis, RetryPolicy, TerminalEvent, TerminalTlsPolicy } from '../src/index.js';
import { type DemoCertificates, makeCertificates } from './certificates.js';
import { DemoApplication } from './demo-application.js';
import { diagnosisInWords } from './diagnosis-text.js';
import { Ladder } from './ladder.js';
import type { Layer, Observers, Role } from './node/connection.js';
import { type Host, listenForTerminals } from './node/host-connection.js';
import { connectWithRetry } from './node/retry.js';
import type { TerminalConnection } from './node/terminal-connection.js';
import { OTHERS_SAY } from './others-say.js';
import { framed } from './screen-text.js';
import { wrapped } from './text.js';

/** Milliseconds after which something that was waited for will not come any more. */
const PATIENCE = 10_000;

type Print = (line: string) => void;

/**
 * A terminal and a host in one process, joined by TCP on this machine: a session whose TLS is negotiated, then a
 * terminal that is set to implicit TLS, finds out why that cannot work, and connects with the policy that does. Prints
 * what happens.
 *
 * @returns Whether everything went as it should.
 */
export async function demonstrate(print: Print): Promise<boolean> {
  const certificates = await makeCertificates();
  const host = await startHost(certificates);
  try {
    print(
      `A host listens on localhost:${host.port}. It is set to NEGTSECURE: TLS is negotiated inside telnet, and required.`,
    );
    return (await logIn(host, certificates, print)) && (await meetTheMismatch(host, certificates, print));
  } finally {
    await host.close();
  }
}

/** A host, and why its last session ended. */
interface DemoHost extends Host {
  readonly reason: () => Diagnosis | undefined;
}

async function startHost(certificate: DemoCertificates): Promise<DemoHost> {
  let reason: Diagnosis | undefined;
  const host = await listenForTerminals({
    certificate,
    session: { tls: 'negtSecure', functions: [0, 2, 4], pluName: 'SANSDEMO' },
    onConnection(session) {
      const application = new DemoApplication(session);
      return {
        onEvent(event) {
          application.handle(event);
          if (event.type === 'closed') reason = event.diagnosis;
        },
      };
    },
  });
  return { ...host, reason: () => reason };
}

async function logIn(host: Host, certificates: DemoCertificates, print: Print): Promise<boolean> {
  heading(print, '1. A terminal set to `negotiated` connects');
  const watch = new Watch(print);
  const connection = await connect(host, certificates, 'negotiated', watch);
  const { session } = connection;
  if (!(await watch.screenShown())) return false;
  print('');
  for (const line of framed(session.screen)) print(line);

  heading(print, '2. The user types a name and a password, and presses ENTER');
  session.type('ibmuser');
  session.press('tab');
  session.type('secret');
  session.press('enter');
  connection.pump();
  if (!(await watch.screenShown())) return false;
  print('');
  for (const line of framed(session.screen)) print(line);
  const { tlsInfo, security } = session;
  print(`This came over ${tlsInfo?.version}, cipher ${tlsInfo?.cipher}, ${security} by START_TLS.`);

  heading(print, '3. PF3 logs off, and PF3 leaves');
  for (const key of ['pf3', 'pf3'] as const) {
    session.press(key);
    connection.pump();
    await watch.screenShown();
  }
  return session.diagnosis?.code === 'ENDED';
}

/** The first connection fails, says why, and the second one is made as that advises. */
async function meetTheMismatch(
  host: DemoHost,
  certificates: DemoCertificates,
  print: Print,
): Promise<boolean> {
  heading(print, '4. A terminal set to `implicit` connects to the same host');
  const start = performance.now();
  const watch = new Watch(print);
  let explained = false;
  const connection = await connect(host, certificates, 'implicit', watch, async (diagnosis, { tls }) => {
    const took = Math.round(performance.now() - start);
    await Promise.all([...host.connections].map(({ closed }) => closed));
    explained = diagnosis.code === 'HOST_NEGOTIATES';
    explain(took, diagnosis, host.reason(), print);
    heading(print, `5. The diagnosis advises \`${tls}\`: the terminal connects once more, by itself`);
    watch.startAfresh();
  });
  const shown = explained && (await watch.screenShown());
  const { tlsInfo, security, screen } = connection.session;
  if (shown) {
    print('');
    for (const line of framed(screen)) print(line);
    print(`This came over ${tlsInfo?.version}, cipher ${tlsInfo?.cipher}, ${security} by START_TLS.`);
  }
  connection.close();
  await connection.closed;
  return shown && security === 'negotiated';
}

/** What both ends say of a connection that failed, and what users of other products read. */
function explain(took: number, diagnosis: Diagnosis, ofHost: Diagnosis | undefined, print: Print): void {
  print('');
  print(`${took} ms after it began the session has ended, with a reason:`);
  print('');
  for (const line of diagnosisInWords(diagnosis)) print(line);
  print('');
  print('Users of other products read here:');
  for (const { product, text } of OTHERS_SAY)
    for (const line of wrapped(`  ${product.padEnd(29)}`, text, 100, ' '.repeat(31))) print(line);
  if (ofHost === undefined) return;
  print('');
  print('The host, which saw the other half, says:');
  print('');
  for (const line of diagnosisInWords(ofHost)) print(line);
}

/** Connects a terminal whose ladder is printed. */
function connect(
  host: Host,
  { ca }: DemoCertificates,
  tls: TerminalTlsPolicy,
  watch: Watch,
  onRetry: (diagnosis: Diagnosis, policy: RetryPolicy) => Promise<void> = async () => {},
): Promise<TerminalConnection> {
  const session = { tls, model: '3279-2-E' } as const;
  const { onEvent, onWire } = watch;
  return connectWithRetry({ host: 'localhost', port: host.port, ca, session, onEvent, onWire, onRetry });
}

/** Prints the ladder of a terminal, and waits for its screens. */
class Watch implements Observers<TerminalEvent> {
  readonly #print: Print;
  #ladder: Ladder;
  /** Whether a screen has come since one was waited for; false when the session has ended instead. */
  #shown: boolean | undefined;
  #notify = (): void => {};

  constructor(print: Print) {
    this.#print = print;
    this.#ladder = new Ladder(print);
  }

  readonly onWire = (sender: Role, bytes: Uint8Array, layer: Layer): void =>
    this.#ladder.onWire(sender, bytes, layer);

  readonly onEvent = (event: TerminalEvent): void => {
    this.#ladder.onEvent(event);
    const shown = event.type === 'hostDone' && !event.keyboardLocked;
    if (!shown && event.type !== 'closed') return;
    this.#shown = shown;
    this.#notify();
  };

  /** For another connection. */
  startAfresh(): void {
    this.#ladder = new Ladder(this.#print);
    this.#shown = undefined;
  }

  /** Waits for a screen that takes input; false when the session ends, or the time does. */
  async screenShown(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    if (this.#shown === undefined)
      await new Promise<void>((resolve) => {
        timer = setTimeout(resolve, PATIENCE);
        this.#notify = resolve;
      });
    clearTimeout(timer);
    const shown = this.#shown === true;
    this.#shown = undefined;
    return shown;
  }
}

function heading(print: Print, text: string): void {
  print('');
  print(text);
  print('');
}
