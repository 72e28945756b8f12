import { type Diagnosis, retryPolicy, type TerminalEvent, type TerminalTlsPolicy } from '../src/index.js';
import { type DemoCertificates, makeCertificates } from './certificates.js';
import { DemoApplication } from './demo-application.js';
import { diagnosisInWords } from './diagnosis-text.js';
import { Ladder } from './ladder.js';
import { type Host, listenForTerminals } from './node/host-connection.js';
import { connectTerminal, type TerminalConnection } from './node/terminal-connection.js';
import { framed } from './screen-text.js';

/** Milliseconds after which something that was waited for will not come any more. */
const PATIENCE = 10_000;

/** What users of other products read in this case. */
const OTHERS_SAY: readonly (readonly [product: string, words: string])[] = [
  ['Reflection 2014', 'An error occurred in communications'],
  ['Reflection for IBM 14.x', 'An error occurred in communications'],
  ['EXTRA! X-treme 9.3', 'TLSStartSecurity returned error 9702'],
  ['EXTRA! X-treme 9.3', 'Socket failed to connect. Last socket error = 0. No error'],
  ['Reflection for the Web 2014', 'TLS alert Unexpected Message encountered'],
];

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
  let hostReason: Diagnosis | undefined;
  const host = await listenForTerminals({
    certificate: certificates,
    session: { tls: 'negtSecure', functions: [0, 2, 4], pluName: 'SANSDEMO' },
    onConnection(session) {
      const application = new DemoApplication(session);
      return {
        onEvent(event) {
          application.handle(event);
          if (event.type === 'closed') hostReason = event.diagnosis;
        },
      };
    },
  });
  try {
    print(
      `A host listens on localhost:${host.port}. It is set to NEGTSECURE: TLS is negotiated inside telnet, and required.`,
    );
    const well = await logIn(host, certificates, print);
    const explained = await meetTheMismatch(host, certificates, print);
    if (hostReason !== undefined) {
      print('');
      print('The host, which saw the other half, says:');
      print('');
      for (const line of diagnosisInWords(hostReason)) print(line);
    }
    return well && explained !== undefined && (await tryAgain(explained, host, certificates, print));
  } finally {
    await host.close();
  }
}

async function logIn(host: Host, certificates: DemoCertificates, print: Print): Promise<boolean> {
  heading(print, '1. A terminal set to `negotiated` connects');
  const { connection, screenShown } = await watched(host, certificates, 'negotiated', print);
  const { session } = connection;
  if (!(await screenShown())) return false;
  print('');
  for (const line of framed(session.screen)) print(line);

  heading(print, '2. The user types a name and a password, and presses ENTER');
  session.type('ibmuser');
  session.press('tab');
  session.type('secret');
  session.press('enter');
  connection.pump();
  if (!(await screenShown())) return false;
  print('');
  for (const line of framed(session.screen)) print(line);
  const { tlsInfo, security } = session;
  print(`This came over ${tlsInfo?.version}, cipher ${tlsInfo?.cipher}, ${security} by START_TLS.`);

  heading(print, '3. PF3 logs off, and PF3 leaves');
  for (const key of ['pf3', 'pf3'] as const) {
    session.press(key);
    connection.pump();
    await screenShown();
  }
  return session.diagnosis?.code === 'ENDED';
}

async function meetTheMismatch(
  host: Host,
  certificates: DemoCertificates,
  print: Print,
): Promise<Diagnosis | undefined> {
  heading(print, '4. A terminal set to `implicit` connects to the same host');
  const start = performance.now();
  const { connection } = await watched(host, certificates, 'implicit', print);
  const { by, diagnosis } = await connection.closed;
  await Promise.all([...host.connections].map(({ closed }) => closed));
  print('');
  print(
    `${Math.round(performance.now() - start)} ms later the session is closed by ${by === 'us' ? 'the terminal' : 'the host'}, with a reason:`,
  );
  print('');
  for (const line of diagnosisInWords(diagnosis)) print(line);
  print('');
  print('Users of other products read here:');
  for (const [product, words] of OTHERS_SAY) print(`  ${product.padEnd(29)}${words}`);
  return diagnosis.code === 'HOST_NEGOTIATES' ? diagnosis : undefined;
}

/** The second connection, as the diagnosis of the first one advises. */
async function tryAgain(
  advice: Diagnosis,
  host: Host,
  certificates: DemoCertificates,
  print: Print,
): Promise<boolean> {
  const policy = retryPolicy('implicit', advice);
  if (policy === undefined) return false;
  heading(print, `5. The diagnosis advises \`${policy.tls}\`: the terminal connects once more, by itself`);
  const { connection, screenShown } = await watched(host, certificates, policy.tls, print);
  const shown = await screenShown();
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

/** Connects a terminal and prints its ladder. */
async function watched(
  host: Host,
  { ca }: DemoCertificates,
  tls: TerminalTlsPolicy,
  print: Print,
): Promise<{ connection: TerminalConnection; screenShown: () => Promise<boolean> }> {
  const ladder = new Ladder(print);
  let notify = (_event: TerminalEvent): void => {};
  const connection = await connectTerminal({
    host: 'localhost',
    port: host.port,
    ca,
    session: { tls, model: '3279-2-E' },
    onWire: ladder.onWire,
    onEvent(event) {
      ladder.onEvent(event);
      notify(event);
    },
  });
  /** Waits for a screen that takes input; false when the session ends, or the time does. */
  const screenShown = (): Promise<boolean> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), PATIENCE);
      notify = (event) => {
        const shown = event.type === 'hostDone' && !event.keyboardLocked;
        if (!shown && event.type !== 'closed') return;
        clearTimeout(timer);
        resolve(shown);
      };
    });
  return { connection, screenShown };
}

function heading(print: Print, text: string): void {
  print('');
  print(text);
  print('');
}
