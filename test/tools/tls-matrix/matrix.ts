import { makeCertificates } from '../../../examples/certificates.js';
import { findPeer } from '../../support/peers.js';
import { type Outcome, runCell } from './cell.js';
import { runClientCell } from './clients.js';
import { EXPECTED, EXPECTED_CLIENTS, type Expected } from './expected.data.js';
import {
  CLIENTS,
  type ClientName,
  HOSTS,
  type HostName,
  TERMINALS,
  type TerminalName,
} from './policies.data.js';
import { SHORT_TIMERS } from './timers.data.js';

/** One cell as it was seen, beside what it should be. */
export interface Cell extends Outcome {
  readonly terminal: TerminalName | ClientName;
  readonly host: HostName;
  readonly expected: Expected;
  readonly asExpected: boolean;
}

/** So many cells run at once: most of them wait. */
const SIDE_BY_SIDE = 16;

/** Runs all cells of our own, and those of the clients that are installed. */
export async function runMatrix(onCell: (cell: Cell) => void = () => {}): Promise<Cell[]> {
  const certificates = await makeCertificates();
  const waiting: (() => Promise<Cell>)[] = [];
  const add = (
    terminal: TerminalName | ClientName,
    host: HostName,
    expected: Expected,
    run: () => Promise<Outcome>,
  ): void => {
    waiting.push(async () => {
      const outcome = await run().catch(hung);
      const cell = { ...outcome, terminal, host, expected, asExpected: fits(expected, outcome) };
      onCell(cell);
      return cell;
    });
  };
  for (const terminal of keys(TERMINALS)) {
    for (const host of keys(HOSTS)) {
      add(terminal, host, EXPECTED[terminal][host], () =>
        runCell(TERMINALS[terminal], HOSTS[host], certificates, SHORT_TIMERS),
      );
    }
  }
  for (const client of installedClients()) {
    for (const host of keys(HOSTS)) {
      add(client, host, EXPECTED_CLIENTS[client][host], () =>
        runClientCell(client, HOSTS[host], certificates, SHORT_TIMERS),
      );
    }
  }
  const cells: Cell[] = new Array(waiting.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < waiting.length) {
      const place = next++;
      cells[place] = await (waiting[place] as () => Promise<Cell>)();
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
  return cells;
}

/** The clients that are there to be run. */
export function installedClients(): ClientName[] {
  return keys(CLIENTS).filter((client) => findPeer(CLIENTS[client]) !== undefined);
}

/** Programs that are missing, each once. */
export function missingPrograms(): string[] {
  const missing = keys(CLIENTS).map((client) => CLIENTS[client]);
  return [...new Set(missing)].filter((program) => findPeer(program) === undefined);
}

/** Whether a cell came out as it should. */
export function fits(expected: Expected, { result, upgrade }: Outcome): boolean {
  if (expected === 'clear') return result === 'OK_CLEAR' && upgrade === 'none';
  if (expected === 'implicit' || expected === 'negotiated')
    return result === 'OK_TLS' && upgrade === expected;
  return result === expected;
}

function hung(error: Error): Outcome {
  return {
    result: `HUNG: ${error.message}`,
    upgrade: 'none',
    version: '',
    diagnosis: undefined,
    hostDiagnosis: undefined,
    ms: 0,
  };
}

function keys<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(record) as Key[];
}
