import { fromHex, UsageError } from '../bytes/index.js';
import type {
  Transcript,
  TranscriptAction,
  TranscriptBytes,
  TranscriptEvent,
  TranscriptEventName,
  TranscriptHeader,
  TranscriptStep,
} from './transcript.js';
import type { TranscriptOptions } from './transcript-options.js';

/** What a transcript may hold at most. */
export interface TranscriptLimits {
  /** Characters of one line; 2097152 unless stated. */
  readonly line: number;
  /** Steps; 1000000 unless stated. */
  readonly steps: number;
}

/** What a transcript may hold at most. */
export const TRANSCRIPT_LIMITS: TranscriptLimits = { line: 2097152, steps: 1000000 };

/** A line of a transcript that breaks its format; `code` is `transcript-invalid`. */
export class TranscriptError extends UsageError {
  /** From 1, which is the header. */
  readonly line: number;

  constructor(line: number, message: string) {
    super('transcript-invalid', `line ${line}: ${message}`);
    this.line = line;
  }
}

/**
 * Reads a transcript. Empty lines are passed over, a byte order mark before the header too; anything else that the
 * format does not have is an error, so that a misspelt key cannot go unseen.
 *
 * @param limits - those that differ from {@link TRANSCRIPT_LIMITS}
 * @throws {@link TranscriptError} with the number of the first line that is wrong (SEC-135).
 */
export function parseTranscript(text: string, limits: Partial<TranscriptLimits> = {}): Transcript {
  const { line: longest, steps: most } = { ...TRANSCRIPT_LIMITS, ...limits };
  let header: TranscriptHeader | undefined;
  const steps: TranscriptStep[] = [];
  let number = 0;
  for (let start = text.startsWith('\ufeff') ? 1 : 0; start < text.length; ) {
    number++;
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    if (end - start > longest) throw new TranscriptError(number, `a line has at most ${longest} characters`);
    const line = text.slice(start, end).trim();
    start = end + 1;
    if (line === '') continue;
    const entry = parseLine(line, number);
    if (header === undefined) header = readHeader(entry);
    else if (steps.length >= most)
      throw new TranscriptError(number, `a transcript has at most ${most} steps`);
    else steps.push(readStep(entry));
  }
  if (header === undefined) throw new TranscriptError(1, 'a transcript begins with its header');
  return { header, steps };
}

/** A line as pairs, so that no name out of the file is the key of an object. */
interface Entry {
  readonly line: number;
  readonly values: ReadonlyMap<string, unknown>;
}

function parseLine(text: string, line: number): Entry {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new TranscriptError(line, 'not JSON');
  }
  return { line, values: pairs(value, line, 'a line') };
}

function pairs(value: unknown, line: number, what: string): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TranscriptError(line, `${what} must be a JSON object`);
  }
  return new Map(Object.entries(value));
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isFlag: Check = (value) => typeof value === 'boolean';
const isTexts: Check = (value) => Array.isArray(value) && value.every(isText);
const isByte: Check = (value) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 255;
const isFacts: Check = (value) => isText(value) || typeof value === 'number';
const isNumbers: Check = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isCount);
const isCount: Check = (value) => Number.isInteger(value) && (value as number) >= 1;
const isTime: Check = (value) => typeof value === 'number' && value >= 0;

const HEADER_KEYS: ReadonlyMap<string, readonly [check: Check, expected: string]> = /* @__PURE__ */ new Map([
  ['name', [isText, 'text']],
  ['client', [isText, 'text']],
  ['host', [isText, 'text']],
  ['tls', [isText, 'text']],
  ['note', [isText, 'text']],
  ['options', [(value: unknown) => value !== undefined, 'an object']],
]);

const OPTION_KEYS: ReadonlyMap<string, readonly [check: Check, expected: string]> = /* @__PURE__ */ new Map([
  ['tls', [isText, 'text']],
  ['allowClear', [isFlag, 'true or false']],
  ['volunteerStartTls', [isFlag, 'true or false']],
  ['serverName', [isText, 'text']],
  ['acceptUnverified', [isFlag, 'true or false']],
  ['model', [isText, 'text']],
  [
    'oversize',
    [(value: unknown) => isText(value) && /^\d{1,5}x\d{1,5}$/.test(value as string), 'COLUMNSxROWS'],
  ],
  ['terminalTypes', [isTexts, 'a list of texts']],
  ['luNames', [isTexts, 'a list of texts']],
  ['tn3270e', [isFlag, 'true or false']],
  ['functions', [(value: unknown) => Array.isArray(value) && value.every(isByte), 'a list of bytes']],
  ['environment', [(value: unknown) => value === false || typeof value === 'object', 'false or an object']],
  ['codePage', [isText, 'text']],
  ['numericLock', [isFlag, 'true or false']],
  ['fieldValidation', [isFlag, 'true or false']],
  ['volunteerEndOfRecord', [isFlag, 'true or false']],
  ['sysReq', [isText, 'text']],
  ['rpqName', [isText, 'text']],
  ['transferLimit', [(value: unknown) => Number.isInteger(value), 'a number of bytes']],
  ['timingMark', [isText, 'text']],
  ['limits', [isNumbers, 'an object of numbers']],
]);

function checkKeys(
  values: ReadonlyMap<string, unknown>,
  known: ReadonlyMap<string, readonly [check: Check, expected: string]>,
  line: number,
): void {
  for (const [key, value] of values) {
    const rule = known.get(key);
    if (rule === undefined) throw new TranscriptError(line, `unknown key ${shown(key)}`);
    if (!rule[0](value)) throw new TranscriptError(line, `${key} must be ${rule[1]}, not ${shown(value)}`);
  }
}

/** A value for people: short, and nothing that a terminal could obey. */
function shown(value: unknown): string {
  const text = (JSON.stringify(value) ?? String(value)).replace(/[^ -~]/g, '?');
  return text.length > 40 ? `${text.slice(0, 40)}...` : text;
}

function readHeader({ line, values }: Entry): TranscriptHeader {
  if (values.has('dir') || values.has('event') || values.has('action')) {
    throw new TranscriptError(line, 'a transcript begins with its header');
  }
  checkKeys(values, HEADER_KEYS, line);
  if (values.has('options')) checkOptions(values.get('options'), line);
  return Object.fromEntries(values) as TranscriptHeader;
}

function checkOptions(value: unknown, line: number): asserts value is TranscriptOptions {
  const options = pairs(value, line, 'options');
  checkKeys(options, OPTION_KEYS, line);
  const environment = options.get('environment');
  if (environment === undefined || environment === false) return;
  for (const [group, variables] of pairs(environment, line, 'environment')) {
    if (group !== 'variables' && group !== 'userVariables') {
      throw new TranscriptError(line, `unknown key ${shown(group)}`);
    }
    for (const [name, given] of pairs(variables, line, group)) {
      if (!isText(given) && !isTexts(given)) {
        throw new TranscriptError(line, `the variable ${shown(name)} must be text or a list of texts`);
      }
    }
  }
}

/** Which keys each kind of step has besides its time. */
const STEP_KINDS = ['dir', 'event', 'action'] as const;

const EVENT_KEYS: ReadonlyMap<TranscriptEventName, readonly string[]> = /* @__PURE__ */ new Map([
  ['tls-start', ['client_tls_octets_already_read', 'note']],
  ['tls-established', ['version', 'cipher', 'note']],
  ['tls-failed', ['error', 'note']],
  ['tls-timeout', ['error', 'note']],
  ['timer', ['name', 'note']],
  ['close', ['by', 'why', 'error', 'note']],
  ['reset', ['by', 'why', 'error', 'note']],
]);

function readStep(entry: Entry): TranscriptStep {
  const { line, values } = entry;
  const kinds = STEP_KINDS.filter((kind) => values.has(kind));
  if (kinds.length !== 1) throw new TranscriptError(line, 'a step has one of dir, event and action');
  const time = values.get('t_ms');
  if (values.has('t_ms') && !isTime(time)) {
    throw new TranscriptError(line, `t_ms must be milliseconds, not ${shown(time)}`);
  }
  const at = time === undefined ? {} : { at: time as number };
  if (kinds[0] === 'dir') return { ...at, ...readBytes(entry) };
  return kinds[0] === 'event' ? { ...at, ...readEvent(entry) } : { ...at, ...readAction(entry) };
}

function onlyKeys({ line, values }: Entry, known: readonly string[]): void {
  for (const key of values.keys()) {
    if (key !== 't_ms' && !known.includes(key)) throw new TranscriptError(line, `unknown key ${shown(key)}`);
  }
}

function readBytes(entry: Entry): TranscriptBytes {
  const { line, values } = entry;
  onlyKeys(entry, ['dir', 'hex']);
  const dir = values.get('dir');
  if (dir !== 'host' && dir !== 'client') {
    throw new TranscriptError(line, `dir must be host or client, not ${shown(dir)}`);
  }
  const hex = values.get('hex');
  if (typeof hex !== 'string') throw new TranscriptError(line, `hex must be text, not ${shown(hex)}`);
  try {
    return { type: 'bytes', sender: dir === 'host' ? 'host' : 'terminal', bytes: fromHex(hex) };
  } catch {
    throw new TranscriptError(line, `hex must be pairs of digits 0-9 a-f, not ${shown(hex)}`);
  }
}

function readEvent(entry: Entry): TranscriptEvent {
  const { line, values } = entry;
  const event = values.get('event') as TranscriptEventName;
  const keys = EVENT_KEYS.get(event);
  if (keys === undefined) throw new TranscriptError(line, `unknown event ${shown(event)}`);
  onlyKeys(entry, ['event', ...keys]);
  const details = new Map<string, string | number>();
  for (const key of keys) {
    const value = values.get(key);
    if (value === undefined) continue;
    if (!isFacts(value))
      throw new TranscriptError(line, `${key} must be text or a number, not ${shown(value)}`);
    details.set(key, value as string | number);
  }
  return { type: 'event', event, details };
}

function readAction(entry: Entry): TranscriptAction {
  const { line, values } = entry;
  onlyKeys(entry, ['action']);
  const action = values.get('action');
  if (!Array.isArray(action) || !isText(action[0]) || !action.every(isFacts)) {
    throw new TranscriptError(
      line,
      `action must be a list of a name and its arguments, not ${shown(action)}`,
    );
  }
  return { type: 'action', name: action[0] as string, arguments: action.slice(1) as (string | number)[] };
}
