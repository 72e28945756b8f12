import fc from 'fast-check';
import { fromHex, toHex } from '../../../src/bytes/index.js';
import { TerminalSession } from '../../../src/index.js';
import { Program } from '../sides/program.js';
import { type Message, negotiations } from './generate.js';
import { NEGOTIATION_KNOWN, type NegotiationDifference } from './known.data.js';

/** Players side by side, each with seeds of its own. */
const PLAYERS = 3;
const SEEDS_APART = 10_000_000;
/** A scenario that fails is played so often, to find a shorter one that does. */
const MOST_RUNS = 40;
/** Nobody reads more. */
const MOST_UNEXPLAINED = 10;

const MARK = 'fffd06';
const MARKED = 'fffc06';

/** What was found. */
export interface NegotiationTally {
  steps: number;
  readonly names: Map<string, number>;
  readonly known: Map<string, number>;
  ended: number;
  readonly unexplained: string[];
}

/** What a terminal made of a message. */
interface Made {
  readonly sent: string;
  readonly closed: boolean;
  /** Undefined where it cannot be had. */
  readonly look: string | undefined;
}

interface Side {
  take(hex: string): Promise<Made>;
  stop(): void;
}

/** Plays at least so many messages; each scenario is a connection of its own. */
export async function playNegotiation(steps: number, seed: number): Promise<NegotiationTally> {
  const tally: NegotiationTally = { steps: 0, names: new Map(), known: new Map(), ended: 0, unexplained: [] };
  await Promise.all(
    Array.from({ length: PLAYERS }, async (_, index) => {
      for (let at = seed + index * SEEDS_APART; tally.steps < steps; at++) {
        await play(at, tally);
        if (tally.unexplained.length >= MOST_UNEXPLAINED) return;
      }
    }),
  );
  return tally;
}

async function play(seed: number, tally: NegotiationTally): Promise<void> {
  let runs = 0;
  const property = fc.asyncProperty(negotiations, async (messages) => {
    runs++;
    if (runs <= MOST_RUNS) await scenario(messages, tally, runs === 1);
  });
  const { failed, counterexample, errorInstance } = await fc.check(property, { seed, numRuns: 1 });
  if (!failed) return;
  const lines = (counterexample?.[0] ?? []).map(({ name, hex }) => `${hex} ${name}`);
  tally.unexplained.push([`seed ${seed}: ${(errorInstance as Error).message}`, ...lines].join('\n  '));
}

async function scenario(
  messages: readonly Message[],
  tally: NegotiationTally,
  counts: boolean,
): Promise<void> {
  const ours = new OurTerminal();
  const theirs = await TheirTerminal.start();
  const before: Message[] = [];
  try {
    for (const message of messages) {
      const made = await ours.take(message.hex);
      const theirMade = await theirs.take(message.hex);
      if (counts) {
        tally.steps++;
        tally.names.set(message.name, (tally.names.get(message.name) ?? 0) + 1);
      }
      const differences = differencesOf(made, theirMade);
      if (differences.length > 0) {
        const names = differences.map((difference) => {
          const known = NEGOTIATION_KNOWN.find(({ explains }) => explains(difference, message, before));
          if (known !== undefined) return known;
          const { what, ours: one, theirs: other } = difference;
          throw new Error(`behind ${message.name} ${message.hex}: ${what}: ours ${one}, s3270 ${other}`);
        });
        if (counts) for (const { name } of names) tally.known.set(name, (tally.known.get(name) ?? 0) + 1);
        if (!names.some(({ lasts }) => lasts)) continue;
        if (counts) tally.ended++;
        return;
      }
      if (made.closed) return;
      before.push(message);
    }
  } finally {
    theirs.stop();
  }
}

function differencesOf(ours: Made, theirs: Made): NegotiationDifference[] {
  const differences: NegotiationDifference[] = [];
  if (ours.sent !== theirs.sent) differences.push({ what: 'sent', ours: ours.sent, theirs: theirs.sent });
  if (theirs.look !== undefined && ours.look !== theirs.look) {
    differences.push({ what: 'look', ours: ours.look ?? '', theirs: theirs.look });
  }
  return differences;
}

function lookInWords(
  rows: number,
  columns: number,
  cursor: number,
  locked: boolean,
  text: readonly string[],
): string {
  const lines = text.map((line) => line.trimEnd());
  while (lines.at(-1) === '') lines.pop();
  return `${rows}x${columns} at ${cursor}${locked ? ' locked' : ''} ${JSON.stringify(lines)}`;
}

class OurTerminal implements Side {
  readonly #session: TerminalSession;
  #closed = false;

  constructor() {
    this.#session = new TerminalSession({
      tls: 'plain',
      model: '3279-3-E',
      tn3270e: { functions: [0, 2, 4], x3270Responses: true },
      volunteerEndOfRecord: true,
      environmentFirst: true,
      // 4.1 tells nothing else.
      environment: { variables: { USER: 'UNKNOWN' } },
      query: { rpqName: 'x3270', transferLimit: 16384 },
    });
    this.#drain();
  }

  async take(hex: string): Promise<Made> {
    this.#session.receive(fromHex(hex));
    const sent = this.#drain();
    const { screen, keyboardLock } = this.#session;
    return {
      sent,
      closed: this.#closed,
      look: lookInWords(
        screen.rows,
        screen.columns,
        screen.cursor,
        keyboardLock !== undefined,
        screen.text(),
      ),
    };
  }

  stop(): void {}

  #drain(): string {
    let sent = '';
    for (let event = this.#session.nextEvent(); event !== undefined; event = this.#session.nextEvent()) {
      if (event.type === 'send') sent += toHex(event.bytes);
      if (event.type === 'closed') this.#closed = true;
    }
    return sent;
  }
}

class TheirTerminal implements Side {
  readonly #program: Program;
  #sent = '';
  /** Its Connect() has come back: before, it does nothing else. */
  #isConnected = false;

  static async start(): Promise<TheirTerminal> {
    return new TheirTerminal(
      await Program.start(['-utf8', '-model', '3279-3', '-xrm', 's3270.unlockDelay: false']),
    );
  }

  private constructor(program: Program) {
    this.#program = program;
    program.onBytes = (bytes) => {
      this.#sent += toHex(bytes);
      return new Uint8Array(0);
    };
  }

  async take(hex: string): Promise<Made> {
    this.#program.send(fromHex(hex + MARK));
    await this.#program.until(() => this.#sent.endsWith(MARKED));
    const sent = this.#sent.slice(0, -MARKED.length);
    this.#sent = '';
    this.#isConnected ||= this.#program.takeAnswer() !== undefined;
    if (!this.#isConnected) return { sent, closed: false, look: undefined };
    const lines = (await this.#program.tell('Ascii()')).split('\n');
    const status = (lines.at(-1) as string).split(' ');
    const [rows, columns, row, column] = status.slice(6, 10).map(Number) as [number, number, number, number];
    const text = lines.slice(0, -1).map((line) => line.slice('data: '.length));
    return {
      sent,
      closed: false,
      look: lookInWords(rows, columns, row * columns + column, status[0] !== 'U', text),
    };
  }

  stop(): void {
    this.#program.stop();
  }
}
