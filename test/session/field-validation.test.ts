import { describe, expect, it } from 'vitest';
import { type HostSession, type TerminalOptions, TerminalSession } from '../../src/session/index.js';
import { hex } from '../datastream/helpers.js';
import { Pair } from './support/pair.js';

/** A trigger field at 1 to 4, one with mandatory entry at 6 to 9, one with mandatory fill at 11 to 14; protected behind. */
const SCREEN = hex(
  'F5 C3 11 00 00 29 02 C0 40 C1 01 13 11 00 05 29 02 C0 40 C1 02 11 00 0A 29 02 C0 40 C1 04 11 00 0F 1D 60',
);

function joined(options: Partial<TerminalOptions> = {}): Pair {
  const pair = new Pair({ tls: 'plain', ...options }, { tls: 'basic' }).settle();
  pair.act('host', (session: HostSession) => session.write(SCREEN)).flow();
  return pair;
}

describe.each([
  ['TN3270E', {}],
  ['TN3270', { tn3270e: false }],
] as const)('field validation of a session, in %s', (_, way) => {
  const on = { ...way, fieldValidation: true } as const;
  const inbound = (pair: Pair) => pair.host.events.filter((event) => event.type === 'inbound');

  it('[DS-116] typing over the end of a trigger field sends it, and waits for the host', () => {
    const pair = joined(on);
    pair.act('terminal', (session: TerminalSession) => {
      session.moveCursor(1);
      expect(session.type('ABCDE')).toEqual({ accepted: false, reason: 'waitingForHost', taken: 4 });
      expect(session.keyboardLock).toBe('waitingForHost');
    });
    pair.flow();
    expect(inbound(pair)).toMatchObject([
      {
        record: { type: 'readModified', aid: 0x7f, fields: [{ address: 1, bytes: hex('C1 C2 C3 C4') }] },
        answers: undefined,
        unsolicited: false,
        findings: [],
      },
    ]);
    pair.terminal.take();
    pair.act('host', (session: HostSession) => session.write(hex('F1 C2'))).flow();
    expect(pair.terminal.lines.slice(-2)).toEqual(['keyboard free', 'hostDone']);
  });

  it('[DS-116] so does a click elsewhere', () => {
    const pair = joined(on);
    pair.act('terminal', (session: TerminalSession) => {
      session.moveCursor(1);
      session.type('A');
      expect(session.moveCursor(12)).toEqual({ accepted: true });
    });
    pair.flow();
    expect(inbound(pair)).toMatchObject([{ record: { aid: 0x7f, cursorAddress: 12 } }]);
  });

  it('[DS-100] ENTER is refused with a reason, and nothing is sent', () => {
    const pair = joined(on);
    const { session } = pair.terminal;
    const sent = pair.terminal.sent;
    expect(session.press('enter')).toEqual({ accepted: false, reason: 'operatorErrorMandatoryEntry' });
    expect(session.keyboardLock).toBe('operatorErrorMandatoryEntry');
    session.press('reset');
    session.type('A');
    session.moveCursor(11);
    session.type('B');
    expect(session.press('tab')).toEqual({ accepted: false, reason: 'operatorErrorMandatoryFill' });
    session.press('reset');
    expect(session.press('pf1')).toEqual({ accepted: false, reason: 'operatorErrorMandatoryFill' });
    pair.terminal.drain();
    expect(pair.terminal.sent).toBe(sent);
  });

  it('[DS-100] without the option all of it goes', () => {
    const pair = joined(way);
    pair.act('terminal', (session: TerminalSession) => {
      session.moveCursor(1);
      expect(session.type('ABCDE')).toEqual({ accepted: true });
      expect(session.press('enter')).toEqual({ accepted: true });
    });
    pair.flow();
    expect(inbound(pair)).toMatchObject([
      { record: { aid: 0x7d, fields: [{ address: 1 }, { address: 6 }] } },
    ]);
  });

  it('[SF-101] a query tells which it is', () => {
    for (const [options, claimed] of [
      [on, true],
      [way, false],
    ] as const) {
      const pair = joined(options);
      pair.act('host', (session: HostSession) => session.write(hex('F3 00 05 01 FF 02'))).flow();
      const [event] = inbound(pair);
      const fields =
        event?.type === 'inbound' && event.record.type === 'structuredFields' && event.record.fields;
      const types = (fields || []).map((field) => field.type === 'queryReply' && field.reply.type);
      expect(types.includes('fieldValidation')).toBe(claimed);
    }
  });
});

it('an embedder cannot claim it by hand', () => {
  // @ts-expect-error the session knows it
  const options: TerminalOptions = { tls: 'plain', query: { fieldValidation: true } };
  expect(() => new TerminalSession(options)).toThrow(expect.objectContaining({ code: 'option-invalid' }));
});
