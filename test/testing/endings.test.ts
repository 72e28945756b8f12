import { describe, expect, it } from 'vitest';
import {
  calmEndings,
  EXPLORED_HOSTS,
  EXPLORED_TERMINALS,
  Explorer,
  ExplorerMemory,
} from '../../src/testing/index.js';

const TLS = 'tn3270e in TLS, tn3270e in TLS';
const CLEAR = 'tn3270e in the clear, tn3270e in the clear';
const REQUIRES = 'HOST_REQUIRES_TLS, CLIENT_REFUSED_STARTTLS';
const PLAIN = 'HOST_PLAIN, CLIENT_IMPLICIT_TLS';
const NEGOTIATES = 'HOST_NEGOTIATES, CLIENT_IMPLICIT_TLS';
const REFUSED = 'HOST_REFUSED_STARTTLS, PEER_CLOSED';
const SILENT = 'HOST_SILENT, CLIENT_SILENT';
const DROPPED = 'HOST_SILENT, NOT_SERVED';

/** starttls.md §5 by columns, in the order of its rows; then an implicit host, and NONE, which drops whoever connects. */
const HOSTS = [
  ['basic', 'TLS-101', [CLEAR, PLAIN, CLEAR, REFUSED, REFUSED, CLEAR, CLEAR]],
  ['secure', 'TLS-102', [REQUIRES, TLS, TLS, TLS, TLS, TLS, TLS]],
  ['negtSecure', 'TLS-103', [REQUIRES, NEGOTIATES, TLS, TLS, TLS, TLS, TLS]],
  ['any', 'TLS-104', [CLEAR, TLS, TLS, TLS, TLS, TLS, TLS]],
  ['anyOfferFirst', 'TLS-104', [CLEAR, NEGOTIATES, TLS, TLS, TLS, TLS, TLS]],
  ['vmNever', 'TLS-106', [CLEAR, PLAIN, CLEAR, REFUSED, REFUSED, CLEAR, CLEAR]],
  ['vmAllowed', 'TLS-107', [CLEAR, PLAIN, CLEAR, TLS, TLS, CLEAR, TLS]],
  ['vmPreferred', 'TLS-108', [CLEAR, NEGOTIATES, TLS, TLS, TLS, TLS, TLS]],
  ['vmRequired', 'TLS-109', [REQUIRES, NEGOTIATES, TLS, TLS, TLS, TLS, TLS]],
  ['implicit', 'HTM-003', [SILENT, TLS, SILENT, SILENT, TLS, TLS, TLS]],
  ['none', 'HTM-007', [DROPPED, 'TLS_HANDSHAKE_FAILED, NOT_SERVED', ...Array(5).fill(DROPPED)]],
] as const;
const TERMINALS = ['plain', 'implicit', 'negotiated', 'required', 'auto', 'autoClear', 'autoAsk'] as const;

describe('left alone, a pair comes to one end whatever the order of deliveries', () => {
  it('no policy is left out', () => {
    expect(HOSTS.map(([name]) => name).sort()).toEqual(Object.keys(EXPLORED_HOSTS).sort());
    expect([...TERMINALS].sort()).toEqual(Object.keys(EXPLORED_TERMINALS).sort());
  });

  const memory = new ExplorerMemory();
  for (const [host, id, row] of HOSTS) {
    it.each(TERMINALS.map((terminal, i) => [terminal, row[i] as string] as const))(
      `[${id}] %s against ${host}: %s`,
      (terminal, ending) => {
        const [t, h] = [EXPLORED_TERMINALS[terminal], EXPLORED_HOSTS[host]];
        if (t === undefined || h === undefined) throw new Error('no such policy');
        expect(calmEndings(new Explorer(t, h, { memory }))).toEqual([ending]);
      },
    );
  }

  it.each([
    ['plain', 'basic', { tn3270e: false as const }, {}, 'tn3270 in the clear, tn3270 in the clear'],
    ['plain', 'basic', {}, { functions: false as const }, 'tn3270 in the clear, tn3270 in the clear'],
    ['required', 'negtSecure', { tn3270e: false as const }, {}, 'tn3270 in TLS, tn3270 in TLS'],
    [
      'plain',
      'vmPreferred',
      { tn3270e: false as const, terminalTypes: ['ANSI'] },
      {},
      'nvt in the clear, nvt in the clear',
    ],
    ['auto', 'secure', { tn3270e: false as const, terminalTypes: ['ANSI'] }, {}, 'nvt in TLS, nvt in TLS'],
  ])('[TEL-117] %s against %s with %j and %j', (terminal, host, less, fewer, ending) => {
    const [t, h] = [EXPLORED_TERMINALS[terminal], EXPLORED_HOSTS[host]];
    if (t === undefined || h === undefined) throw new Error('no such policy');
    const explorer = new Explorer({ ...t, ...less }, { ...h, ...fewer });
    expect(calmEndings(explorer)).toEqual([ending]);
    expect(explorer.run().violations).toEqual([]);
  });
});
