import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.js';
import { HostSession, TerminalSession } from '../../src/session/index.js';

type Session = TerminalSession | HostSession;

/** Violations as code, rule, offset and bytes, and all that was sent. */
function feed(session: Session, hex: string): { violations: string[]; sent: string } {
  const violations: string[] = [];
  let sent = '';
  const drain = (): void => {
    for (let event = session.nextEvent(); event !== undefined; event = session.nextEvent()) {
      if (event.type === 'send') sent += toHex(event.bytes);
      if (event.type !== 'violation') continue;
      violations.push(`${event.code} ${event.rule} at ${event.offset}: ${toHex(event.bytes)}`);
    }
  };
  drain();
  sent = '';
  session.receive(fromHex(hex));
  drain();
  return { violations, sent };
}

const TERMINAL_UP = 'fffd28fffa280802fff0fffa28020449424d2d333237382d322d45014c55fff0fffa28030402fff0';

describe('what nobody knows is told, and the session goes on', () => {
  it('[TEL-016] an option', () => {
    const terminal = new TerminalSession({ tls: 'plain' });
    expect(feed(terminal, 'fff1fffd63fffb64fffd18')).toEqual({
      violations: ['option-unknown TEL-016 at 2: fffd63'],
      sent: 'fffc63fffe64fffb18',
    });
    expect(terminal.violations.get('option-unknown')).toBe(2);
  });

  it('[TNE-035] a function, to a host and to a terminal', () => {
    const host = new HostSession({ tls: 'basic', functions: [2] });
    const hex = 'fffb28fffa28020749424d2d333237382d32fff0fffa2803070263fff0';
    const { violations, sent } = feed(host, hex);
    expect(violations).toEqual(['functions-unknown TNE-035 at 26: 63']);
    expect(sent.endsWith('fffa28030702fff0')).toBe(true);
    const terminal = new TerminalSession({ tls: 'plain' });
    const up = TERMINAL_UP.replace('fffa28030402fff0', 'fffa2803070206fff0');
    expect(feed(terminal, up).violations).toEqual(['functions-unknown TNE-035 at 38: 06']);
    expect(feed(terminal, 'fffa28030402fff0').violations).toEqual([]); // it asked for 02 alone, and gets it
    expect(terminal.mode).toBe('tn3270e');
  });

  it('[TNE-014] a device type, which a host turns down unless its embedder wants it', () => {
    const request = 'fffb28fffa280207484f4d452d4d414445fff0'; // HOME-MADE
    const host = new HostSession({ tls: 'basic' });
    const refused = feed(host, request);
    expect(refused.violations).toEqual(['device-type-unknown TNE-014 at 8: 484f4d452d4d414445']);
    expect(refused.sent.endsWith('fffa2802060504fff0')).toBe(true); // INV-DEVICE-TYPE
    const generous = new HostSession({ tls: 'basic', assignDevice: () => ({ accept: 'LU1' }) });
    expect(feed(generous, request).sent).toContain(toHex(new TextEncoder().encode('HOME-MADE\u0001LU1')));
  });

  it('[DS-054] an order, a command, an address, a header: with offset and bytes', () => {
    const terminal = new TerminalSession({ tls: 'plain' });
    feed(terminal, TERMINAL_UP);
    const start = TERMINAL_UP.length / 2;
    expect(feed(terminal, '0000000000f5c3c102ffef')).toMatchObject({
      violations: [`order-undefined DS-054 at ${start + 8}: 02`],
    });
    // A doubled 255 before the place counts twice in the stream.
    expect(feed(terminal, '0000000000f5c3ffff115e40ffef').violations).toEqual([
      `address-out-of-range DS-056 at ${start + 11 + 9}: 115e40`,
    ]);
    expect(feed(terminal, '000000000099ffef').violations).toEqual([
      `command-unknown DS-012 at ${start + 11 + 14 + 5}: 99`,
    ]);
    expect(feed(terminal, '0a00000000f5c3ffef').violations).toEqual([
      `header-invalid SEC-068 at ${start + 11 + 14 + 8}: 0a`,
    ]);
    expect(terminal.mode).toBe('tn3270e');
  });
});
