/**
 * `node s3270.mjs CORPORA WORKLOAD...`: s3270 as the client of a host on the loopback interface. Rates are per second of
 * its own processor time, so that reading the socket counts and the work of this host does not.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Corpora } from '../corpora/read.js';
import { onWire } from '../corpora/records.js';
import { print } from '../measure.js';
import { LoopbackHost } from './loopback-host.js';

const READ_MODIFIED = onWire([Uint8Array.of(0xf6)]);
const READ_BUFFER = onWire([Uint8Array.of(0xf2)]);
const COLOUR = ['-model', '3279-2'];
const WIDE = [...COLOUR, '-oversize', '160x62'];

/** Seconds of processor time that a process has used. */
function processorTime(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e9;
}

function residentBytes(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

/** An s3270 that is connected and in 3270 mode. */
class Emulator {
  readonly host: LoopbackHost;
  readonly #process: ChildProcess;
  #output = '';
  #answered: (() => void) | undefined;

  private constructor(host: LoopbackHost, process: ChildProcess) {
    this.host = host;
    this.#process = process;
    process.stdout?.on('data', (data: Buffer) => {
      this.#output += data.toString();
      if (!/^(?:ok|error)$/m.test(this.#output)) return;
      this.#output = '';
      this.#answered?.();
    });
  }

  static async start(corpora: Corpora, options: readonly string[]): Promise<Emulator> {
    const host = new LoopbackHost(corpora.negotiation('w4t'));
    const port = await host.listen();
    const process = spawn('s3270', [...options, `127.0.0.1:${port}`], { stdio: ['pipe', 'pipe', 'inherit'] });
    const emulator = new Emulator(host, process);
    await host.negotiated;
    await host.ask(READ_BUFFER);
    return emulator;
  }

  get pid(): number {
    return this.#process.pid as number;
  }

  /** Carries out an action of the scripting interface. */
  act(action: string): Promise<void> {
    const answered = new Promise<void>((resolve) => {
      this.#answered = resolve;
    });
    this.#process.stdin?.write(`${action}\n`);
    return answered;
  }

  stop(): void {
    this.host.close();
    this.#process.stdin?.end();
    this.#process.kill();
  }
}

/** How many bytes of records are sent behind one another. */
const BLOCK = 65536;

/** Records a second that it takes in. */
async function ingestRate(
  emulator: Emulator,
  records: readonly Uint8Array[],
  count: number,
): Promise<number> {
  const size = Math.ceil(BLOCK / (records[0] as Uint8Array).length);
  const block = onWire(Array.from({ length: size }, (_, index) => records[index % records.length]!));
  const send = async (blocks: number): Promise<void> => {
    for (let i = 0; i < blocks; i++) await emulator.host.send(block);
    await emulator.host.ask(READ_MODIFIED);
  };
  await send(5);
  const before = processorTime(emulator.pid);
  const blocks = Math.ceil(count / size);
  await send(blocks);
  return (blocks * size) / (processorTime(emulator.pid) - before);
}

async function writeRate(corpora: Corpora, name: 'w3a' | 'w3b', count: number): Promise<number> {
  const emulator = await Emulator.start(corpora, name === 'w3a' ? COLOUR : WIDE);
  const rate = await ingestRate(emulator, corpora.records(name), count);
  emulator.stop();
  return rate;
}

interface Entry {
  readonly address: number;
  readonly text: string;
}

/** Reads a second that it answers, with something typed into 20 fields. */
async function readRate(corpora: Corpora, read: Uint8Array, count: number): Promise<number> {
  const emulator = await Emulator.start(corpora, COLOUR);
  const { host } = emulator;
  await host.send(onWire(corpora.records('w3a').slice(0, 1)));
  await host.ask(READ_BUFFER);
  for (const { address, text } of corpora.json('w5.json') as Entry[]) {
    await emulator.act(`MoveCursor(${Math.floor(address / 80)},${address % 80})`);
    await emulator.act(`String("${text}")`);
  }
  const block = Buffer.concat(Array<Uint8Array>(100).fill(read));
  const send = async (blocks: number): Promise<void> => {
    const answers = host.answers(blocks * 100);
    for (let i = 0; i < blocks; i++) {
      await host.send(block);
      await new Promise(setImmediate);
    }
    await answers;
  };
  await send(3);
  const before = processorTime(emulator.pid);
  await send(count / 100);
  const rate = count / (processorTime(emulator.pid) - before);
  emulator.stop();
  return rate;
}

async function sessionBytes(corpora: Corpora, name: 'w3a' | 'w3b'): Promise<number> {
  const emulator = await Emulator.start(corpora, name === 'w3a' ? COLOUR : WIDE);
  await emulator.host.send(onWire(corpora.records(name).slice(0, 1)));
  await emulator.host.ask(READ_MODIFIED);
  const bytes = residentBytes(emulator.pid);
  emulator.stop();
  return bytes;
}

const WORKLOADS: Readonly<Record<string, (corpora: Corpora) => Promise<number>>> = {
  W3a: (corpora) => writeRate(corpora, 'w3a', 6000),
  W3b: (corpora) => writeRate(corpora, 'w3b', 600),
  W5m: (corpora) => readRate(corpora, READ_MODIFIED, 8000),
  W5b: (corpora) => readRate(corpora, READ_BUFFER, 3000),
  W6a: (corpora) => sessionBytes(corpora, 'w3a'),
  W6b: (corpora) => sessionBytes(corpora, 'w3b'),
};

const [folder = '', ...names] = process.argv.slice(2);
const corpora = new Corpora(folder);
for (const workload of names) {
  const run = WORKLOADS[workload];
  if (run === undefined) throw new Error(`no workload is called ${workload}`);
  print({ workload, value: await run(corpora) });
}
