import { beforeAll, describe, expect, it } from 'vitest';
import { requirePeer } from '../support/peers.js';
import { EXPECTED, EXPECTED_CLIENTS } from '../tools/tls-matrix/expected.data.js';
import { type Cell, fits, installedClients, runMatrix } from '../tools/tls-matrix/matrix.js';
import { HOSTS, TERMINALS } from '../tools/tls-matrix/policies.data.js';
import { jsonLine, summary, tableLines } from '../tools/tls-matrix/report.js';

// Clients that are missing are left out, with a line that names their package; where CI=true that fails.
requirePeer('s3270', 'openssl', 'kermit');

const LIMIT = 40_000;

let cells: Cell[] = [];
let ms = 0;

beforeAll(async () => {
  const start = performance.now();
  cells = await runMatrix();
  ms = performance.now() - start;
}, 2 * LIMIT);

function cell(terminal: string, host: string): Cell {
  const found = cells.find((one) => one.terminal === terminal && one.host === host);
  if (found === undefined) throw new Error(`no cell ${terminal} × ${host}`);
  return found;
}

describe('every TLS policy against every other, by TCP and real TLS', () => {
  it.each(Object.keys(TERMINALS))(
    '[TLS-101] to [TLS-145] %s is as expected against every host',
    (terminal) => {
      const row = cells.filter((one) => one.terminal === terminal);
      expect(row.length).toBe(Object.keys(HOSTS).length);
      expect(tableLines(row.filter(({ asExpected }) => !asExpected)).slice(1)).toEqual([]);
    },
  );

  it.each(Object.keys(EXPECTED_CLIENTS))('[TLS-150] %s is as expected against every host', (client) => {
    const row = cells.filter((one) => one.terminal === client);
    const there = (installedClients() as string[]).includes(client);
    expect(row.length).toBe(there ? Object.keys(HOSTS).length : 0);
    expect(tableLines(row.filter(({ asExpected }) => !asExpected)).slice(1)).toEqual([]);
  });

  it('ends within 40 seconds', () => expect(ms).toBeLessThan(LIMIT));

  it('[TLS-120] [HTM-043] a terminal that negotiates waits as long as a waiting host, and is told how to avoid it', () => {
    for (const terminal of ['negotiated', 'required']) {
      expect(cell(terminal, 'secure').ms).toBeGreaterThanOrEqual(2500);
      expect(jsonLine(cell(terminal, 'secure'))).toMatch(
        /SSLTIMEOUT.*HandshakeTimeout.*implicit TLS or `auto`/,
      );
      expect(jsonLine(cell(terminal, 'negtSecure'))).toContain('"Negotiated TLS."');
    }
    expect(cell('auto', 'secure').ms).toBeLessThan(2500);
  });

  it('[TLS-152] [HTM-040] a mismatch of implicit and negotiated TLS is known at once, not at a time-out', () => {
    for (const host of ['negtSecure', 'any+offerFirst', 'vmPreferred', 'vmRequired', 'basic', 'vmAllowed'])
      expect(cell('implicit', host).ms, host).toBeLessThan(2000);
  });

  it('[TLS-151] [HTM-025] both ends of a cell that fails say why, and show the bytes', () => {
    const failed = cells.filter(
      ({ terminal, diagnosis }) => terminal in TERMINALS && diagnosis !== undefined,
    );
    expect(failed.length).toBe(
      Object.values(EXPECTED).flatMap((row) => Object.values(row).filter((code) => /^[A-Z]/.test(code)))
        .length,
    );
    for (const { terminal, host, diagnosis, hostDiagnosis } of failed) {
      const name = `${terminal} × ${host}`;
      expect(hostDiagnosis?.code, name).toMatch(/^(CLIENT_[A-Z_]+|NOT_SERVED|PEER_CLOSED|ENDED)$/);
      expect(diagnosis?.firstBytes, name).toMatch(/^(|fffd2e|fffd28)/);
      if (diagnosis?.code === 'HOST_NEGOTIATES') expect(diagnosis.firstBytes, name).toBe('fffd2e');
    }
  });
});

describe('the report', () => {
  it('is one line of JSON a cell, with the names of the policies', () => {
    expect(JSON.parse(jsonLine(cell('implicit', 'negtSecure')))).toEqual({
      terminal: 'implicit',
      host: 'negtSecure',
      result: 'HOST_NEGOTIATES',
      diagnosis:
        'The ClientHello met DO STARTTLS: this host negotiates TLS inside telnet and does not accept implicit TLS.',
      upgrade: 'none',
    });
    expect(JSON.parse(jsonLine(cell('auto', 'secure')))).toMatchObject({
      result: 'OK_TLS',
      upgrade: 'implicit',
    });
    expect(JSON.parse(jsonLine(cell('plain', 'basic')))).toMatchObject({
      result: 'OK_CLEAR',
      upgrade: 'none',
    });
  });

  it('shows a cell that is not as expected, and counts it', () => {
    const good = cell('plain', 'basic');
    const bad: Cell = { ...good, expected: 'negotiated', asExpected: false };
    expect(tableLines([bad])[1]).toContain('EXPECTED negotiated');
    expect(summary([good, bad], 1)).toBe('1 of 2 cells as expected, 1.0 s');
  });

  it('takes nothing else for what was expected', () => {
    const clear = cell('plain', 'basic');
    const negotiated = cell('negotiated', 'negtSecure');
    expect([fits('clear', clear), fits('negotiated', clear), fits('PEER_CLOSED', clear)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([fits('negotiated', negotiated), fits('implicit', negotiated)]).toEqual([true, false]);
  });
});
