import {
  ByteWriter,
  copyOf,
  findByte,
  type SnapshotObject,
  type SnapshotReader,
  toHex,
  viewOf,
} from '../bytes/index.js';
import { COMMANDS, IAC, SIMPLE_COMMANDS, type SimpleCommand, VERBS, type Verb } from './commands.data.js';
import { DEFERRED_COMMANDS, loadDeferred, NO_COMMANDS, saveDeferred } from './deferred-commands.js';
import { skipText } from './doubled.js';
import type { FramingEffect } from './framing.table.js';
import { CLASSES, DATA, IN_IAC, SKIP, SUB, TABLE } from './framing-compiled.js';
import { FRAMING_LIMITS, type FramingLimits } from './framing-limits.js';
import { RecordBuffer } from './record-buffer.js';
import type { CommandToken, RecordLending, SubnegotiationToken, TelnetToken } from './tokens.js';
import type { TelnetViolationCode } from './violations.data.js';

const EMPTY: Uint8Array = /* @__PURE__ */ new Uint8Array(0);
const SAMPLE = 64;

/**
 * Cuts a telnet byte stream into tokens, lazily and in any chunking: {@link TelnetDecoder.receive} takes a chunk and
 * {@link TelnetDecoder.next} parses up to the next token. RFC 854, RFC 855, RFC 885; TEL-001 to TEL-010.
 *
 * @example
 * const decoder = new TelnetDecoder();
 * decoder.receive(new Uint8Array([0xff, 0xfd, 0x2e]));
 * decoder.next(); // { type: 'negotiation', offset: 0, verb: 'do', option: 46 }
 */
export class TelnetDecoder {
  /**
   * Whether data is cut into records at IAC EOR (true) or given as it comes (false). May change between two tokens and
   * takes effect at that place in the stream; a record that is open then is reported and discarded.
   */
  cutRecords = false;
  /** Which bytes of records are only lent. May change between two tokens. */
  lends: RecordLending = 'chunk';
  readonly #limits: FramingLimits;
  #chunk: Uint8Array = EMPTY;
  #at = 0;
  /** Offset in the stream of the chunk's first byte. */
  #base = 0;
  #state: number = DATA;
  #commandOffset = 0;
  #verb: Verb = 'will';
  #option = 0;
  readonly #body: ByteWriter = new ByteWriter();
  readonly #record: RecordBuffer = new RecordBuffer();
  #recordOpen = false;
  #recordSkipped = false;
  #recordOffset = 0;
  #deferred: readonly CommandToken[] = NO_COMMANDS;
  /** Bytes of data that may still be discarded before a DM; 0: nothing urgent. */
  #urgentLeft = 0;

  constructor(limits: FramingLimits = FRAMING_LIMITS) {
    this.#limits = limits;
  }

  /** Bytes of the stream read so far. */
  get offset(): number {
    return this.#base + this.#at;
  }

  /** True when the chunk has been read to its end. */
  get drained(): boolean {
    return this.#at >= this.#chunk.length && (this.#deferred.length === 0 || this.#recordOpen);
  }

  /** True when a command, a subnegotiation or a record has begun and not ended. */
  get incomplete(): boolean {
    return this.#state !== DATA || this.#recordOpen;
  }

  /** Takes the next chunk; the one before must have been drained. The chunk is not copied. */
  receive(chunk: Uint8Array): void {
    this.#base += this.#chunk.length;
    this.#chunk = chunk;
    this.#at = 0;
    this.#record.nextChunk();
  }

  /**
   * The transport reports urgent data (the Synch signal, RFC 854): from here to the next DM data is discarded and commands
   * are kept, for at most as many bytes as a record may have (TEL-015, SEC-014).
   */
  startUrgent(): void {
    this.#urgentLeft = this.#limits.record;
  }

  /** The next unread byte of the chunk, or -1. */
  peek(): number {
    return this.#at < this.#chunk.length ? (this.#chunk[this.#at] as number) : -1;
  }

  /** The unread bytes of the chunk, as a view. */
  rest(): Uint8Array {
    return viewOf(this.#chunk, this.#at, this.#chunk.length);
  }

  /** Takes all unread bytes of the chunk, copied: they are not telnet. */
  takeRest(): Uint8Array {
    const rest = this.rest().slice();
    this.#at = this.#chunk.length;
    return rest;
  }

  /** Forgets the unread bytes and lets go of the chunk: nobody will read on. */
  dropRest(): void {
    this.#base += this.#at;
    this.#chunk = EMPTY;
    this.#at = 0;
    this.#deferred = NO_COMMANDS;
  }

  /** Parses on, up to the next token; undefined when the chunk is drained. */
  next(): TelnetToken | undefined {
    for (;;) {
      if (this.#recordOpen && (!this.cutRecords || this.#urgentLeft > 0)) {
        const fault = this.#discardRecord();
        if (fault !== undefined) return fault;
      }
      if (!this.#recordOpen && this.#deferred.length > 0) {
        const [first, ...others] = this.#deferred;
        this.#deferred = others;
        return first;
      }
      if (this.#at >= this.#chunk.length) {
        if (!this.#recordOpen) this.#record.rest();
        return undefined;
      }
      const state = this.#state;
      let token: TelnetToken | undefined;
      if (state === DATA)
        token = this.cutRecords && this.#urgentLeft === 0 ? this.#readRecord() : this.#readData();
      else if (state === SUB || state === SKIP) token = this.#readBody(state);
      else token = this.#step(state);
      if (token !== undefined) return token;
    }
  }

  /** What the decoder remembers between two chunks; it must be drained. */
  snapshot(): SnapshotObject {
    return {
      state: TABLE.states[this.#state] as string,
      offset: this.offset,
      cutRecords: this.cutRecords,
      commandOffset: this.#commandOffset,
      verb: this.#verb,
      option: this.#option,
      body: toHex(this.#body.view()),
      record: this.#recordOpen ? toHex(this.#record.sample(this.#limits.record)) : null,
      recordSkipped: this.#recordSkipped,
      recordOffset: this.#recordOffset,
      urgentLeft: this.#urgentLeft,
      deferred: saveDeferred(this.#deferred),
    };
  }

  /** Makes a decoder that goes on where a {@link TelnetDecoder.snapshot} was taken. @throws {@link UsageError} `snapshot-invalid`. */
  static restore(snapshot: SnapshotReader, limits: FramingLimits = FRAMING_LIMITS): TelnetDecoder {
    const decoder = new TelnetDecoder(limits);
    const whole = (key: string): number => snapshot.integer(key, 0, Number.MAX_SAFE_INTEGER);
    decoder.#state = TABLE.states.indexOf(snapshot.choice('state', TABLE.states));
    decoder.#base = whole('offset');
    decoder.cutRecords = snapshot.boolean('cutRecords');
    decoder.#commandOffset = whole('commandOffset');
    decoder.#verb = snapshot.choice('verb', VERBS);
    decoder.#option = snapshot.integer('option', 0, 255);
    decoder.#body.bytes(snapshot.bytes('body', limits.subnegotiation));
    if (snapshot.get('record') !== null) {
      for (const byte of snapshot.bytes('record', limits.record)) decoder.#record.byte(byte);
      decoder.#recordOpen = true;
    }
    decoder.#recordSkipped = snapshot.boolean('recordSkipped');
    decoder.#recordOffset = whole('recordOffset');
    decoder.#urgentLeft = snapshot.integer('urgentLeft', 0, limits.record);
    decoder.#deferred = loadDeferred(snapshot);
    return decoder;
  }

  /** The mode changed inside a record; one that was too long has been reported already. */
  #discardRecord(): TelnetToken | undefined {
    const bytes = this.#record.sample(SAMPLE);
    const reported = this.#recordSkipped;
    this.#record.discard();
    this.#recordOpen = false;
    this.#recordSkipped = false;
    return reported
      ? undefined
      : { type: 'fault', code: 'record-interrupted', offset: this.#recordOffset, bytes };
  }

  #readData(): TelnetToken | undefined {
    const from = this.#at;
    const found = findByte(this.#chunk, IAC, from);
    const to = found < 0 ? this.#chunk.length : found;
    if (to === from) {
      this.#enterCommand(from);
      return undefined;
    }
    const kept = from + Math.min(to - from, this.#urgentLeft);
    this.#urgentLeft -= kept - from;
    this.#at = to;
    if (kept === to) return undefined;
    return { type: 'data', offset: this.#base + kept, bytes: viewOf(this.#chunk, kept, to) };
  }

  #readRecord(): TelnetToken | undefined {
    const chunk = this.#chunk;
    const from = this.#at;
    if (!this.#recordOpen) {
      const lends = this.lends !== 'nothing' && !this.#record.holds(from);
      const found = lends || chunk[from] === IAC ? findByte(chunk, IAC, from) : -1;
      const behind = found >= 0 && found + 1 < chunk.length ? (chunk[found + 1] as number) : -1;
      if (behind === COMMANDS.endOfRecord && found - from <= this.#limits.record) {
        this.#at = found + 2;
        return { type: 'record', offset: this.#base + from, bytes: viewOf(chunk, from, found) };
      }
      if (found === from && behind !== IAC) {
        this.#enterCommand(from);
        return undefined;
      }
      this.#openRecord(this.#base + from);
    }
    const room = this.#limits.record - this.#record.length;
    const to = this.#recordSkipped
      ? skipText(chunk, from)
      : this.#record.take(chunk, from, room, this.lends === 'nothing');
    this.#at = to;
    if (this.#record.length > this.#limits.record) return this.#skipRecord();
    if (to >= chunk.length) return undefined;
    const behind = to + 1 < chunk.length ? (chunk[to + 1] as number) : -1;
    if (chunk[to] !== IAC || behind === IAC) return undefined;
    if (behind !== COMMANDS.endOfRecord) {
      this.#enterCommand(to);
      return undefined;
    }
    this.#at = to + 2;
    return this.#finishRecord();
  }

  #enterCommand(at: number): void {
    this.#commandOffset = this.#base + at;
    this.#at = at + 1;
    this.#state = IN_IAC;
  }

  #openRecord(offset: number): void {
    if (!this.#recordOpen) this.#recordOffset = offset;
    this.#recordOpen = true;
  }

  #skipRecord(): TelnetToken {
    const bytes = this.#record.sample(Math.min(SAMPLE, this.#limits.record));
    this.#record.discard();
    this.#recordSkipped = true;
    return { type: 'fault', code: 'record-too-long', offset: this.#recordOffset, bytes };
  }

  #finishRecord(): TelnetToken | undefined {
    const offset = this.#recordOpen ? this.#recordOffset : this.#commandOffset;
    const skipped = this.#recordSkipped;
    this.#recordOpen = false;
    this.#recordSkipped = false;
    return skipped
      ? undefined
      : { type: 'record', offset, bytes: this.#record.finish(this.lends !== 'everything') };
  }

  /** Plain bytes inside a subnegotiation, up to IAC or the limit. */
  #readBody(state: number): TelnetToken | undefined {
    const from = this.#at;
    const found = findByte(this.#chunk, IAC, from);
    const to = found < 0 ? this.#chunk.length : found;
    this.#at = found < 0 ? to : to + 1;
    const whole = this.#wholeBody(state, from, found);
    if (whole !== undefined) return whole;
    const room = state === SKIP ? 0 : this.#limits.subnegotiation - this.#body.length;
    if (found >= 0)
      this.#state = (TABLE.cells[state * TABLE.inputCount + (CLASSES[IAC] as number)] as number) >> 8;
    if (state === SKIP) return undefined;
    if (to - from <= room) {
      this.#body.bytes(this.#chunk, from, to);
      return undefined;
    }
    this.#body.bytes(this.#chunk, from, from + room);
    return this.#skipBody();
  }

  /** A body that lies whole in the chunk, as nearly all do, is copied once: from `sub` by `subIac` to `data` in one step. */
  #wholeBody(state: number, from: number, found: number): SubnegotiationToken | undefined {
    const fits = found >= 0 && found - from <= this.#limits.subnegotiation && this.#body.length === 0;
    if (state !== SUB || !fits || this.#chunk[found + 1] !== COMMANDS.subnegotiationEnd) return undefined;
    const bytes = copyOf(this.#chunk, from, found);
    this.#at = found + 2;
    this.#state = DATA;
    return { type: 'subnegotiation', offset: this.#commandOffset, option: this.#option, bytes };
  }

  #skipBody(): TelnetToken {
    // From `sub` to `skip`, from `subIac` to `skipIac`: the two pairs stand in the same order in the table.
    this.#state += SKIP - SUB;
    const bytes = this.#sampleBody();
    this.#body.clear();
    return { type: 'fault', code: 'subnegotiation-too-long', offset: this.#commandOffset, bytes };
  }

  /** The option and the first bytes of the subnegotiation at hand, copied. */
  #sampleBody(): Uint8Array {
    return Uint8Array.of(this.#option, ...this.#body.view().slice(0, SAMPLE - 1));
  }

  /** One byte behind IAC, by the table. */
  #step(state: number): TelnetToken | undefined {
    const byte = this.#chunk[this.#at++] as number;
    const cell = TABLE.cells[state * TABLE.inputCount + (CLASSES[byte] as number)] as number;
    this.#state = cell >> 8;
    return this.#carryOut(TABLE.effects[cell & 255] as FramingEffect | 'none', byte);
  }

  #carryOut(effect: FramingEffect | 'none', byte: number): TelnetToken | undefined {
    const offset = this.#commandOffset;
    switch (effect) {
      case 'none':
        return undefined;
      case 'doubled':
        return this.#doubled();
      case 'command':
        return this.#command(SIMPLE_COMMANDS[byte] as SimpleCommand);
      case 'endOfRecord':
        if (this.#urgentLeft > 0) return undefined;
        return this.cutRecords ? this.#finishRecord() : this.#fault('eor-not-agreed', byte);
      case 'endAlone':
        return this.#fault('subnegotiation-end-alone', byte);
      case 'undefinedCommand':
        return this.#fault('undefined-command', byte);
      case 'rememberVerb':
        this.#verb = VERBS[byte - 0xfb] as Verb;
        return undefined;
      case 'negotiation':
        return { type: 'negotiation', offset, verb: this.#verb, option: byte };
      case 'subStart':
        this.#option = byte;
        return undefined;
      case 'subEmpty':
        return this.#fault('subnegotiation-empty', COMMANDS.subnegotiation, IAC, COMMANDS.subnegotiationEnd);
      case 'subDoubled':
        if (this.#body.length >= this.#limits.subnegotiation) return this.#skipBody();
        this.#body.byte(IAC);
        return undefined;
      case 'subEnd':
        return { type: 'subnegotiation', offset, option: this.#option, bytes: this.#body.take() };
      case 'again':
        return this.#abandon('subnegotiation-malformed', this.#sampleBody());
      case 'againEmpty':
        return this.#abandon('subnegotiation-empty', Uint8Array.of(IAC, COMMANDS.subnegotiation));
      case 'againSkipped':
        return this.#abandon(undefined, EMPTY);
    }
  }

  #doubled(): TelnetToken | undefined {
    if (this.#urgentLeft > 0) {
      this.#urgentLeft--;
      return undefined;
    }
    if (this.cutRecords) {
      this.#openRecord(this.#commandOffset);
      if (this.#recordSkipped) return undefined;
      this.#record.byte(IAC);
      return this.#record.length > this.#limits.record ? this.#skipRecord() : undefined;
    }
    return { type: 'data', offset: this.#commandOffset, bytes: viewOf(this.#chunk, this.#at - 1, this.#at) };
  }

  #command(command: SimpleCommand): TelnetToken | undefined {
    if (command === 'dataMark') this.#urgentLeft = 0;
    const token: CommandToken = { type: 'command', offset: this.#commandOffset, command };
    const waits = this.#recordOpen && (command === 'interruptProcess' || command === 'abortOutput');
    if (!waits || this.#deferred.length >= DEFERRED_COMMANDS) return token;
    this.#deferred = [...this.#deferred, token];
    return undefined;
  }

  /** TEL-008: the subnegotiation is given up, and the byte at hand is read as the one behind a new IAC. */
  #abandon(code: TelnetViolationCode | undefined, bytes: Uint8Array): TelnetToken | undefined {
    const offset = this.#commandOffset;
    this.#body.clear();
    this.#at--;
    this.#commandOffset = this.#base + this.#at - 1;
    return code === undefined ? undefined : { type: 'fault', code, offset, bytes };
  }

  #fault(code: TelnetViolationCode, ...behind: readonly number[]): TelnetToken {
    return { type: 'fault', code, offset: this.#commandOffset, bytes: Uint8Array.of(IAC, ...behind) };
  }
}
