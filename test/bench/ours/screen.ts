import { cp037 } from '../../../src/codepage/index.js';
import { buildScreen, type ScreenDescription, type ScreenField } from '../../../src/datastream/index.js';
import type { TerminalOptions, TerminalSession } from '../../../src/session/index.js';
import type { Corpora } from '../corpora/read.js';
import { inChunks } from '../corpora/read.js';
import { onWire } from '../corpora/records.js';
import { timeOf } from '../measure.js';
import { feed, negotiated } from './terminal.js';

/** Options of a terminal for the screens of a corpus. */
export const TERMINALS = {
  w3a: {},
  w3b: { oversize: { rows: 62, columns: 160 } },
} as const satisfies Record<string, Partial<TerminalOptions>>;

/** Screens a second that a terminal session takes from the wire to its presentation space. */
export function writeRate(corpora: Corpora, name: keyof typeof TERMINALS): number {
  const terminal = negotiated(corpora.negotiation('w4t'), TERMINALS[name]);
  const records = corpora.records(name);
  const repeats = Math.ceil((1 << 20) / records.reduce((sum, record) => sum + record.length, 0));
  const block = Array<Uint8Array[]>(repeats).fill(records).flat();
  const chunks = inChunks(onWire(block));
  const time = timeOf(() => {
    for (const chunk of chunks) feed(terminal, chunk);
  });
  const { length } = terminal.screen.fields();
  if (length < 60) throw new Error(`${name}: ${length} fields`);
  return block.length / time;
}

interface Entry {
  readonly address: number;
  readonly text: string;
}

/** A terminal that shows the first screen, with something typed into its input fields. */
function filledIn(corpora: Corpora): TerminalSession {
  const terminal = negotiated(corpora.negotiation('w4t'));
  feed(terminal, onWire(corpora.records('w3a').slice(0, 1)));
  for (const { address, text } of corpora.json('w5.json') as Entry[]) {
    terminal.moveCursor(address);
    if (!terminal.type(text).accepted) throw new Error(`nothing could be typed at ${address}`);
  }
  return terminal;
}

/** The command of each read, and how many bytes s3270 answers with. */
const READS = { W5m: [0xf6, 179], W5b: [0xf2, 1989] } as const;

/** Reads a second that a terminal session answers, from the wire to the wire. */
export function readRate(corpora: Corpora, workload: keyof typeof READS): number {
  const [command, expected] = READS[workload];
  const terminal = filledIn(corpora);
  const read = onWire([Uint8Array.of(command)]);
  const length = feed(terminal, read);
  if (length !== expected) throw new Error(`${workload}: an answer of ${length} bytes`);
  const count = 2000;
  return (
    count /
    timeOf(() => {
      for (let i = 0; i < count; i++) feed(terminal, read);
    })
  );
}

/** A screen of 66 fields with the contents of W3a's, as the author of a host application states it. */
function description(corpora: Corpora): ScreenDescription {
  const terminal = negotiated(corpora.negotiation('w4t'));
  feed(terminal, onWire(corpora.records('w3a').slice(0, 1)));
  const fields = terminal.screen.fields().map(
    ({ position, isProtected, isNumeric, text, foreground }): ScreenField => ({
      row: 1 + Math.floor(((position + 1) % 1920) / 80),
      column: 1 + ((position + 1) % 80),
      text: text.trimEnd(),
      protected: isProtected,
      numeric: isNumeric,
      ...(foreground === 0 ? {} : { color: 'turquoise' }),
    }),
  );
  const more: ScreenField[] = [
    { row: 3, column: 70, text: '12:00', protected: true },
    { row: 24, column: 72, text: 'LU000042', protected: true },
  ];
  const byPlace = (a: ScreenField, b: ScreenField): number => a.row - b.row || a.column - b.column;
  const all = [...fields, ...more].sort(byPlace);
  return { rows: 24, columns: 80, fields: all, cursor: { row: 4, column: 15 } };
}

/** Screens a second that a host builds. */
export function buildRate(corpora: Corpora): number {
  const screen = description(corpora);
  const built = buildScreen(screen, cp037);
  if (screen.fields.length !== 66 || built.length < 1500) {
    throw new Error(`W7: ${screen.fields.length} fields, ${built.length} bytes`);
  }
  let sink = 0;
  const count = 2000;
  const time = timeOf(() => {
    for (let i = 0; i < count; i++) sink += buildScreen(screen, cp037).length;
  });
  return sink < 0 ? 0 : count / time;
}
