import { HOST_AGREEMENT, OPTIONS, TERMINAL_AGREEMENT, VERBS, type Verb } from '../../../src/telnet/index.js';
import { Acts, messageOf } from './acts.js';
import { messageNumber, PROJECTED_OPTIONS } from './messages.data.js';
import { type End, HOST, MODES, TERMINAL } from './scene.js';
import { type NumberedTable, place } from './tables.js';

type OptionName = (typeof PROJECTED_OPTIONS)[number];

/** The sides of an option: what the end does itself, and what its peer does. */
const LOCAL = 0;
const REMOTE = 1;

const DATA = messageNumber('data');

/** What becomes of tokens that the gate lets pass: options by the table of RFC 1143, and what each role makes of them. */
export abstract class Negotiating extends Acts {
  /** Looks a cell up: the next state, and the names of its effects. */
  protected cell(
    table: NumberedTable,
    state: number,
    input: string,
  ): [next: number, effects: readonly string[]] {
    const at = state * table.inputs.length + place(table.inputs, input);
    return [table.next[at] as number, table.named[at] as readonly string[]];
  }

  protected handle(end: End, message: number): void {
    if (end === TERMINAL) this.#terminalTakes(message);
    else this.#hostTakes(message);
  }

  protected stepNegotiation(input: string): void {
    const { negotiation } = this.tables;
    const [next, effects] = this.cell(negotiation, this.scene.get(HOST, 'negotiation'), input);
    this.scene.set(HOST, 'negotiation', next);
    for (const effect of effects) this.#carryOut(effect);
  }

  protected isOn(end: End, side: number, name: OptionName): boolean {
    return this.scene.option(end, side, optionNumber(name)) === place(this.tables.option.states, 'yes');
  }

  // ---- options

  /** What the peer says of an option; what changed by it. */
  #receive(end: End, verb: Verb, option: number): string | undefined {
    const side = verb === 'will' || verb === 'wont' ? REMOTE : LOCAL;
    if (verb === 'wont' || verb === 'dont') return this.#apply(end, side, option, 'withdraw');
    const off = this.scene.option(end, side, option) === 0;
    const refused = off && !this.#agrees(end, side, option);
    return this.#apply(end, side, option, refused ? 'offerRefused' : 'offerAgreed');
  }

  #request(end: End, side: number, name: OptionName): void {
    this.#apply(end, side, optionNumber(name), 'enable');
  }

  #apply(end: End, side: number, option: number, input: string): string | undefined {
    const { scene, tables } = this;
    const [next, effects] = this.cell(tables.option, scene.option(end, side, option), input);
    const [yes, no]: readonly [Verb, Verb] = side === LOCAL ? ['will', 'wont'] : ['do', 'dont'];
    let change: string | undefined;
    for (const effect of effects) {
      if (effect === 'sendYes' || effect === 'sendNo')
        this.sendTelnet(end, negotiationNumber(effect === 'sendYes' ? yes : no, option));
      else if (effect === 'enabled' || effect === 'disabled' || effect === 'refused') change = effect;
    }
    scene.setOption(end, side, option, next);
    return change;
  }

  #agrees(end: End, side: number, option: number): boolean {
    const agreement = end === TERMINAL ? TERMINAL_AGREEMENT : HOST_AGREEMENT;
    const name = PROJECTED_OPTIONS[option] as OptionName;
    const { classic } = this.protocol;
    if (name === 'tn3270e' && (end === TERMINAL ? classic.terminal : classic.host)) return false;
    return agreement[side === LOCAL ? 'local' : 'remote'].includes(OPTIONS[name]);
  }

  // ---- the terminal

  #terminalTakes(message: number): void {
    const { kind, option, verb, name } = messageOf(message);
    if (kind === 'negotiation') {
      this.begin(TERMINAL);
      this.#receive(TERMINAL, this.#readVerb(VERBS[verb] as Verb, option), option);
      this.#followMode();
    } else if (kind === 'subnegotiation') {
      this.begin(TERMINAL);
      if (name === 'typeSend' && this.isOn(TERMINAL, LOCAL, 'terminalType'))
        this.sendTelnet(TERMINAL, messageNumber('typeIs'));
    } else {
      const mode = this.scene.get(TERMINAL, 'mode');
      const shows = mode === MODES.tn3270 || mode === MODES.tn3270e;
      this.scene.set(TERMINAL, shows ? 'shown' : 'textSeen', 1);
      this.#followMode();
    }
  }

  /** Some hosts say WONT TN3270E where they mean DONT (TNE-007). */
  #readVerb(verb: Verb, option: number): Verb {
    const swaps = verb === 'wont' && PROJECTED_OPTIONS[option] === 'tn3270e';
    return swaps && this.isOn(TERMINAL, LOCAL, 'tn3270e') ? 'dont' : verb;
  }

  #followMode(): void {
    const mode = this.#modeNow();
    if (mode !== this.scene.get(TERMINAL, 'mode')) this.setMode(TERMINAL, mode);
  }

  #modeNow(): number {
    if (this.isOn(TERMINAL, LOCAL, 'tn3270e')) return MODES.tn3270e;
    if (this.#recordsBothWays(TERMINAL) && this.isOn(TERMINAL, LOCAL, 'terminalType')) return MODES.tn3270;
    return this.scene.get(TERMINAL, 'textSeen') === 1 ? MODES.nvt : MODES.negotiating;
  }

  #recordsBothWays(end: End): boolean {
    const names = ['endOfRecord', 'binary'] as const;
    return names.every((name) => this.isOn(end, LOCAL, name) && this.isOn(end, REMOTE, name));
  }

  // ---- the host

  #hostTakes(message: number): void {
    const { kind, option, verb, name } = messageOf(message);
    if (kind === 'negotiation') {
      const side = verb < 2 ? REMOTE : LOCAL;
      const change = this.#receive(HOST, VERBS[verb] as Verb, option);
      if (change !== undefined) this.#hostFollows(side, PROJECTED_OPTIONS[option] as OptionName, change);
    } else if (name === 'typeIs' && this.isOn(HOST, REMOTE, 'terminalType')) this.#typeGiven();
  }

  #hostFollows(side: number, name: OptionName, change: string): void {
    const on = change === 'enabled';
    if (side === REMOTE && name === 'tn3270e') this.stepNegotiation(on ? 'tn3270eOn' : 'tn3270eOff');
    if (side === REMOTE && name === 'terminalType') this.stepNegotiation(on ? 'typeOn' : 'typeOff');
    if (name === 'endOfRecord' || name === 'binary') this.#recordsSwitched(on);
  }

  #recordsSwitched(on: boolean): void {
    if (this.#recordsBothWays(HOST)) this.stepNegotiation('recordsOn');
    else if (!on) this.stepNegotiation('recordsOff');
  }

  #carryOut(effect: string): void {
    switch (effect) {
      case 'askTn3270e':
        this.#request(HOST, REMOTE, 'tn3270e');
        return;
      case 'startTn3270e':
        this.#serve(MODES.tn3270e);
        return;
      case 'stopTn3270e':
        this.setMode(HOST, MODES.negotiating);
        return;
      case 'askType':
        if (this.isOn(HOST, REMOTE, 'terminalType')) this.stepNegotiation('typeOn');
        else this.#request(HOST, REMOTE, 'terminalType');
        return;
      case 'gatherTypes':
        this.scene.set(HOST, 'collector', 0);
        this.scene.set(HOST, 'named', 0);
        this.#collect('ask');
        return;
      case 'askRecords':
        for (const name of ['endOfRecord', 'binary'] as const) {
          this.#request(HOST, REMOTE, name);
          this.#request(HOST, LOCAL, name);
        }
        this.#recordsSwitched(true);
        return;
      case 'enterTn3270':
        this.#serve(MODES.tn3270);
        return;
      case 'enterNvt':
        this.#serve(MODES.nvt);
        return;
      default:
        throw new RangeError(`no effect ${effect} in the projection`);
    }
  }

  /** The application writes once for each negotiation that comes to its end. */
  #serve(mode: number): void {
    this.setMode(HOST, mode);
    this.sendTelnet(HOST, DATA);
  }

  /** A terminal gives one name, again and again. */
  #typeGiven(): void {
    const first = this.protocol.usableType ? 'wanted' : 'other';
    this.#collect(this.scene.get(HOST, 'named') === 1 ? 'repeated' : first);
  }

  #collect(input: string): void {
    const [next, effects] = this.cell(this.tables.collector, this.scene.get(HOST, 'collector'), input);
    this.scene.set(HOST, 'collector', next);
    for (const effect of effects) {
      if (effect === 'send') this.sendTelnet(HOST, messageNumber('typeSend'));
      else if (effect === 'keep') this.scene.set(HOST, 'named', 1);
      else if (effect === 'pick')
        this.stepNegotiation(this.protocol.usableType ? 'typeUsable' : 'typeUnusable');
    }
  }
}

export function optionNumber(name: OptionName): number {
  return PROJECTED_OPTIONS.indexOf(name);
}

/** The number of a negotiation: options by their order, and in each the verbs. */
export function negotiationNumber(verb: Verb, option: number): number {
  return 1 + option * VERBS.length + VERBS.indexOf(verb);
}
