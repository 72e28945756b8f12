import { CAPACITY, MESSAGES, messageNumber, type ProjectedMessage, SEALED, SLOTS } from './messages.data.js';
import { CLAIMS, PROTOCOLS, type Protocol, type ProtocolName } from './policies.data.js';
import { type End, MODES, Scene, STAGES, TERMINAL } from './scene.js';
import { place, type Tables } from './tables.js';

/** Which two ends meet, and what may happen to them. */
export interface ProjectedPair {
  readonly terminal: string;
  readonly host: string;
  readonly protocol: ProtocolName;
  /** How often an attacker acts. */
  readonly attacks: number;
}

const FIN = messageNumber('fin');

/** What an end does whatever its role is: it sends, ends, and keeps the timer of its negotiation. */
export abstract class Acts {
  protected readonly pair: ProjectedPair;
  protected readonly protocol: Protocol;
  protected readonly tables: Tables;
  /** The state that is worked on. */
  protected scene: Scene = new Scene();
  /** A bound was passed. */
  protected overflow = false;

  constructor(pair: ProjectedPair, tables: Tables) {
    this.pair = pair;
    this.protocol = PROTOCOLS[pair.protocol];
    this.tables = tables;
  }

  protected policy(end: End): string {
    return end === TERMINAL ? this.pair.terminal : this.pair.host;
  }

  protected claims(end: End, claim: 'secureOnly' | 'silent' | 'clearOnly'): boolean {
    return CLAIMS[roleOf(end)][claim].includes(this.policy(end));
  }

  /** Sends a message of telnet, inside TLS where it is up. */
  protected sendTelnet(end: End, message: number): void {
    const { scene } = this;
    const stage = scene.get(end, 'stage');
    const pending = stage === STAGES.pending || stage === STAGES.answered;
    if (pending || scene.get(end, 'mode') === MODES.tlsPending) scene.faults.add('sentWhilePending');
    if (stage !== STAGES.up && this.claims(end, 'secureOnly') && !this.#mayBeClear(end, message))
      scene.faults.add('clearBytes');
    this.put(end, message + (stage === STAGES.up ? SEALED : 0));
  }

  /** Puts a message on the wire to the other end; nobody reads any more what goes to one that has ended. */
  protected put(end: End, message: number): void {
    const { scene } = this;
    const other = otherThan(end);
    if (scene.get(other, 'ended') !== 0) return;
    const wire = scene.wire(other);
    if (wire.length >= (message === FIN ? SLOTS : CAPACITY)) this.overflow = true;
    else scene.setWire(other, [...wire, message]);
  }

  protected finish(end: End, code: string): void {
    const { scene } = this;
    scene.forgetEnd(end);
    scene.set(end, 'ended', place(this.tables.diagnoses, code));
    scene.setWire(end, []);
    this.put(end, FIN);
  }

  protected hasEnded(end: End): boolean {
    return this.scene.get(end, 'ended') !== 0;
  }

  protected setMode(end: End, mode: number): void {
    const { scene } = this;
    const before = scene.get(end, 'mode');
    scene.set(end, 'mode', mode);
    if (mode === MODES.tlsPending) scene.set(end, 'negotiationTimer', 0);
    if (mode === MODES.negotiating && isAgreed(before)) this.#reopen(end);
    if (isAgreed(mode)) {
      scene.set(end, 'begun', 1);
      scene.set(end, 'negotiationTimer', 0);
      if (this.claims(end, 'secureOnly') && scene.get(end, 'stage') !== STAGES.up)
        scene.faults.add('clearSession');
    }
  }

  protected begin(end: End): void {
    if (this.scene.get(end, 'begun') === 1) return;
    this.scene.set(end, 'begun', 1);
    this.scene.set(end, 'negotiationTimer', 1);
  }

  #reopen(end: End): void {
    if (this.scene.get(end, 'negotiationTimer') === 1) return;
    this.scene.set(end, 'begun', 0);
    this.begin(end);
  }

  #mayBeClear(end: End, message: number): boolean {
    if (this.claims(end, 'silent')) return false;
    const { name } = messageOf(message);
    return name === 'follows' || CLAIMS[roleOf(end)].verbs.some((verb) => name === `${verb} startTls`);
  }
}

function otherThan(end: End): End {
  return end === TERMINAL ? 1 : 0;
}

export function roleOf(end: End): 'terminal' | 'host' {
  return end === TERMINAL ? 'terminal' : 'host';
}

export function isAgreed(mode: number): boolean {
  return mode >= MODES.nvt;
}

/** What a message is to a reader without TLS: a sealed one is a record such as Finished is. */
export function messageOf(message: number): ProjectedMessage {
  return MESSAGES[message >= SEALED ? messageNumber('finished') : message] as ProjectedMessage;
}
