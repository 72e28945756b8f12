import { PATIENCE, sleep } from './event-log.js';
import { Program } from './processes.js';

/** What s3270 answers to an action. */
export interface Answer {
  readonly ok: boolean;
  /** The lines that the action printed. */
  readonly data: readonly string[];
  readonly status: Status;
}

/** The line of status that ends each answer (s3270's manual page, "Status format"). */
export interface Status {
  readonly keyboard: 'unlocked' | 'locked' | 'error';
  readonly formatted: boolean;
  readonly connected: boolean;
  /** `N` not connected, `C` NVT character mode, `L` NVT line mode, `P` not negotiated, `I` 3270. */
  readonly mode: string;
  readonly model: number;
  readonly rows: number;
  readonly columns: number;
  readonly cursor: { readonly row: number; readonly column: number };
}

/** s3270 as a program that is told what to do, one action after the other. */
export class S3270 {
  readonly #program: Program;

  constructor(...parameters: readonly string[]) {
    this.#program = new Program('s3270', ['-utf8', ...parameters]);
  }

  /** Runs an action; rejects when it does not answer in time. The answer may be awaited later, or never. */
  run(action: string, patience: number = PATIENCE): Promise<Answer> {
    const answer = this.#run(action, patience);
    answer.catch(() => {});
    return answer;
  }

  /** Runs an action that has to go well. */
  must(action: string, patience?: number): Promise<Answer> {
    const answer = this.run(action, patience).then((given) => {
      if (!given.ok) throw new Error(`s3270 fails at ${action}: ${given.data.join(' / ')}`);
      return given;
    });
    answer.catch(() => {});
    return answer;
  }

  /** The screen, one string a row. */
  async text(): Promise<readonly string[]> {
    return (await this.must('Ascii()')).data;
  }

  /** The screen once it is what it has to be, or what it is when that takes too long. */
  async textOnce(wanted: readonly string[]): Promise<readonly string[]> {
    const end = Date.now() + PATIENCE;
    let text = await this.text();
    while (text.join('\n') !== wanted.join('\n') && Date.now() < end) {
      await sleep(20);
      text = await this.text();
    }
    return text;
  }

  async #run(action: string, patience: number): Promise<Answer> {
    const from = this.#program.output.length;
    this.#program.child.stdin.write(`${action}\n`);
    await this.#program.printed(/^(ok|error)\n/m, from, patience);
    const text = Buffer.from(this.#program.output.slice(from), 'latin1').toString('utf8');
    const lines = text.split('\n');
    const end = lines.findIndex((line) => line === 'ok' || line === 'error');
    return {
      ok: lines[end] === 'ok',
      data: lines.slice(0, end - 1).map((line) => line.replace(/^data: /, '')),
      status: parseStatus(lines[end - 1] ?? ''),
    };
  }
}

const KEYBOARD = { U: 'unlocked', L: 'locked', E: 'error' } as const;

function parseStatus(line: string): Status {
  const fields = line.split(' ');
  return {
    keyboard: KEYBOARD[fields[0] as keyof typeof KEYBOARD],
    formatted: fields[1] === 'F',
    connected: fields[3] !== 'N',
    mode: fields[4] ?? '',
    model: Number(fields[5]),
    rows: Number(fields[6]),
    columns: Number(fields[7]),
    cursor: { row: Number(fields[8]), column: Number(fields[9]) },
  };
}
