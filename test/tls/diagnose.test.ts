import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.js';
import {
  certificateCode,
  DIAGNOSES,
  type DiagnosisCode,
  type DiagnosisText,
  diagnoseFirstBytes,
  FOREIGN_CLIENTS,
  FOREIGN_SERVERS,
  failureCode,
  failureInWords,
  firstBytesInWords,
  foreignProtocol,
  type HostTlsPolicy,
  sniff,
  type TerminalTlsPolicy,
  type TlsFailure,
} from '../../src/tls/index.js';

const CODES = Object.keys(DIAGNOSES) as DiagnosisCode[];
const textOf = (code: DiagnosisCode): DiagnosisText => DIAGNOSES[code];

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

describe('the texts of the diagnoses', () => {
  it.each(['message', 'terminalFix', 'hostFix'] as const)(
    '[TLS-150] no two codes share a sentence: %s',
    (key) => {
      const sentences = CODES.flatMap((code) => textOf(code)[key].split(/(?<=[.;]) /));
      expect(sentences.length).toBeGreaterThanOrEqual(CODES.length);
      expect(sentences.filter((sentence, i) => sentences.indexOf(sentence) !== i)).toEqual([]);
      for (const code of CODES) expect(textOf(code)[key], code).toMatch(/^[A-Z].*\.$/);
    },
  );

  it('[TLS-150] nor does what one says at the terminal stand on the host of another', () => {
    const owners = new Map<string, DiagnosisCode>();
    const shared: string[] = [];
    for (const code of CODES) {
      const { message, terminalFix, hostFix } = textOf(code);
      for (const sentence of [message, terminalFix, hostFix].flatMap((text) => text.split(/(?<=[.;]) /))) {
        const owner = owners.get(sentence) ?? code;
        if (owner !== code) shared.push(`${owner} and ${code}: ${sentence}`);
        owners.set(sentence, owner);
      }
    }
    expect(owners.size).toBeGreaterThan(CODES.length);
    expect(shared).toEqual([]);
  });

  it.each(['weDid', 'peerDid'] as const)(
    '[TLS-150] no two codes say the same of what was done: %s',
    (key) => {
      const done = CODES.map((code) => textOf(code)[key]);
      expect(done.filter((text, i) => done.indexOf(text) !== i)).toEqual([]);
    },
  );

  it('[HTM-040] implicit terminal, negotiating host', () => {
    const { terminalFix, hostFix, retryWith } = textOf('HOST_NEGOTIATES');
    for (const name of ['`required`', '`auto`', '"Implicit SSL/TLS Connection"', '"Telnet-negotiated"', 'L:'])
      expect(terminalFix).toContain(name);
    expect(hostFix).toMatch(/CONNTYPE SECURE.*port of their own/);
    expect(retryWith).toBe('required');
    expect(textOf('CLIENT_IMPLICIT_TLS').terminalFix).toMatch(
      /Implicit SSL\/TLS Connection.*Telnet-negotiated.*L:/,
    );
  });

  it('[HTM-041] implicit terminal, host in the clear', () => {
    expect(textOf('HOST_PLAIN').terminalFix).toMatch(/992.*23/);
    expect(textOf('HOST_PLAIN').hostFix).toMatch(/secure port/);
  });

  it('[HTM-042] plain terminal, host that insists', () => {
    expect(textOf('HOST_REQUIRES_TLS').terminalFix).toMatch(/^Turn TLS on/);
    expect(textOf('HOST_REQUIRES_TLS').hostFix).toMatch(/CONNTYPE ANY or BASIC.*PREFERRED or ALLOWED/);
  });

  it('[HTM-044] negotiating terminal, host that starts with TLS', () => {
    expect(textOf('HOST_SILENT').message).toMatch(/waits for TLS/);
    expect(textOf('HOST_SILENT')).toMatchObject({ retryWith: 'auto' });
    expect(textOf('HOST_SILENT').terminalFix).toMatch(/`auto` or `implicit`/);
  });

  it('[HTM-045] terminal that insists, host that refuses', () => {
    expect(textOf('HOST_REFUSED_STARTTLS').message).toMatch(/nothing confidential was sent/);
    expect(textOf('HOST_REFUSED_STARTTLS').hostFix).toMatch(/^Enable TLS for this port/);
    expect(textOf('HOST_REFUSED_STARTTLS').retryWith).toBeUndefined();
  });

  it('[HTM-046] [HTM-047] handshake and certificate', () => {
    expect(textOf('TLS_HANDSHAKE_FAILED').hostFix).toMatch(/SECUREPORT.*TLS 1\.0.*AT-TLS/);
    expect(textOf('CERTIFICATE_NAME_MISMATCH').hostFix).toContain('subjectAltName');
  });

  it('[TLS-024] no code says to try again without TLS', () => {
    for (const code of CODES)
      expect([undefined, 'implicit', 'required', 'auto']).toContain(textOf(code).retryWith);
  });
});

const DO_STARTTLS = 'fffd2e';
const DO_TN3270E = 'fffd28';
const ALERT = '1503010002020a';
const HELLO = '160301000801000004';
const SSH = toHex(ascii('SSH-2.0-OpenSSH'));

describe('diagnoseFirstBytes', () => {
  type Row = readonly [policy: TerminalTlsPolicy, hex: string, code: DiagnosisCode];
  const terminals: readonly Row[] = [
    ['implicit', DO_STARTTLS, 'HOST_NEGOTIATES'],
    ['implicit', `${DO_STARTTLS}${DO_TN3270E}`, 'HOST_NEGOTIATES'],
    ['implicit', DO_TN3270E, 'HOST_PLAIN'],
    ['implicit', 'ff', 'HOST_PLAIN'],
    ['implicit', 'fffe2e', 'HOST_PLAIN'],
    ['implicit', ALERT, 'TLS_HANDSHAKE_FAILED'],
    ['implicit', SSH, 'NOT_TELNET'],
    ['implicit', '', 'TLS_HANDSHAKE_FAILED'],
    ['plain', DO_STARTTLS, 'HOST_REQUIRES_TLS'],
    ['plain', ALERT, 'HOST_REQUIRES_TLS'],
    ['plain', DO_TN3270E, 'PEER_CLOSED'],
    ['plain', '', 'HOST_SILENT'],
    ['negotiated', ALERT, 'HOST_REQUIRES_TLS'],
    ['negotiated', '', 'HOST_SILENT'],
    ['negotiated', DO_STARTTLS, 'TLS_HANDSHAKE_FAILED'],
    ['required', DO_TN3270E, 'HOST_REFUSED_STARTTLS'],
    ['required', 'fffe2e', 'HOST_REFUSED_STARTTLS'],
    ['required', '', 'HOST_SILENT'],
    ['auto', DO_TN3270E, 'HOST_REFUSED_STARTTLS'],
    ['auto', SSH, 'NOT_TELNET'],
  ];
  it.each(terminals)('[TLS-151] [TLS-152] a terminal set to %s that saw %s: %s', (policy, hex, code) => {
    const found = diagnoseFirstBytes({ role: 'terminal', policy, bytes: fromHex(hex) });
    expect(found.code).toBe(code);
    expect(found.firstBytes).toBe(hex.slice(0, 32));
    expect(found.firstBytesMean).toBe(firstBytesInWords(fromHex(hex)));
  });

  type HostRow = readonly [policy: HostTlsPolicy, hex: string, code: DiagnosisCode];
  const hosts: readonly HostRow[] = [
    ['negtSecure', HELLO, 'CLIENT_IMPLICIT_TLS'],
    ['vmRequired', HELLO, 'CLIENT_IMPLICIT_TLS'],
    ['vmPreferred', HELLO, 'CLIENT_IMPLICIT_TLS'],
    ['basic', HELLO, 'CLIENT_IMPLICIT_TLS'],
    ['vmNever', HELLO, 'CLIENT_IMPLICIT_TLS'],
    ['vmAllowed', HELLO, 'CLIENT_IMPLICIT_TLS'],
    ['implicit', 'fffb18', 'CLIENT_SPEAKS_TELNET'],
    ['implicit', HELLO, 'TLS_HANDSHAKE_FAILED'],
    ['secure', HELLO, 'TLS_HANDSHAKE_FAILED'],
    ['any', HELLO, 'TLS_HANDSHAKE_FAILED'],
    ['secure', 'fffc2e', 'CLIENT_REFUSED_STARTTLS'],
    ['negtSecure', 'fffc2e', 'CLIENT_REFUSED_STARTTLS'],
    ['vmRequired', 'fffc2e', 'CLIENT_REFUSED_STARTTLS'],
    ['any', 'fffc2e', 'PEER_CLOSED'],
    ['basic', '802e01', 'TLS_TOO_OLD'],
    ['negtSecure', '', 'CLIENT_SILENT'],
    ['negtSecure', toHex(ascii('GET / HTTP/1.1')), 'NOT_TELNET'],
    ['none', HELLO, 'NOT_SERVED'],
  ];
  it.each(hosts)('[TLS-156] [TLS-157] a host set to %s that saw %s: %s', (policy, hex, code) => {
    expect(diagnoseFirstBytes({ role: 'host', policy, bytes: fromHex(hex) }).code).toBe(code);
  });

  it('[TLS-043] the bytes count for more than what a TLS library says of them', () => {
    const tlsError: TlsFailure = { kind: 'protocol', message: 'wrong version number' };
    const found = diagnoseFirstBytes({
      role: 'terminal',
      policy: 'implicit',
      bytes: fromHex(DO_STARTTLS),
      tlsError,
    });
    expect(found).toMatchObject({
      code: 'HOST_NEGOTIATES',
      phase: 'handshake',
      detail: 'wrong version number',
      retryWith: 'required',
    });
  });

  it('[TLS-048] with the error alone: a failed handshake, and the hint', () => {
    const tlsError: TlsFailure = { kind: 'eof', message: 'end of file' };
    const found = diagnoseFirstBytes({
      role: 'terminal',
      policy: 'implicit',
      bytes: new Uint8Array(0),
      tlsError,
    });
    expect(found).toMatchObject({ code: 'TLS_HANDSHAKE_FAILED', phase: 'handshake' });
    expect(found.detail).toMatch(/^end of file; .*may speak telnet/);
  });

  it('[HTM-046] [HTM-047] where TLS was tried its error counts', () => {
    const at = (bytes: string, tlsError: TlsFailure, policy: TerminalTlsPolicy = 'required') =>
      diagnoseFirstBytes({ role: 'terminal', policy, bytes: fromHex(bytes), tlsError }).code;
    const expired: TlsFailure = { kind: 'certificate', message: 'certificate has expired' };
    expect(at(DO_STARTTLS, expired)).toBe('CERTIFICATE_EXPIRED');
    expect(at(DO_TN3270E, expired)).toBe('CERTIFICATE_EXPIRED');
    expect(at(HELLO, expired, 'implicit')).toBe('CERTIFICATE_EXPIRED');
    expect(at(DO_STARTTLS, { kind: 'alert', alert: 70, message: '' })).toBe('TLS_PARAMETERS_DIFFER');
    const rejected: TlsFailure = { kind: 'alert', alert: 48, message: 'tlsv1 alert unknown ca' };
    const bytes = fromHex('fffb2e');
    expect(diagnoseFirstBytes({ role: 'host', policy: 'negtSecure', bytes, tlsError: rejected }).code).toBe(
      'CLIENT_REJECTS_CERTIFICATE',
    );
  });

  it('[SEC-043] an unknown role or policy throws', () => {
    const bytes = new Uint8Array(0);
    for (const wrong of [
      { role: 'terminal', policy: 'Plain', bytes },
      { role: 'terminal', policy: 'secure', bytes },
      { role: 'host', policy: 'plain', bytes },
      { role: 'host', policy: 'toString', bytes },
      { role: 'client', policy: 'plain', bytes },
      { role: 'terminal', policy: 'plain', bytes: [] },
    ])
      expect(() => diagnoseFirstBytes(wrong as never)).toThrow(
        expect.objectContaining({ code: 'argument-invalid' }),
      );
  });
});

describe('what a TLS library says', () => {
  it.each([
    ['self-signed certificate', 'CERTIFICATE_SELF_SIGNED'],
    ['self signed certificate in certificate chain', 'CERTIFICATE_SELF_SIGNED'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'CERTIFICATE_SELF_SIGNED'],
    ['certificate has expired', 'CERTIFICATE_EXPIRED'],
    ['CERT_HAS_EXPIRED', 'CERTIFICATE_EXPIRED'],
    ['certificate is not yet valid', 'CERTIFICATE_NOT_YET_VALID'],
    ['CERT_NOT_YET_VALID', 'CERTIFICATE_NOT_YET_VALID'],
    ['certificate revoked', 'CERTIFICATE_REVOKED'],
    ['CERT_REVOKED', 'CERTIFICATE_REVOKED'],
    ['hostname mismatch', 'CERTIFICATE_NAME_MISMATCH'],
    ["Hostname/IP does not match certificate's altnames", 'CERTIFICATE_NAME_MISMATCH'],
    ['unable to get local issuer certificate', 'CERTIFICATE_UNTRUSTED'],
    ['', 'CERTIFICATE_UNTRUSTED'],
  ] as const)('[HTM-047] of a certificate: %s', (reason, code) => {
    const info = { version: 'TLSv1.3', cipher: 'x', reason };
    expect(certificateCode({ ...info, verification: 'untrusted' })).toBe(code);
    expect(certificateCode(info)).toBe(code);
    expect(certificateCode({ version: 'TLSv1.3', cipher: 'x' })).toBe('CERTIFICATE_UNTRUSTED');
    expect(certificateCode({ ...info, verification: 'verified' })).toBeUndefined();
    expect(failureCode('terminal', { kind: 'certificate', message: reason })).toBe(code);
    expect(failureCode('host', { kind: 'certificate', message: reason })).toBe(
      'CLIENT_CERTIFICATE_UNTRUSTED',
    );
  });

  it('[HTM-047] or the outcome by itself', () => {
    const outcome = (verification: 'selfSigned' | 'expired' | 'notYetValid' | 'revoked' | 'nameMismatch') =>
      certificateCode({ version: 'TLSv1.3', cipher: 'x', verification });
    expect(outcome('selfSigned')).toBe('CERTIFICATE_SELF_SIGNED');
    expect(outcome('expired')).toBe('CERTIFICATE_EXPIRED');
    expect(outcome('notYetValid')).toBe('CERTIFICATE_NOT_YET_VALID');
    expect(outcome('revoked')).toBe('CERTIFICATE_REVOKED');
    expect(outcome('nameMismatch')).toBe('CERTIFICATE_NAME_MISMATCH');
  });

  it('[HTM-025] of an alert: who objects to whose certificate, and what they lack in common', () => {
    const code = (role: 'terminal' | 'host', alert: number) =>
      failureCode(role, { kind: 'alert', alert, message: 'alert' });
    for (const alert of [42, 43, 44, 45, 46, 48, 49, 116]) {
      expect(code('terminal', alert)).toBe('HOST_REFUSED_CERTIFICATE');
      expect(code('host', alert)).toBe('CLIENT_REJECTS_CERTIFICATE');
    }
    for (const alert of [70, 71, 86]) expect(code('host', alert)).toBe('TLS_PARAMETERS_DIFFER');
    for (const alert of [10, 40, 80]) expect(code('terminal', alert)).toBeUndefined();
    const local = (message: string) => failureCode('host', { kind: 'protocol', message });
    expect(local('unsupported protocol')).toBe('TLS_PARAMETERS_DIFFER');
    expect(local('no shared cipher')).toBe('TLS_PARAMETERS_DIFFER');
    expect(local('peer did not return a certificate')).toBe('CLIENT_CERTIFICATE_MISSING');
    expect(local('wrong version number')).toBeUndefined();
  });

  it('an alert is named where the words do not', () => {
    expect(failureInWords({ kind: 'alert', alert: 48, message: 'tlsv1 alert unknown ca' })).toBe(
      'tlsv1 alert unknown ca',
    );
    expect(failureInWords({ kind: 'alert', alert: 48, message: 'failed' })).toBe(
      'failed (alert 48, unknown_ca)',
    );
    expect(failureInWords({ kind: 'alert', alert: 254, message: 'failed' })).toBe('failed (alert 254, 254)');
    expect(failureInWords({ kind: 'eof', message: 'end of file' })).toBe('end of file');
  });
});

describe('other protocols', () => {
  it.each([
    ['servers', FOREIGN_SERVERS],
    ['clients', FOREIGN_CLIENTS],
  ] as const)('[TLS-151] %s are told by how they begin, and not before', (_, protocols) => {
    for (const protocol of protocols) {
      const bytes = ascii(`${protocol.starts}rest`);
      for (let length = 1; length < protocol.starts.length; length++)
        expect(foreignProtocol(bytes.subarray(0, length), protocols)).toBe('undecided');
      expect(foreignProtocol(bytes, protocols)).toBe(protocol);
      expect(firstBytesInWords(bytes)).toBe(protocol.words);
      expect(sniff(bytes)).toBe('other');
      // All of it has to fit into the bytes that are kept.
      expect(protocol.starts.length).toBeLessThanOrEqual(16);
    }
  });

  it('banners of the NVT, telnet and TLS are none', () => {
    for (const text of [
      'SYSTEM READY',
      'SSH',
      'HTTPS',
      'Welcome',
      '2200',
      'GETTING',
      '\xff\xfd\x28',
      '\x16\x03\x01',
    ]) {
      for (const protocols of [FOREIGN_SERVERS, FOREIGN_CLIENTS])
        expect(typeof foreignProtocol(ascii(text), protocols), text).not.toBe('object');
    }
    expect(foreignProtocol(ascii('Welcome'), FOREIGN_SERVERS)).toBeUndefined();
    expect(firstBytesInWords(ascii('LOGON'))).toBe('text, neither telnet nor TLS');
    expect(firstBytesInWords(Uint8Array.of(0, 1, 2))).toBe('neither telnet nor TLS');
  });
});
