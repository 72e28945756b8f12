import type { InputRefusal, TerminalSession } from '../../src/index.js';

/** Why the keyboard takes nothing, as 3270 terminals show it in their bottom line. */
const LOCKS: Readonly<Record<InputRefusal, string>> = {
  noSession: 'X Not connected',
  notConnected: 'X Not connected',
  awaitingFirst: 'X Waiting for the host',
  waitingForHost: 'X Wait',
  systemLock: 'X SYSTEM',
  enterInhibit: 'X Inhibit',
  operatorErrorProtected: 'X Protected field',
  operatorErrorNumeric: 'X Numbers only',
  operatorErrorOverflow: 'X Field is full',
  operatorErrorDoubleByte: 'X Other alphabet',
  operatorErrorMandatoryFill: 'X Fill the field',
  operatorErrorMandatoryEntry: 'X Entry needed here',
  minusFunction: 'X No such function',
  bid: 'X Host sends',
  notEncodable: 'X No such character',
  notSelectable: 'X Not selectable',
};

/** What the bottom line has to say beside what the session knows. */
export interface Notes {
  /** Why the last key was refused. */
  readonly refused: InputRefusal | undefined;
  /** Set where the window shows only a part of the screen. */
  readonly part: string | undefined;
}

/** The bottom line. */
export function statusLine(session: TerminalSession, notes: Notes, width: number): string {
  const { screen, luName } = session;
  const lock = session.keyboardLock ?? notes.refused;
  const left = [
    modeInWords(session),
    tlsInWords(session),
    lock === undefined ? '' : LOCKS[lock],
    screen.insertMode ? 'Insert' : '',
    notes.part ?? '',
  ];
  const row = Math.floor(screen.cursor / screen.columns);
  const cursor = `${row + 1}/${screen.cursor - row * screen.columns + 1}`;
  const place = [luName, 'Ctrl-] quits', cursor];
  // What the window has no room for is left out, the least needed first.
  const rights = [place, [luName, cursor], [cursor]];
  const start = ` ${joined(left)}`;
  const end =
    rights.map((parts) => `  ${joined(parts)} `).find((text) => start.length + text.length <= width) ?? '';
  return start.slice(0, width - end.length).padEnd(width - end.length) + end;
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('  ');
}

function modeInWords({ mode }: TerminalSession): string {
  switch (mode) {
    case 'negotiating':
      return 'negotiating';
    case 'tlsPending':
      return 'TLS handshake';
    case 'tn3270':
      return 'TN3270';
    case 'nvt':
    case 'tn3270eNvt':
      return 'line mode';
    case 'sscpLu':
      return 'SSCP-LU';
    case 'closed':
      return 'closed';
    default:
      return 'TN3270E';
  }
}

function tlsInWords({ tlsInfo }: TerminalSession): string {
  if (tlsInfo === undefined) return 'no TLS';
  return tlsInfo.verification === 'verified' ? tlsInfo.version : `${tlsInfo.version} NOT VERIFIED`;
}
