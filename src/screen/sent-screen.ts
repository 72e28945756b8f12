import { type SnapshotObject, SnapshotReader } from '../bytes/index.js';
import { type CodePage, cp037 } from '../codepage/index.js';
import {
  AIDS,
  geometryFromReplies,
  IMPLICIT_PARTITION,
  type InboundReading,
  type InboundRecord,
  MAXIMUM_14_BIT_POSITIONS,
  type OutboundHandler,
  parseInbound,
  parseOutbound,
  type ReadCommand,
  type ScreenSize,
  type StructuredFieldRecord,
  TEST_REQUEST_HEADING,
  type TerminalStructuredField,
  type WriteHandler,
} from '../datastream/index.js';
import { WriteApplier } from './apply.js';
import { DEFAULT_SIZE } from './geometry.js';
import { checkBuffer, checkModified, type InboundFinding, takeModified } from './inbound-check.js';
import { TAMPERING } from './inbound-violations.data.js';
import { Planes } from './planes.js';
import { copyPlanes, loadPlanes, savePlanes } from './planes-copy.js';
import { loadScreen, saveScreen } from './snapshot.js';
import { ScreenState } from './state.js';

/** What a host asked a terminal for. */
export type ReadRequest = ReadCommand | 'query';

/** A read that is not answered yet, with the AID that its answer will have. */
interface OpenRead {
  readonly request: ReadRequest;
  aid: number;
}

/** A screen that a terminal may still have shown when it sent something, and the number of the write that changed it. */
interface EarlierScreen {
  readonly planes: Planes;
  readonly number: number | undefined;
}

/** A record from a terminal, held against what it was sent. */
export interface CheckedInbound extends InboundReading {
  /** The read that it answers; undefined for a key that an operator pressed. */
  readonly answers: ReadRequest | undefined;
  /** Nothing had asked for it: an answer without a read, or a key while the host had not restored the keyboard. */
  readonly unsolicited: boolean;
  readonly findings: readonly InboundFinding[];
  /** Something in it can be done by no operator. */
  readonly tampered: boolean;
}

/** Open reads, and earlier screens, that are remembered. */
const MOST_READS = 64;
const MOST_EARLIER = 3;

const READ_REQUESTS: readonly ReadRequest[] = ['readBuffer', 'readModified', 'readModifiedAll', 'query'];
const NO_FINDINGS: readonly InboundFinding[] = /* @__PURE__ */ Object.freeze([]);

/** First bytes that no key sends. */
const ANSWERS_ONLY: readonly number[] = [0x60, 0x61, 0x88, 0xe8];

/** The writes of a host, with the size that the last erasing one asked for. */
class SentWrites extends WriteApplier {
  alternate = false;

  override erase(alternate: boolean): void {
    super.erase(alternate);
    this.alternate = alternate;
  }
}

/**
 * What a host has sent to a display: the screen as its writes left it, and the reads that are not answered. What comes back is
 * held against it, since a terminal need not keep to protected and hidden fields (SEC-102 to SEC-112).
 *
 * A key may cross a write that the host sends while the keyboard is free; so up to three screens before such writes are kept,
 * until a key or a response tells that they are gone, and input that fits one of them is no fault (SEC-111).
 */
export class SentScreen implements OutboundHandler {
  readonly #state: ScreenState;
  readonly #writes: SentWrites;
  #alternateKnown: boolean;
  /** The host has restored the keyboard since the last key, or a write that crossed the key may have. */
  #free = false;
  #reads: OpenRead[] = [];
  #earlier: EarlierScreen[] = [];
  /** Of the record that is being carried out. */
  #number: number | undefined;

  /** @param alternateSize - undefined where only a query can tell */
  constructor(alternateSize: ScreenSize | undefined, codePage: CodePage = cp037) {
    const size = alternateSize ?? DEFAULT_SIZE;
    this.#alternateKnown = alternateSize !== undefined;
    this.#state = new ScreenState({
      codePage,
      colour: true,
      numericLock: false,
      defaultSize: DEFAULT_SIZE,
      alternateSize: size,
    });
    this.#writes = new SentWrites(this.#state);
  }

  /** Positions that an inbound address may name: of the largest screen that the terminal may show now. */
  get positionCount(): number {
    if (this.#unknown) return MAXIMUM_14_BIT_POSITIONS;
    let most = this.#state.planes.positionCount;
    for (const { planes } of this.#earlier) most = Math.max(most, planes.positionCount);
    return most;
  }

  /** Rows and columns are not known: the screen has an alternate size that nobody has told. */
  get #unknown(): boolean {
    return this.#writes.alternate && !this.#alternateKnown;
  }

  /** The session begins anew, or another kind of data is shown. */
  reset(): void {
    this.#state.erase(this.#state.defaultSize);
    this.#state.aid = AIDS.none;
    this.#writes.alternate = false;
    this.#free = false;
    this.#reads = [];
    this.#earlier = [];
  }

  /**
   * A record goes out.
   * @param number - by which a response will name it; undefined where none will
   * @param restores - the KEYBOARD-RESTORE flag goes with it
   */
  sent(record: Uint8Array, number: number | undefined, restores: boolean): void {
    this.#number = number;
    this.#writes.beginRecord();
    parseOutbound(record, 0, record.length, this);
    if (restores) this.#writes.restore();
    if (this.#writes.restored) this.#free = true;
  }

  /** The terminal has answered a record, so it shows no screen of before. */
  confirmed(number: number): void {
    const at = this.#earlier.findIndex((screen) => screen.number === number);
    if (at >= 0) this.#earlier.splice(0, at + 1);
  }

  /** Reads a record that the terminal sent, and holds it against the screen. */
  receive(bytes: Uint8Array): CheckedInbound {
    const aid = TEST_REQUEST_HEADING.every((byte, i) => bytes[i] === byte)
      ? AIDS.testRequest
      : (bytes[0] ?? AIDS.none);
    const isKey = !ANSWERS_ONLY.includes(aid) && !this.#reads.some((read) => read.aid === aid);
    let read = this.#reads.find((open) => open.aid === aid);
    const modified = isKey || (read !== undefined && read.request !== 'readBuffer');
    const expect = modified ? 'readModified' : read === undefined ? 'any' : 'readBuffer';
    const { record, faults } = parseInbound(bytes, { positionCount: this.positionCount, expect });
    if (record?.type === 'structuredFields' && !this.#takeReplies(record, read)) read = undefined;
    if (record !== undefined && read !== undefined) this.#reads.splice(0, this.#reads.indexOf(read) + 1);
    const unsolicited =
      record !== undefined && read === undefined && (isKey ? !this.#free : isAnswer(record));
    const { findings, fits } = this.#check(record, bytes, read?.request === 'readModifiedAll');
    if (record !== undefined && isKey) this.#keyPressed(aid, record, fits);
    else if (read !== undefined) this.#answered(fits);
    const tampered = isTampered(findings);
    return { record, faults, answers: read?.request, unsolicited, findings, tampered };
  }

  // ---- what a record does: the parser calls these

  presentationSpace(partition: number): WriteHandler | undefined {
    if (partition !== IMPLICIT_PARTITION) return undefined;
    this.#keepEarlier();
    return this.#writes;
  }

  read(command: ReadCommand): void {
    this.#ask(command, this.#state.aid);
  }

  eraseAllUnprotected(): void {
    this.#keepEarlier();
    this.#writes.eraseAllUnprotected();
  }

  structuredField(field: TerminalStructuredField): boolean {
    if (field.type === 'query' || field.type === 'queryList') this.#ask('query', AIDS.structuredField);
    else if (field.type === 'readPartition') this.#ask(field.command, AIDS.readPartition);
    else if (field.type === 'createPartition')
      this.#state.cursor = 0; // SF-057
    else if (field.type === 'eraseReset') {
      this.#keepEarlier();
      this.#writes.erase(field.size === 'alternate');
    }
    return true;
  }

  #ask(request: ReadRequest, aid: number): void {
    if (this.#reads.length >= MOST_READS) this.#reads.shift();
    this.#reads.push({ request, aid });
  }

  /** Where a key or the answer to a read may be under way, the terminal sends it from the screen as it is now. */
  #keepEarlier(): void {
    const underWay = this.#free || this.#reads.length > 0 || this.#earlier.length > 0;
    if (!underWay || this.#unknown) return;
    if (this.#earlier.length >= MOST_EARLIER) this.#earlier.shift();
    this.#earlier.push({ planes: copyPlanes(this.#state.planes), number: this.#number });
  }

  // ---- what comes back

  /**
   * Holds a record against the screen, and where writes may have crossed it against those before them.
   * @returns What does not fit the screen that it fits best; and the index of the earliest screen that it can come from, of
   * them all where it can come from none
   */
  #check(
    record: InboundRecord | undefined,
    bytes: Uint8Array,
    all: boolean,
  ): { readonly findings: readonly InboundFinding[]; readonly fits: number } {
    const last = this.#earlier.length;
    if (record === undefined) return { findings: NO_FINDINGS, fits: 0 };
    const { planes } = this.#state;
    let findings = this.#unknown ? NO_FINDINGS : findIn(planes, record, bytes, all);
    let possible = !isTampered(findings);
    let fits = last;
    if (possible && !this.#unknown) {
      const fields = record.type === 'readModified' || record.type === 'testRequest' ? record.fields : [];
      takeModified(planes, fields, record.type === 'readModified' && record.aid === AIDS.selectorPen && !all);
    }
    for (let index = last - 1; index >= 0; index--) {
      const before = findIn((this.#earlier[index] as EarlierScreen).planes, record, bytes, all);
      if (isTampered(before)) continue;
      fits = index;
      if (!possible || before.length < findings.length) findings = before;
      possible = true;
    }
    return { findings, fits };
  }

  /** Behind the last answer nothing is under way unless the keyboard is free. */
  #answered(fits: number): void {
    const underWay = this.#free || this.#reads.length > 0;
    this.#earlier.splice(0, underWay ? fits : this.#earlier.length);
  }

  /**
   * After a key the keyboard is locked until the host restores it, so the next key comes from a later screen than this one
   * did. A write that crossed the key may have restored it already.
   */
  #keyPressed(aid: number, record: InboundRecord, fits: number): void {
    const state = this.#state;
    const crossed = this.#earlier.length > 0;
    this.#free = fits < this.#earlier.length;
    // A read that is not answered yet may have been sent before the next write.
    this.#earlier.splice(0, this.#reads.length > 0 ? fits : fits + 1);
    state.aid = aid;
    for (const read of this.#reads)
      if (!ANSWERS_ONLY.includes(read.aid) || read.aid === AIDS.none) read.aid = aid;
    if ('cursorAddress' in record && record.cursorAddress < state.planes.positionCount) {
      state.cursor = record.cursorAddress;
    }
    if (aid !== AIDS.clear) return;
    if (crossed) this.#earlier.push({ planes: new Planes(state.planes), number: undefined });
    else state.erase(state.planes); // DS-137
  }

  /** Takes over what replies say of the size; whether there are any. */
  #takeReplies(record: StructuredFieldRecord, read: OpenRead | undefined): boolean {
    const replies = record.fields.flatMap((field) => (field.type === 'queryReply' ? [field.reply] : []));
    const tellsSize = replies.some(({ type }) => type === 'usableArea' || type === 'implicitPartition');
    if (read !== undefined && tellsSize) {
      const { defaultSize, alternateSize } = geometryFromReplies(replies);
      this.#state.defaultSize = defaultSize;
      this.#state.alternateSize = alternateSize;
      this.#alternateKnown = true;
    }
    return replies.length > 0;
  }

  // ---- snapshots

  /** Everything that it remembers, as plain values. */
  save(): SnapshotObject {
    return {
      screen: saveScreen(this.#state),
      alternate: this.#writes.alternate,
      alternateKnown: this.#alternateKnown,
      free: this.#free,
      reads: this.#reads.map(({ request, aid }) => ({ request, aid })),
      earlier: this.#earlier.map(({ planes, number }) => ({ ...savePlanes(planes), number: number ?? -1 })),
    };
  }

  /** Takes over what {@link SentScreen.save} gave. @throws UsageError `snapshot-invalid` */
  load(snapshot: SnapshotReader): void {
    loadScreen(this.#state, snapshot.object('screen'));
    this.#writes.alternate = snapshot.boolean('alternate');
    this.#alternateKnown = snapshot.boolean('alternateKnown');
    this.#free = snapshot.boolean('free');
    this.#reads = snapshot.list('reads', MOST_READS).map((entry) => {
      const read = new SnapshotReader(entry, 'reads');
      return { request: read.choice('request', READ_REQUESTS), aid: read.integer('aid', 0, 255) };
    });
    this.#earlier = snapshot.list('earlier', MOST_EARLIER).map((entry) => {
      const read = new SnapshotReader(entry, 'earlier');
      const number = read.integer('number', -1, 32767);
      return { planes: loadPlanes(read), number: number < 0 ? undefined : number };
    });
  }
}

function isTampered(findings: readonly InboundFinding[]): boolean {
  return findings.some(({ code }) => TAMPERING.includes(code));
}

function isAnswer(record: InboundRecord): boolean {
  return record.type !== 'structuredFields' || record.fields.some(({ type }) => type === 'queryReply');
}

function findIn(
  planes: Planes,
  record: InboundRecord,
  bytes: Uint8Array,
  all: boolean,
): readonly InboundFinding[] {
  if (record.type === 'readBuffer') return checkBuffer(planes, record, bytes);
  if (record.type !== 'readModified' && record.type !== 'testRequest') return NO_FINDINGS;
  return checkModified(planes, record, bytes, all);
}
