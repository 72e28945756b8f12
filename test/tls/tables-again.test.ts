import { describe, expect, it } from 'vitest';
import { transitions } from '../../src/machine/index.js';
import {
  DIAGNOSES,
  HOST_TLS_START,
  HOST_TLS_STATES,
  HOST_TLS_TABLE,
  hostTlsGate,
  TERMINAL_TLS_START,
  TERMINAL_TLS_STATES,
  TERMINAL_TLS_TABLE,
  TlsGate,
  terminalTlsGate,
} from '../../src/tls/index.js';
import { cellsOf, written } from '../tn3270e/expected-table.js';

const FOLLOWS = 'follows followsWithTail';
const LISTENING = 'listenPlain listenNegotiated listenRequired listenAuto listenAutoClear listenAutoAsk';
const BENEATH = 'beneathOffer beneathTelnet beneathOther';

describe('the START_TLS tables, written down a second time', () => {
  it('[TLS-001] to [TLS-050] the terminal', () => {
    expect(cellsOf(TERMINAL_TLS_TABLE)).toEqual(
      written(TERMINAL_TLS_TABLE, [
        // Outcomes and looks beneath TLS mean something only while an upgrade is pending.
        `*: ${BENEATH} established failed -> =`,
        // A protocol error closes whatever the policy: TLS-012, TLS-013.
        `*: ${FOLLOWS} -> closed, followsNotAgreed, close STARTTLS_PROTOCOL_ERROR`,
        '*: malformed -> closed, startTlsMalformed, close STARTTLS_PROTOCOL_ERROR',
        // TLS where telnet is due: TLS-155.
        '*: tlsBytes -> closed, close HOST_REQUIRES_TLS',
        '*: foreign -> closed, close NOT_TELNET',
        // Waiting for the first bytes of the host. An offer is taken with WILL and FOLLOWS (TLS-004, TLS-006), or refused.
        `${LISTENING}: doStartTls -> followsSent, sendWillFollows`,
        'listenPlain: doStartTls -> refusedOffer, sendWont',
        'listenPlain: dontStartTls wontStartTls telnet data -> clearPlain, pass',
        'listenPlain: willStartTls -> clearPlain, sendDont',
        'listenNegotiated listenAutoClear: dontStartTls wontStartTls telnet data -> clearNegotiated, pass',
        'listenNegotiated listenAutoClear: willStartTls -> clearNegotiated, sendDont',
        // Required, and auto without leave to go on in the clear: ask, leave it unanswered (TLS-037, TLS-042).
        'listenRequired listenAuto: dontStartTls wontStartTls telnet data -> asking, sendWill, drop',
        'listenRequired listenAuto: willStartTls -> asking, sendDont, sendWill',
        // Silence: TLS-154, or for auto the ClientHello (TLS-042).
        `${LISTENING}: timeout -> closed, close HOST_SILENT`,
        'listenAuto listenAutoClear listenAutoAsk: timeout -> upgradingImplicit, upgradeImplicit',
        `${LISTENING}: transportClosed -> closed, close HOST_SILENT`,
        // In the clear.
        'refusedOffer clearPlain: doStartTls -> =, sendWont',
        'clearNegotiated: doStartTls -> followsSent, sendWillFollows',
        'refusedOffer clearPlain clearNegotiated secure: dontStartTls wontStartTls timeout -> =',
        'refusedOffer clearPlain clearNegotiated secure: willStartTls -> =, sendDont',
        'clearPlain clearNegotiated secure: telnet data -> =, pass',
        'refusedOffer: telnet -> =, pass',
        'refusedOffer: data -> clearPlain, pass',
        'clearPlain clearNegotiated secure: transportClosed -> closed, close ENDED',
        'refusedOffer: transportClosed -> closed, close HOST_REQUIRES_TLS', // TLS-153
        // WILL stands open.
        'asking: doStartTls -> followsSent, sendFollows',
        'asking: dontStartTls timeout transportClosed -> closed, close HOST_REFUSED_STARTTLS', // TLS-038, TLS-050
        'asking: willStartTls -> =, sendDont',
        'asking: wontStartTls -> =',
        'asking: telnet data -> =, drop',
        // The same with leave to go on in the clear: commands wait for the answer, text does not (TLS-045, TLS-050).
        'listenAutoAsk: telnet -> askingOrClear, sendWill, hold',
        'listenAutoAsk: dontStartTls wontStartTls -> askingOrClear, sendWill, drop',
        'listenAutoAsk: willStartTls -> askingOrClear, sendDont, sendWill',
        'listenAutoAsk: data -> askingOrClear, sendWill, pass',
        'askingOrClear clearAsked: doStartTls -> followsSent, sendFollows',
        'askingOrClear clearAsked: willStartTls -> =, sendDont',
        'askingOrClear clearAsked: wontStartTls -> =',
        'askingOrClear: telnet -> =, hold',
        'askingOrClear: dontStartTls -> clearNegotiated, releaseHeld',
        'askingOrClear: data -> =, pass',
        'askingOrClear: timeout -> clearAsked, releaseHeld',
        'askingOrClear: transportClosed -> closed, close HOST_REFUSED_STARTTLS',
        'clearAsked: dontStartTls -> clearNegotiated',
        'clearAsked: telnet data -> =, pass',
        'clearAsked: timeout -> =',
        'clearAsked: transportClosed -> closed, close ENDED',
        // FOLLOWS sent: nothing but FOLLOWS counts (TLS-009, TLS-031, TLS-032).
        'followsSent: doStartTls dontStartTls willStartTls wontStartTls telnet data tlsBytes foreign -> =, drop',
        'followsSent: follows -> upgradingNegotiated, upgradeNegotiated',
        'followsSent: followsWithTail -> closed, bytesAfterFollows, close BYTES_AFTER_FOLLOWS', // TLS-010
        'followsSent: timeout transportClosed -> closed, close FOLLOWS_MISSING',
        // TLS is being set up, or the session is over: no telnet.
        `upgradingImplicit upgradingNegotiated closed: doStartTls dontStartTls willStartTls wontStartTls ${FOLLOWS} malformed telnet data tlsBytes foreign -> =, drop`,
        'upgradingImplicit upgradingNegotiated: timeout -> closed, close TLS_HANDSHAKE_TIMEOUT',
        'upgradingImplicit upgradingNegotiated: established -> secure, startAfresh',
        'upgradingImplicit upgradingNegotiated: failed transportClosed -> closed, close TLS_HANDSHAKE_FAILED', // TLS-023
        'upgradingImplicit: beneathOffer -> closed, close HOST_NEGOTIATES', // TLS-043
        'upgradingImplicit: beneathTelnet -> closed, close HOST_PLAIN',
        'upgradingImplicit: beneathOther -> closed, close NOT_TELNET',
        `upgradingNegotiated: ${BENEATH} -> closed, bytesAfterFollows, close BYTES_AFTER_FOLLOWS`,
        'closed: timeout transportClosed -> =',
        // Inside TLS an offer is refused, and data may look like anything (TLS-019, TLS-041).
        'secure: doStartTls -> =, sendWont',
        'secure: tlsBytes foreign -> =, pass',
      ]),
    );
    expect(TERMINAL_TLS_START).toEqual({
      plain: ['listenPlain'],
      implicit: ['upgradingImplicit', 'upgradeImplicit'],
      negotiated: ['listenNegotiated'],
      required: ['listenRequired'],
      auto: ['listenAuto'],
      autoClear: ['listenAutoClear'],
      autoAsk: ['listenAutoAsk'],
    });
  });

  it('[HTM-001] to [HTM-030] the host', () => {
    const clear = 'clearRefusing clearAllowing clearOffered';
    const offering = 'offerRequired offerOptional offerOptionalOrClose';
    const waiting = 'waitRequired waitOptional waitOptionalOrClose';
    expect(cellsOf(HOST_TLS_TABLE)).toEqual(
      written(HOST_TLS_TABLE, [
        '*: established failed -> =',
        `*: ${FOLLOWS} -> closed, followsNotAgreed, close STARTTLS_PROTOCOL_ERROR`,
        '*: malformed -> closed, startTlsMalformed, close STARTTLS_PROTOCOL_ERROR',
        '*: hello -> closed, close CLIENT_IMPLICIT_TLS', // TLS-156, HTM-030
        '*: oldHello -> closed, close TLS_TOO_OLD', // TLS-026
        '*: foreign -> closed, close NOT_TELNET',
        // Telnet in the clear, or inside TLS.
        `${clear} secure: doStartTls -> =, sendWont`, // TLS-002
        `${clear} secure: wontStartTls dontStartTls timeout -> =`,
        `${clear} secure: telnet otherOption data -> =, pass`,
        `${clear} secure: transportClosed -> closed, close ENDED`,
        'clearRefusing secure: willStartTls -> =, sendDont', // TLS-005, TLS-019
        'clearAllowing: willStartTls -> followsSent, sendDo, sendFollows', // TLS-007, HTM-009
        'clearOffered: willStartTls -> followsSent, sendFollows',
        'clearOffered: wontStartTls -> clearAllowing',
        'secure: hello oldHello foreign -> =, pass',
        // The offer stands: options wait (TLS-047), data is not taken.
        `${offering}: willStartTls -> followsSent, sendFollows`,
        `${offering}: doStartTls -> =, sendWont`,
        `${offering}: dontStartTls -> =`,
        `${offering}: telnet -> =, hold`,
        `${offering}: otherOption -> closed, close CLIENT_IGNORES_OFFER`, // TLS-047, the setting
        `${offering}: data -> =, drop`,
        `${offering}: transportClosed -> closed, close PEER_CLOSED`,
        'offerRequired: wontStartTls -> closed, close CLIENT_REFUSED_STARTTLS', // HTM-004, HTM-011
        'offerRequired offerOptionalOrClose: timeout -> closed, close CLIENT_SILENT',
        'offerOptional offerOptionalOrClose: wontStartTls -> clearAllowing, openTelnet, releaseHeld', // TLS-045
        'offerOptional: timeout -> clearOffered, openTelnet, releaseHeld',
        // Silent until the terminal shows what it wants (HTM-002, HTM-005, HTM-022).
        'waitRequired: timeout wontStartTls dontStartTls -> offerRequired, sendDo',
        'waitOptional: timeout wontStartTls dontStartTls -> offerOptional, sendDo',
        'waitOptionalOrClose: timeout wontStartTls dontStartTls -> offerOptionalOrClose, sendDo',
        'waitRequired: doStartTls -> offerRequired, sendWont, sendDo',
        'waitOptionalOrClose: doStartTls -> offerOptionalOrClose, sendWont, sendDo',
        'waitOptionalOrClose: telnet -> offerOptionalOrClose, sendDo, hold',
        `${waiting} waitImplicit: otherOption -> closed, close CLIENT_SPEAKS_TELNET`, // TLS-047, the setting
        'waitOptional: doStartTls -> offerOptional, sendWont, sendDo',
        'waitRequired: telnet -> offerRequired, sendDo, hold',
        'waitOptional: telnet -> offerOptional, sendDo, hold',
        `${waiting}: willStartTls -> followsSent, sendDo, sendFollows`,
        `${waiting}: data -> closed, close NOT_TELNET`,
        `${waiting}: hello -> upgrading, upgradeSniffed`, // TLS-044
        `${waiting}: transportClosed -> closed, close PEER_CLOSED`,
        // Nothing but TLS (HTM-003).
        `waitImplicit: doStartTls dontStartTls willStartTls wontStartTls ${FOLLOWS} malformed telnet -> closed, close CLIENT_SPEAKS_TELNET`,
        'waitImplicit: data -> closed, close NOT_TELNET',
        'waitImplicit: hello -> upgrading, upgradeImplicit',
        'waitImplicit: timeout -> closed, close CLIENT_SILENT',
        'waitImplicit: transportClosed -> closed, close PEER_CLOSED',
        // FOLLOWS sent (TLS-008, TLS-046).
        'followsSent: doStartTls dontStartTls willStartTls wontStartTls telnet otherOption data hello oldHello foreign -> =, drop',
        'followsSent: follows -> upgrading, upgradeNegotiated',
        'followsSent: followsWithTail -> closed, bytesAfterFollows, close BYTES_AFTER_FOLLOWS',
        'followsSent: timeout transportClosed -> closed, close FOLLOWS_MISSING',
        `upgrading closed: doStartTls dontStartTls willStartTls wontStartTls ${FOLLOWS} malformed telnet otherOption data hello oldHello foreign -> =, drop`,
        'upgrading: timeout -> closed, close TLS_HANDSHAKE_TIMEOUT',
        'upgrading: established -> secure, startAfresh, openTelnet', // TLS-018
        'upgrading: failed transportClosed -> closed, close TLS_HANDSHAKE_FAILED',
        'closed: timeout transportClosed -> =',
      ]),
    );
    expect(HOST_TLS_START).toEqual({
      basic: ['clearRefusing', 'openTelnet'],
      secure: ['waitRequired'],
      implicit: ['waitImplicit'],
      negtSecure: ['offerRequired', 'sendDo'],
      any: ['waitOptional'],
      anyOfferFirst: ['offerOptional', 'sendDo'],
      anyOrClose: ['waitOptionalOrClose'],
      anyOfferFirstOrClose: ['offerOptionalOrClose', 'sendDo'],
      vmPreferredOrClose: ['offerOptionalOrClose', 'sendDo'],
      none: ['closed', 'close NOT_SERVED'],
      vmNever: ['clearRefusing', 'openTelnet'],
      vmAllowed: ['clearAllowing', 'openTelnet'],
      vmPreferred: ['offerOptional', 'sendDo'],
      vmRequired: ['offerRequired', 'sendDo'],
    });
  });

  it('[TLS-033] [HTM-021] each wait has its timer, and each state its phase', () => {
    const terminal = Object.entries(TERMINAL_TLS_STATES).map(
      ([state, { timer, phase }]) => `${state} ${timer ?? '-'} ${phase}`,
    );
    expect(terminal.sort()).toEqual(
      [
        'listenPlain first-byte connect',
        'listenNegotiated first-byte connect',
        'listenRequired first-byte connect',
        'listenAuto auto-listen connect',
        'listenAutoClear auto-listen connect',
        'listenAutoAsk auto-listen connect',
        'askingOrClear start-tls-answer startTls',
        'clearAsked - clear',
        'refusedOffer - startTls',
        'asking start-tls-answer startTls',
        'followsSent follows follows',
        'upgradingImplicit tls-handshake handshake',
        'upgradingNegotiated tls-handshake handshake',
        'clearPlain - clear',
        'clearNegotiated - clear',
        'secure - secure',
        'closed - closed',
      ].sort(),
    );
    const host = Object.entries(HOST_TLS_STATES).map(
      ([state, { timer, phase }]) => `${state} ${timer ?? '-'} ${phase}`,
    );
    expect(host.sort()).toEqual(
      [
        'clearRefusing - clear',
        'clearAllowing - clear',
        'clearOffered - clear',
        'offerRequired start-tls-answer startTls',
        'offerOptional start-tls-answer startTls',
        'offerOptionalOrClose start-tls-answer startTls',
        'waitRequired client-hello connect',
        'waitOptional client-hello connect',
        'waitOptionalOrClose client-hello connect',
        'waitImplicit client-hello connect',
        'followsSent follows follows',
        'upgrading tls-handshake handshake',
        'secure - secure',
        'closed - closed',
      ].sort(),
    );
  });
});

describe('what holds in every cell', () => {
  const tables = [
    { name: 'terminal', cells: transitions(TERMINAL_TLS_TABLE), states: TERMINAL_TLS_STATES },
    { name: 'host', cells: transitions(HOST_TLS_TABLE), states: HOST_TLS_STATES },
  ];
  /** Cells that do not keep a rule. */
  function breaking(
    rule: (cell: { from: string; input: string; to: string; effects: readonly string[] }) => boolean,
  ) {
    return tables.flatMap(({ name, cells }) =>
      cells.filter((cell) => !rule(cell)).map(({ from, input }) => `${name} ${from} ${input}`),
    );
  }
  const sending = (effects: readonly string[]) => effects.filter((effect) => effect.startsWith('send'));
  const closes = (effects: readonly string[]) => effects.filter((effect) => effect.startsWith('close '));

  it('[TLS-008] after FOLLOWS nothing is sent, and nothing passes', () => {
    expect(
      breaking(
        ({ from, effects }) =>
          !/^(followsSent|upgrading|closed)/.test(from) ||
          (sending(effects).length === 0 && !effects.includes('pass')) ||
          effects.includes('startAfresh'),
      ),
    ).toEqual([]);
  });

  it('[TLS-001] the terminal never sends DO, the host never WILL', () => {
    for (const { name, cells } of tables) {
      const forbidden = name === 'terminal' ? ['sendDo'] : ['sendWill', 'sendWillFollows'];
      for (const { effects } of cells) for (const effect of forbidden) expect(effects).not.toContain(effect);
    }
  });

  it('[TLS-011] TLS starts by FOLLOWS behind our own, by policy, or by a ClientHello', () => {
    expect(
      breaking(
        ({ from, input, effects }) =>
          !effects.some((effect) => effect.startsWith('upgrade')) ||
          (from === 'followsSent' && input === 'follows') ||
          (/^listenAuto/.test(from) && input === 'timeout') ||
          (/^wait/.test(from) && input === 'hello'),
      ),
    ).toEqual([]);
    expect(breaking(({ from, to }) => to !== 'secure' || /^(upgrading|secure)/.test(from))).toEqual([]);
    expect(
      breaking(
        ({ to, from, effects }) =>
          to !== 'followsSent' || from === to || effects.some((e) => /Follows$/.test(e)),
      ),
    ).toEqual([]);
  });

  it('[TLS-150] going to closed has one code, staying has none, and closed is for ever', () => {
    expect(
      breaking(({ from, to, effects }) =>
        from === 'closed'
          ? to === 'closed' && closes(effects).length === 0
          : closes(effects).length === (to === 'closed' ? 1 : 0),
      ),
    ).toEqual([]);
    const codes = new Set(tables.flatMap(({ cells }) => cells.flatMap(({ effects }) => closes(effects))));
    for (const code of codes) expect(Object.keys(DIAGNOSES)).toContain(code.slice('close '.length));
  });

  it('[TLS-037] [TLS-042] [TLS-050] whoever asks asks for text as for commands', () => {
    for (const state of ['listenRequired', 'listenAuto', 'listenAutoAsk'] as const) {
      const { telnet, data } = TERMINAL_TLS_TABLE[state];
      expect(data[0], state).toBe(telnet[0]);
      expect([telnet[1], data[1]], state).toEqual(['sendWill', 'sendWill']);
    }
  });

  it('[TLS-025] required lets nothing pass before TLS', () => {
    const reach = new Set(['listenRequired']);
    const cells = transitions(TERMINAL_TLS_TABLE);
    for (const state of reach)
      for (const { from, to, effects } of cells) {
        if (from !== state || from === 'secure') continue;
        expect(effects).not.toContain('pass');
        if (to !== 'secure') reach.add(to);
      }
    expect([...reach].sort()).toEqual([
      'asking',
      'closed',
      'followsSent',
      'listenRequired',
      'upgradingNegotiated',
    ]);
  });
});

describe('the gate', () => {
  it('goes by the table', () => {
    const gate = terminalTlsGate('required', false);
    expect([gate.state, gate.timer, gate.phase, gate.startEffects]).toEqual([
      'listenRequired',
      'first-byte',
      'connect',
      [],
    ]);
    expect(gate.step('telnet')).toEqual(['sendWill', 'drop']);
    expect([gate.state, gate.timer]).toEqual(['asking', 'start-tls-answer']);
    gate.close();
    expect([gate.state, gate.phase, gate.timer]).toEqual(['closed', 'closed', undefined]);
    expect(gate.step('doStartTls')).toEqual(['drop']);
  });

  it('lets an input pass where its table only says so, and stays as it is', () => {
    const gates = [
      { table: TERMINAL_TLS_TABLE, gate: terminalTlsGate('plain', false) },
      { table: HOST_TLS_TABLE, gate: hostTlsGate('none', false) },
    ];
    for (const { table, gate } of gates) {
      const passing = transitions(table).filter(({ from, input, to, effects }) => {
        gate.restore(from);
        const passes = gate.passes(input as never);
        expect(passes).toBe(from === to && effects.join() === 'pass');
        expect(gate.state).toBe(from);
        return passes;
      });
      expect(passing.length).toBeGreaterThan(0);
    }
  });

  it('[TLS-050] [HTM-005] [HTM-006] the settings matter to their policies alone', () => {
    expect(terminalTlsGate('auto', true).state).toBe('listenAutoClear');
    expect(terminalTlsGate('auto', false).state).toBe('listenAuto');
    expect(terminalTlsGate('auto', true, true).state).toBe('listenAutoAsk');
    expect(terminalTlsGate('auto', false, true).state).toBe('listenAuto');
    for (const policy of ['plain', 'implicit', 'negotiated', 'required'] as const)
      for (const volunteers of [false, true])
        expect(terminalTlsGate(policy, true, volunteers).state).toBe(terminalTlsGate(policy, false).state);
    expect(hostTlsGate('any', true).state).toBe('offerOptional');
    expect(hostTlsGate('any', false).state).toBe('waitOptional');
    for (const policy of ['basic', 'secure', 'negtSecure', 'vmAllowed', 'implicit'] as const)
      expect(hostTlsGate(policy, true).state).toBe(hostTlsGate(policy, false).state);
    expect(hostTlsGate('none', false)).toBeInstanceOf(TlsGate);
  });
});
