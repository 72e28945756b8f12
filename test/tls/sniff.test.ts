import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.js';
import {
  DIAGNOSES,
  type DiagnosisCode,
  diagnosis,
  FIRST_BYTES_KEPT,
  firstBytesInWords,
  sniff,
  startsHandshake,
  TLS_VIOLATIONS,
} from '../../src/tls/index.js';

describe('first bytes; starttls.md §1', () => {
  const seen: readonly (readonly [hex: string, what: string])[] = [
    ['', 'undecided'],
    ['ff', 'undecided'],
    ['fffd', 'undecided'],
    ['fffd2e', 'startTlsOffer'],
    ['fffd2efffd28', 'startTlsOffer'],
    ['fffd28', 'telnet'],
    ['fffb', 'telnet'],
    ['fffa', 'telnet'],
    ['fff1', 'telnet'],
    ['1603', 'tls'],
    ['160301', 'tls'],
    ['15', 'tls'],
    ['150303', 'tls'],
    ['1602', 'other'],
    ['1641', 'other'],
    ['1741', 'other'],
    ['80', 'oldTls'],
    ['802e', 'oldTls'],
    ['802e01', 'oldTls'],
    ['802e04', 'other'],
    ['804142', 'other'],
    ['13', 'other'],
    ['18', 'other'],
    ['535348', 'other'],
    ['00', 'other'],
  ];
  for (const [hex, what] of seen)
    it(`[TLS-044] ${hex || 'nothing'}: ${what}`, () => expect(sniff(fromHex(hex))).toBe(what));

  it('three bytes always decide', () => {
    for (let first = 0; first < 256; first++)
      for (const second of [0x00, 0x03, 0x2e, 0xfd, 0xfe, 0xff])
        for (const third of [0x00, 0x01, 0x2e, 0xff])
          expect(sniff(Uint8Array.of(first, second, third))).not.toBe('undecided');
  });

  it('[TLS-010] what may follow FOLLOWS at a host: the start of a handshake record, as far as it is there', () => {
    for (const hex of ['', '16', '1603', '160301ff']) expect(startsHandshake(fromHex(hex)), hex).toBe(true);
    for (const hex of ['15', '1503', '1602', '16ff', 'ff', '17', '00'])
      expect(startsHandshake(fromHex(hex)), hex).toBe(false);
  });

  it('[TLS-151] in words', () => {
    const words: readonly (readonly [string, RegExp])[] = [
      ['', /nothing/],
      ['fffd2e', /DO STARTTLS/],
      ['fffd28', /^telnet: IAC DO TN3270E$/],
      ['fffb01', /^telnet: IAC WILL ECHO$/],
      ['fffe63', /^telnet: IAC DONT 99$/],
      ['fffb', /^telnet$/],
      ['fff1', /^telnet$/],
      ['fffa18', /^telnet$/],
      ['ff', /telnet/],
      ['16030100050100000100', /ClientHello/],
      ['1503010002022a', /bad_certificate/],
      ['1503010002020a', /unexpected_message/],
      ['15030100020228', /handshake_failure/],
      ['15030100020230', /unknown_ca/],
      ['15030100020246', /protocol_version/],
      ['150301000202fe', /254/],
      ['15', /alert/],
      ['802e01', /SSL 2/],
      ['5353482d322e30', /SSH/],
      ['485454502f312e31', /HTTP/],
      ['4c4f474f4e', /neither/],
    ];
    for (const [hex, pattern] of words) expect(firstBytesInWords(fromHex(hex)), hex).toMatch(pattern);
  });
});

describe('diagnoses', () => {
  it('[TLS-150] [HTM-025] [HTM-040] to [HTM-047] each says what both did and what both can change', () => {
    for (const [code, text] of Object.entries(DIAGNOSES)) {
      expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
      for (const key of ['weDid', 'peerDid', 'message', 'terminalFix', 'hostFix'] as const)
        expect(text[key].length, `${code} ${key}`).toBeGreaterThan(5);
    }
    const codes = Object.keys(DIAGNOSES);
    for (const code of [
      'HOST_NEGOTIATES',
      'HOST_PLAIN',
      'HOST_REQUIRES_TLS',
      'HOST_REFUSED_STARTTLS',
      'HOST_SILENT',
      'TLS_HANDSHAKE_FAILED',
      'CLIENT_IMPLICIT_TLS',
      'CLIENT_SPEAKS_TELNET',
      'CLIENT_REFUSED_STARTTLS',
      'CLIENT_SILENT',
      'ENDED',
    ])
      expect(codes).toContain(code);
  });

  it('[HTM-040] [HTM-042] the advice names the switches of the host', () => {
    const host = (code: DiagnosisCode) => DIAGNOSES[code].hostFix;
    expect(host('HOST_NEGOTIATES')).toMatch(/CONNTYPE SECURE/);
    expect(host('CLIENT_IMPLICIT_TLS')).toMatch(/CONNTYPE SECURE/);
    expect(host('HOST_REQUIRES_TLS')).toMatch(/CONNTYPE ANY/);
    expect(host('TLS_HANDSHAKE_FAILED')).toMatch(/TTLSPORT/);
    expect(DIAGNOSES.HOST_NEGOTIATES.terminalFix).toMatch(/[Ii]mplicit/);
    expect(DIAGNOSES.HOST_SILENT.terminalFix).toMatch(/implicit|auto/);
  });

  it('[TLS-024] no failure suggests to try again in the clear', () => {
    for (const [code, text] of Object.entries(DIAGNOSES))
      expect('retryWith' in text ? text.retryWith : undefined, code).not.toBe('plain');
  });

  it('[TLS-151] carries at most 16 of the first bytes', () => {
    const bytes = new Uint8Array(40).fill(0x41);
    const found = diagnosis('NOT_TELNET', { phase: 'connect', firstBytes: bytes, detail: 'x' });
    expect(FIRST_BYTES_KEPT).toBe(16);
    expect(found).toMatchObject({
      code: 'NOT_TELNET',
      phase: 'connect',
      firstBytes: '41'.repeat(16),
      detail: 'x',
    });
    expect('detail' in diagnosis('ENDED', { phase: 'clear', firstBytes: bytes })).toBe(false);
  });

  it('[TLS-010] [TLS-012] [TLS-013] violations name their rules', () => {
    expect(TLS_VIOLATIONS['bytes-after-follows'].rule).toBe('TLS-010');
    expect(TLS_VIOLATIONS['follows-not-agreed'].rule).toBe('TLS-012');
    expect(TLS_VIOLATIONS['starttls-malformed'].rule).toBe('TLS-013');
  });
});
