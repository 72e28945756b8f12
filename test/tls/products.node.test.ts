import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { tlsFailure } from '../../examples/node/tls-failure.js';
import { toHex } from '../../src/bytes/index.js';
import { diagnoseFirstBytes, type HostEvent } from '../../src/index.js';
import { certificates, closeAll, eventually, startHost, startTerminal } from '../examples/loopback.js';
import { startHostDouble } from '../tools/products/host-double.js';
import {
  HOST_PRODUCTS,
  TERMINAL_PRODUCTS,
  TERMINAL_PROFILES,
  type TerminalProfileName,
} from '../tools/products/products.data.js';
import { type Attempt, connectImplicit, connectNegotiating } from '../tools/products/terminal-double.js';
import { EXPECTED, type Expected } from '../tools/tls-matrix/expected.data.js';
import { HOSTS, type HostName, TERMINALS, type TerminalName } from '../tools/tls-matrix/policies.data.js';

afterEach(closeAll);

const TIMERS = { 'client-hello': 900, 'auto-listen': 250, 'first-byte': 4000 } as const;

function attempt(profile: TerminalProfileName, port: number): Promise<Attempt> {
  return profile === 'implicit'
    ? connectImplicit(port, certificates.ca)
    : connectNegotiating(port, certificates.ca);
}

/** What a product comes to where a terminal of ours with its policy comes to this. */
function outcomeOf(expected: Expected): Attempt['outcome'] {
  return expected === 'clear'
    ? 'clear'
    : expected === 'implicit' || expected === 'negotiated'
      ? 'tls'
      : 'failed';
}

/** What our host says of it. */
const HOST_SAYS: Readonly<Partial<Record<Expected, string>>> = {
  HOST_NEGOTIATES: 'CLIENT_IMPLICIT_TLS',
  HOST_PLAIN: 'CLIENT_IMPLICIT_TLS',
  HOST_SILENT: 'CLIENT_SILENT',
  TLS_HANDSHAKE_FAILED: 'NOT_SERVED',
};

function codeOf(events: readonly HostEvent[]): string | undefined {
  const closed = events.find((event) => event.type === 'closed');
  return closed?.diagnosis.code;
}

describe.each(TERMINAL_PRODUCTS)('$name', ({ profiles, shows, cure, sharesProfileOf }) => {
  describe.each([...profiles])('%s', (profile) => {
    it.each(Object.keys(HOSTS) as HostName[])('[TLS-150] against %s', async (name) => {
      const expected = EXPECTED[TERMINAL_PROFILES[profile].policy][name];
      const host = await startHost({ ...HOSTS[name], timers: TIMERS });
      const { outcome, read, error } = await attempt(profile, host.port);
      expect(outcome).toBe(outcomeOf(expected));
      if (outcome !== 'failed') return;
      await eventually(() => codeOf(host.events) !== undefined, 'the reason of the host');
      const says = name === 'none' ? 'NOT_SERVED' : HOST_SAYS[expected];
      expect(codeOf(host.events)).toBe(says);
      // The same bytes, where a session of ours had not been asked: what the product could have said.
      const { policy } = TERMINAL_PROFILES[profile];
      const tlsError = error === undefined ? {} : { tlsError: tlsFailure(error) };
      expect(
        diagnoseFirstBytes({ role: 'terminal', policy, bytes: read.subarray(0, 16), ...tlsError }).code,
      ).toBe(expected);
    });
  });

  it('[HTM-040] its words name no cause, and the page has the cause and the cure', () => {
    const page = readFileSync('docs/products.md', 'utf8');
    for (const { text } of shows) {
      expect(text).not.toMatch(/negotiat|implicit|telnet|START_?TLS/i);
      expect(page).toContain(text);
    }
    if (shows.length === 0) expect(page).toContain('No text that it shows is known.');
    if (sharesProfileOf !== undefined)
      expect(page).toContain(`the profile of ${sharesProfileOf} stands for it`);
    expect(page).toContain(cure);
    expect(cure).toContain('CONNTYPE SECURE');
  });
});

it('[TLS-152] on the wire of the four products: three bytes, no TLS error, and the end of the connection', async () => {
  const host = await startHost({ tls: 'negtSecure' });
  const { outcome, read, error } = await connectImplicit(host.port, certificates.ca);
  expect(outcome).toBe('failed');
  expect(toHex(read)).toBe('fffd2e');
  expect(error?.message).toMatch(/disconnected before secure TLS connection|^$/);
  const bytes = read.subarray(0, 16);
  expect(diagnoseFirstBytes({ role: 'terminal', policy: 'implicit', bytes })).toMatchObject({
    code: 'HOST_NEGOTIATES',
    retryWith: 'required',
    terminalFix: expect.stringContaining('Implicit SSL/TLS Connection'),
    hostFix: expect.stringContaining('CONNTYPE SECURE'),
  });
});

describe.each(HOST_PRODUCTS)('$name', ({ modes }) => {
  describe.each(Object.entries(modes))('%s', (_name, profile) => {
    it.each(Object.keys(TERMINALS) as TerminalName[])(
      '[TLS-150] against a terminal set to %s',
      async (terminal) => {
        const expected = EXPECTED[terminal][profile.policy];
        const host = await startHostDouble(profile, certificates);
        try {
          const { connection } = await startTerminal(host.port, { ...TERMINALS[terminal], timers: TIMERS });
          const { session } = connection;
          await eventually(
            () => host.reached() !== undefined || session.diagnosis !== undefined,
            'an outcome',
          );
          const outcome = outcomeOf(expected);
          expect(host.reached()).toBe(outcome === 'failed' ? undefined : outcome);
          expect(session.diagnosis?.code).toBe(outcome === 'failed' ? expected : undefined);
          if (outcome === 'tls') expect(session.security).toBe(expected);
        } finally {
          host.close();
        }
      },
    );
  });
});
