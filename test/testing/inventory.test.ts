import { describe, expect, it } from 'vitest';
import { HostSession, TerminalSession } from '../../src/session/index.js';
import { Driver, type Session, WIRE } from '../session/support/driver.js';

/** Told of, and no more: what the explorer's inventory has NOP for. */
const ALIKE: readonly (readonly [name: string, hex: string])[] = [
  ['EOF', 'ffec'],
  ['SUSP', 'ffed'],
  ['ABORT', 'ffee'],
  ['DM', 'fff2'],
  ['EC', 'fff7'],
  ['EL', 'fff8'],
];

/** Sessions at places where commands pass, wait and are dropped. */
const PLACES: readonly (readonly [name: string, make: () => Driver<Session>])[] = [
  ['a terminal at its start', () => new Driver(new TerminalSession({ tls: 'plain' }))],
  ['one that asks', () => new Driver(new TerminalSession({ tls: 'required' })).feed('fffd28')],
  ['one in the clear', () => new Driver(new TerminalSession({ tls: 'plain' })).feed('fffd18')],
  ['one in line mode', () => new Driver(new TerminalSession({ tls: 'plain' })).feed('6c6f67696e3a20')],
  ['a host at its start', () => new Driver(new HostSession({ tls: 'basic' }))],
  ['one that offers', () => new Driver(new HostSession({ tls: 'negtSecure' }))],
  ['one that waits for FOLLOWS', () => new Driver(new HostSession({ tls: 'negtSecure' })).feed(WIRE.will)],
  ['one in line mode', () => new Driver(new HostSession({ tls: 'basic' })).feed('fffc28fffc18')],
];

describe('the inventory of the attacker', () => {
  it.each(ALIKE)('has NOP for %s: sessions do the same on both', (_name, hex) => {
    for (const [place, make] of PLACES) {
      const one = make().feed(hex);
      const other = make().feed('fff1');
      const lines = (driver: Driver<Session>): string[] =>
        driver.lines.filter((line) => !line.startsWith('command '));
      expect(lines(one), place).toEqual(lines(other));
      expect(one.session.negotiationKey(), place).toBe(other.session.negotiationKey());
    }
  });
});
