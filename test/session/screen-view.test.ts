import { describe, expect, it } from 'vitest';
import { TerminalSession } from '../../src/session/index.js';

describe('the screen of a session', () => {
  it('can be read, and has nothing that changes it or its keyboard', () => {
    const session = new TerminalSession({ tls: 'plain' });
    const { screen } = session;
    for (const name of [
      'press',
      'type',
      'moveCursor',
      'applyRecord',
      'reset',
      'restore',
      'setSizes',
      'nvt',
    ]) {
      expect(name in screen, name).toBe(false);
    }
    for (const name of ['lock', 'unlock', 'apply']) expect(name in screen.keyboard, name).toBe(false);
    expect(session.screen).toBe(screen);
    expect(screen.keyboard.locked).toBe(true);
    expect(session.keyboardLock).toBeDefined();
    expect(screen.text()).toHaveLength(screen.rows);
  });
});
