import { UsageError } from '../bytes/index.js';
import type { CodePage, DoubleByteSet } from '../codepage/index.js';
import type { VariableSource, VariableValue } from '../telnet/index.js';

/**
 * Checks the value of an option and returns what is kept of it: the value itself, or a copy that nobody else can change.
 * `undefined` never comes here: it is an option left out.
 * @throws {@link UsageError} `option-invalid`
 */
export type OptionCheck<Value> = (name: string, value: unknown) => Value;

/** A check for every option of an interface. */
export type OptionChecks<Options> = {
  readonly [Key in keyof Options]-?: OptionCheck<Exclude<Options[Key], undefined>>;
};

/**
 * A frozen copy of options, each checked: a misspelt option must never fall back to a default (SEC-043), and what is changed
 * in the original later must not change a session.
 *
 * @param path - the name of the option that holds these, with a dot behind it
 * @throws {@link UsageError} `option-invalid` for what is no object, for an unknown key, and as the checks do.
 */
export function ownOptions<Options extends object>(
  given: unknown,
  checks: OptionChecks<Options>,
  path = '',
): Options {
  const options = objectOf(path === '' ? 'options' : path.slice(0, -1), given);
  const own: Record<string, unknown> = {};
  // Inherited ones count as well.
  for (const key in options) {
    if (!Object.hasOwn(checks, key)) throw new UsageError('option-invalid', `unknown option '${path}${key}'`);
    const value = options[key];
    if (value !== undefined) own[key] = checks[key as keyof Options](`${path}${key}`, value);
  }
  return Object.freeze(own) as Options;
}

/** Options within an option. */
export function nested<Options extends object>(checks: OptionChecks<Options>): OptionCheck<Options> {
  return (name, value) => ownOptions<Options>(value, checks, `${name}.`);
}

/** `false`, or what the other check lets through. */
export function falseOr<Value>(check: OptionCheck<Value>): OptionCheck<Value | false> {
  return (name, value) => (value === false ? false : check(name, value));
}

/** `null`, or what the other check lets through. */
export function nullOr<Value>(check: OptionCheck<Value>): OptionCheck<Value | null> {
  return (name, value) => (value === null ? null : check(name, value));
}

/** One of the strings listed. */
export function oneOf<Value extends string>(choices: readonly Value[]): OptionCheck<Value> {
  return (name, value) => {
    if (choices.includes(value as Value)) return value as Value;
    throw invalid(name, `one of ${choices.join(', ')}`, value);
  };
}

/** A list, each of its items checked; a copy. */
export function listOf<Value>(check: OptionCheck<Value>): OptionCheck<readonly Value[]> {
  return (name, value) => {
    if (!Array.isArray(value)) throw invalid(name, 'a list', value);
    return Object.freeze(Array.from(value, (item, index) => check(`${name}[${index}]`, item)));
  };
}

export function flag(name: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw invalid(name, 'true or false', value);
}

export function text(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw invalid(name, 'a string', value);
}

/** A number; its range is for whoever knows it. */
export function number(name: string, value: unknown): number {
  if (typeof value === 'number') return value;
  throw invalid(name, 'a number', value);
}

/** Numbers by name, such as timers and limits; a copy. Names and ranges are for whoever knows them. */
export function numbers<Settings extends object>(name: string, value: unknown): Settings {
  return Object.freeze({ ...objectOf(name, value) }) as Settings;
}

/** A function; what it returns is checked when it is called. */
export function callable<Value>(name: string, value: unknown): Value {
  if (typeof value === 'function') return value as Value;
  throw invalid(name, 'a function', value);
}

/** An object whose parts are checked where they are used. */
export function object<Value>(name: string, value: unknown): Value {
  return objectOf(name, value) as Value;
}

/** The parts of a code page without which bytes of the peer would make it throw. */
export function codePage(name: string, value: unknown): CodePage {
  const page: Parts<CodePage> = objectOf(name, value);
  const tables = [page.toUnicode, page.toDisplay];
  const whole =
    tables.every((table) => table instanceof Uint16Array && table.length === 256) &&
    page.fromLatin1 instanceof Uint8Array &&
    areMethods(page.encode, page.encodeRaw) &&
    typeof page.cgcsgid === 'number' &&
    (!('doubleByte' in page) || isDoubleByteSet(objectOf(`${name}.doubleByte`, page.doubleByte)));
  if (!whole) throw invalid(name, 'a code page, such as createCodePage makes', value);
  return value as CodePage;
}

function isDoubleByteSet({ cgcsgid, decode, decodeText, display, encode }: Parts<DoubleByteSet>): boolean {
  return typeof cgcsgid === 'number' && areMethods(decode, decodeText, display, encode);
}

function areMethods(...methods: readonly unknown[]): boolean {
  return methods.every((method) => typeof method === 'function');
}

type Parts<Whole> = { readonly [Key in keyof Whole]?: unknown };

/** Names and values of NEW-ENVIRON, copied with all they hold; what is legal in them is for whoever sends them. */
export function variables(name: string, value: unknown): VariableSource {
  const source = objectOf(name, value);
  const entries: Iterable<[string, unknown]> =
    source instanceof Map ? (source as Map<string, unknown>) : Object.entries(source);
  const own = new Map<string, VariableValue | readonly VariableValue[]>();
  for (const [key, given] of entries) {
    const values = Array.isArray(given) ? given : [given];
    if (!values.every((one) => typeof one === 'string' || one instanceof Uint8Array)) {
      throw invalid(`${name} '${String(key)}'`, 'a string, bytes, or a list of these', given);
    }
    const copies = values.map((one: VariableValue) => (typeof one === 'string' ? one : one.slice()));
    own.set(key, Array.isArray(given) ? copies : (copies[0] as VariableValue));
  }
  return own;
}

function objectOf(name: string, value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw invalid(name, 'an object', value);
}

function invalid(name: string, expected: string, value: unknown): UsageError {
  const shown = typeof value === 'string' ? `'${value.slice(0, 80)}'` : shownOf(value);
  return new UsageError('option-invalid', `${name} must be ${expected}, not ${shown}`);
}

/** Safe for values that have no text, such as objects without a prototype. */
function shownOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
