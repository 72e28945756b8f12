import type { TerminalSession } from '../../../src/session/index.js';
import { Dissector, type Sender, type TranscriptStep } from '../../../src/trace/index.js';
import type { StepOutcome } from './player.js';

/** Tells a replay to people: what came and went in words, the timers that run, and the screen in a frame when it has changed. */
export class Narrator {
  #dissector: Dissector = new Dissector();
  #shown = '';
  readonly #timers: Set<string> = new Set();

  /** The lines for what a session does by itself before the first step. */
  begin(outcome: StepOutcome): string[] {
    this.#follow(outcome);
    return outcome.events.flatMap((event) =>
      event.type === 'upgradeToTls' ? [`TLS must start at once (${event.reason})`] : [],
    );
  }

  /** The lines for one step. */
  tell(number: number, step: TranscriptStep, outcome: StepOutcome, session: TerminalSession): string[] {
    const lines = [`step ${number}${step.at === undefined ? '' : ` at ${step.at} ms`}: ${headline(step)}`];
    if (step.type === 'bytes') lines.push(...this.#words(step.sender, step.bytes));
    lines.push(...this.#words('terminal', outcome.sent));
    for (const event of outcome.events) {
      if (event.type === 'violation') lines.push(`  ! ${event.code} (${event.rule}): ${event.means}`);
      if (event.type === 'mode') lines.push(`  mode ${event.previous} -> ${event.mode}`);
      if (event.type === 'upgradeToTls') lines.push(`  TLS must start now (${event.reason})`);
      if (event.type === 'secure') {
        this.#dissector = new Dissector();
        lines.push(`  secure: ${event.info.version} ${event.info.cipher}`);
      }
      if (event.type === 'closed') lines.push(...closedLines(event.by, event.diagnosis));
    }
    const screen = screenLines(session);
    if (screen.join('\n') !== this.#shown) lines.push(...screen);
    this.#shown = screen.join('\n');
    if (step.type === 'event' && step.event === 'timer')
      this.#timers.delete(String(step.details.get('name')));
    this.#follow(outcome);
    lines.push(`${statusLine(session)}, timers: ${[...this.#timers].join(', ') || 'none'}`);
    return lines;
  }

  #follow({ events }: StepOutcome): void {
    for (const event of events) {
      if (event.type === 'closed') this.#timers.clear();
      if (event.type !== 'timer') continue;
      if (event.afterMs === null) this.#timers.delete(event.name);
      else this.#timers.add(event.name);
    }
  }

  #words(sender: Sender, bytes: Uint8Array): string[] {
    const arrow = sender === 'host' ? '<' : '>';
    return this.#dissector
      .read(sender, bytes)
      .map(({ text, meaning }) => `  ${arrow} ${text}${meaning === undefined ? '' : `  (${meaning})`}`);
  }
}

function headline(step: TranscriptStep): string {
  if (step.type === 'bytes')
    return `host sends ${step.bytes.length} byte${step.bytes.length === 1 ? '' : 's'}`;
  if (step.type === 'action')
    return `${step.name}(${step.arguments.map((value) => JSON.stringify(value)).join(', ')})`;
  return [step.event, ...[...step.details].map(([key, value]) => `${key}=${JSON.stringify(value)}`)].join(
    ' ',
  );
}

function closedLines(by: string, diagnosis: { code: string; message: string; detail?: string }): string[] {
  const detail = diagnosis.detail === undefined ? [] : [`  ${diagnosis.detail}`];
  return [`  closed by ${by}: ${diagnosis.code}: ${diagnosis.message}`, ...detail];
}

function screenLines({ screen }: TerminalSession): string[] {
  const edge = `  +${'-'.repeat(screen.columns)}+`;
  return [edge, ...screen.text().map((row) => `  |${row}|`), edge];
}

function statusLine(session: TerminalSession): string {
  const { rows, columns, cursor } = session.screen;
  const place = `row ${Math.floor(cursor / columns)}, column ${cursor % columns}`;
  const lock = session.keyboardLock;
  const keyboard = lock === undefined ? 'free' : `locked: ${lock}`;
  return `  = ${session.mode}, ${rows} x ${columns}, LU ${session.luName ?? 'none'}, cursor at ${place}, keyboard ${keyboard}`;
}
