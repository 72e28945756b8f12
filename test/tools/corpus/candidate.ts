import type { ExtendedAttributes, ScreenView } from '../../../src/screen/index.js';
import type { Mode, TerminalSession } from '../../../src/session/index.js';
import { FUNCTION_NAMES } from '../../../src/tn3270e/index.js';

/** The corpus' words for our modes. */
const CONNECTION_STATES: Readonly<Record<Mode, string>> = {
  negotiating: 'telnet-pending',
  tlsPending: 'telnet-pending',
  nvt: 'connected-nvt',
  tn3270: 'connected-3270',
  tn3270eUnbound: 'connected-unbound',
  tn3270e: 'connected-tn3270e',
  tn3270eNvt: 'connected-e-nvt',
  sscpLu: 'connected-sscp',
  closed: 'not-connected',
};

/** The modes in which functions are in force. */
const E_MODES: readonly Mode[] = ['tn3270eUnbound', 'tn3270e', 'tn3270eNvt', 'sscpLu'];

const REPLY_MODES = { field: 'field', extendedField: 'extended-field', character: 'character' } as const;

/** What a step left behind, in the adapter contract of the corpus. */
export interface CandidateStep {
  readonly clientHex: string;
  readonly screen: object;
  readonly state: object;
}

export function candidateStep(
  session: TerminalSession,
  clientHex: string,
  facts: SessionFacts,
): CandidateStep {
  const { screen } = session;
  const text = screen.text();
  return {
    clientHex,
    screen: {
      rows: screen.rows,
      cols: screen.columns,
      cursor: screen.cursor,
      cells: cellsOf(screen),
      ascii: text,
    },
    state: {
      connectionState: CONNECTION_STATES[session.mode],
      keyboard: session.keyboardLock === undefined ? 'unlocked' : 'locked',
      formatted: screen.formatted ? 'formatted' : 'unformatted',
      ...(session.luName === undefined ? {} : { luName: session.luName }),
      ...(screen.replyMode === 'character' ? {} : { replyMode: REPLY_MODES[screen.replyMode] }),
      ...(facts.functions === undefined || !E_MODES.includes(session.mode)
        ? {}
        : { tn3270eOptions: facts.functions.map((code) => FUNCTION_NAMES[code]).join(' ') }),
      tls: session.security === 'none' ? 'not secure' : 'secure',
    },
  };
}

/** What events told of a session. */
export interface SessionFacts {
  functions: readonly number[] | undefined;
}

/** One canonical string a position, as `screenlib.py` makes them. */
function cellsOf(screen: ScreenView): string[] {
  const cells: string[] = [];
  for (let position = 0; position < screen.positionCount; position++) {
    const { code, fieldAttribute, ownGraphicEscape, own, inputControl } = screen.cell(position);
    if (fieldAttribute !== undefined) {
      const control = inputControl ? ',ic=01' : '';
      cells.push(`FA:${hex(fieldAttribute & 0x3d)}${suffix(own, true)}${control}`);
    } else if (ownGraphicEscape) cells.push(`GE${hex(code)}${suffix(own, false)}`);
    else cells.push(hex(code) + suffix(own, true));
  }
  return cells;
}

function suffix(own: ExtendedAttributes, withCharacterSet: boolean): string {
  const parts: string[] = [];
  const add = (name: string, value: number, none = 0): void => {
    if (value !== 0 && value !== none) parts.push(`,${name}=${hex(value)}`);
  };
  add('fg', own.foreground);
  add('bg', own.background);
  add('gr', own.highlighting, 0xf0);
  if (withCharacterSet) add('cs', own.characterSet);
  return parts.join('');
}

function hex(value: number): string {
  return value.toString(16).padStart(2, '0');
}
