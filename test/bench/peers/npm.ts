/**
 * `node npm.mjs CORPORA NODE_MODULES PEER WORKLOAD...`: packages of the npm registry on the workloads that they can do, each
 * through its own public surface and with a socket that goes nowhere. What a package says on the console is dropped.
 */
import { createRequire } from 'node:module';
import { Duplex, type Writable } from 'node:stream';
import { Corpora } from '../corpora/read.js';
import { bytesOf, print, timeOf, timeOfAsync } from '../measure.js';

const MIB = 1 << 20;
const SESSIONS = 2000;
/** So many negotiations in a go that the collection of garbage is in every one. */
const BATCH = 1000;

const [folder = '', modules = '', peer = '', ...names] = process.argv.slice(2);
const corpora = new Corpora(folder);
const load = createRequire(`${modules}/`);
console.log = () => {};

class NoSocket extends Duplex {
  override _read(): void {}
  override _write(_chunk: unknown, _encoding: unknown, done: () => void): void {
    done();
  }
  connect(): void {}
  setNoDelay(): void {}
  setTimeout(): void {}
}

/** Writes chunks as `pipe` does, and waits for the end. */
async function pump(target: Writable, chunks: readonly Uint8Array[]): Promise<void> {
  for (const chunk of chunks) {
    if (!target.write(chunk)) await new Promise<void>((resolve) => target.once('drain', resolve));
  }
  await new Promise<void>((resolve) => target.end(resolve));
}

/** Megabytes a second that a decoder takes in. */
async function decodeRate(workload: string, limit: number, make: () => Writable): Promise<number> {
  const chunks = corpora.chunks(workload.toLowerCase(), limit).map((chunk) => Buffer.from(chunk));
  const total = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  return total / (await timeOfAsync(() => pump(make(), chunks))) / 1e6;
}

type Run = (workload: string) => number | Promise<number>;
type Runs = Readonly<Record<string, Run>>;

/** Hands out data and commands of a chunk apart from each other, so that records cannot be cut. */
function telnetStream(): Runs {
  const { TelnetInput, TelnetOutput } = load('telnet-stream');
  const decode: Run = (workload) =>
    decodeRate(workload, 8 * MIB, () => {
      const input = new TelnetInput();
      input.on('data', () => {});
      input.on('command', () => {});
      return input;
    });
  const encode: Run = async (workload) => {
    const records = corpora.records(workload.toLowerCase(), 8 * MIB).map((record) => Buffer.from(record));
    let sent = 0;
    const time = await timeOfAsync(async () => {
      const output = new TelnetOutput();
      sent = 0;
      output.on('data', (data: Uint8Array) => {
        sent += data.length;
      });
      for (const record of records) {
        const room = output.write(record);
        output.writeCommand(239);
        if (!room) await new Promise((resolve) => output.once('drain', resolve));
      }
      await new Promise<void>((resolve) => output.end(resolve));
    });
    return sent / time / 1e6;
  };
  const memory: Run = () => bytesOf(() => [new TelnetInput(), new TelnetOutput()], SESSIONS);
  return { W1: decode, W1z: decode, W1b: decode, W1s: decode, W2: encode, W2b: encode, W6t: memory };
}

/** Cuts records. Its encoder puts indexes in place of bytes once there is a 255, and is not measured. */
function telnetlib(): Runs {
  const Reader = load('telnetlib/src/TelnetSocket/TelnetReader');
  const TelnetSocket = load('telnetlib/src/TelnetSocket/TelnetSocket');
  const decode: Run = (workload) =>
    decodeRate(workload, 4 * MIB, () => {
      const reader = new Reader({ end() {} }, { receiveBufferMax: MIB });
      reader.on('data', () => {});
      return reader;
    });
  const options = { localOptions: [0, 25], remoteOptions: [0, 25] };
  const memory: Run = () => bytesOf(() => new TelnetSocket(new NoSocket(), options), SESSIONS);
  return { W1: decode, W1z: decode, W1b: decode, W1s: decode, W6t: memory };
}

/** Neither un-doubles 255 nor cuts records: only its memory is measured. */
function telnetClient(): Runs {
  const { Telnet } = load('telnet-client');
  const memory: Run = () =>
    bytesOf(() => {
      const telnet = new Telnet();
      telnet.connect({ sock: new NoSocket(), negotiationMandatory: false }).catch(() => {});
      return telnet;
    }, SESSIONS);
  return { W6t: memory };
}

/** A terminal of TN3270 without TLS and without TN3270E; passes doubled 255s through. */
function tn3270(): Runs {
  const { Tn3270 } = load('tn3270');
  const messages = corpora.negotiation('w4t').map((message) => Buffer.from(message));
  const sink = { next() {} };
  const socket = { connect() {}, end() {}, on() {}, setNoDelay() {}, write() {} };
  const make = (): { socket: unknown; dataHandler(data: Buffer, observer: unknown): void } =>
    new Tn3270('host', 23, 'IBM-3278-2-E');
  const negotiate: Run = () =>
    BATCH /
    timeOf(() => {
      for (let i = 0; i < BATCH; i++) {
        const terminal = make();
        terminal.socket = socket;
        for (const message of messages) terminal.dataHandler(message, sink);
      }
    });
  const memory: Run = () =>
    bytesOf(() => {
      const terminal = make();
      terminal.socket = new NoSocket();
      return terminal;
    }, SESSIONS);
  return { W4t: negotiate, W6a: memory };
}

const PEERS: Readonly<Record<string, () => Runs>> = {
  'telnet-stream': telnetStream,
  telnetlib,
  'telnet-client': telnetClient,
  tn3270,
};

const runs = PEERS[peer]?.();
for (const workload of names) {
  const run = runs?.[workload];
  if (run === undefined) throw new Error(`${peer} has no workload ${workload}`);
  print({ workload, value: await run(workload) });
}
process.exit(0);
