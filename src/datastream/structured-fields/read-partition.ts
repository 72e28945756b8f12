import { ByteCursor, type ByteWriter, checkInteger } from '../../bytes/index.js';
import { COMMANDS, type ReadCommand } from '../commands.data.js';
import { type DatastreamFault, fault } from '../fault.js';
import { appendRest, restOf } from '../query-reply/parameters.js';
import type { RawStructuredField } from './reader.js';

/** Read Partition, Query: asks for every reply. */
export interface Query {
  readonly type: 'query';
  /** What stands behind the known part, where something does. */
  readonly rest?: Uint8Array;
}

/** Read Partition, Query List. */
export interface QueryList {
  readonly type: 'queryList';
  /** `list`: only what {@link QueryList.codes} names; `equivalent` (and list) and `all`: everything (SF-054). */
  readonly request: 'list' | 'equivalent' | 'all';
  /** Query codes, as they came. */
  readonly codes: readonly number[];
}

/** Read Partition with a read: answered with AID 61 in place of the kept one (SF-179). */
export interface ReadPartition {
  readonly type: 'readPartition';
  readonly partition: number;
  readonly command: ReadCommand;
  /** What stands behind the known part, where something does. */
  readonly rest?: Uint8Array;
}

const OPERATION = { query: 0x02, queryList: 0x03 } as const;
const REQUEST = { list: 0x00, equivalent: 0x40, all: 0x80 } as const;
/** Partition number of a query: none. */
const NO_PARTITION = 0xff;

/** Reads a Read Partition (SF-053, SF-054). The request type of a Query List counts as a whole byte, as in x3270. */
export function parseReadPartition(
  field: RawStructuredField,
): Query | QueryList | ReadPartition | DatastreamFault {
  const { bytes, body, end } = field;
  const invalid = (): DatastreamFault => fault('read-partition-invalid', field.offset, end);
  if (end - body < 2) return invalid();
  const partition = bytes[body] as number;
  const operation = bytes[body + 1] as number;
  const rest = restOf(new ByteCursor(bytes, body + 2, end));
  if (operation === OPERATION.query) {
    return partition === NO_PARTITION ? { type: 'query', ...rest } : invalid();
  }
  if (operation === OPERATION.queryList) {
    const request = end - body < 3 ? undefined : REQUEST_NAMES.get(bytes[body + 2] as number);
    if (partition !== NO_PARTITION || request === undefined) return invalid();
    return { type: 'queryList', request, codes: Array.from(bytes.subarray(body + 3, end)) };
  }
  const command = READ_NAMES.get(operation);
  if (partition === NO_PARTITION || command === undefined) return invalid();
  return { type: 'readPartition', partition, command, ...rest };
}

const REQUEST_NAMES: ReadonlyMap<number, QueryList['request']> = /* @__PURE__ */ new Map([
  [REQUEST.list, 'list'],
  [REQUEST.equivalent, 'equivalent'],
  [REQUEST.all, 'all'],
]);

// SNA codes only, as x3270 has it.
const READ_NAMES: ReadonlyMap<number, ReadCommand> = /* @__PURE__ */ new Map([
  [COMMANDS.readBuffer.sna, 'readBuffer'],
  [COMMANDS.readModified.sna, 'readModified'],
  [COMMANDS.readModifiedAll.sna, 'readModifiedAll'],
]);

/** Appends what stands behind the identifier. */
export function appendReadPartition(writer: ByteWriter, field: Query | QueryList | ReadPartition): void {
  if (field.type === 'readPartition') {
    checkInteger('partition', field.partition, 0, NO_PARTITION - 1);
    writer.byte(field.partition);
    writer.byte(COMMANDS[field.command].sna);
    appendRest(writer, field);
    return;
  }
  writer.byte(NO_PARTITION);
  writer.byte(OPERATION[field.type]);
  if (field.type === 'query') {
    appendRest(writer, field);
    return;
  }
  writer.byte(REQUEST[field.request]);
  for (const code of field.codes) {
    checkInteger('query code', code, 0, 255);
    writer.byte(code);
  }
}
