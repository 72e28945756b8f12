import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { HostOptions, TerminalOptions } from '../../src/session/index.js';
import { OPTION_TABLE } from '../../src/telnet/index.js';
import { calmEndings, EXPLORED_HOSTS, EXPLORED_TERMINALS, Explorer } from '../../src/testing/index.js';
import { HOST_TLS_STATES, HOST_TLS_TABLE, TERMINAL_TLS_TABLE } from '../../src/tls/index.js';
import { requirePeer } from '../support/peers.js';
import type { ProjectedPair } from '../tools/promela/acts.js';
import { allPairs, type Comparison, compare } from '../tools/promela/compare.js';
import { describeScene, describeStored } from '../tools/promela/describe.js';
import { calmProjection, enumerate } from '../tools/promela/enumerate.js';
import { CAPACITY } from '../tools/promela/messages.data.js';
import type { ProtocolName } from '../tools/promela/policies.data.js';
import { SpinVerifier } from '../tools/promela/spin.js';
import { readTables } from '../tools/promela/tables.js';

const TABLES = readTables();
const TERMINALS = [...TABLES.terminal.starts.keys()];
const HOSTS = [...TABLES.host.starts.keys()];
const PATIENCE = 120_000;

/** The options of sessions that come to each protocol. */
const SESSIONS: Readonly<
  Record<ProtocolName, { terminal: Partial<TerminalOptions>; host: Partial<HostOptions> }>
> = {
  tn3270e: { terminal: {}, host: {} },
  tn3270: { terminal: { tn3270e: false }, host: {} },
  nvt: { terminal: { terminalTypes: ['ANSI'] }, host: { functions: false } },
};

function sessions({ terminal, host, protocol }: ProjectedPair): Explorer {
  const closes = host.endsWith('OrClose');
  const terminalOptions = EXPLORED_TERMINALS[terminal];
  const hostOptions = EXPLORED_HOSTS[host.replace('OrClose', '')];
  if (terminalOptions === undefined || hostOptions === undefined) throw new Error(`${terminal}, ${host}`);
  const { terminal: less, host: fewer } = SESSIONS[protocol];
  const unanswered = closes ? ({ offerUnanswered: 'close' } as const) : {};
  return new Explorer(
    { ...terminalOptions, ...less },
    { ...hostOptions, ...fewer, ...unanswered },
    { capacity: CAPACITY },
  );
}

function pairsOf(terminal: string, attacks: readonly number[]): ProjectedPair[] {
  return allPairs(TABLES).filter((pair) => pair.terminal === terminal && attacks.includes(pair.attacks));
}

describe('the projection is what the sessions do', () => {
  it('leaves out no policy of the explorer', () => {
    expect(TERMINALS).toEqual(expect.arrayContaining(Object.keys(EXPLORED_TERMINALS)));
    expect(HOSTS).toEqual(expect.arrayContaining(Object.keys(EXPLORED_HOSTS)));
  });

  it.each(TERMINALS)('%s against every host reaches the same states', { timeout: PATIENCE }, (terminal) => {
    for (const pair of pairsOf(terminal, [0])) {
      // The subnegotiations of TN3270E are projected away, and with them how long a negotiation takes.
      const detail = pair.protocol === 'tn3270e' ? 'gates' : 'all';
      const explorer = sessions(pair);
      const { states } = explorer.run();
      const theirs = new Set<string>();
      for (let state = 0; state < states; state++) theirs.add(describeStored(explorer, state, detail));
      const ours = new Set<string>();
      enumerate(pair, TABLES, (scene) => ours.add(describeScene(scene, TABLES, detail)));
      expect([...ours].sort(), JSON.stringify(pair)).toEqual([...theirs].sort());
    }
  });

  it.each(TERMINALS)(
    '%s against every host, left alone, ends the same',
    { timeout: PATIENCE },
    (terminal) => {
      for (const pair of pairsOf(terminal, [0])) {
        expect(calmProjection(pair, TABLES), JSON.stringify(pair)).toEqual(calmEndings(sessions(pair)));
      }
    },
  );
});

describe.runIf(requirePeer('spin', 'gcc'))('spin agrees on the tables', () => {
  let verifier: SpinVerifier;
  beforeAll(async () => {
    verifier = await SpinVerifier.build(TABLES);
  }, PATIENCE);
  afterAll(() => verifier.dispose());

  it.each(TERMINALS)(
    '[SEC-046] %s against every host breaks nothing, in as many states',
    { timeout: PATIENCE },
    async (terminal) => {
      const pairs = pairsOf(terminal, [0, 1]);
      expect(pairs).toHaveLength(HOSTS.length * 3 * 2);
      for (const pair of pairs) {
        const { ours, spin } = await compare(pair, TABLES, verifier);
        expect(spin, JSON.stringify(pair)).toEqual(ours);
        expect(ours.faults, JSON.stringify(pair)).toEqual([]);
        expect(ours.states).toBeGreaterThanOrEqual(3);
      }
    },
  );
});

describe.runIf(requirePeer('spin', 'gcc'))('planted faults are found by both', () => {
  const mended: (() => void)[] = [];
  afterEach(() => {
    for (const mend of mended.splice(0)) mend();
  });

  /** Changes a value for the time of one test. */
  function plant<Key extends string>(
    target: { readonly [name in Key]: unknown },
    key: Key,
    value: unknown,
  ): void {
    const before = Object.getOwnPropertyDescriptor(target, key) as PropertyDescriptor;
    mended.push(() => Object.defineProperty(target, key, before));
    Object.defineProperty(target, key, { ...before, value });
  }

  /** What both find, with the tables as they are now. */
  async function search(
    terminal: string,
    host: string,
    protocol: ProtocolName,
    attacks: number,
  ): Promise<Comparison> {
    const tables = readTables();
    const verifier = await SpinVerifier.build(tables);
    try {
      return await compare({ terminal, host, protocol, attacks }, tables, verifier);
    } finally {
      verifier.dispose();
    }
  }

  it('[TLS-011] TLS started by a FOLLOWS that was not agreed', { timeout: PATIENCE }, async () => {
    plant(TERMINAL_TLS_TABLE.asking, 'follows', ['upgradingNegotiated', 'upgradeNegotiated']);
    const { ours, spin } = await search('required', 'basic', 'tn3270e', 1);
    expect(ours.faults).toContain('tlsUnagreed');
    expect(spin).toEqual(ours);
  });

  it('[TLS-009] TLS started without waiting for the FOLLOWS of the host', { timeout: PATIENCE }, async () => {
    const cell = ['upgradingNegotiated', 'sendFollows', 'upgradeNegotiated'];
    plant(TERMINAL_TLS_TABLE.asking, 'doStartTls', cell);
    const { ours, spin } = await search('required', 'vmAllowed', 'tn3270e', 0);
    expect(ours.faults).toEqual(['tlsUnagreed']);
    expect(spin).toEqual(ours);
  });

  it('[TLS-037] a terminal that must have TLS answers in the clear', { timeout: PATIENCE }, async () => {
    plant(TERMINAL_TLS_TABLE.listenRequired, 'telnet', ['clearPlain', 'pass']);
    const { ours, spin } = await search('required', 'basic', 'tn3270', 0);
    expect(ours.faults).toEqual(['clearBytes', 'clearSession', 'clearData']);
    expect(spin).toEqual(ours);
  });

  it('[TLS-033] a timer that is not armed', { timeout: PATIENCE }, async () => {
    plant(HOST_TLS_STATES.followsSent, 'timer', undefined);
    const { ours, spin } = await search('required', 'vmAllowed', 'tn3270e', 1);
    expect(ours.faults).toEqual(['deadlock']);
    expect(spin).toEqual(ours);
  });

  it('[TEL-026] a refusal sent again', { timeout: PATIENCE }, async () => {
    plant(HOST_TLS_TABLE.clearRefusing, 'dontStartTls', ['clearRefusing', 'sendWont']);
    plant(TERMINAL_TLS_TABLE.clearPlain, 'wontStartTls', ['clearPlain', 'sendDont']);
    plant(TERMINAL_TLS_TABLE.refusedOffer, 'wontStartTls', ['refusedOffer', 'sendDont']);
    plant(TERMINAL_TLS_TABLE.listenPlain, 'wontStartTls', ['clearPlain', 'sendDont']);
    const { ours, spin } = await search('plain', 'basic', 'tn3270e', 1);
    expect(ours.faults).toContain('loop');
    expect(spin).toEqual(ours);
  });

  it('[TEL-032] an option that is on agreed to again', { timeout: PATIENCE }, async () => {
    plant(OPTION_TABLE.yes, 'offerAgreed', ['yes', 'sendYes']);
    const { ours, spin } = await search('plain', 'basic', 'tn3270', 1);
    expect(ours.faults).toContain('loop');
    expect(spin).toEqual(ours);
  });
});
