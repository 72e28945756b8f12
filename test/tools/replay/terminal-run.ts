import { toHex } from '../../../src/bytes/index.js';
import type { CodePage } from '../../../src/codepage/index.js';
import {
  type Sender,
  type Transcript,
  type TranscriptBytes,
  terminalOptions,
} from '../../../src/trace/index.js';
import { type ClientItem, sameBytes, splitClientBytes } from './client-items.js';
import { inferOptions } from './infer.js';
import { TerminalPlayer } from './player.js';
import { readInput, type TypedInput, typeInput } from './typist.js';

/** One place where a session and a recording part; hex, absent where a side sent nothing. */
export interface Difference {
  readonly recorded?: string;
  readonly ours?: string;
  /** Why what the recorded operator did could not be done. */
  readonly refused?: string;
}

/** What became of a capture. */
export interface RunResult {
  readonly differences: readonly Difference[];
  /** Items of the recording that were held against ours. */
  readonly compared: number;
  /** The mode before the end. */
  readonly mode: string;
  /** Code of the diagnosis with which the session ended, if it did. */
  readonly diagnosis: string | undefined;
  /** All that the session sent, in hex. */
  readonly sent: string;
  /** The screen at the end, and how often each violation was met. */
  readonly screen: readonly string[];
  readonly violations: readonly (readonly [code: string, count: number])[];
}

/** Cuts the bytes of one recorded read anew. */
export type Cut = (bytes: Uint8Array) => readonly Uint8Array[];

/** As the recording has it. */
export const UNCUT: Cut = (bytes) => [bytes];

/** First bytes of a TLS record: where the telnet of a wire capture ends. */
export function isTls(bytes: Uint8Array): boolean {
  const type = bytes[0] as number;
  return type >= 0x14 && type <= 0x17 && bytes[1] === 0x03;
}

/** Hears all that both sides say. Each channel is a stream of its own: in the clear, and inside TLS. */
export type Tap = (channel: number, sender: Sender, bytes: Uint8Array) => void;

/** Holds what a terminal session does against what a recorded terminal did. */
export class TerminalRun {
  readonly #player: TerminalPlayer;
  readonly #codePage: CodePage;
  readonly #isWire: boolean;
  readonly #differences: Difference[] = [];
  /** Sent by us and not found in the recording yet. */
  #pending: ClientItem[] = [];
  #compared = 0;
  #mode = 'negotiating';
  #missing = 0;
  #sent = '';
  readonly #cut: Cut;
  readonly #tap: Tap;
  #channel = 0;

  constructor(transcript: Transcript, codePage: CodePage, cut: Cut = UNCUT, tap: Tap = () => {}) {
    this.#cut = cut;
    this.#tap = tap;
    this.#player = new TerminalPlayer(terminalOptions(inferOptions(transcript), codePage), codePage);
    this.#codePage = codePage;
    this.#isWire = transcript.header.name?.endsWith('-wire') === true;
    this.#take();
  }

  /** Plays the whole recording, up to its end or, on the wire, to the first TLS record. */
  run(transcript: Transcript): RunResult {
    for (const step of transcript.steps) {
      if (step.type === 'bytes') {
        if (!this.#bytes(step)) break;
      } else if (step.type === 'event') {
        if (this.#isWire && step.event === 'tls-start') break;
        if (step.event === 'close' || step.event === 'reset') {
          this.#settle();
          this.#player.play(step);
          break;
        }
        if (step.event === 'tls-established') {
          this.#settle();
          this.#channel++;
        }
        this.#player.play(step);
        this.#take();
      }
    }
    this.#settle();
    if (this.#missing > 0) {
      this.#differences.push({ recorded: `${this.#missing} more after our end` });
    }
    return {
      differences: this.#differences,
      compared: this.#compared,
      mode: this.#mode,
      diagnosis: this.#player.session.diagnosis?.code,
      sent: this.#sent,
      screen: this.#player.session.screen.text(),
      violations: [...this.#player.session.violations],
    };
  }

  /** False where TLS begins on the wire. */
  #bytes({ sender, bytes }: TranscriptBytes): boolean {
    if (sender === 'host') {
      if (this.#isWire && isTls(bytes)) return false;
      this.#tap(this.#channel, 'host', bytes);
      for (const piece of this.#cut(bytes)) this.#player.receive(piece);
      this.#take();
      return true;
    }
    for (const item of splitClientBytes(bytes)) {
      // In a capture of decrypted bytes the rest is a handshake that failed.
      if (item.kind === 'text' && isTls(item.data)) return !this.#isWire;
      this.#compare(item);
    }
    return true;
  }

  /** Takes what the session has sent. */
  #take(): void {
    const { sent, events } = this.#player.takeOutcome();
    this.#sent += toHex(sent);
    this.#tap(this.#channel, 'terminal', sent);
    this.#pending.push(...splitClientBytes(sent));
    for (const event of events) if (event.type === 'mode' && event.mode !== 'closed') this.#mode = event.mode;
  }

  #compare(item: ClientItem): void {
    if (this.#player.session.mode === 'closed' && this.#pending.length === 0) {
      this.#missing++;
      return;
    }
    this.#compared++;
    if (this.#find(item)) return;
    const inTn3270e = /tn3270e|sscpLu/.test(this.#player.session.mode);
    const input = readInput(item, inTn3270e, this.#codePage);
    const before = this.#pending.length;
    let refused: string | undefined;
    if (input !== undefined) {
      refused = this.#type(input);
      this.#take();
      if (this.#find(item)) return;
    }
    // What was typed stands at the end; anything else is held against what comes first.
    const at = input !== undefined && this.#pending.length > before ? before : 0;
    const candidate = this.#pending[at];
    const alike = candidate?.kind === item.kind && (input === undefined || at === before);
    if (alike) this.#pending.splice(at, 1);
    this.#differences.push({
      recorded: toHex(item.wire),
      ...(alike ? { ours: toHex(candidate.wire) } : {}),
      ...(refused === undefined ? {} : { refused }),
    });
  }

  /** Types; where the host has not unlocked the keyboard, the recorded operator had pressed Reset, which sends nothing. */
  #type(input: TypedInput): string | undefined {
    const { session } = this.#player;
    const refused = typeInput(session, input, this.#codePage);
    if (refused !== 'waitingForHost' && refused !== 'systemLock') return refused;
    session.press('reset');
    return typeInput(session, input, this.#codePage);
  }

  /** Looks for an item among what we sent; what we sent before it is more than was recorded. */
  #find(item: ClientItem): boolean {
    const index = this.#pending.findIndex(({ wire }) => sameBytes(wire, item.wire));
    if (index === -1) return false;
    for (const { wire } of this.#pending.splice(0, index + 1).slice(0, -1)) {
      this.#differences.push({ ours: toHex(wire) });
    }
    return true;
  }

  /** The channel ends: what is left of ours was not recorded. */
  #settle(): void {
    for (const { wire } of this.#pending) this.#differences.push({ ours: toHex(wire) });
    this.#pending = [];
  }
}
