import { type DatastreamFault, fault } from '../datastream/fault.js';
import { commandOf } from '../datastream/index.js';
import { parseWrite } from '../datastream/parse-write.js';
import type { WriteApplier } from './apply.js';
import { readBuffer, readModified } from './read.js';
import type { ScreenState } from './state.js';

/** What became of an outbound record. */
export interface OutboundResult {
  /** Which response it draws, where responses are agreed (DS-212, DS-213). */
  readonly status: 'accepted' | 'commandReject' | 'operationCheck';
  /** The inbound record to send, without a header: the answer to a read or a query. */
  readonly reply: Uint8Array | undefined;
  /** The rules that the record broke; offsets count from index 0 of the array given. */
  readonly faults: readonly DatastreamFault[];
  /** The write control character asks for a sound. */
  readonly alarm: boolean;
  readonly keyboardRestored: boolean;
  /** The whole buffer was erased: Erase/Write, Erase/Write Alternate, Erase/Reset. */
  readonly erased: boolean;
  /** Rows or columns have changed. */
  readonly resized: boolean;
  readonly startPrinter: boolean;
}

/** Reads the command and carries it out. */
export function applyRecord(
  state: ScreenState,
  applier: WriteApplier,
  record: Uint8Array,
  start: number,
  end: number,
): OutboundResult {
  applier.beginRecord();
  let status: OutboundResult['status'] = 'accepted';
  let faults: readonly DatastreamFault[] = [];
  let reply: Uint8Array | undefined;
  if (start < end) {
    const command = commandOf(record[start] as number);
    switch (command) {
      case 'write':
      case 'eraseWrite':
      case 'eraseWriteAlternate':
        ({ status, faults } = parseWrite(record, start + 1, end, command, applier));
        break;
      case 'readBuffer':
        reply = readBuffer(state, state.aid);
        break;
      case 'readModified':
        reply = readModified(state, state.aid, false);
        break;
      case 'readModifiedAll':
        reply = readModified(state, state.aid, true);
        break;
      case 'eraseAllUnprotected':
        applier.eraseAllUnprotected();
        break;
      case 'noOperation':
        break;
      default:
        status = 'commandReject';
        faults = [fault('command-unknown', start, start + 1)];
    }
  }
  const { alarm, restored, erased, resized, startPrinter } = applier;
  return { status, reply, faults, alarm, keyboardRestored: restored, erased, resized, startPrinter };
}
