import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cp037 } from '../../src/codepage/index.js';
import { buildScreen } from '../../src/datastream/index.js';
import { SimulatedNetwork } from '../../src/testing/index.js';

const SCREEN = buildScreen(
  { rows: 24, columns: 80, fields: [{ row: 1, column: 2, text: 'READY', protected: true }] },
  cp037,
);

describe('a simulated network', () => {
  it('carries a session from the first byte to a screen and an answer', () => {
    const heard: string[] = [];
    const network = new SimulatedNetwork({
      terminal: { tls: 'required', luNames: ['LU7'] },
      host: { tls: 'negtSecure' },
      onHostEvent: (event, session) => {
        if (event.type === 'negotiated') session.write(SCREEN);
        if (event.type === 'inbound') heard.push(event.record.type);
      },
      onTerminalEvent: (event) => heard.push(event.type),
    });
    network.settle();
    expect(network.terminal.security).toBe('negotiated');
    expect(network.host.security).toBe('negotiated');
    expect(network.terminal.luName).toBe('LU7');
    expect(network.terminal.screen.text()[0]?.trim()).toBe('READY');
    expect(network.atTerminal((session) => session.press('clear')).accepted).toBe(true);
    network.settle();
    expect(heard).toContain('secure');
    expect(heard.at(-1)).toBe('shortRead');
    expect(network.takeFindings()).toEqual([]);
  });

  it('[TLS-120] [TLS-138] keeps time: the wait of the host, or the shorter one of the terminal', () => {
    const times = (['negotiated', 'auto'] as const).map((tls) => {
      const network = new SimulatedNetwork({ terminal: { tls }, host: { tls: 'secure' } });
      network.settle();
      expect(network.terminal.mode).toBe('tn3270e');
      return network.now;
    });
    expect(times).toEqual([5000, 1500]);
  });

  it('takes the latency for every way', () => {
    const network = new SimulatedNetwork({
      terminal: { tls: 'plain' },
      host: { tls: 'basic' },
      latencyMs: 40,
    });
    network.advance(39);
    expect(network.terminal.mode).toBe('negotiating');
    network.advance(1);
    expect(network.terminal.mode).toBe('tn3270eUnbound');
    network.settle();
    // DO, WILL, SEND, DEVICE-TYPE REQUEST and IS, then FUNCTIONS REQUEST, the host's counter REQUEST, and IS (TNE-032).
    expect([network.terminal.mode, network.now]).toEqual(['tn3270e', 8 * 40]);
  });

  it('tells the other end when one closes', () => {
    const network = new SimulatedNetwork({ terminal: { tls: 'plain' }, host: { tls: 'basic' } });
    network.settle();
    network.atHost((session) => session.close('maintenance'));
    network.settle();
    expect([network.terminal.mode, network.host.mode]).toEqual(['closed', 'closed']);
    expect(network.choices()).toEqual([]);
    expect(network.deliver('terminal')).toBe(false);
    expect(network.fire('terminal', 'negotiation')).toBe(false);
  });

  it('[TLS-033] gives a peer that says nothing no more than its time', () => {
    const network = new SimulatedNetwork({
      terminal: { tls: 'required', timers: { 'first-byte': 700 } },
      host: { tls: 'implicit' },
    });
    network.advance(699);
    expect(network.terminal.mode).toBe('negotiating');
    network.advance(1);
    expect(network.terminal.diagnosis?.code).toBe('HOST_SILENT');
  });

  it('comes to terms in any order and any cut, as long as no timer runs out early', () => {
    const terminals = fc.constantFrom('negotiated', 'required', 'auto');
    const hosts = fc.constantFrom('negtSecure', 'vmPreferred', 'vmRequired');
    const cuts = fc.array(fc.tuple(fc.nat(7), fc.integer({ min: 1, max: 12 })), {
      maxLength: 60,
      size: 'max',
    });
    fc.assert(
      fc.property(terminals, hosts, cuts, (terminal, host, list) => {
        const network = new SimulatedNetwork({ terminal: { tls: terminal }, host: { tls: host } });
        for (const [which, bytes] of list) {
          const deliveries = network.choices().filter((choice) => choice.type === 'deliver');
          const choice = deliveries[which % Math.max(1, deliveries.length)];
          if (choice?.type === 'deliver') network.deliver(choice.to, bytes);
        }
        network.settle();
        expect([network.terminal.mode, network.host.mode]).toEqual(['tn3270e', 'tn3270e']);
        expect([network.terminal.security, network.host.security]).toEqual(['negotiated', 'negotiated']);
        expect(network.takeFindings()).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('[SEC-046] finds nothing wrong whatever happens in whatever order, timers too', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('plain', 'implicit', 'negotiated', 'required', 'auto'),
        fc.constantFrom('basic', 'secure', 'negtSecure', 'any', 'vmAllowed', 'implicit'),
        fc.array(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 40 })), { maxLength: 60, size: 'max' }),
        (terminal, host, list) => {
          const network = new SimulatedNetwork({ terminal: { tls: terminal }, host: { tls: host } });
          for (const [which, bytes] of list) {
            const choices = network.choices();
            const choice = choices[which % Math.max(1, choices.length)];
            if (choice?.type === 'deliver') network.deliver(choice.to, bytes);
            if (choice?.type === 'timer') network.fire(choice.at, choice.name);
          }
          expect(network.takeFindings()).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([-1, 0.5, Number.NaN])('refuses a latency of %s', (latencyMs) => {
    const options = { terminal: { tls: 'plain' }, host: { tls: 'basic' }, latencyMs } as const;
    expect(() => new SimulatedNetwork(options)).toThrow(
      expect.objectContaining({ code: 'argument-invalid' }),
    );
  });

  it('refuses to deliver no bytes, and to let time run backwards', () => {
    const network = new SimulatedNetwork({ terminal: { tls: 'plain' }, host: { tls: 'basic' } });
    expect(() => network.deliver('terminal', 0)).toThrow(/bytes must be/);
    expect(() => network.advance(-1)).toThrow(/milliseconds must be/);
  });
});
