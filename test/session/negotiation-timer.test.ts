import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.js';
import { HostSession, TerminalSession } from '../../src/session/index.js';

type Session = TerminalSession | HostSession;

/** Which timers run after the bytes; found by following what `timer` events say. */
function running(session: Session, ...chunks: string[]): string[] {
  const armed = new Set<string>();
  const drain = (): void => {
    for (let event = session.nextEvent(); event !== undefined; event = session.nextEvent()) {
      if (event.type === 'closed') armed.clear();
      if (event.type !== 'timer') continue;
      if (event.afterMs === null) armed.delete(event.name);
      else armed.add(event.name);
    }
  };
  drain();
  for (const hex of chunks) {
    session.receive(fromHex(hex));
    drain();
  }
  return [...armed];
}

const DEVICE = 'fffa28020449424d2d333237382d322d45014c55fff0';
const UP = ['fffd28', 'fffa280802fff0', DEVICE, 'fffa2803040204fff0'];

describe('a session that has not come to terms always has a timer', () => {
  it.each(['plain', 'negotiated'] as const)('[TLS-033] a lone NOP, and then silence (%s)', (tls) => {
    expect(running(new TerminalSession({ tls }), 'fff1')).toEqual(['negotiation']);
  });

  it('[TLS-004] an offer that was refused, and then silence', () => {
    expect(running(new TerminalSession({ tls: 'plain' }), 'fffd2e')).toEqual(['negotiation']);
  });

  it('[TLS-003] a WILL START_TLS that was refused, and then silence', () => {
    expect(running(new TerminalSession({ tls: 'plain' }), 'fffb2e')).toEqual(['negotiation']);
  });

  it('text first, then TN3270E that does not come to its end', () => {
    expect(running(new TerminalSession({ tls: 'plain' }), '41')).toEqual([]);
    expect(running(new TerminalSession({ tls: 'plain' }), '41', 'fffd28')).toEqual(['negotiation']);
  });

  it('[TNE-010] a device type that is asked for again after all was agreed', () => {
    expect(running(new TerminalSession({ tls: 'plain' }), ...UP)).toEqual([]);
    expect(running(new TerminalSession({ tls: 'plain' }), ...UP, 'fffa280802fff0')).toEqual(['negotiation']);
  });

  it('[TNE-032] functions that a terminal proposes again after all was agreed', () => {
    const host = () => new HostSession({ tls: 'basic', functions: [0, 2, 4] });
    const up = ['fffb28', 'fffa28020749424d2d333237382d322d45fff0', 'fffa28030702fff0'];
    expect(running(host(), ...up)).toEqual([]);
    expect(running(host(), ...up, 'fffa2803070205fff0')).toEqual(['negotiation']);
  });

  it('nothing is armed by what ends the session', () => {
    const session = new HostSession({ tls: 'basic', limits: { optionFlips: 1 } });
    expect(running(session, 'fffb28fffc28fffb28fffc28fffb28')).toEqual([]);
    expect(session.mode).toBe('closed');
  });
});
