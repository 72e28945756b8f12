import { toHex } from '../../bytes/index.js';
import type { TerminalOptions } from '../../session/index.js';
import type {
  Transcript,
  TranscriptEventName,
  TranscriptOptions,
  TranscriptStep,
} from '../../trace/index.js';
import { Actor, DOUBLE_INFO } from './actor.js';
import { actionOf, type ExploredViolation, type Explorer, LABELS } from './explorer.js';
import { type LocalAction, readAction } from './local-states.js';
import { joinBytes, type Message, wireBytes } from './messages.js';

/**
 * The shortest way to a violation as a transcript, as the terminal sees it: what arrives, what it sends, its timers, TLS and its
 * user. What the host and an attacker did stands in the note. The options stand in the header with their low limits, so that a
 * replay goes the same way.
 */
export function transcriptOf(explorer: Explorer, violation: ExploredViolation): Transcript {
  const { spec } = explorer.terminal;
  if (spec.role !== 'terminal') return { header: {}, steps: [] };
  const path = wayTo(explorer, violation);
  const recorder = new Recorder(spec.options);
  for (const label of path) {
    if ((label & (LABELS.host | LABELS.drop)) !== 0) continue;
    recorder.act(readAction(actionOf(label)), (number) => explorer.memory.messages.get(number));
  }
  return {
    header: {
      name: `explored-${violation.property}`,
      note: `${violation.property}: ${violation.detail}. ${path.map((label) => inWords(explorer, label)).join('; ')}`,
      options: headerOptions(spec.options),
    },
    steps: recorder.steps,
  };
}

/** The options of an explored terminal, as far as a transcript has them. */
function headerOptions(options: TerminalOptions): TranscriptOptions {
  const { tls, allowClear, volunteerStartTls, tn3270e, terminalTypes, limits } = options;
  return {
    tls,
    ...(allowClear === undefined ? {} : { allowClear }),
    ...(volunteerStartTls === undefined ? {} : { volunteerStartTls }),
    ...(tn3270e === false ? { tn3270e } : {}),
    ...(terminalTypes === undefined ? {} : { terminalTypes }),
    ...(limits === undefined ? {} : { limits }),
  };
}

/** The labels of the steps from the start. */
function wayTo({ store }: Explorer, { state, label }: ExploredViolation): number[] {
  const path = label === undefined ? [] : [label];
  for (let at = state; store.parentOf(at) >= 0; at = store.parentOf(at)) path.unshift(store.labelOf(at));
  return path;
}

function inWords({ memory }: Explorer, label: number): string {
  const end = (label & LABELS.host) === 0 ? 'terminal' : 'host';
  if ((label & LABELS.drop) !== 0) return `attacker drops what comes to ${end}`;
  const who = (label & (LABELS.insert | LABELS.repeat)) === 0 ? '' : ' by the attacker';
  const action = readAction(actionOf(label));
  if (action.type === 'timer') return `${end}: timer ${action.name}`;
  if (action.type !== 'deliver') return `${end}: ${action.type}`;
  const messages = action.messages.map((number) => memory.messages.get(number));
  return `${end} gets ${messages.map(({ kind, bytes }) => (kind === 'clear' ? toHex(bytes) : `${kind} ${toHex(bytes)}`.trim())).join(' + ')}${who}`;
}

/** Does to a terminal what was done on the way, and writes it down. */
class Recorder {
  readonly steps: TranscriptStep[] = [];
  readonly #actor: Actor;

  constructor(options: TerminalOptions) {
    this.#actor = new Actor({ role: 'terminal', options });
    this.#output();
  }

  act(action: LocalAction, messageOf: (number: number) => Message): void {
    switch (action.type) {
      case 'deliver':
        this.#deliver(action.messages.map(messageOf));
        return;
      case 'timer':
        this.#event('timer', [['name', action.name]]);
        this.#actor.timer(action.name);
        break;
      case 'failTls':
        this.#event('tls-failed', [['error', 'wrong version number']]);
        this.#actor.failTls();
        break;
      case 'type':
        this.steps.push({ type: 'action', name: 'String', arguments: ['a'] });
        this.steps.push({ type: 'action', name: 'Enter', arguments: [] });
        this.#actor.type();
        break;
      case 'close':
        this.#event('close', [['by', 'client']]);
        this.#actor.close();
        break;
      case 'reset':
        this.#event('reset', [['by', 'host']]);
        this.#actor.reset();
    }
    this.#output();
  }

  #deliver(messages: readonly Message[]): void {
    const { stage } = this.#actor;
    const one = stage === 'none' || stage === 'up';
    for (const read of one ? [messages] : messages.map((message) => [message])) {
      this.#write(read);
      this.#actor.deliver(read);
      this.#output();
    }
  }

  /** A read as the session meets it. */
  #write(read: readonly Message[]): void {
    const { stage } = this.#actor;
    const [first] = read;
    const ends = read.some(({ kind }) => kind === 'fin');
    if (stage === 'pending' && first?.kind === 'serverHello') {
      const { version, cipher } = DOUBLE_INFO;
      this.#event('tls-established', Object.entries({ version, cipher }));
    } else if (stage === 'pending') {
      if (!ends) this.#bytes('host', joinBytes(read.map(wireBytes)));
      this.#event('tls-failed', [['error', ends ? 'eof' : 'wrong version number']]);
    } else {
      const readable = read.filter(({ kind }) => (stage === 'up' ? kind === 'sealed' : kind !== 'fin'));
      if (readable.length > 0)
        this.#bytes(
          'host',
          joinBytes(stage === 'up' ? readable.map(({ bytes }) => bytes) : readable.map(wireBytes)),
        );
      if (ends) this.#event('close', [['by', 'host']]);
      else if (readable.length < read.length) this.#event('reset', [['by', 'host']]);
    }
  }

  #output(): void {
    const parts = this.#actor.takeOutput().filter(({ kind }) => kind === 'clear' || kind === 'sealed');
    if (parts.length > 0) this.#bytes('terminal', joinBytes(parts.map(({ bytes }) => bytes)));
  }

  #bytes(sender: 'host' | 'terminal', bytes: Uint8Array): void {
    this.steps.push({ type: 'bytes', sender, bytes });
  }

  #event(event: TranscriptEventName, details: readonly (readonly [string, string])[]): void {
    this.steps.push({ type: 'event', event, details: new Map(details) });
  }
}
