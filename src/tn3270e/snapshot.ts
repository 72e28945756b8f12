import { SnapshotReader, type SnapshotValue } from '../bytes/index.js';
import {
  CONTENTION_TABLE,
  type ContentionState,
  HOST_CONTENTION_TABLE,
  type HostContentionState,
} from './contention.table.js';
import { DATA_MODES } from './data-mode.js';
import type { DataState } from './data-mode.table.js';
import {
  HOST_DEVICE_TABLE,
  type HostDeviceState,
  TERMINAL_DEVICE_TABLE,
  type TerminalDeviceState,
} from './device-type.table.js';
import type { FunctionsSnapshot } from './functions.js';
import { FUNCTIONS_TABLE, type FunctionsState } from './functions.table.js';
import { MAX_SEQUENCE_NUMBER } from './header.js';
import type { Tn3270eHostState } from './host-negotiation.js';
import type { AwaitedResponse, ResponseLedgerState } from './responses.js';
import type { Rejection, Tn3270eTerminalState } from './terminal-negotiation.js';

const MAX_ROUND = 255;

/** A value without `undefined`, which a snapshot cannot hold: null stands for it. */
function orNull(value: string | number | undefined): string | number | null {
  return value ?? null;
}

function saveFunctions(state: FunctionsSnapshot): SnapshotValue {
  const { allowed, additions, agreed } = state;
  return {
    ...state,
    allowed: [...allowed],
    additions: [...additions],
    agreed: agreed === undefined ? null : [...agreed],
  };
}

function readFunctions(read: SnapshotReader): FunctionsSnapshot {
  return {
    state: read.choice('state', Object.keys(FUNCTIONS_TABLE) as FunctionsState[]),
    allowed: read.integers('allowed', 256, 0, 255),
    additions: read.integers('additions', 256, 0, 255),
    printer: read.boolean('printer'),
    rounds: read.integer('rounds', 0, MAX_ROUND),
    agreed: read.get('agreed') === null ? undefined : read.integers('agreed', 256, 0, 255),
  };
}

/** The state of a terminal's negotiation, as a snapshot holds it. */
export function saveTerminalNegotiation(state: Tn3270eTerminalState): SnapshotValue {
  return {
    ...state,
    deviceType: orNull(state.deviceType),
    deviceName: orNull(state.deviceName),
    rejections: state.rejections.map(({ resourceName, reason }) => ({
      resourceName: orNull(resourceName),
      reason: orNull(reason),
    })),
    functions: saveFunctions(state.functions),
  };
}

/** @throws UsageError `snapshot-invalid` when something is missing or out of range. */
export function readTerminalNegotiation(read: SnapshotReader): Tn3270eTerminalState {
  return {
    device: read.choice('device', Object.keys(TERMINAL_DEVICE_TABLE) as TerminalDeviceState[]),
    candidate: read.integer('candidate', 0, MAX_ROUND),
    rounds: read.integer('rounds', 0, MAX_ROUND),
    deviceType: read.stringOrNull('deviceType'),
    deviceName: read.stringOrNull('deviceName'),
    rejections: read.list('rejections', MAX_ROUND).map(readRejection),
    functions: readFunctions(read.object('functions')),
  };
}

function readRejection(entry: unknown): Rejection {
  const read = new SnapshotReader(entry, 'rejections');
  const reason = read.get('reason') === null ? undefined : read.integer('reason', 0, 255);
  return { resourceName: read.stringOrNull('resourceName'), reason };
}

/** The state of a host's negotiation, as a snapshot holds it. */
export function saveHostNegotiation(state: Tn3270eHostState): SnapshotValue {
  return {
    ...state,
    deviceType: orNull(state.deviceType),
    deviceName: orNull(state.deviceName),
    functions: saveFunctions(state.functions),
  };
}

/** @throws UsageError `snapshot-invalid` when something is missing or out of range. */
export function readHostNegotiation(read: SnapshotReader): Tn3270eHostState {
  return {
    device: read.choice('device', Object.keys(HOST_DEVICE_TABLE) as HostDeviceState[]),
    rounds: read.integer('rounds', 0, MAX_ROUND),
    deviceType: read.stringOrNull('deviceType'),
    deviceName: read.stringOrNull('deviceName'),
    functions: readFunctions(read.object('functions')),
  };
}

/** What a session keeps of TN3270E data: mode, right to send, next number. */
export interface DataSnapshot<Contention extends string> {
  readonly functions: readonly number[];
  readonly mode: DataState;
  readonly contention: Contention;
  readonly sequence: number;
}

function readData<Contention extends string>(
  read: SnapshotReader,
  states: readonly Contention[],
): DataSnapshot<Contention> {
  return {
    functions: read.integers('functions', 256, 0, 255),
    mode: read.choice('mode', Object.keys(DATA_MODES) as DataState[]),
    contention: read.choice('contention', states),
    sequence: read.integer('sequence', 0, MAX_SEQUENCE_NUMBER),
  };
}

/** @throws UsageError `snapshot-invalid` when something is missing or out of range. */
export function readTerminalData(read: SnapshotReader): DataSnapshot<ContentionState> {
  return readData(read, Object.keys(CONTENTION_TABLE) as ContentionState[]);
}

/** @throws UsageError `snapshot-invalid` when something is missing or out of range. */
export function readHostData(read: SnapshotReader): DataSnapshot<HostContentionState> {
  return readData(read, Object.keys(HOST_CONTENTION_TABLE) as HostContentionState[]);
}

/** The responses that a host waits for, as a snapshot holds them. */
export function saveLedger(state: ResponseLedgerState): SnapshotValue {
  return { awaited: state.awaited.map((one) => ({ ...one })), condition: orNull(state.condition) };
}

/** @throws UsageError `snapshot-invalid` when something is missing or out of range. */
export function readLedger(read: SnapshotReader): ResponseLedgerState {
  return {
    awaited: read.list('awaited', MAX_SEQUENCE_NUMBER + 1).map(readAwaited),
    condition: read.get('condition') === null ? undefined : read.integer('condition', 0, 255),
  };
}

function readAwaited(entry: unknown): AwaitedResponse {
  const read = new SnapshotReader(entry, 'awaited');
  return {
    dataType: read.choice('dataType', ['data3270', 'scsData', 'bid']),
    sequenceNumber: read.integer('sequenceNumber', 0, MAX_SEQUENCE_NUMBER),
    flag: read.integer('flag', 0, 2),
    signal: read.boolean('signal'),
    discarded: read.boolean('discarded'),
  };
}
