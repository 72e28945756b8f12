import {
  checkBytes,
  checkInteger,
  printable,
  type SnapshotObject,
  SnapshotReader,
  toHex,
} from '../bytes/index.js';
import { encodeData, encodeRecord, type TelnetToken } from '../telnet/index.js';
import {
  CLOSED_WITHIN_TLS,
  certificateCode,
  type DiagnosisCode,
  FOREIGN_SERVERS,
  failureCode,
  NOTHING_BENEATH,
  sniff,
  type TerminalTlsGate,
  type TerminalTlsInput,
  type TlsFailure,
  type TlsInfo,
  tellingLength,
  terminalTlsGate,
} from '../tls/index.js';
import { checkKey, checkText } from './call-checks.js';
import type { InputOutcome, InputRefusal, TerminalKey } from './input.js';
import { ACCEPTED, LINE_FULL, NO_FUNCTION, WAITS } from './outcomes.data.js';
import { ownTerminalOptions } from './own-options.js';
import { BENEATH_INPUTS } from './start-tls.data.js';
import { beneathCode, sniffedAs } from './terminal-first-bytes.js';
import { TerminalNegotiation } from './terminal-negotiation.js';
import { type TerminalOptions, terminalFacts } from './terminal-options.js';
import { checkPolicy, terminalPolicy } from './tls-policy.js';
import { TypeAhead, type Typed } from './type-ahead.js';

const EMPTY: Uint8Array = /* @__PURE__ */ new Uint8Array(0);

/**
 * A 3270 terminal: negotiates TLS and telnet, keeps the screen, and sends what its operator does. No I/O: bytes come in by
 * {@link TerminalSession.receive}, and everything that is to be done comes out by {@link TerminalSession.nextEvent}.
 *
 * @example
 * const session = new TerminalSession({ tls: 'required', serverName: 'mainframe.example' });
 * for (let event = session.nextEvent(); event !== undefined; event = session.nextEvent()) {
 *   if (event.type === 'send') socket.write(event.bytes);
 * }
 */
export class TerminalSession extends TerminalNegotiation {
  protected readonly gate: TerminalTlsGate;
  protected readonly tlsRole = 'client';
  protected readonly serverName: string | undefined;
  readonly #typeAhead: TypeAhead = new TypeAhead();
  #beneath: Uint8Array = EMPTY;

  /** @throws {@link UsageError} `option-invalid` for an unknown option, policy, model, size or number; `argument-invalid` for names that cannot be sent. */
  constructor(options: TerminalOptions) {
    const own = ownTerminalOptions(options);
    const facts = terminalFacts(own);
    super(own, facts);
    this.serverName = own.serverName;
    const { allowClear, volunteerStartTls } = own;
    this.gate = terminalTlsGate(facts.tls, allowClear === true, volunteerStartTls === true);
    this.start();
  }

  /**
   * Makes a session that goes on where a {@link TerminalSession.snapshot} was taken, with the options of that one.
   * @throws {@link UsageError} `snapshot-invalid` when the snapshot is cut, of another version, out of range, or was taken under
   * another policy for TLS.
   */
  static restore(options: TerminalOptions, snapshot: SnapshotObject): TerminalSession {
    const session = new TerminalSession(options);
    const read = new SnapshotReader(snapshot);
    checkPolicy(read, terminalPolicy(session.options));
    session.load(read);
    session.#beneath = read.bytes('beneath', 16);
    session.space.restore(read.object('screen'));
    session.nvt.restore(read.object('nvt'));
    session.loadDisplay(read.objectOrNull('display'));
    session.#typeAhead.load(read.list('typeAhead', 1024));
    return session;
  }

  /** The line that is being typed in NVT mode. */
  get inputLine(): string {
    return this.nvt.line;
  }

  /**
   * Why the keyboard takes no input: the strongest reason, or undefined when it takes some. `noSession` in a mode without a
   * screen that takes input, whatever the reasons of `screen.keyboard`.
   */
  get keyboardLock(): InputRefusal | undefined {
    if (this.mode === 'nvt' || this.mode === 'tn3270eNvt') return undefined;
    return this.#hasScreen() ? this.space.keyboard.reason : 'noSession';
  }

  /**
   * The first bytes that the transport read beneath TLS, before TLS sees them; call it in every TLS mode while an upgrade is
   * pending. Counts on from nothing: give all bytes from the first on, until `tlsEstablished` or 16 of them.
   * Ignored at any other time.
   */
  bytesBeneathTls(bytes: Uint8Array): void {
    checkBytes('bytes', bytes);
    if (!this.suspended || this.#beneath.length >= 16) return;
    this.#beneath = Uint8Array.of(...this.#beneath, ...bytes.subarray(0, 16 - this.#beneath.length));
    if (this.upgradeReason === 'implicit') this.replaceFirstBytes(this.#beneath);
    // Behind FOLLOWS nothing but TLS may stand, so that the first byte decides (TLS-010).
    const telling = this.gate.state === 'upgradingNegotiated' ? 1 : this.tellingLength(this.#beneath);
    if (this.#beneath.length >= telling) this.#judgeBeneath();
  }

  /** Tells the gate what was read beneath TLS, where that is no TLS. */
  #judgeBeneath(): void {
    const input = BENEATH_INPUTS[sniff(this.#beneath)];
    if (input === undefined || this.#beneath.length === 0) return;
    const telling = this.tellingLength(this.#beneath);
    if (this.upgradeReason === 'implicit') this.replaceFirstBytes(this.#beneath.subarray(0, telling));
    this.stepGate(input);
  }

  /**
   * Types text at the cursor. Stops at the first character that is refused, and with field validation behind a trigger field,
   * whose record it queues. After the end, as in every mode without a screen or text, the outcome is `noSession`.
   * @throws {@link UsageError} `state-forbids` when too much output is queued.
   */
  type(text: string): InputOutcome {
    checkText('text', text);
    this.checkOutputRoom();
    if (this.mode === 'nvt' || this.mode === 'tn3270eNvt') {
      this.nvtDisplay();
      const { send, taken } = this.nvt.type(text);
      this.#sendTyped(send);
      return taken === text.length ? ACCEPTED : { accepted: false, reason: LINE_FULL, taken };
    }
    return this.#hasScreen() ? this.#typeOnScreen(text) : { accepted: false, reason: 'noSession', taken: 0 };
  }

  /**
   * Presses a key. A key that sends something queues a `send`: pull events afterwards.
   * @throws {@link UsageError} `argument-invalid` for an unknown key, `state-forbids` when too much output is queued.
   */
  press(key: TerminalKey): InputOutcome {
    checkKey(key);
    this.checkOutputRoom();
    if (this.mode === 'nvt' || this.mode === 'tn3270eNvt') return this.#pressInNvt(key);
    if (!this.#hasScreen()) return { accepted: false, reason: 'noSession' };
    if (key === 'attn') return this.#attention();
    if (key === 'sysReq' && this.mode !== 'tn3270') return this.#asked(this.records.systemRequest());
    if (key === 'sysReq' && this.options.sysReq === 'interruptProcess') {
      this.queue(Uint8Array.of(0xff, 0xf4));
      return this.#asked(true);
    }
    return this.mode === 'sscpLu' ? this.#pressInSscpLu(key) : this.#pressOnScreen(key);
  }

  /**
   * Puts the cursor somewhere, as a click does.
   * @param position - 0 to rows × columns - 1
   * @throws {@link UsageError} `argument-invalid` when the position is not on the screen, `state-forbids` when too much output is
   * queued.
   */
  moveCursor(position: number): InputOutcome {
    checkInteger('position', position, 0, this.space.positionCount - 1);
    this.checkOutputRoom();
    return this.#hasScreen() ? this.#clickOnScreen(position) : { accepted: false, reason: 'noSession' };
  }

  // ---- what the core asks of a terminal

  protected saveScreen(): SnapshotObject {
    return {
      policy: terminalPolicy(this.options),
      beneath: toHex(this.#beneath),
      screen: this.space.snapshot(),
      nvt: this.nvt.snapshot(),
      display: this.saveDisplay(),
      typeAhead: this.#typeAhead.save(),
    };
  }

  protected sniffInput(firstBytes: Uint8Array): TerminalTlsInput | 'undecided' | undefined {
    return sniffedAs(firstBytes);
  }

  protected tellingLength(firstBytes: Uint8Array): number {
    return tellingLength(firstBytes, FOREIGN_SERVERS);
  }

  protected override bytesBehindFollows(): Uint8Array {
    return this.suspended ? this.#beneath : super.bytesBehindFollows();
  }

  protected override readGreeting(): void {
    super.readGreeting();
    if (this.suspended) this.#judgeBeneath();
  }

  protected telnetInput(): 'telnet' {
    return 'telnet';
  }

  protected override hint(code: DiagnosisCode, input: string): string | undefined {
    const implicit = code === 'TLS_HANDSHAKE_FAILED' && this.upgradeReason === 'implicit';
    if (implicit && this.#beneath.length === 0) return NOTHING_BENEATH;
    const atOnce = code === 'ENDED' && !this.inClear && this.decoder.offset === 0;
    return atOnce && input === 'transportClosed' ? CLOSED_WITHIN_TLS : super.hint(code, input);
  }

  protected tailAllowed(rest: Uint8Array): boolean {
    return rest.length === 0;
  }

  protected judgeCertificate(info: TlsInfo): DiagnosisCode | undefined {
    return this.options.acceptUnverified === true ? undefined : certificateCode(info);
  }

  protected failureCode(cause: TlsFailure): DiagnosisCode | undefined {
    return beneathCode(this.#beneath) ?? failureCode('terminal', cause);
  }

  protected handleToken(token: TelnetToken): void {
    switch (token.type) {
      case 'negotiation':
        this.optionCommand(token);
        break;
      case 'subnegotiation':
        this.subnegotiation(token);
        break;
      case 'data':
        this.#nvtData(token.bytes, token.offset);
        return;
      case 'record':
        if (this.mode === 'tn3270') {
          this.luRefusal.served();
          this.records.applyClassic(token);
        } else this.records.receive(token);
        break;
      case 'command':
        if (token.command === 'goAhead' && this.mode === 'nvt') this.turn.goAhead();
        this.tellCommand(token.command);
        return;
    }
    this.#doTypedAhead();
  }

  /** Text, cut behind a line that may refuse the LU, so that the event has its place however the text arrived. */
  #nvtData(bytes: Uint8Array, offset: number): void {
    const end = this.luRefusal.take(bytes);
    const first = end < 0 ? bytes : bytes.subarray(0, end);
    this.notRefused(first);
    this.handleText(first, offset);
    if (end < 0) return;
    this.luRefused(this.luRefusal.judge());
    if (end < bytes.length && this.diagnosis === undefined) this.#nvtData(bytes.subarray(end), offset + end);
  }

  /** Shows text. Each alarm, report and violation cuts it, so that their place does not depend on how the text arrived. */
  protected handleText(bytes: Uint8Array, offset: number): void {
    this.textArrived();
    this.turn.text();
    const display = this.nvtDisplay();
    const start = offset - display.position;
    for (let from = 0; from < bytes.length; ) {
      const to = display.write(bytes, from);
      const shown = bytes.subarray(from, to);
      this.emit({ type: 'text', bytes: shown, text: printable(shown) });
      if (display.takeAlarm()) {
        this.emit({ type: 'screen', erased: false, resized: false, alarm: true, keyboardRestored: false });
      }
      const fault = display.takeFault();
      if (fault !== undefined) this.violation(fault.code, start + fault.position, fault.bytes);
      this.#sendText(display.takeReply());
      from = to;
    }
    for (const [code, count] of display.takeRepeats()) {
      for (let i = 0; i < count; i++) this.violation(code, offset, EMPTY);
    }
  }

  // ---- inside

  #hasScreen(): boolean {
    return this.mode === 'tn3270' || this.mode === 'tn3270e' || this.mode === 'sscpLu';
  }

  #typeOnScreen(text: string): InputOutcome {
    const outcome = this.space.type(text);
    if (!outcome.accepted && this.#keeps({ text })) return WAITS;
    this.#sendKey(outcome.inbound);
    this.records.followKeyboard();
    return outcome.accepted ? ACCEPTED : { accepted: false, reason: outcome.reason, taken: outcome.taken };
  }

  #clickOnScreen(position: number): InputOutcome {
    const outcome = this.space.moveCursor(position);
    if (!outcome.accepted && this.#keeps({ position })) return WAITS;
    if (outcome.accepted) this.#sendKey(outcome.inbound);
    this.records.followKeyboard();
    return outcome.accepted ? ACCEPTED : { accepted: false, reason: outcome.reason };
  }

  #pressOnScreen(key: Exclude<TerminalKey, 'attn'>): InputOutcome {
    const outcome = this.space.press(key);
    if (!outcome.accepted && this.#keeps({ key })) return WAITS;
    if (key === 'reset') this.#typeAhead.clear();
    if (outcome.accepted) this.#sendKey(outcome.inbound);
    this.records.followKeyboard();
    return outcome.accepted ? ACCEPTED : { accepted: false, reason: outcome.reason };
  }

  /** Keeps input that lacks nothing but the right to send, or stands behind such input (TNE-132). */
  #keeps(typed: Typed): boolean {
    const { keyboard } = this.space;
    return this.mode === 'tn3270e' && this.#typeAhead.waits(keyboard) && this.#typeAhead.add(typed);
  }

  /** Does what was kept when the keyboard is free; it is gone with the session that it was typed for. */
  #doTypedAhead(): void {
    if (this.#typeAhead.empty) return;
    const { keyboard, positionCount } = this.space;
    if (this.mode !== 'tn3270e' || keyboard.has('awaitingFirst')) this.#typeAhead.clear();
    this.#typeAhead.run(keyboard, (typed) => {
      if ('text' in typed) return this.#typeOnScreen(typed.text).accepted;
      if ('key' in typed) return this.#pressOnScreen(typed.key).accepted;
      return typed.position < positionCount && this.#clickOnScreen(typed.position).accepted;
    });
  }

  /** Sends what a key made; with field validation typing and moving the cursor can be one (DS-116). */
  #sendKey(inbound: Uint8Array | undefined): void {
    if (inbound === undefined) return;
    this.turn.asked();
    this.records.sendInbound(inbound);
  }

  /** TNE-071: ENTER sends, CLEAR is local, other AID keys have no function. */
  #pressInSscpLu(key: Exclude<TerminalKey, 'attn'>): InputOutcome {
    const hasNone = /^(pf|pa|cursorSelect)/.test(key);
    if (!hasNone && key !== 'clear' && key !== 'enter') return this.#pressOnScreen(key);
    const { reason } = this.space.keyboard;
    if (reason !== undefined) return { accepted: false, reason };
    if (hasNone) return this.#minusFunction();
    if (key === 'clear') {
      this.space.clearSscpLu();
      this.emit({ type: 'screen', erased: true, resized: false, alarm: false, keyboardRestored: false });
      return ACCEPTED;
    }
    this.turn.asked();
    this.records.sendSscpLu(this.space.readSscpLu());
    return ACCEPTED;
  }

  /** x3270 sheet §3.4. In classic TN3270 the key is a Read Modified as for PA1, then BREAK (TEL-114). */
  #attention(): InputOutcome {
    if (this.mode !== 'tn3270') return this.#asked(this.records.attention());
    const outcome = this.space.press('pa1');
    if (!outcome.accepted) return { accepted: false, reason: outcome.reason };
    this.turn.asked();
    if (outcome.inbound !== undefined) this.queue(encodeRecord(EMPTY, outcome.inbound));
    this.queue(Uint8Array.of(0xff, 0xf3));
    this.records.followKeyboard();
    return ACCEPTED;
  }

  /** A key that is a telnet command; it locks nothing, but the host has to answer. */
  #asked(sent: boolean): InputOutcome {
    if (!sent) return this.#minusFunction();
    this.turn.asked();
    return ACCEPTED;
  }

  /** The key has no function here, and the keyboard is locked until Reset, as in x3270. */
  #minusFunction(): InputOutcome {
    this.space.keyboard.lock('minusFunction');
    this.records.followKeyboard();
    return NO_FUNCTION;
  }

  #pressInNvt(key: TerminalKey): InputOutcome {
    this.nvtDisplay();
    const typed = this.nvt.press(key);
    if (typed === undefined) return NO_FUNCTION; // an NVT has no locks
    this.#sendTyped(typed.send);
    return ACCEPTED;
  }

  #sendTyped(bytes: Uint8Array): void {
    if (bytes.length > 0) this.turn.asked();
    this.#sendText(bytes);
  }

  #sendText(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    if (this.mode === 'tn3270eNvt') this.records.sendNvt(bytes);
    else this.queue(encodeData(bytes));
  }
}
