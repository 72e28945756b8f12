import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cp930 } from '../../src/codepage/japanese/index.js';
import type { HostSession, TerminalSession } from '../../src/session/index.js';
import { hex } from '../datastream/helpers.js';
import { Pair } from './support/pair.js';

/**
 * Protected and modified fields of double-byte text, by character set and by SO and SI; fields to type into of both kinds, with
 * and without input control; a detectable one.
 */
const SCREEN = [
  'F5 C3 11 00 00 29 02 C0 61 43 F8 42C1 42C2 42C3',
  '11 00 0A 29 02 C0 41 43 F8 13 42C1',
  '11 00 14 1D 61 C1 0E 42C1 42C2 0F C2',
  '11 00 1E 1D 40 0E 4040 0F',
  '11 00 28 29 03 C0 64 43 F8 FE 01 426F 42C1',
  '11 00 32 29 02 C0 40 FE 01',
  '11 00 3C 1D 60',
].join('');
const OTHER = 'F5 C3 11 00 00 1D 61 0E 42C1 0F 11 00 0A 1D 40 13 11 00 14 1D 60';

it('[SEC-102] [SEC-104] an honest terminal with double-byte text is never accused', () => {
  const happening = fc.oneof(
    fc
      .constantFrom(
        ...(['enter', 'pf3', 'clear', 'tab', 'backTab', 'home', 'left', 'right', 'reset'] as const),
        ...(['eraseEof', 'delete', 'erase', 'insert', 'cursorSelect'] as const),
      )
      .map((key) => ({ press: key })),
    fc.constantFrom('a', '12', '日本', 'あ', 'ｱ').map((text) => ({ type: text })),
    fc.nat(70).map((position) => ({ move: position })),
    fc
      .constantFrom(
        SCREEN,
        OTHER,
        'F1 C2',
        'F1 C3',
        'F2',
        'F6',
        '6F',
        'F3 00 05 09 00 01',
        'F3 00 07 09 00 02 43 42',
      )
      .map((bytes) => ({ write: bytes })),
  );
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 25 }), (happenings) => {
      const pair = new Pair({ tls: 'plain', codePage: cp930 }, { tls: 'basic', codePage: cp930 }).settle();
      pair.act('host', (session: HostSession) => session.write(hex(SCREEN))).flow();
      for (const one of happenings) {
        if ('write' in one) pair.act('host', (session: HostSession) => session.write(hex(one.write)));
        else {
          pair.act('terminal', (session: TerminalSession) => {
            if ('press' in one) session.press(one.press);
            else if ('type' in one) session.type(one.type);
            else session.moveCursor(one.move);
          });
        }
        pair.flow();
      }
      const accused = pair.host.events
        .flatMap((event) => (event.type === 'inbound' ? event.findings : []))
        .filter(({ code }) => code !== 'field-unmodified' && code !== 'numeric-field-invalid');
      expect(accused).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
