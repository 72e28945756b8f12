import { describe, expect, it } from 'vitest';
import { type HostOptions, HostSession } from '../../src/session/index.js';
import type { HostTlsPolicy } from '../../src/tls/index.js';
import { type Case, runCase } from './support/cases.js';
import { CLIENT_HELLO, host, sub, WIRE } from './support/driver.js';

type Policy = HostTlsPolicy | 'anyOfferFirst';

const WAITING: readonly Policy[] = ['secure', 'any'];
const OFFERING: readonly Policy[] = ['negtSecure', 'anyOfferFirst', 'vmPreferred', 'vmRequired'];
/** A refusal or silence ends the session. */
const INSISTING: readonly Policy[] = ['negtSecure', 'vmRequired'];
/** A refusal or silence leaves it in the clear. */
const OPTIONAL: readonly Policy[] = ['anyOfferFirst', 'vmPreferred'];
const TELNET_AT_ONCE: readonly Policy[] = ['basic', 'vmNever', 'vmAllowed'];
const ALL: readonly Policy[] = [...TELNET_AT_ONCE, ...OFFERING, ...WAITING, 'implicit'];

function options(policy: Policy): HostOptions {
  return policy === 'anyOfferFirst' ? { tls: 'any', offerFirst: true } : { tls: policy };
}

function each(policies: readonly Policy[], title: string, rest: Omit<Case, 'session' | 'title'>): Case[] {
  return policies.map((policy) => ({
    title: `${title} (${policy})`,
    session: () => new HostSession(options(policy)),
    ...rest,
  }));
}

const UPGRADE = 'upgradeToTls server negotiated ';
const DO_TN3270E = 'fffd28';

const AGREEMENT: readonly Case[] = [
  ...each(OFFERING, '[TLS-007] [TLS-011] WILL and FOLLOWS in one segment: starttls.md §2.1', {
    steps: [WIRE.will + WIRE.follows],
    lines: [`send ${WIRE.follows}`, UPGRADE],
    after: 'pending',
  }),
  ...each(OFFERING, '[TLS-010] [SEC-029] the ClientHello behind FOLLOWS goes to TLS unchanged', {
    steps: [WIRE.will + WIRE.follows + CLIENT_HELLO],
    lines: [`send ${WIRE.follows}`, UPGRADE + CLIENT_HELLO],
    after: 'pending',
  }),
  ...each(['vmAllowed'], '[TLS-005] [TLS-007] the terminal asks: starttls.md §2.2', {
    steps: [WIRE.will, WIRE.follows + CLIENT_HELLO],
    lines: [`send ${WIRE.do}${WIRE.follows}`, UPGRADE + CLIENT_HELLO],
    after: 'pending',
  }),
  ...each(WAITING, '[HTM-002] [HTM-005] the terminal asks while a ClientHello is waited for', {
    steps: [WIRE.will, WIRE.follows],
    lines: [`send ${WIRE.do}${WIRE.follows}`, UPGRADE],
    after: 'pending',
  }),
  ...each(OFFERING, '[TLS-030] [SEC-038] WILL twice and FOLLOWS: one FOLLOWS of ours', {
    steps: [WIRE.will + WIRE.will, WIRE.will + WIRE.follows],
    lines: [`send ${WIRE.follows}`, UPGRADE],
    after: 'pending',
  }),
  ...each(OFFERING, '[TLS-046] acts on nothing but FOLLOWS (capture ckermit-starttls)', {
    steps: [WIRE.will, `fffb25fffb18fffb27fffd03${WIRE.wont}${WIRE.dont}fff6`, WIRE.follows],
    lines: [`send ${WIRE.follows}`, UPGRADE],
    after: 'pending',
  }),
  ...each(OFFERING, '[TLS-008] and answers nothing there', {
    steps: [WIRE.will, 'fffb18fffd03'],
    lines: [`send ${WIRE.follows}`],
    after: 'silent',
  }),
  ...each(
    OFFERING,
    '[TLS-047] other options wait while the offer stands (capture ckermit-starttls-default)',
    {
      steps: [`fffb25fffb18fffb27${WIRE.will}`, WIRE.follows],
      lines: [`send ${WIRE.follows}`, UPGRADE],
      after: 'pending',
    },
  ),
  ...each(WAITING, '[TLS-044] a ClientHello first starts TLS', {
    steps: [CLIENT_HELLO],
    lines: [`upgradeToTls server sniffed ${CLIENT_HELLO}`],
    after: 'pending',
  }),
  ...each(['implicit'], '[HTM-003] a ClientHello first starts TLS', {
    steps: [CLIENT_HELLO],
    lines: [`upgradeToTls server implicit ${CLIENT_HELLO}`],
    after: 'pending',
  }),
  ...each(WAITING, '[HTM-002] [HTM-005] offers when no ClientHello comes', {
    steps: [{ timer: 'client-hello' }, WIRE.will + WIRE.follows],
    lines: [`send ${WIRE.do}${WIRE.follows}`, UPGRADE],
    after: 'pending',
  }),
  ...each(WAITING, '[HTM-029] telnet ends the wait: the offer goes out, and the option waits', {
    steps: ['fffb18', WIRE.will, WIRE.follows],
    lines: [`send ${WIRE.do}${WIRE.follows}`, UPGRADE],
    after: 'pending',
  }),
];

const REFUSALS: readonly Case[] = [
  ...each(['basic', 'vmNever'], '[HTM-001] [HTM-008] [TLS-005] WILL is refused, telnet goes on', {
    steps: [WIRE.will, WIRE.will],
    lines: [`send ${WIRE.dont}${WIRE.dont}`],
    after: 'answers',
  }),
  ...each(TELNET_AT_ONCE, '[TLS-002] [SEC-039] DO from a terminal is refused, no role swap', {
    steps: [WIRE.do, WIRE.wont, WIRE.dont],
    lines: [`send ${WIRE.wont}`],
    after: 'answers',
  }),
  ...each(OFFERING, '[TLS-002] DO from a terminal is refused while the offer stands', {
    steps: [WIRE.do, WIRE.dont],
    lines: [`send ${WIRE.wont}`],
    after: 'silent',
  }),
  ...each(INSISTING, '[HTM-004] [HTM-011] WONT closes', {
    steps: [WIRE.wont],
    lines: ['closed us CLIENT_REFUSED_STARTTLS'],
    after: 'closed',
  }),
  ...each(['secure'], '[HTM-002] WONT after the wait closes', {
    steps: [{ timer: 'client-hello' }, WIRE.wont],
    lines: [`send ${WIRE.do}`, 'closed us CLIENT_REFUSED_STARTTLS'],
    after: 'closed',
  }),
  ...each(INSISTING, '[HTM-004] [HTM-011] silence until the timer closes', {
    steps: [{ timer: 'start-tls-answer' }],
    lines: ['closed us CLIENT_SILENT'],
    after: 'closed',
  }),
  ...each(OPTIONAL, '[HTM-006] [HTM-010] WONT: telnet in the clear', {
    steps: [WIRE.wont],
    lines: [`send ${DO_TN3270E}`],
    after: 'answers',
  }),
  ...each(OPTIONAL, '[HTM-006] [HTM-010] silence until the timer: telnet in the clear', {
    steps: [{ timer: 'start-tls-answer' }],
    lines: [`send ${DO_TN3270E}`],
    after: 'answers',
  }),
  ...each(OPTIONAL, '[HTM-010] a WILL that comes after that time is still the answer', {
    steps: [{ timer: 'start-tls-answer' }, WIRE.will, WIRE.follows],
    lines: [`send ${DO_TN3270E}${WIRE.follows}`, UPGRADE],
    after: 'pending',
  }),
  ...each(['any'], '[HTM-005] wait, offer, WONT: telnet in the clear', {
    steps: [{ timer: 'client-hello' }, WIRE.wont],
    lines: [`send ${WIRE.do}${DO_TN3270E}`],
    after: 'answers',
  }),
  ...each(OPTIONAL, '[TLS-045] [HTM-029] options that waited are answered in their order after WONT', {
    // AUTHENTICATION is refused, TERMINAL-TYPE agreed to, and DO 55 refused.
    steps: ['fffb25fffb18', `fffd05${WIRE.wont}`],
    lines: [`send ${DO_TN3270E}fffe25fffd18fffc05`],
    after: 'answers',
  }),
  ...each(INSISTING, '[HTM-023] nothing but the offer goes out before TLS', {
    steps: ['fffb28fffb18fffb27fffd03fff6'],
    lines: ['command areYouThere'],
    after: 'silent',
  }),
  ...each(
    OFFERING,
    '[TLS-045] [TLS-047] what cannot wait for an answer is reported while the offer is open',
    {
      steps: ['fffa1800fff0', 'fff4', WIRE.will, WIRE.follows],
      lines: [
        'violation subnegotiation-not-agreed',
        'command interruptProcess',
        `send ${WIRE.follows}`,
        UPGRADE,
      ],
      after: 'pending',
    },
  ),
];

const FAULTS: readonly Case[] = [
  ...each([...TELNET_AT_ONCE, ...OFFERING, ...WAITING], '[TLS-012] [SEC-037] FOLLOWS not agreed closes', {
    steps: [WIRE.follows],
    lines: ['violation follows-not-agreed', 'closed us STARTTLS_PROTOCOL_ERROR'],
    after: 'closed',
  }),
  ...['00', '02', '0101', ''].flatMap((body) => [
    ...each([...TELNET_AT_ONCE, ...OFFERING], `[TLS-013] [SEC-037] START_TLS body '${body}' closes`, {
      steps: [sub('2e', body)],
      lines: ['violation starttls-malformed', 'closed us STARTTLS_PROTOCOL_ERROR'],
      after: 'closed',
    }),
    ...each(OFFERING, `[TLS-013] [SEC-037] START_TLS body '${body}' closes where FOLLOWS is due`, {
      steps: [WIRE.will, sub('2e', body)],
      lines: [`send ${WIRE.follows}`, 'violation starttls-malformed', 'closed us STARTTLS_PROTOCOL_ERROR'],
      after: 'closed',
    }),
  ]),
  ...each(OFFERING, '[TLS-010] [SEC-030] telnet behind FOLLOWS closes and is never carried out', {
    steps: [`${WIRE.will}${WIRE.follows}fffb18fffa180049424dfff0${CLIENT_HELLO}`],
    lines: [`send ${WIRE.follows}`, 'violation bytes-after-follows', 'closed us BYTES_AFTER_FOLLOWS'],
    // Cut right behind FOLLOWS, TLS gets the bytes and fails.
    orElse: [[`send ${WIRE.follows}`, `${UPGRADE}fffb18fffa180049424dfff0${CLIENT_HELLO}`]],
    after: 'closed',
  }),
  ...each(OFFERING, '[SEC-038] FOLLOWS twice: the second one stands where TLS is due', {
    steps: [`${WIRE.will}${WIRE.follows}${WIRE.follows}`],
    lines: [`send ${WIRE.follows}`, 'violation bytes-after-follows', 'closed us BYTES_AFTER_FOLLOWS'],
    // Cut between them, TLS gets the second one and fails.
    orElse: [[`send ${WIRE.follows}`, `${UPGRADE}${WIRE.follows}`]],
    after: 'closed',
  }),
  ...each(OFFERING, '[TLS-010] a TLS record type with another version behind it is no TLS', {
    steps: [`${WIRE.will}${WIRE.follows}1602`],
    lines: [`send ${WIRE.follows}`, 'violation bytes-after-follows', 'closed us BYTES_AFTER_FOLLOWS'],
    orElse: [[`send ${WIRE.follows}`, `${UPGRADE}1602`]],
    after: 'closed',
  }),
  ...each(OFFERING, '[TLS-033] FOLLOWS that does not come', {
    steps: [WIRE.will, { timer: 'follows' }],
    lines: [`send ${WIRE.follows}`, 'closed us FOLLOWS_MISSING'],
    after: 'closed',
  }),
];

const FIRST_BYTES: readonly Case[] = [
  ...each([...TELNET_AT_ONCE, ...OFFERING], '[TLS-156] [SEC-042] a ClientHello where telnet is due', {
    steps: [CLIENT_HELLO],
    lines: ['closed us CLIENT_IMPLICIT_TLS'],
    after: 'closed',
  }),
  ...each(WAITING, '[HTM-030] [TLS-049] a ClientHello that comes too late', {
    steps: [{ timer: 'client-hello' }, CLIENT_HELLO],
    lines: [`send ${WIRE.do}`, 'closed us CLIENT_IMPLICIT_TLS'],
    after: 'closed',
  }),
  ...each(ALL, '[TLS-026] [SEC-042] an SSL 2.0 ClientHello', {
    steps: ['802e0103010015'],
    lines: ['closed us TLS_TOO_OLD'],
    after: 'closed',
  }),
  ...[WIRE.will, WIRE.wont, WIRE.do, WIRE.dont, WIRE.follows, 'fffb18', 'fff1'].flatMap((wire) =>
    each(['implicit'], `[TLS-157] telnet ${wire} where a ClientHello is due`, {
      steps: [wire],
      lines: ['closed us CLIENT_SPEAKS_TELNET'],
      after: 'closed',
    }),
  ),
  ...each(['implicit'], '[HTM-003] silence until the timer closes', {
    steps: [{ timer: 'client-hello' }],
    lines: ['closed us CLIENT_SILENT'],
    after: 'closed',
  }),
];

describe('the host and START_TLS', () => {
  for (const one of [...AGREEMENT, ...REFUSALS, ...FAULTS, ...FIRST_BYTES]) it(one.title, () => runCase(one));

  it('[HTM-007] NONE closes at once', () => {
    const driver = host({ tls: 'none' });
    expect(driver.lines).toEqual(['mode closed', 'closed us NOT_SERVED']);
  });

  it('[HTM-001] [HTM-008] [HTM-009] opens telnet at once', () => {
    for (const policy of TELNET_AT_ONCE) {
      const driver = host(options(policy));
      expect(driver.sends, policy).toEqual([DO_TN3270E]);
      expect([...driver.timers], policy).toEqual([['negotiation', 30000]]);
    }
  });

  it('[HTM-004] [HTM-006] [HTM-010] [HTM-011] [HTM-023] offers at once, and nothing else', () => {
    for (const policy of OFFERING) {
      const driver = host({
        ...options(policy),
        windowSize: true,
        environment: { wanted: [{ kind: 'variable', name: 'USER' }] },
      });
      expect(driver.sends, policy).toEqual([WIRE.do]);
      expect([...driver.timers], policy).toEqual([['start-tls-answer', 30000]]);
    }
  });

  it('[HTM-002] [HTM-003] [HTM-005] [HTM-022] is silent, and waits 5 seconds', () => {
    for (const policy of [...WAITING, 'implicit' as const]) {
      const driver = host(options(policy));
      expect(driver.sends, policy).toEqual([]);
      expect([...driver.timers], policy).toEqual([['client-hello', 5000]]);
    }
  });

  it('[HTM-021] the times are options', () => {
    expect([...host({ tls: 'secure', timers: { 'client-hello': 10000 } }).timers]).toEqual([
      ['client-hello', 10000],
    ]);
  });

  it('[TLS-045] what waits is bounded', () => {
    const driver = host({ tls: 'vmPreferred', limits: { heldCommands: 3 } }).feed('fffb18fffb19fffb00');
    expect(driver.closed).toBe(false);
    driver.feed('fffb27');
    expect(driver.diagnosis).toBe('LIMIT_EXCEEDED');
  });

  it('[TLS-016] what waited is forgotten when TLS comes up', () => {
    const driver = host({ tls: 'vmPreferred' })
      .feed('fffb25fffb18')
      .feed(WIRE.will + WIRE.follows);
    const before = driver.output;
    driver.established();
    expect(driver.output.slice(before.length)).toBe(DO_TN3270E);
  });

  it('[TLS-018] [TLS-024] opens telnet inside TLS as on a new connection, and offers no TLS there', () => {
    for (const policy of [...OFFERING, ...WAITING, 'implicit' as const, 'vmAllowed' as const]) {
      const driver = host(options(policy));
      const clear = [...WAITING, 'implicit'].includes(policy);
      driver.feed(clear ? CLIENT_HELLO : WIRE.will + WIRE.follows + CLIENT_HELLO);
      const before = driver.output;
      driver.established();
      expect(driver.output.slice(before.length), policy).toBe(DO_TN3270E);
    }
  });
});
