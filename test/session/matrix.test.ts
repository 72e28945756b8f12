import { describe, expect, it } from 'vitest';
import type { HostOptions, TerminalOptions } from '../../src/session/index.js';
import { Pair } from './support/pair.js';

const TERMINALS: Readonly<Record<string, TerminalOptions>> = {
  plain: { tls: 'plain' },
  implicit: { tls: 'implicit' },
  negotiated: { tls: 'negotiated' },
  required: { tls: 'required' },
  auto: { tls: 'auto' },
  autoClear: { tls: 'auto', allowClear: true },
  autoAsk: { tls: 'auto', allowClear: true, volunteerStartTls: true },
};
const HOSTS: Readonly<Record<string, HostOptions>> = {
  basic: { tls: 'basic' },
  secure: { tls: 'secure' },
  negtSecure: { tls: 'negtSecure' },
  any: { tls: 'any' },
  anyOfferFirst: { tls: 'any', offerFirst: true },
  none: { tls: 'none' },
  implicit: { tls: 'implicit' },
  vmNever: { tls: 'vmNever' },
  vmAllowed: { tls: 'vmAllowed' },
  vmPreferred: { tls: 'vmPreferred' },
  vmRequired: { tls: 'vmRequired' },
};

const TLS = 'OK_TLS';
const CLEAR = 'OK_CLEAR';
/** The terminal's code, then the host's. Where one end closes first, the other tells by what it saw. */
const REQUIRES = 'HOST_REQUIRES_TLS CLIENT_REFUSED_STARTTLS';
const NEGOTIATES = 'HOST_NEGOTIATES CLIENT_IMPLICIT_TLS';
const PLAIN = 'HOST_PLAIN CLIENT_IMPLICIT_TLS';
const REFUSED = /^HOST_REFUSED_STARTTLS (PEER_CLOSED|ENDED)$/;
const SILENT = 'HOST_SILENT CLIENT_SILENT';
const NOT_SERVED = /^(HOST_SILENT|TLS_HANDSHAKE_FAILED) NOT_SERVED$/;

/** starttls.md §5, row by row; `default` of the sheet is `secure` here. */
const MATRIX: readonly (readonly [id: string, terminal: string, host: string, result: string | RegExp])[] = [
  ['TLS-101', 'plain', 'basic', CLEAR],
  ['TLS-102', 'plain', 'secure', REQUIRES],
  ['TLS-103', 'plain', 'negtSecure', REQUIRES],
  ['TLS-104', 'plain', 'any', CLEAR],
  ['TLS-104', 'plain', 'anyOfferFirst', CLEAR],
  ['TLS-106', 'plain', 'vmNever', CLEAR],
  ['TLS-107', 'plain', 'vmAllowed', CLEAR],
  ['TLS-108', 'plain', 'vmPreferred', CLEAR],
  ['TLS-109', 'plain', 'vmRequired', REQUIRES],
  ['TLS-110', 'implicit', 'basic', PLAIN],
  ['TLS-111', 'implicit', 'secure', TLS],
  ['TLS-112', 'implicit', 'negtSecure', NEGOTIATES],
  ['TLS-113', 'implicit', 'any', TLS],
  ['TLS-112', 'implicit', 'anyOfferFirst', NEGOTIATES],
  ['TLS-115', 'implicit', 'vmNever', PLAIN],
  ['TLS-116', 'implicit', 'vmAllowed', PLAIN],
  ['TLS-117', 'implicit', 'vmPreferred', NEGOTIATES],
  ['TLS-118', 'implicit', 'vmRequired', NEGOTIATES],
  ['TLS-119', 'negotiated', 'basic', CLEAR],
  ['TLS-120', 'negotiated', 'secure', TLS],
  ['TLS-121', 'negotiated', 'negtSecure', TLS],
  ['TLS-122', 'negotiated', 'any', TLS],
  ['TLS-122', 'negotiated', 'anyOfferFirst', TLS],
  ['TLS-124', 'negotiated', 'vmNever', CLEAR],
  ['TLS-125', 'negotiated', 'vmAllowed', CLEAR],
  ['TLS-126', 'negotiated', 'vmPreferred', TLS],
  ['TLS-127', 'negotiated', 'vmRequired', TLS],
  ['TLS-128', 'required', 'basic', REFUSED],
  ['TLS-129', 'required', 'secure', TLS],
  ['TLS-130', 'required', 'negtSecure', TLS],
  ['TLS-131', 'required', 'any', TLS],
  ['TLS-131', 'required', 'anyOfferFirst', TLS],
  ['TLS-133', 'required', 'vmNever', REFUSED],
  ['TLS-134', 'required', 'vmAllowed', TLS],
  ['TLS-135', 'required', 'vmPreferred', TLS],
  ['TLS-136', 'required', 'vmRequired', TLS],
  ['TLS-137', 'auto', 'basic', REFUSED],
  ['TLS-137', 'autoClear', 'basic', CLEAR],
  ['TLS-137', 'autoAsk', 'basic', CLEAR],
  ['TLS-138', 'auto', 'secure', TLS],
  ['TLS-138', 'autoClear', 'secure', TLS],
  ['TLS-138', 'autoAsk', 'secure', TLS],
  ['TLS-139', 'auto', 'negtSecure', TLS],
  ['TLS-139', 'autoClear', 'negtSecure', TLS],
  ['TLS-139', 'autoAsk', 'negtSecure', TLS],
  ['TLS-140', 'auto', 'any', TLS],
  ['TLS-140', 'autoClear', 'any', TLS],
  ['TLS-140', 'autoAsk', 'any', TLS],
  ['TLS-140', 'auto', 'anyOfferFirst', TLS],
  ['TLS-140', 'autoClear', 'anyOfferFirst', TLS],
  ['TLS-140', 'autoAsk', 'anyOfferFirst', TLS],
  ['TLS-142', 'auto', 'vmNever', REFUSED],
  ['TLS-142', 'autoClear', 'vmNever', CLEAR],
  ['TLS-142', 'autoAsk', 'vmNever', CLEAR],
  ['TLS-143', 'auto', 'vmAllowed', TLS],
  ['TLS-143', 'autoClear', 'vmAllowed', CLEAR],
  ['TLS-143', 'autoAsk', 'vmAllowed', TLS],
  ['TLS-144', 'auto', 'vmPreferred', TLS],
  ['TLS-144', 'autoClear', 'vmPreferred', TLS],
  ['TLS-144', 'autoAsk', 'vmPreferred', TLS],
  ['TLS-145', 'auto', 'vmRequired', TLS],
  ['TLS-145', 'autoClear', 'vmRequired', TLS],
  ['TLS-145', 'autoAsk', 'vmRequired', TLS],
  ['HTM-003', 'implicit', 'implicit', TLS],
  ['HTM-003', 'auto', 'implicit', TLS],
  ['HTM-003', 'autoClear', 'implicit', TLS],
  ['HTM-003', 'autoAsk', 'implicit', TLS],
  ['HTM-044', 'plain', 'implicit', SILENT],
  ['HTM-044', 'negotiated', 'implicit', SILENT],
  ['HTM-044', 'required', 'implicit', SILENT],
  ...Object.keys(TERMINALS).map((name) => ['HTM-007', name, 'none', NOT_SERVED] as const),
];

function options(name: string): [TerminalOptions, HostOptions] {
  const [terminal, host] = name.split(' ');
  return [TERMINALS[terminal as string] as TerminalOptions, HOSTS[host as string] as HostOptions];
}

describe('terminal policy × host policy', () => {
  for (const [id, terminal, host, result] of MATRIX) {
    it(`[${id}] ${terminal} × ${host}`, () => {
      const found = new Pair(...options(`${terminal} ${host}`)).settle().result();
      if (typeof result === 'string') expect(found).toBe(result);
      else expect(found).toMatch(result);
    });
  }

  it('[TLS-150] no cell is left out', () => {
    const cells = new Set(MATRIX.map(([, terminal, host]) => `${terminal} ${host}`));
    expect(cells.size).toBe(Object.keys(TERMINALS).length * Object.keys(HOSTS).length);
  });

  it('[TLS-120] [TLS-138] how long each way takes: the wait of the host, or the shorter one of the terminal', () => {
    expect(new Pair(...options('negotiated secure')).settle().now).toBe(5000);
    expect(new Pair(...options('auto secure')).settle().now).toBe(1500);
    expect(new Pair(...options('negotiated negtSecure')).settle().now).toBe(0);
    expect(new Pair(...options('implicit negtSecure')).settle().now).toBe(0);
  });

  it('[HTM-028] [TLS-027] both say how the session is secured', () => {
    for (const [name, terminal, host] of [
      ['negotiated negtSecure', 'negotiated', 'negotiated'],
      ['implicit implicit', 'implicit', 'implicit'],
      ['auto any', 'implicit', 'implicit'],
      ['plain basic', 'none', 'none'],
    ] as const) {
      const pair = new Pair(...options(name)).settle();
      expect([pair.terminal.session.security, pair.host.session.security], name).toEqual([terminal, host]);
      const secure = terminal !== 'none';
      expect(pair.terminal.session.tlsInfo?.version, name).toBe(secure ? 'TLSv1.3' : undefined);
      expect(pair.terminal.only('clearText').length, name).toBe(secure ? 0 : 1);
      expect(pair.host.only('clearText').length, name).toBe(secure ? 0 : 1);
    }
  });

  it('[TLS-025] [SEC-036] required: nothing but START_TLS in the clear, whatever the host', () => {
    for (const host of Object.keys(HOSTS)) {
      const pair = new Pair(...options(`required ${host}`)).settle();
      expect(['', 'fffb2e', 'fffb2efffa2e01fff0'], host).toContain(pair.clear.terminal);
    }
  });

  it('[TLS-151] a failed cell tells its phase and the first bytes', () => {
    const cells: readonly (readonly [string, string, string, string])[] = [
      ['plain negtSecure', 'startTls', 'fffd2e', 'startTls'],
      ['implicit negtSecure', 'handshake', 'fffd2e', 'startTls'],
      ['implicit basic', 'handshake', 'fffd28', 'clear'],
      ['required basic', 'startTls', 'fffd28', 'clear'],
      ['negotiated implicit', 'connect', '', 'connect'],
    ];
    for (const [name, phase, firstBytes, hostPhase] of cells) {
      const { terminal, host } = new Pair(...options(name)).settle();
      const found = terminal.session.diagnosis;
      expect([found?.phase, host.session.diagnosis?.phase], name).toEqual([phase, hostPhase]);
      expect(found?.firstBytes.startsWith(firstBytes), `${name}: ${found?.firstBytes}`).toBe(true);
      expect(found?.firstBytes.length, name).toBeLessThanOrEqual(32);
      for (const text of [found?.message, found?.terminalFix, found?.hostFix, found?.weDid, found?.peerDid])
        expect(text, name).toMatch(/\w/);
    }
  });
});
