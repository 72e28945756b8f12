import { describe, expect, it } from 'vitest';
import {
  KEYBOARD_TABLE,
  KEYS,
  type Key,
  type KeyboardInput,
  type LockReason,
  type PresentationSpace,
} from '../../src/screen/index.js';
import { display, out } from './helpers.js';

const ALL: readonly LockReason[] = [
  'notConnected',
  'awaitingFirst',
  'waitingForHost',
  'systemLock',
  'enterInhibit',
  'operatorErrorProtected',
  'operatorErrorNumeric',
  'operatorErrorOverflow',
  'operatorErrorDoubleByte',
  'operatorErrorMandatoryFill',
  'operatorErrorMandatoryEntry',
  'minusFunction',
  'bid',
];

const OPERATOR_ERRORS: readonly LockReason[] = [
  'operatorErrorProtected',
  'operatorErrorNumeric',
  'operatorErrorOverflow',
  'operatorErrorDoubleByte',
];

/** The table the other way round: per input, what it sets and what it leaves of a keyboard locked for every reason. */
const EXPECTED: Readonly<
  Record<KeyboardInput, { sets: readonly LockReason[]; leaves: readonly LockReason[] }>
> = {
  connected: { sets: ['awaitingFirst'], leaves: ['awaitingFirst'] },
  disconnected: { sets: ['notConnected'], leaves: ['notConnected'] },
  attentionSent: { sets: ['waitingForHost', 'systemLock'], leaves: ALL },
  writeBegun: { sets: [], leaves: ALL.filter((one) => one !== 'awaitingFirst' && one !== 'enterInhibit') },
  writeEnded: { sets: [], leaves: ALL.filter((one) => one !== 'waitingForHost') },
  restored: { sets: [], leaves: ['notConnected', 'bid'] },
  queryReplySent: { sets: ['enterInhibit'], leaves: ALL },
  resetKey: { sets: [], leaves: ['notConnected', 'bid'] },
  cursorKey: { sets: [], leaves: ALL.filter((one) => !OPERATOR_ERRORS.includes(one)) },
};

function reasons(screen: PresentationSpace): LockReason[] {
  return [...screen.keyboard.reasons];
}

describe('what locks the keyboard, and what unlocks it', () => {
  it('[DS-135] the table names every reason', () => {
    expect(Object.keys(KEYBOARD_TABLE)).toEqual(ALL);
  });

  for (const [input, { sets, leaves }] of Object.entries(EXPECTED)) {
    it(`[DS-019, DS-135, SF-010] ${input}`, () => {
      const free = display().keyboard;
      free.apply(input as KeyboardInput);
      expect([...free.reasons]).toEqual(sets);
      expect(free.locked).toBe(sets.length > 0);
      const locked = display().keyboard;
      for (const reason of ALL) locked.lock(reason);
      locked.apply(input as KeyboardInput);
      expect([...locked.reasons]).toEqual(leaves);
    });
  }

  it('has other bits for every other set of reasons, and the same for the same', () => {
    const { keyboard } = display();
    const seen = new Set<number>();
    for (const reason of ALL) {
      seen.add(keyboard.bits);
      keyboard.lock(reason);
      keyboard.lock(reason);
    }
    seen.add(keyboard.bits);
    expect(seen.size).toBe(ALL.length + 1);
    for (const reason of ALL) keyboard.unlock(reason);
    expect(keyboard.bits).toBe(0);
  });

  it('[SEC-127] the set of reasons that is handed out is a copy', () => {
    const { keyboard } = display();
    keyboard.lock('bid');
    (keyboard.reasons as Set<LockReason>).clear();
    expect(keyboard.has('bid')).toBe(true);
    keyboard.unlock('bid');
    expect(keyboard.locked).toBe(false);
  });
});

describe('the keyboard in a session', () => {
  it('[DS-135] an attention locks; a write without restore ends the wait, one with restore the lock', () => {
    const screen = display();
    screen.press('pf3');
    expect(reasons(screen)).toEqual(['waitingForHost', 'systemLock']);
    expect(screen.press('enter')).toEqual({ accepted: false, reason: 'waitingForHost' });
    expect(screen.type('A')).toEqual({ accepted: false, reason: 'waitingForHost', taken: 0 });
    expect(out(screen, 'F1 40').keyboardRestored).toBe(false);
    expect(reasons(screen)).toEqual(['systemLock']);
    expect(screen.aid).toBe(0xf3);
    expect(out(screen, 'F1 42').keyboardRestored).toBe(true);
    expect(reasons(screen)).toEqual([]);
    expect(screen.aid).toBe(0x60);
  });

  it('[DS-020] Erase All Unprotected restores', () => {
    const screen = display();
    screen.press('enter');
    expect(out(screen, '6F').keyboardRestored).toBe(true);
    expect([reasons(screen), screen.aid]).toEqual([[], 0x60]);
  });

  it('[SF-010, SF-086] a query is answered while locked, and inhibits until the next write begins', () => {
    const screen = display();
    screen.press('enter');
    expect(out(screen, 'F3 00 05 01 FF 02').reply?.[0]).toBe(0x88);
    out(screen, 'F1 42');
    out(screen, 'F3 00 05 01 FF 02');
    expect(reasons(screen)).toEqual(['enterInhibit']);
    out(screen, 'F6');
    expect(reasons(screen)).toEqual(['enterInhibit']);
    out(screen, 'F1 40');
    expect(reasons(screen)).toEqual([]);
    for (const record of ['F5 40', '7E 40', '6F', 'F3 00 04 03 00', 'F3 00 05 40 00 F1']) {
      out(screen, 'F3 00 05 01 FF 02');
      out(screen, record);
      expect([record, reasons(screen)]).toEqual([record, []]);
    }
  });

  it('[DS-018] the first write ends the wait for it, but not one without a write control character', () => {
    const screen = display();
    screen.keyboard.apply('connected');
    out(screen, 'F3 00 05 01 FF 03');
    out(screen, '7E');
    out(screen, 'F1');
    expect(reasons(screen)).toEqual(['awaitingFirst']);
    out(screen, 'F1 40 11 FF FF');
    expect(reasons(screen)).toEqual([]);
  });

  it('[DS-028] the TN3270E flag restores as the write control character does', () => {
    const screen = display();
    screen.press('pa2');
    screen.keyboard.lock('bid');
    screen.keyboardRestore();
    expect([reasons(screen), screen.aid]).toEqual([['bid'], 0x60]);
  });

  it('[DS-030] alarm and start-print are told', () => {
    const screen = display();
    expect(out(screen, 'F1 04')).toMatchObject({ alarm: true, startPrinter: false });
    expect(out(screen, 'F1 08')).toMatchObject({ alarm: false, startPrinter: true });
  });

  it('[DS-135] some keys end an operator error, others are refused, as is moving by a click', () => {
    const ending: readonly Key[] = [
      ...(['tab', 'backTab', 'home', 'up', 'down', 'left', 'right', 'left2', 'right2', 'fieldEnd'] as const),
      ...(['eraseInput', 'reset'] as const),
    ];
    const taken: readonly Key[] = [...ending, 'insert'];
    // They end it, and are then refused where the cursor is.
    const again: readonly Key[] = ['eraseEof', 'deleteWord', 'deleteField'];
    for (const key of KEYS) {
      const screen = display();
      out(screen, 'F5 C3 1D 60 C1 C2 1D 40 C3 C4 1D 60');
      expect(screen.type('x')).toEqual({ accepted: false, reason: 'operatorErrorProtected', taken: 0 });
      expect(screen.moveCursor(5)).toEqual({ accepted: false, reason: 'operatorErrorProtected' });
      expect([key, screen.press(key).accepted]).toEqual([key, taken.includes(key)]);
      expect([key, screen.keyboard.locked]).toEqual([key, !ending.includes(key)]);
      if (!again.includes(key)) continue;
      screen.keyboard.lock('operatorErrorOverflow');
      screen.press(key);
      expect([key, reasons(screen)]).toEqual([key, ['operatorErrorProtected']]);
    }
  });

  it('[DS-135] no key but Reset ends an operator error while the host locks too', () => {
    const screen = display();
    out(screen, 'F5 C3 1D 60 C1 C2 1D 40 C3 C4 1D 60');
    screen.type('x');
    out(screen, 'F3 00 05 01 FF 02');
    expect(screen.press('tab').accepted).toBe(false);
    expect(reasons(screen)).toEqual(['enterInhibit', 'operatorErrorProtected']);
  });

  it('[DS-135] Reset ends everything but the rights of the host', () => {
    const screen = display();
    screen.press('enter');
    screen.keyboard.lock('bid');
    expect(screen.press('reset')).toEqual({ accepted: true, inbound: undefined });
    expect(reasons(screen)).toEqual(['bid']);
    expect(screen.press('tab')).toEqual({ accepted: false, reason: 'bid' });
  });

  it('[DS-135] every key but Reset is refused while the host is awaited', () => {
    for (const key of KEYS) {
      const screen = display();
      out(screen, 'F5 C3 1D 40 C1 C2 C3 1D 60');
      screen.press('enter');
      const before = [screen.cursor, screen.aid, screen.text().join(), screen.insertMode];
      expect([key, screen.press(key).accepted]).toEqual([key, key === 'reset']);
      expect([screen.cursor, screen.aid, screen.text().join(), screen.insertMode]).toEqual(before);
    }
  });

  it('refuses a key that is none, whatever the lock', () => {
    const screen = display();
    expect(() => screen.press('attn' as Key)).toThrow(expect.objectContaining({ code: 'argument-invalid' }));
    screen.keyboard.lock('bid');
    expect(() => screen.press('__proto__' as Key)).toThrow(
      expect.objectContaining({ code: 'argument-invalid' }),
    );
  });
});
