import {
  type CodePage,
  cp310,
  decodeMixed,
  isDoubleByte,
  SHIFT_IN,
  SHIFT_OUT,
} from '../../../src/codepage/index.js';
import {
  type AidName,
  aidOf,
  CHARACTER_SETS,
  type ModifiedField,
  parseInbound,
} from '../../../src/datastream/index.js';
import type { ScreenView } from '../../../src/screen/index.js';
import type { InputOutcome, TerminalKey, TerminalSession } from '../../../src/session/index.js';
import { type ClientItem, sameBytes } from './client-items.js';

/** First bytes of the headers of TN3270E records that hold what an operator did. */
const DATA_3270 = 0;
const NVT_DATA = 5;
const SSCP_LU_DATA = 7;
const HEADER_LENGTH = 5;
const BREAK = 0xf3;
const INTERRUPT_PROCESS = 0xf4;
const ABORT_OUTPUT = 0xf5;

/** AIDs that no key sends. */
const NO_KEYS: readonly (AidName | undefined)[] = [
  undefined,
  'none',
  'nonePrinter',
  'structuredField',
  'readPartition',
  'trigger',
  'operatorIdReader',
  'magneticReader',
  'clearPartition',
];

/** Two AIDs whose key has another name. */
const KEY_NAMES: ReadonlyMap<AidName, TerminalKey> = new Map([
  ['selectorPen', 'cursorSelect'],
  ['testRequest', 'sysReq'],
]);

/** What an operator did, as far as it can be read back from what the terminal sent. */
export type TypedInput =
  | { readonly type: 'key'; readonly key: TerminalKey }
  | { readonly type: 'line'; readonly text: string }
  | {
      readonly type: 'fields';
      readonly key: TerminalKey;
      readonly cursor: number;
      readonly fields: readonly ModifiedField[];
    };

/** Reads input back from a recorded item; undefined for what a terminal sends by itself. */
export function readInput(item: ClientItem, inTn3270e: boolean, codePage: CodePage): TypedInput | undefined {
  const { kind, wire, data } = item;
  if (kind === 'text') return { type: 'line', text: String.fromCharCode(...data) };
  if (kind === 'command') {
    if (wire[1] === ABORT_OUTPUT) return { type: 'key', key: 'sysReq' };
    return wire[1] === INTERRUPT_PROCESS || wire[1] === BREAK ? { type: 'key', key: 'attn' } : undefined;
  }
  if (kind !== 'record') return undefined;
  const body = inTn3270e ? data.subarray(HEADER_LENGTH) : data;
  if (inTn3270e && data[0] === NVT_DATA) return { type: 'line', text: String.fromCharCode(...body) };
  if (inTn3270e && data[0] === SSCP_LU_DATA)
    return { type: 'line', text: `${textOf(body, [], codePage)}\r\n` };
  return inTn3270e && data[0] !== DATA_3270 ? undefined : readRecord(body);
}

function readRecord(body: Uint8Array): TypedInput | undefined {
  const { record } = parseInbound(body);
  if (record === undefined || record.type === 'structuredFields' || record.type === 'readBuffer')
    return undefined;
  if (record.type === 'testRequest') return { type: 'key', key: 'sysReq' };
  const key = keyOf(record.aid);
  if (key === undefined) return undefined;
  return record.type === 'shortRead'
    ? { type: 'key', key }
    : { type: 'fields', key, cursor: record.cursorAddress, fields: record.fields };
}

function keyOf(aid: number): TerminalKey | undefined {
  const name = aidOf(aid);
  if (name === undefined || NO_KEYS.includes(name)) return undefined;
  return KEY_NAMES.get(name) ?? (name as TerminalKey);
}

/** What was typed: SO and SI come by themselves as double-byte characters are typed. */
function textOf(bytes: Uint8Array, graphicEscapes: readonly number[], codePage: CodePage): string {
  if (isDoubleByte(codePage) && graphicEscapes.length === 0) return decodeMixed(codePage, bytes);
  return Array.from(bytes, (byte, index) => {
    const page = graphicEscapes.includes(index) ? cp310 : codePage;
    return String.fromCharCode(page.toUnicode[byte] as number);
  }).join('');
}

/**
 * Types input again. Fields that the session would send just so without being touched are left alone.
 * @returns Why it was refused, or undefined.
 */
export function typeInput(
  session: TerminalSession,
  input: TypedInput,
  codePage: CodePage,
): string | undefined {
  switch (input.type) {
    case 'key':
      return refusal(session.press(input.key));
    case 'line':
      return typeLines(session, input.text);
    case 'fields': {
      const known = ownFields(session.screen);
      for (const field of input.fields) {
        const refused =
          field.address === null
            ? typeUnformatted(session, field, known, codePage)
            : typeField(session, field, known, codePage);
        if (refused !== undefined) return refused;
      }
      return refusal(session.moveCursor(input.cursor)) ?? refusal(session.press(input.key));
    }
  }
}

function refusal(outcome: InputOutcome): string | undefined {
  return outcome.accepted ? undefined : outcome.reason;
}

/** Lines of an NVT or SSCP-LU session: CR LF and CR NUL are the Enter key. */
function typeLines(session: TerminalSession, text: string): string | undefined {
  for (const part of text.split(/(\r\n|\r\0)/)) {
    if (part === '') continue;
    const refused = refusal(part.startsWith('\r') ? session.press('enter') : session.type(part));
    if (refused !== undefined) return refused;
  }
  return undefined;
}

/** What the session would send now. */
function ownFields(screen: ScreenView): readonly ModifiedField[] {
  const { record } = parseInbound(screen.readModifiedAll());
  return record?.type === 'readModified' ? record.fields : [];
}

function typeField(
  session: TerminalSession,
  field: ModifiedField,
  known: readonly ModifiedField[],
  codePage: CodePage,
): string | undefined {
  const own = known.find(({ address }) => address === field.address);
  const there = session.screen.fields().find(({ position }) => position + 1 === field.address);
  // All of a field of character set F8 is double-byte text.
  const bytes =
    there?.characterSet === CHARACTER_SETS.doubleByte
      ? Uint8Array.of(SHIFT_OUT, ...field.bytes, SHIFT_IN)
      : field.bytes;
  if (own !== undefined && sameBytes(own.bytes, field.bytes)) return undefined;
  return (
    refusal(session.moveCursor(field.address as number)) ??
    refusal(session.press('eraseEof')) ??
    refusal(session.type(textOf(bytes, field.graphicEscapes, codePage)))
  );
}

/** A screen without fields is sent whole: what stands in it beyond what stood there was typed at the cursor. */
function typeUnformatted(
  session: TerminalSession,
  field: ModifiedField,
  known: readonly ModifiedField[],
  codePage: CodePage,
): string | undefined {
  const own = known.find(({ address }) => address === null);
  const { screen } = session;
  const before = screen
    .characterPlane()
    .subarray(0, screen.cursor)
    .filter((code) => code !== 0).length;
  const length = field.bytes.length - (own?.bytes.length ?? 0);
  const typed = field.bytes.subarray(before, before + Math.max(0, length));
  return refusal(session.type(textOf(typed, [], codePage)));
}
