import type { CodePage } from '../../../src/codepage/index.js';
import { type TerminalEvent, type TerminalOptions, TerminalSession } from '../../../src/session/index.js';
import type { TlsFailure } from '../../../src/tls/index.js';
import type { TranscriptEvent, TranscriptStep } from '../../../src/trace/index.js';
import { inputsOf, Operator } from './actions.js';
import { join } from './client-items.js';

/** What one step did. */
export interface StepOutcome {
  readonly sent: Uint8Array;
  readonly events: readonly TerminalEvent[];
}

/** A terminal session that lives through the steps of a transcript. */
export class TerminalPlayer {
  readonly session: TerminalSession;
  readonly #codePage: CodePage;
  readonly #operator: Operator = new Operator();
  #upgrading = false;
  #events: TerminalEvent[] = [];

  constructor(options: TerminalOptions, codePage: CodePage) {
    this.session = new TerminalSession(options);
    this.#codePage = codePage;
    this.drain();
  }

  /** TLS is being set up. */
  get upgrading(): boolean {
    return this.#upgrading;
  }

  /** Plays a step and says what came of it; what the recorded terminal sent changes nothing. */
  play(step: TranscriptStep): StepOutcome {
    if (step.type === 'action') this.#operator.enter(this.session, inputsOf(step, this.#codePage));
    else if (step.type === 'event') this.#event(step);
    else if (step.sender === 'host') this.receive(step.bytes);
    this.drain();
    this.#operator.goOn(this.session);
    return this.takeOutcome();
  }

  /** Bytes of the host: while TLS is being set up they belong beneath it. */
  receive(bytes: Uint8Array): void {
    if (this.#upgrading) this.session.bytesBeneathTls(bytes);
    else this.session.receive(bytes);
    this.drain();
  }

  /** Input that had to wait goes on, as far as the keyboard lets it. */
  goOn(): void {
    this.#operator.goOn(this.session);
    this.drain();
  }

  /** Pulls all events. */
  drain(): void {
    for (let event = this.session.nextEvent(); event !== undefined; event = this.session.nextEvent()) {
      // What an event shows may be a view of the chunk.
      this.#events.push('bytes' in event ? { ...event, bytes: event.bytes.slice() } : event);
      if (event.type === 'upgradeToTls') this.#upgrading = true;
      if (event.type === 'secure' || event.type === 'closed') this.#upgrading = false;
    }
  }

  takeOutcome(): StepOutcome {
    this.drain();
    const events = this.#events;
    this.#events = [];
    return { sent: join(events.flatMap((event) => (event.type === 'send' ? [event.bytes] : []))), events };
  }

  #event({ event, details }: TranscriptEvent): void {
    switch (event) {
      case 'tls-established':
        if (this.#upgrading) {
          const version = String(details.get('version') ?? 'TLS');
          const cipher = String(details.get('cipher') ?? '');
          this.session.tlsEstablished({ version, cipher, verification: 'verified' });
        }
        return;
      case 'tls-failed':
        if (this.#upgrading) this.session.tlsFailed(failureOf(String(details.get('error') ?? 'TLS failed')));
        return;
      case 'timer':
        this.session.timerFired(details.get('name') as Parameters<TerminalSession['timerFired']>[0]);
        return;
      case 'tls-timeout':
        this.session.timerFired('tls-handshake');
        return;
      case 'close':
      case 'reset':
        if (details.get('by') === 'client') this.session.close();
        else this.session.transportClosed();
        return;
      case 'tls-start':
    }
  }
}

function failureOf(message: string): TlsFailure {
  if (/unknown.?ca|certificate/i.test(message)) return { kind: 'certificate', message };
  if (/eof/i.test(message)) return { kind: 'eof', message };
  return { kind: /reset/i.test(message) ? 'reset' : 'protocol', message };
}
