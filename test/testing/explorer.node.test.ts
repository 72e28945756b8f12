import { afterEach, describe, expect, it } from 'vitest';
import { TerminalSession } from '../../src/session/index.js';
import {
  calmEndings,
  EXPLORED_HOSTS,
  EXPLORED_TERMINALS,
  Explorer,
  ExplorerMemory,
  transcriptOf,
} from '../../src/testing/index.js';
import { HOST_TLS_TABLE, TERMINAL_TLS_TABLE } from '../../src/tls/index.js';
import { parseTranscript, writeTranscript } from '../../src/trace/index.js';

const HOSTS = Object.keys(EXPLORED_HOSTS);
const TERMINALS = Object.keys(EXPLORED_TERMINALS);

function explore(terminal: string, host: string, attacks: number, memory = new ExplorerMemory()): Explorer {
  const [t, h] = [EXPLORED_TERMINALS[terminal], EXPLORED_HOSTS[host]];
  if (t === undefined || h === undefined) throw new Error(`no pair ${terminal}, ${host}`);
  return new Explorer(t, h, { attacks, memory });
}

/** The properties that a pair breaks, each once. */
function broken(terminal: string, host: string, attacks: number): string[] {
  return explore(terminal, host, attacks)
    .run()
    .violations.map(({ property }) => property)
    .sort();
}

describe('every order of what two honest ends and their embedders do', () => {
  it.each(TERMINALS)(
    '[SEC-046] %s against every host policy breaks nothing',
    { timeout: 60_000 },
    (terminal) => {
      const memory = new ExplorerMemory();
      for (const host of HOSTS) {
        const explorer = explore(terminal, host, 0, memory);
        const { violations, states } = explorer.run();
        expect(violations.map((one) => writeTranscript(transcriptOf(explorer, one)))).toEqual([]);
        expect(states).toBeGreaterThanOrEqual(3);
        expect(calmEndings(explorer).length).toBeGreaterThan(0);
      }
    },
  );
});

describe('an attacker who acts twice before TLS', () => {
  // The whole of it is `npm run explore`; these are small enough for every day.
  it.each([
    ['required', 'basic'],
    ['required', 'negtSecure'],
    ['required', 'vmAllowed'],
    ['implicit', 'negtSecure'],
    ['auto', 'secure'],
  ])('[SEC-046] %s against %s breaks nothing', { timeout: 120_000 }, (terminal, host) => {
    expect(broken(terminal, host, 2)).toEqual([]);
  });
});

describe('planted faults are found', () => {
  const mended: (() => void)[] = [];
  afterEach(() => {
    for (const mend of mended.splice(0)) mend();
  });

  /** Changes a value for the time of one test; one that is inherited is covered. */
  function plant(target: object, key: string, value: unknown): void {
    const before = Object.getOwnPropertyDescriptor(target, key);
    mended.push(() => {
      if (before === undefined) Reflect.deleteProperty(target, key);
      else Object.defineProperty(target, key, before);
    });
    Object.defineProperty(target, key, { value, writable: true, configurable: true, enumerable: true });
  }

  /** Sessions of terminals never ask for this timer. */
  function plantDeafTimer(deaf: string): void {
    const prototype = TerminalSession.prototype as unknown as { arm(name: string): void };
    const { arm } = prototype;
    plant(prototype, 'arm', function (this: unknown, name: string): void {
      if (name !== deaf) arm.call(this, name);
    });
  }

  it('[TLS-008] [TLS-009] the gate between the two FOLLOWS removed', { timeout: 60_000 }, () => {
    plant(TERMINAL_TLS_TABLE.followsSent, 'telnet', ['followsSent', 'pass']);
    expect(broken('required', 'vmAllowed', 1)).not.toEqual([]);
  });

  it('[TLS-010] the residue read as telnet', { timeout: 60_000 }, () => {
    plant(TERMINAL_TLS_TABLE.followsSent, 'followsWithTail', ['clearNegotiated', 'pass']);
    expect(broken('required', 'negtSecure', 2)).not.toEqual([]);
  });

  it('[TLS-015] state kept over TLS', { timeout: 60_000 }, () => {
    plant(TerminalSession.prototype, 'resetChannel', () => {});
    expect(broken('negotiated', 'vmAllowed', 2)).not.toEqual([]);
  });

  it('[TEL-026] a refusal sent again', { timeout: 60_000 }, () => {
    plant(HOST_TLS_TABLE.clearRefusing, 'dontStartTls', ['clearRefusing', 'sendWont']);
    plant(TERMINAL_TLS_TABLE.clearPlain, 'wontStartTls', ['clearPlain', 'sendDont']);
    plant(TERMINAL_TLS_TABLE.refusedOffer, 'wontStartTls', ['refusedOffer', 'sendDont']);
    plant(TERMINAL_TLS_TABLE.listenPlain, 'wontStartTls', ['clearPlain', 'sendDont']);
    expect(broken('plain', 'basic', 1)).toContain('loop');
  });

  it('[TLS-033] a timer not armed', { timeout: 60_000 }, () => {
    plantDeafTimer('follows');
    expect(broken('negotiated', 'negtSecure', 1)).toContain('deadlock');
  });

  it('the shortest way to a fault is a transcript', { timeout: 60_000 }, () => {
    plantDeafTimer('start-tls-answer');
    const explorer = explore('required', 'basic', 1);
    const [violation] = explorer.run().violations;
    if (violation === undefined) throw new Error('nothing was found');
    const text = writeTranscript(transcriptOf(explorer, violation));
    expect(parseTranscript(text).header.options?.tls).toBe('required');
    expect(parseTranscript(text).steps.length).toBeGreaterThan(0);
  });
});
