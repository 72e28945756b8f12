import { UsageError } from '../bytes/index.js';
import { FUNCTIONS, REQUEST_FLAGS } from './codes.data.js';
import {
  CONTENTION_TABLE,
  type ContentionInput,
  type ContentionState,
  type ContentionStep,
  HOST_CONTENTION_TABLE,
  type HostContentionInput,
  type HostContentionState,
  type HostContentionStep,
} from './contention.table.js';
import type { DataMode } from './data-mode.js';

/** A terminal's right to send. Made anew when functions are agreed. */
export class TerminalContention {
  #state: ContentionState;

  /** @param functions - those agreed */
  constructor(functions: readonly number[]) {
    this.#state = functions.includes(FUNCTIONS.contentionResolution) ? 'receiving' : 'off';
  }

  get state(): ContentionState {
    return this.#state;
  }

  /**
   * Whether input may be sent, as far as this function decides: the keyboard has to be restored as well (TNE-132).
   * RESPONSE, ATTN and SYSREQ are sent in any case (TNE-134); SEND-DATA is for 3270 mode only (TNE-137).
   */
  maySend(mode: DataMode): boolean {
    return mode !== 'data3270' || this.#state !== 'receiving';
  }

  /**
   * A 3270-DATA record was processed, also one that has only a header (TNE-133).
   * Its KEYBOARD-RESTORE is for {@link restoresKeyboard}.
   *
   * @param requestFlag - as {@link checkHeader} left it
   */
  dataReceived(requestFlag: number): readonly ContentionStep[] {
    return this.#run((requestFlag & REQUEST_FLAGS.sendData) === 0 ? 'data' : 'sendData');
  }

  /**
   * A BID came: answer it as `accept` or `reject` says, whatever its response flag is (TNE-139).
   *
   * @param requestFlag - as {@link checkHeader} left it
   * @param buffered - input waits to be sent, and the embedder wants it sent before the host goes on
   */
  bidReceived(requestFlag: number, buffered: boolean): readonly ContentionStep[] {
    if ((requestFlag & REQUEST_FLAGS.signal) !== 0) return this.#run('bidWithSignal');
    return this.#run(buffered ? 'bidWhileBuffered' : 'bid');
  }

  /** A BIND came: a new session begins without the right to send. */
  bound(): readonly ContentionStep[] {
    return this.#run('bind');
  }

  /** The host has unbound the terminal. */
  unbound(): readonly ContentionStep[] {
    return this.#run('unbind');
  }

  /** @throws UsageError `snapshot-invalid` when the state is none of the table's. */
  restore(state: ContentionState): void {
    if (!Object.hasOwn(CONTENTION_TABLE, state)) {
      throw new UsageError('snapshot-invalid', `unknown state of CONTENTION-RESOLUTION: ${state}`);
    }
    this.#state = state;
  }

  #run(input: ContentionInput): readonly ContentionStep[] {
    const [next, ...steps] = CONTENTION_TABLE[this.#state][input];
    this.#state = next;
    return steps;
  }
}

/** The flag acts like the bit of the write control character, and with it (TNE-135). */
export function restoresKeyboard(requestFlag: number): boolean {
  return (requestFlag & REQUEST_FLAGS.keyboardRestore) !== 0;
}

/** The host's knowledge of who may send. Made anew when functions are agreed. */
export class HostContention {
  #state: HostContentionState;

  /** @param functions - those agreed */
  constructor(functions: readonly number[]) {
    this.#state = functions.includes(FUNCTIONS.contentionResolution) ? 'contention' : 'off';
  }

  get state(): HostContentionState {
    return this.#state;
  }

  /**
   * 3270-DATA is sent now.
   * @param requestFlag - its flags
   * @throws UsageError `state-forbids` for SEND-DATA without the function, and while a BID is not answered.
   */
  sendData(requestFlag: number): void {
    this.#act((requestFlag & REQUEST_FLAGS.sendData) === 0 ? 'data' : 'sendData');
  }

  /**
   * A BID is sent now.
   * @throws UsageError `state-forbids` without the function, while one is not answered, and while the host may send
   * anyway (TNE-145).
   */
  sendBid(): void {
    this.#act('bid');
  }

  /** A BIND is sent now. `discard`: tell the {@link ResponseLedger}. */
  sendBind(): readonly HostContentionStep[] {
    return this.#act('bind');
  }

  /** An UNBIND is sent: nothing of the session is left. */
  sendUnbind(): readonly HostContentionStep[] {
    return this.#act('unbind');
  }

  /** The {@link ResponseLedger} says how the terminal answered the BID. */
  bidAnswered(positive: boolean): readonly HostContentionStep[] {
    return this.#act(positive ? 'positive' : 'negative');
  }

  /** Data came from the terminal. `discard`: it crossed a BID, so tell the {@link ResponseLedger} (TNE-142). */
  dataReceived(): readonly HostContentionStep[] {
    return this.#act('terminalData');
  }

  /** @throws UsageError `snapshot-invalid` when the state is none of the table's. */
  restore(state: HostContentionState): void {
    if (!Object.hasOwn(HOST_CONTENTION_TABLE, state)) {
      throw new UsageError('snapshot-invalid', `unknown state of CONTENTION-RESOLUTION: ${state}`);
    }
    this.#state = state;
  }

  #act(input: HostContentionInput): readonly HostContentionStep[] {
    const [next, ...steps] = HOST_CONTENTION_TABLE[this.#state][input];
    if (steps.includes('misuse')) {
      throw new UsageError('state-forbids', `${input} is not possible while the state is ${this.#state}`);
    }
    this.#state = next;
    return steps;
  }
}
