import {
  AIDS,
  buildQueryReplies,
  type DatastreamFault,
  describeTerminal,
  IMPLICIT_PARTITION,
  type OutboundHandler,
  type OutboundStatus,
  type ParseOutboundOptions,
  parseOutbound,
  type Query,
  type QueryList,
  type ReadCommand,
  type RefusedStructuredField,
  selectReplies,
  type TerminalDescription,
  type TerminalStructuredField,
  type WriteHandler,
} from '../datastream/index.js';
import type { WriteApplier } from './apply.js';
import { readBuffer, readModified, reportedBits } from './read.js';
import type { ScreenState } from './state.js';

/** What became of an outbound record. */
export interface OutboundResult {
  /** Which response it draws, where responses are agreed (DS-212, DS-213). */
  readonly status: OutboundStatus;
  /** The inbound record to send, without a header: the answer to a read or a query. */
  readonly reply: Uint8Array | undefined;
  /** The rules that the record broke; offsets count from index 0 of the array given. */
  readonly faults: readonly DatastreamFault[];
  /** The write control character asks for a sound. */
  readonly alarm: boolean;
  readonly keyboardRestored: boolean;
  /** The whole buffer was erased: Erase/Write, Erase/Write Alternate, Erase/Reset, and EAU without fields. */
  readonly erased: boolean;
  /** Rows or columns have changed (DS-167). */
  readonly resized: boolean;
  readonly startPrinter: boolean;
  /**
   * Transfer Data (D0) of the record, in order: what stands behind each identifier, as views of the record, for the file
   * transfer of the session.
   */
  readonly transferData: readonly Uint8Array[];
  /** Structured fields of the record that this display does not carry out, in order; their bytes are copies. */
  readonly refused: readonly RefusedStructuredField[];
}

const NO_TRANSFER: readonly Uint8Array[] = /* @__PURE__ */ Object.freeze([]);
const NONE_REFUSED: readonly RefusedStructuredField[] = /* @__PURE__ */ Object.freeze([]);

/** Carries out outbound records on a screen: what is not a write of orders, which {@link WriteApplier} does. */
export class RecordApplier implements OutboundHandler {
  readonly #state: ScreenState;
  readonly #writes: WriteApplier;
  readonly #description: TerminalDescription;
  readonly #options: ParseOutboundOptions;
  #reply: Uint8Array | undefined;
  #transferData: Uint8Array[] | undefined;
  #refused: RefusedStructuredField[] | undefined;

  constructor(
    state: ScreenState,
    writes: WriteApplier,
    description: TerminalDescription,
    options: ParseOutboundOptions,
  ) {
    this.#state = state;
    this.#writes = writes;
    this.#description = description;
    this.#options = options;
  }

  apply(record: Uint8Array, start: number, end: number): OutboundResult {
    const writes = this.#writes;
    writes.beginRecord();
    this.#reply = undefined;
    this.#transferData = undefined;
    this.#refused = undefined;
    const { keyboard } = this.#state;
    const isFirst = keyboard.has('awaitingFirst');
    const { status, faults } = parseOutbound(record, start, end, this, this.#options);
    // A write without a write control character erases, but is not the first write that the keyboard waits for.
    if (isFirst && status !== 'accepted' && faults.some((fault) => fault.code === 'write-without-wcc')) {
      keyboard.lock('awaitingFirst');
    }
    return {
      status,
      reply: this.#reply,
      faults,
      alarm: writes.alarm,
      keyboardRestored: writes.restored,
      erased: writes.erased,
      resized: writes.resized,
      startPrinter: writes.startPrinter,
      transferData: this.#transferData ?? NO_TRANSFER,
      refused: this.#refused ?? NONE_REFUSED,
    };
  }

  presentationSpace(partition: number): WriteHandler | undefined {
    return partition === IMPLICIT_PARTITION ? this.#writes : undefined;
  }

  read(command: ReadCommand): void {
    this.#answer(command, this.#state.aid);
  }

  eraseAllUnprotected(): void {
    this.#writes.eraseAllUnprotected();
  }

  structuredField(field: TerminalStructuredField): boolean {
    const state = this.#state;
    switch (field.type) {
      case 'query':
      case 'queryList':
        this.#answerQuery(field);
        return true;
      case 'readPartition':
        this.#answer(field.command, AIDS.readPartition); // SF-179
        return true;
      case 'eraseReset':
        this.#writes.erase(field.size === 'alternate');
        return true;
      case 'setReplyMode':
        if (this.#description.replyModes?.includes(field.mode) === false) return false; // SF-100
        state.replyMode = field.mode;
        state.replyAttributes = reportedBits(field.attributes);
        return true;
      case 'createPartition':
        if (field.partition !== IMPLICIT_PARTITION) return false;
        state.cursor = 0; // SF-057: and nothing else, as in x3270
        return true;
      case 'transferData':
        this.#transferData ??= [];
        this.#transferData.push(field.data);
        return true;
      default:
        return false;
    }
  }

  structuredFieldRefused(refused: RefusedStructuredField): void {
    this.#refused ??= [];
    this.#refused.push(refused);
  }

  #answer(command: ReadCommand, aid: number): void {
    const state = this.#state;
    this.#reply =
      command === 'readBuffer'
        ? readBuffer(state, aid)
        : readModified(state, aid, command === 'readModifiedAll');
  }

  #answerQuery(query: Query | QueryList): void {
    this.#reply = buildQueryReplies(selectReplies(describeTerminal(this.#description), query));
    this.#state.keyboard.apply('queryReplySent'); // SF-010
  }
}
