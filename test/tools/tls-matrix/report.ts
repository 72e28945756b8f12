import type { Cell } from './matrix.js';
import { SHORT_TIMERS } from './timers.data.js';

/** A cell as one line of JSON. */
export function jsonLine(cell: Cell): string {
  const { terminal, host, result, upgrade } = cell;
  return JSON.stringify({ terminal, host, result, diagnosis: inWords(cell), upgrade });
}

/** What came of a cell in one sentence. */
function inWords({ diagnosis, result, upgrade, ms }: Cell): string {
  if (diagnosis !== undefined) return diagnosis.message;
  if (!result.startsWith('OK')) return '';
  if (upgrade === 'none') return 'No TLS on this session.';
  if (upgrade === 'implicit') return 'Implicit TLS.';
  const waited = ms >= (SHORT_TIMERS['client-hello'] ?? 0);
  return waited ? WAITED : 'Negotiated TLS.';
}

/** HTM-043. */
const WAITED =
  "Negotiated TLS, after the host's wait for a ClientHello (SSLTIMEOUT, HandshakeTimeout): implicit TLS or `auto` avoids it.";

/** The cells as a table for people, and what differs from the expected one. */
export function tableLines(cells: readonly Cell[]): string[] {
  const lines = [row('terminal', 'host', 'result', 'security', 'time', 'diagnosis')];
  for (const cell of cells) {
    const security = cell.upgrade === 'none' ? 'none' : `${cell.upgrade} ${cell.version}`;
    const wrong = cell.asExpected ? '' : `  EXPECTED ${cell.expected}`;
    lines.push(
      row(cell.terminal, cell.host, cell.result, security, `${Math.round(cell.ms)} ms`, inWords(cell)) +
        wrong,
    );
  }
  return lines;
}

/** The last line: how many cells are as they should be. */
export function summary(cells: readonly Cell[], seconds: number): string {
  const good = cells.filter(({ asExpected }) => asExpected).length;
  return `${good} of ${cells.length} cells as expected, ${seconds.toFixed(1)} s`;
}

const WIDTHS = [26, 16, 25, 20, 9];

function row(...cells: readonly string[]): string {
  return cells
    .map((text, i) => text.padEnd(WIDTHS[i] ?? 0))
    .join('')
    .trimEnd();
}
