import { describe, expect, it } from 'vitest';
import {
  ENVIRONMENT_FIRST_TABLE,
  type TerminalOptions,
  TerminalSession,
  TIMERS,
} from '../../src/session/index.js';
import { ascii, Driver, sub, terminal } from './support/driver.js';

const TYPE_ASKED = 'fffd18';
const AGREED = 'fffb18';
const ENVIRONMENT = 'fffd27';
const SEND = sub('27', '01');
const TOLD = sub('27', `0003${ascii('DEVNAME')}01${ascii('DEV1')}`);
const OPTIONS: TerminalOptions = {
  tls: 'plain',
  environmentFirst: true,
  environment: { userVariables: { DEVNAME: 'DEV1' } },
};

/** What each step draws. */
function answers(options: TerminalOptions, ...steps: string[]): string[] {
  const driver = terminal(options);
  return steps.map((step) => {
    const before = driver.output.length;
    driver.feed(step);
    return driver.output.slice(before);
  });
}

describe('[TEL-109] the environment before the terminal type', () => {
  it('is off unless wanted', () => {
    const { environmentFirst: _, ...unsaid } = OPTIONS;
    for (const options of [unsaid, { ...OPTIONS, environmentFirst: false }]) {
      expect(answers(options, ENVIRONMENT, TYPE_ASKED, SEND)).toEqual(['fffb27', AGREED, TOLD]);
    }
  });

  it('DO TERMINAL-TYPE is answered behind the answer to the first SEND', () => {
    expect(answers(OPTIONS, ENVIRONMENT, TYPE_ASKED, TYPE_ASKED, SEND, sub('18', '01'))).toEqual([
      'fffb27',
      '',
      '',
      `${TOLD}${AGREED}`,
      sub('18', `00${ascii('IBM-3279-2-E')}`),
    ]);
    expect(answers(OPTIONS, `${ENVIRONMENT}${TYPE_ASKED}${SEND}`)).toEqual([`fffb27${TOLD}${AGREED}`]);
  });

  it('at once where the environment was not agreed, was told before, or is agreed only then', () => {
    expect(answers(OPTIONS, TYPE_ASKED, ENVIRONMENT, SEND)).toEqual([AGREED, 'fffb27', TOLD]);
    expect(answers(OPTIONS, ENVIRONMENT, SEND, TYPE_ASKED)).toEqual(['fffb27', TOLD, AGREED]);
    expect(answers({ ...OPTIONS, environment: false }, ENVIRONMENT, TYPE_ASKED)).toEqual(['fffc27', AGREED]);
  });

  it('DONT TERMINAL-TYPE in between cancels the wait, and nothing is answered', () => {
    expect(answers(OPTIONS, ENVIRONMENT, TYPE_ASKED, 'fffe18', SEND)).toEqual(['fffb27', '', '', TOLD]);
    // Asked anew it waits anew.
    expect(answers(OPTIONS, ENVIRONMENT, TYPE_ASKED, 'fffe18', TYPE_ASKED, SEND).slice(3)).toEqual([
      '',
      `${TOLD}${AGREED}`,
    ]);
  });

  it('a host that takes the environment back, or never asks for it, is answered all the same', () => {
    expect(answers(OPTIONS, ENVIRONMENT, TYPE_ASKED, 'fffe27')).toEqual(['fffb27', '', `fffc27${AGREED}`]);
    const driver = terminal(OPTIONS).feed(ENVIRONMENT).feed(TYPE_ASKED);
    expect(driver.timers.get('environment')).toBe(TIMERS.environment);
    driver.timer('environment');
    expect(driver.sends.at(-1)).toBe(AGREED);
    driver.feed(SEND);
    expect(driver.sends.at(-1)).toBe(TOLD);
    const told = terminal(OPTIONS).feed(ENVIRONMENT).feed(TYPE_ASKED).feed(SEND);
    expect(told.timers.has('environment')).toBe(false);
    const other = terminal({ ...OPTIONS, timers: { environment: 77 } });
    expect(other.feed(ENVIRONMENT).feed(TYPE_ASKED).timers.get('environment')).toBe(77);
  });

  it('leads to a session as ever, however it is cut', () => {
    const wire = `${ENVIRONMENT}${TYPE_ASKED}${SEND}${sub('18', '01')}fffd19fffb19fffd00fffb00f5c2c8c9ffef`;
    for (let at = 2; at < wire.length; at += 2) {
      const driver = terminal(OPTIONS).feed(wire.slice(0, at)).feed(wire.slice(at));
      expect(driver.session.mode).toBe('tn3270');
      expect(driver.session.screen.text(0).trim()).toBe('HI');
    }
  });

  it('goes into a snapshot', () => {
    const before = terminal(OPTIONS).feed(ENVIRONMENT).feed(TYPE_ASKED);
    const snapshot = JSON.parse(JSON.stringify(before.session.snapshot()));
    const after = new Driver(TerminalSession.restore(OPTIONS, snapshot)).feed(SEND);
    expect(after.output).toBe(`${TOLD}${AGREED}`);
    expect(() => TerminalSession.restore(OPTIONS, { ...snapshot, environmentFirst: 'x' })).toThrow(
      expect.objectContaining({ code: 'snapshot-invalid' }),
    );
  });

  it('the table, written down once more', () => {
    expect(ENVIRONMENT_FIRST_TABLE).toEqual({
      idle: {
        environmentAgreed: ['wanted'],
        environmentTold: ['idle'],
        environmentOff: ['idle'],
        typeAsked: ['idle', 'pass'],
        typeWithdrawn: ['idle', 'pass'],
        timeUp: ['idle'],
      },
      wanted: {
        environmentAgreed: ['wanted'],
        environmentTold: ['idle'],
        environmentOff: ['idle'],
        typeAsked: ['holding', 'arm'],
        typeWithdrawn: ['wanted', 'pass'],
        timeUp: ['wanted'],
      },
      holding: {
        environmentAgreed: ['holding'],
        environmentTold: ['idle', 'disarm', 'answer'],
        environmentOff: ['idle', 'disarm', 'answer'],
        typeAsked: ['holding'],
        typeWithdrawn: ['wanted', 'disarm'],
        timeUp: ['idle', 'answer'],
      },
    });
  });
});
