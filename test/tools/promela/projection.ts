import { START_TLS_VERBS } from '../../../src/session/start-tls.data.js';
import { isAgreed, messageOf, roleOf } from './acts.js';
import { isTail, mayType, quietFaults } from './conditions.js';
import { INSERTED, messageNumber, SEALED, SLOTS } from './messages.data.js';
import { Negotiating, negotiationNumber, optionNumber } from './negotiating.js';
import { type End, HOST, MODES, Scene, STAGES, TERMINAL } from './scene.js';
import { closingCode, type NumberedGate } from './tables.js';

const NUMBERS = {
  follows: messageNumber('follows'),
  data: messageNumber('data'),
  fin: messageNumber('fin'),
  clientHello: messageNumber('clientHello'),
  serverHello: messageNumber('serverHello'),
  finished: messageNumber('finished'),
} as const;
const INSERTED_NUMBERS: readonly number[] = INSERTED.map(messageNumber);

/** A way from one state to another. */
export interface Move {
  /** What happens: to which end, and in which words. */
  readonly end: End;
  readonly what:
    | 'deliver'
    | 'deliverJoined'
    | 'gateTimer'
    | 'negotiationTimer'
    | 'failTls'
    | 'close'
    | 'reset'
    | 'type'
    | 'attack';
  readonly to: Scene;
}

/**
 * A pair of ends reduced to what the tables of telnet and TLS decide: the state of each gate, the negotiation of five options,
 * timers, and the messages between them. {@link Projection.start} and {@link Projection.moves} span the graph of its states.
 */
export class Projection extends Negotiating {
  start(): Scene {
    this.#begin(new Scene());
    this.scene.attacks = this.pair.attacks;
    for (const end of [TERMINAL, HOST] as const) {
      const gate = this.#gate(end);
      const start = gate.starts.get(this.policy(end));
      if (start === undefined) throw new RangeError(`no policy ${this.policy(end)}`);
      this.scene.set(end, 'gate', start.state);
      for (const effect of start.named) this.#carryOut(end, effect, '', 0);
      if (!this.hasEnded(end)) this.#enter(end);
    }
    return this.#finishStep();
  }

  /** Everything that can happen next. */
  moves(from: Scene): Move[] {
    const moves: Move[] = [];
    if (from.cut) return moves;
    for (const end of [TERMINAL, HOST] as const) {
      const add = (what: Move['what'], act: () => void): void => {
        this.#begin(from.copy());
        act();
        moves.push({ end, what, to: this.#finishStep() });
      };
      if (from.get(end, 'ended') === 0) this.#movesOf(end, from, add);
    }
    return moves;
  }

  #movesOf(end: End, from: Scene, add: (what: Move['what'], act: () => void) => void): void {
    const stage = from.get(end, 'stage');
    const wire = from.wire(end);
    const [first, second] = wire;
    const take = (act: () => void): void => {
      this.scene.setWire(end, wire.slice(1));
      act();
    };
    if (first !== undefined) add('deliver', () => take(() => this.#deliver(end, first)));
    if (first === NUMBERS.follows && stage === STAGES.none && isTail(end, second))
      add('deliverJoined', () => take(() => this.#receive(end, first, 'followsWithTail')));
    if (from.get(end, 'gateTimer') === 1) {
      add('gateTimer', () => {
        this.scene.set(end, 'gateTimer', 0);
        this.#stepGate(end, 'timeout', 0);
      });
    }
    if (from.get(end, 'negotiationTimer') === 1)
      add('negotiationTimer', () => this.finish(end, 'NEGOTIATION_TIMEOUT'));
    if (stage === STAGES.pending || stage === STAGES.answered)
      add('failTls', () => this.#stepGate(end, 'failed', 0));
    add('close', () => this.finish(end, 'ENDED'));
    add('reset', () => this.#stepGate(end, 'transportClosed', 0));
    if (end === TERMINAL && mayType(from)) {
      add('type', () => {
        this.scene.set(end, 'typed', 1);
        this.sendTelnet(end, NUMBERS.data);
      });
    }
    if (from.attacks > 0 && stage !== STAGES.up) {
      const attack = (changed: readonly number[]): void =>
        add('attack', () => {
          this.scene.attacks = from.attacks - 1;
          this.scene.setWire(end, changed);
        });
      if (first !== undefined && first < SEALED) attack(wire.slice(1));
      if (wire.length >= SLOTS) return;
      if (first !== undefined && first < SEALED && first !== NUMBERS.fin) attack([first, ...wire]);
      for (const message of INSERTED_NUMBERS) attack([message, ...wire]);
    }
  }

  // ---- the transport

  #deliver(end: End, message: number): void {
    const { scene } = this;
    const stage = scene.get(end, 'stage');
    const { input, first, kind } = messageOf(message);
    if (stage === STAGES.up) {
      if (message >= SEALED) this.#stepGate(end, messageOf(message - SEALED).input, message - SEALED);
      else {
        if (kind !== 'fin' && scene.attacks === this.pair.attacks) scene.faults.add('clearInTls');
        this.#stepGate(end, 'transportClosed', 0);
      }
    } else if (stage === STAGES.none) {
      const seen = scene.get(end, 'heard') === 1 ? input : first[roleOf(end)];
      this.#receive(end, message, seen);
      if (seen === 'hello' && scene.get(end, 'stage') === STAGES.pending) this.#handshake(end, message);
    } else this.#handshake(end, message);
  }

  #receive(end: End, message: number, input: string): void {
    if (message !== NUMBERS.fin) this.scene.set(end, 'heard', 1);
    this.#stepGate(end, input, message);
  }

  /** The double of TLS: a hello is answered, that by Finished; anything else fails the handshake. */
  #handshake(end: End, message: number): void {
    const { scene } = this;
    const { beneath } = messageOf(message);
    if (end === TERMINAL && beneath !== undefined) {
      this.#stepGate(end, beneath, 0);
      if (this.hasEnded(end)) return;
    }
    const pending = scene.get(end, 'stage') === STAGES.pending;
    if (end === TERMINAL && message === NUMBERS.serverHello) {
      this.put(end, NUMBERS.finished);
      this.#establish(end);
    } else if (end === HOST && pending && message === NUMBERS.clientHello) {
      this.put(end, NUMBERS.serverHello);
      scene.set(end, 'stage', STAGES.answered);
    } else if (end === HOST && !pending && message === NUMBERS.finished) this.#establish(end);
    else this.#stepGate(end, 'failed', 0);
  }

  #establish(end: End): void {
    this.scene.set(end, 'stage', STAGES.up);
    this.#stepGate(end, 'established', 0);
  }

  // ---- the gate

  #gate(end: End): NumberedGate {
    return end === TERMINAL ? this.tables.terminal : this.tables.host;
  }

  #stepGate(end: End, input: string, message: number): void {
    const { scene } = this;
    const before = scene.get(end, 'gate');
    const [next, effects] = this.cell(this.#gate(end), before, input);
    scene.set(end, 'gate', next);
    if (next !== before) scene.set(end, 'gateTimer', 0);
    for (const effect of effects) {
      if (!this.hasEnded(end)) this.#carryOut(end, effect, input, message);
    }
    if (next !== before && !this.hasEnded(end)) this.#enter(end);
  }

  /** What runs in a state starts when all is done that leads into it. */
  #enter(end: End): void {
    const { states, timers } = this.#gate(end);
    const state = this.scene.get(end, 'gate');
    if (timers[state] !== undefined) this.scene.set(end, 'gateTimer', 1);
    else if (states[state] !== 'closed') this.begin(end);
  }

  #carryOut(end: End, effect: string, input: string, message: number): void {
    const { scene } = this;
    const code = closingCode(effect);
    if (code !== undefined) {
      const served = isAgreed(scene.get(end, 'mode')) || scene.get(end, 'mode') === MODES.tlsPending;
      const begun = served && scene.get(end, 'negotiationTimer') === 0;
      this.finish(end, code === 'ENDED' && !begun ? 'PEER_CLOSED' : code);
      return;
    }
    switch (effect) {
      case 'pass':
        this.#pass(end, message);
        return;
      case 'hold':
        if (messageOf(message).kind !== 'negotiation') this.handle(end, message);
        else if (!scene.hold(end, message)) this.overflow = true;
        return;
      case 'releaseHeld':
        for (const held of scene.release(end)) if (!this.hasEnded(end)) this.handle(end, held);
        return;
      case 'openTelnet':
        if (end === TERMINAL) return;
        this.begin(end);
        this.stepNegotiation(this.protocol.classic.host ? 'openWithoutTn3270e' : 'open');
        return;
      case 'sendWill':
      case 'sendWont':
      case 'sendDo':
      case 'sendDont':
        this.sendTelnet(end, negotiationNumber(START_TLS_VERBS[effect], optionNumber('startTls')));
        return;
      case 'sendWillFollows':
        this.sendTelnet(end, negotiationNumber('will', optionNumber('startTls')));
        this.#sendFollows(end);
        return;
      case 'sendFollows':
        this.#sendFollows(end);
        return;
      case 'upgradeNegotiated':
        if (scene.get(end, 'mode') !== MODES.tlsPending || input !== 'follows')
          scene.faults.add('tlsUnagreed');
        this.#startUpgrade(end);
        return;
      case 'upgradeImplicit':
      case 'upgradeSniffed':
        this.#startUpgrade(end);
        return;
      case 'startAfresh':
        this.#startAfresh(end);
    }
  }

  #pass(end: End, message: number): void {
    const clear = this.scene.get(end, 'stage') !== STAGES.up;
    const { kind } = messageOf(message);
    if (clear && (kind === 'data' || kind === 'tls') && this.claims(end, 'secureOnly'))
      this.scene.faults.add('clearData');
    this.handle(end, message);
  }

  #sendFollows(end: End): void {
    this.sendTelnet(end, NUMBERS.follows);
    this.setMode(end, MODES.tlsPending);
  }

  #startUpgrade(end: End): void {
    const { scene } = this;
    if (this.claims(end, 'clearOnly') || scene.get(end, 'stage') !== STAGES.none)
      scene.faults.add('tlsUnasked');
    scene.release(end);
    this.setMode(end, MODES.tlsPending);
    scene.set(end, 'stage', STAGES.pending);
    if (end === TERMINAL) this.put(end, NUMBERS.clientHello);
  }

  /** Nothing of the clear channel is left. */
  #startAfresh(end: End): void {
    const { scene } = this;
    scene.release(end);
    scene.forgetOptions(end);
    for (const field of ['heard', 'begun', 'textSeen', 'shown', 'negotiation', 'collector', 'named'] as const)
      scene.set(end, field, 0);
    scene.set(end, 'mode', MODES.negotiating);
    this.begin(end);
  }

  // ---- steps

  #begin(scene: Scene): void {
    this.scene = scene;
    this.overflow = false;
  }

  #finishStep(): Scene {
    const { scene } = this;
    if (this.overflow) {
      scene.makeCut();
      scene.faults.add('overflow');
    } else if (scene.quiet) {
      for (const fault of quietFaults(scene, scene.attacks === this.pair.attacks)) scene.faults.add(fault);
    }
    return scene;
  }
}
