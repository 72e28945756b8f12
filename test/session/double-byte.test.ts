import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.js';
import { decodeMixed } from '../../src/codepage/index.js';
import { cp930 } from '../../src/codepage/japanese/index.js';
import type { HostSession, TerminalSession } from '../../src/session/index.js';
import { Pair } from './support/pair.js';

/** A title between SO and SI, a field with input control and the cursor in it, a double-byte field, and one that ends it. */
const SCREEN = fromHex(
  'f5c3 114040 1d60 0e 458e 4694 0f 2902c040fe01 13 1140d4 2902c04043f8 1140e4 1d60'.replaceAll(' ', ''),
);

function joined(): Pair {
  const pair = new Pair({ tls: 'plain', codePage: cp930 }, { tls: 'basic', codePage: cp930 }).settle();
  expect(pair.result()).toMatch(/^OK_/);
  return pair;
}

describe('double-byte text between a terminal and a host', () => {
  it('[SEC-092] [DS-107] is shown, typed and sent, and the host finds nothing wrong with it', () => {
    const pair = joined();
    pair.act('host', (session: HostSession) => session.write(SCREEN));
    pair.settle();
    const { session } = pair.terminal;
    expect(session.screen.text(0).trimEnd()).toBe('  内外');
    pair.act('terminal', (at: TerminalSession) => {
      expect(at.type('日a本')).toEqual({ accepted: true });
      expect(at.press('tab')).toEqual({ accepted: true });
      expect(at.type('漢字')).toEqual({ accepted: true });
      expect(at.press('enter')).toEqual({ accepted: true });
    });
    pair.settle();
    const [event] = pair.host.events.filter(({ type }) => type === 'inbound');
    if (event?.type !== 'inbound' || event.record.type !== 'readModified') throw new Error('no key came');
    expect(event.findings).toEqual([]);
    const [mixed, double] = event.record.fields.map(({ bytes }) => bytes) as [Uint8Array, Uint8Array];
    expect(decodeMixed(cp930, mixed)).toBe('日a本');
    expect(decodeMixed(cp930, Uint8Array.of(0x0e, ...double, 0x0f)).replace(/\u3000+$/, '')).toBe('漢字');
    expect(pair.host.events.filter(({ type }) => type === 'violation')).toEqual([]);
    expect(pair.terminal.events.filter(({ type }) => type === 'violation')).toEqual([]);
  });

  it('[SEC-092] a write that cuts a pair is told, and answered as an operation check', () => {
    const pair = joined();
    pair.act('host', (session: HostSession) => {
      session.write(SCREEN);
      session.write(fromHex('f1c31140c3c1'), { response: 'always' });
    });
    pair.settle();
    expect(pair.terminal.events).toContainEqual(
      expect.objectContaining({ type: 'violation', code: 'double-byte-split' }),
    );
    expect(pair.host.events).toContainEqual(
      expect.objectContaining({ type: 'response', positive: false, code: 2 }),
    );
    expect(pair.terminal.session.screen.text(0).trimEnd()).toBe('  内外');
  });
});
