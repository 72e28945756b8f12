import { negotiationText, OPTIONS, type Verb } from '../telnet/index.js';
import type { Sender, Words } from './dissected.js';
import { OPTION_PURPOSES } from './options.data.js';

const ANSWERS_TO: Readonly<Record<Verb, 'will' | 'do'>> = {
  will: 'do',
  wont: 'do',
  do: 'will',
  dont: 'will',
};

/** What both sides have said of options, as an observer hears it. */
export class Conversation {
  /** Options that each side said WILL or DO of last, and has not taken back. */
  readonly #said: Readonly<Record<Sender, Readonly<Record<'will' | 'do', Set<number>>>>> = {
    host: { will: new Set(), do: new Set() },
    terminal: { will: new Set(), do: new Set() },
  };

  /** Puts a command into words, and remembers it. */
  hear(sender: Sender, verb: Verb, option: number): Words {
    const other = otherOf(sender);
    const own = this.#said[sender][verb === 'will' || verb === 'wont' ? 'will' : 'do'];
    const agrees = verb === 'will' || verb === 'do';
    const asked = this.#said[other][ANSWERS_TO[verb]].has(option);
    const before = own.has(option);
    if (agrees) own.add(option);
    else own.delete(option);
    const text = `IAC ${negotiationText(verb, option)}`;
    const purpose = OPTION_PURPOSES.get(option);
    if (option === OPTIONS.timingMark) return { text, meaning: timingMark(sender, verb) };
    if (agrees && before && asked) return { text, meaning: `the ${sender} repeats itself` };
    if (agrees && asked) return { text, meaning: `the ${sender} agrees` };
    if (agrees) {
      const offers = verb === 'will' || (option === OPTIONS.startTls && sender === 'host');
      return purpose === undefined
        ? { text }
        : { text, meaning: `the ${sender} ${offers ? 'offers' : 'asks for'} ${purpose}` };
    }
    return { text, meaning: before ? `the ${sender} ends it` : `the ${sender} refuses` };
  }

  /** Whether a side does what the option says, by what both have said. */
  isOn(sender: Sender, option: number): boolean {
    return this.#said[sender].will.has(option) && this.#said[otherOf(sender)].do.has(option);
  }

  isOnEitherWay(option: number): boolean {
    return this.isOn('terminal', option) || this.isOn('host', option);
  }

  /** Takes an option as agreed that was agreed before the trace began. */
  assume(sender: Sender, option: number): void {
    this.#said[sender].will.add(option);
    this.#said[otherOf(sender)].do.add(option);
  }
}

function otherOf(sender: Sender): Sender {
  return sender === 'host' ? 'terminal' : 'host';
}

function timingMark(sender: Sender, verb: Verb): string {
  return verb === 'do' ? `the ${sender} asks for a sign of life` : `the ${sender} is there`;
}
