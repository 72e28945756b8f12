import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { HostEvent, HostOptions, HostTlsPolicy } from '../src/index.js';
import { makeCertificates } from './certificates.js';
import { DemoApplication } from './demo-application.js';
import { type Host, listenForTerminals } from './node/host-connection.js';
import { wrapped } from './text.js';

const USAGE = `Usage: npm run host [-- options]     a host for 3270 terminals, until Ctrl-C

  --port N          listen on this port; 3270 unless stated, 0 takes a free one
  --address A       listen on this address; 127.0.0.1 unless stated
  --tls POLICY      negtSecure (the default), secure, basic, any, none (z/OS CONNTYPE);
                    vmNever, vmAllowed, vmPreferred, vmRequired (z/VM SECURECONNECTION); implicit
  --offer-first     with any: offer START_TLS at once instead of waiting for a ClientHello first
  --no-tn3270e      classic TN3270 only
  --key FILE --cert FILE   private key and certificate in PEM, instead of ones made for this run
  --help            this text
`;

/** Told to people who connect: whether an emulator starts TLS by itself, and whether there is any. */
const PREFIXES: Readonly<Record<HostTlsPolicy, 'none' | 'negotiated' | 'either' | 'implicit'>> = {
  basic: 'none',
  vmNever: 'none',
  none: 'none',
  vmAllowed: 'negotiated',
  vmPreferred: 'negotiated',
  vmRequired: 'negotiated',
  negtSecure: 'negotiated',
  any: 'either',
  secure: 'either',
  implicit: 'implicit',
};

function readOptions() {
  return parseArgs({
    options: {
      port: { type: 'string', default: '3270' },
      address: { type: 'string', default: '127.0.0.1' },
      tls: { type: 'string', default: 'negtSecure' },
      'offer-first': { type: 'boolean', default: false },
      'no-tn3270e': { type: 'boolean', default: false },
      key: { type: 'string' },
      cert: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  }).values;
}

type Options = ReturnType<typeof readOptions>;

class WrongOption extends Error {}

async function start(options: Options): Promise<Host> {
  const tls = options.tls as HostTlsPolicy;
  const port = /^\d{1,5}$/.test(options.port) ? Number(options.port) : 65536;
  if (!Object.hasOwn(PREFIXES, tls))
    throw new WrongOption(`--tls must be one of ${Object.keys(PREFIXES).join(', ')}`);
  if (port > 65535) throw new WrongOption('--port must be 0 to 65535');
  if ((options.key === undefined) !== (options.cert === undefined))
    throw new WrongOption('--key and --cert go together');
  const session: HostOptions = {
    tls,
    offerFirst: options['offer-first'],
    pluName: 'SANSDEMO',
    functions: options['no-tn3270e'] ? false : [0, 2, 4, 5],
  };
  const { certificate, caFile } = await certificateOf(options);
  let connected = 0;
  const host = await listenForTerminals({
    address: options.address,
    port,
    certificate,
    session,
    onConnection(hostSession, peer) {
      const number = ++connected;
      const application = new DemoApplication(hostSession);
      log(number, `connected from ${peer}`);
      return {
        onEvent(event) {
          const text = eventInWords(event);
          if (text !== undefined) log(number, text);
          application.handle(event);
        },
      };
    },
  });
  explain(host.port, options, PREFIXES[tls], caFile);
  return host;
}

/** The certificate given, or one made for this run, whose authority is written into a file for terminals to trust. */
async function certificateOf({ key, cert }: Options) {
  if (key !== undefined && cert !== undefined) {
    return {
      certificate: { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') },
      caFile: undefined,
    };
  }
  const certificate = await makeCertificates();
  const caFile = join(mkdtempSync(join(tmpdir(), 'sans3270-')), 'ca.pem');
  writeFileSync(caFile, certificate.ca);
  return { certificate, caFile };
}

function explain(
  port: number,
  options: Options,
  kind: 'none' | 'negotiated' | 'either' | 'implicit',
  caFile: string | undefined,
): void {
  const place = `localhost:${port}`;
  const trust = caFile === undefined ? '' : ` --ca ${caFile}`;
  const lines = [`Listening on ${options.address}:${port}, TLS policy ${options.tls}. Connect with`];
  if (kind === 'none') lines.push(`  npm start -- ${place} --tls plain`, `  c3270 ${place}`);
  if (kind === 'negotiated' || kind === 'either') {
    lines.push(`  npm start -- ${place} --tls negotiated${trust}`, `  c3270 Y:${place}`);
  }
  if (kind === 'implicit' || kind === 'either') {
    lines.push(`  npm start -- ${place} --tls implicit${trust}`, `  c3270 L:Y:${place}`);
  }
  if (kind !== 'none') lines.push(`  npm start -- ${place} --tls auto${trust}`);
  for (const line of lines) console.log(line);
  console.log(
    'x3270 and s3270 take the same names as c3270. The prefix L: starts TLS at once, Y: trusts any certificate.',
  );
  if (caFile !== undefined) console.log(`The authority to trust: ${caFile}`);
}

/** One line for what is worth one; what users type is not among it. */
function eventInWords(event: HostEvent): string | undefined {
  switch (event.type) {
    case 'secure':
      return `TLS is up (${event.reason}): ${event.info.version}, ${event.info.cipher}`;
    case 'clearText':
      return 'goes on without TLS';
    case 'deviceRequested':
      return `asks for ${event.deviceType}${event.resourceName === undefined ? '' : `, device ${event.resourceName}`}`;
    case 'negotiated':
      return `negotiated ${event.protocol}: ${event.terminalType ?? 'no terminal type'}, device ${event.luName ?? 'unnamed'}, functions ${event.functions.join(' ') || 'none'}`;
    case 'inbound':
      return `sends ${event.record.type}${'aid' in event.record ? `, AID ${event.record.aid.toString(16)}` : ''}${event.findings.map(({ code, row, column }) => `; ${code} at ${row}, ${column}`).join('')}`;
    case 'response':
      return event.positive ? undefined : `negative response to record ${event.sequenceNumber}`;
    case 'attention':
    case 'systemRequest':
    case 'sscpLuInput':
      return event.type;
    case 'violation':
      return `violation ${event.code} (${event.rule}): ${event.means}`;
    case 'closed': {
      const { code, message, detail } = event.diagnosis;
      return `closed by ${event.by}: ${code}: ${message}${detail === undefined ? '' : ` (${detail})`}`;
    }
    default:
      return undefined;
  }
}

function log(number: number, text: string): void {
  const head = `${new Date().toISOString().slice(11, 23)}  #${number}  `;
  for (const line of wrapped(head, text, 120, ' '.repeat(head.length))) console.log(line);
}

async function main(): Promise<number> {
  try {
    const options = readOptions();
    if (options.help) {
      console.log(USAGE);
      return 0;
    }
    const host = await start(options);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void host.close());
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    const isUsage = error instanceof WrongOption || (error instanceof TypeError && 'code' in error);
    if (isUsage) console.error(`\n${USAGE}`);
    return isUsage ? 2 : 1;
  }
}

process.exitCode = await main();
