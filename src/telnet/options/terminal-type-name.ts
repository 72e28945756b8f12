import { UsageError } from '../../bytes/index.js';
import {
  type DeviceKind,
  MODEL_SIZES,
  TERMINAL_TYPE_NAMES,
  type TerminalModel,
} from './terminal-types.data.js';

/** What a terminal type or device type says about the terminal behind it. */
export interface TerminalTypeFacts {
  /** The name in capitals. */
  readonly name: string;
  readonly kind: DeviceKind;
  /** 2..5 for a display; undefined for IBM-DYNAMIC and printers. */
  readonly model: TerminalModel | undefined;
  /** Structured fields and extended attributes are understood (TEL-087); true for IBM-DYNAMIC too. */
  readonly extended: boolean;
  /** Undefined for printers, and for IBM-DYNAMIC, whose size comes from the Query Reply (TNE-016). */
  readonly alternateSize: { readonly rows: number; readonly columns: number } | undefined;
  /** The name is legal as a TN3270E device type (TNE-014). */
  readonly isDeviceType: boolean;
}

/**
 * Looks a name up among those of 3270 devices, without regard to case (RFC 1091 §5).
 * @returns undefined for every other name, `UNKNOWN` included (TEL-085).
 * @example
 * parseTerminalType('ibm-3278-5-e')?.alternateSize; // { rows: 27, columns: 132 }
 */
export function parseTerminalType(name: string): TerminalTypeFacts | undefined {
  const capitals = name.toUpperCase();
  const row = TERMINAL_TYPE_NAMES.find(([known]) => known === capitals);
  if (row === undefined) return undefined;
  const [known, kind, model, extended, isDeviceType] = row;
  return {
    name: known,
    kind,
    model: model === 0 ? undefined : model,
    extended,
    alternateSize: model === 0 ? undefined : MODEL_SIZES[model],
    isDeviceType,
  };
}

/** The terminal for which a name is wanted. */
export interface TerminalDescription {
  readonly model: TerminalModel;
  readonly colour: boolean;
  readonly extended: boolean;
  /** The size is none of a model's: the name becomes IBM-DYNAMIC. */
  readonly dynamic: boolean;
}

/**
 * The name to send as TERMINAL-TYPE. Models 4 and 5 are announced as 3278 even in colour, since no 3279 of that
 * size was made and hosts do not expect one (captures fact 9).
 *
 * @throws UsageError `argument-invalid` when the model is not 2, 3, 4 or 5.
 */
export function terminalTypeName(terminal: TerminalDescription): string {
  if (terminal.dynamic) return 'IBM-DYNAMIC';
  return name(terminal.colour && terminal.model < 4 ? 'IBM-3279' : 'IBM-3278', terminal);
}

/**
 * The name to send as TN3270E device type: the 3278 form, colour or not (RFC 2355 §7.1, TNE-015).
 *
 * @throws UsageError `argument-invalid` when the model is not 2, 3, 4 or 5.
 */
export function deviceTypeName(terminal: TerminalDescription): string {
  return terminal.dynamic ? 'IBM-DYNAMIC' : name('IBM-3278', terminal);
}

function name(family: string, terminal: TerminalDescription): string {
  if (!Object.hasOwn(MODEL_SIZES, terminal.model)) {
    throw new UsageError('argument-invalid', `model must be 2, 3, 4 or 5, not ${String(terminal.model)}`);
  }
  return `${family}-${terminal.model}${terminal.extended ? '-E' : ''}`;
}
