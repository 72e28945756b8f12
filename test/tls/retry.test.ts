import { describe, expect, it } from 'vitest';
import {
  DIAGNOSES,
  type DiagnosisCode,
  diagnosis,
  retryPolicy,
  type TerminalTlsPolicy,
} from '../../src/tls/index.js';

const POLICIES: readonly TerminalTlsPolicy[] = ['plain', 'implicit', 'negotiated', 'required', 'auto'];

function retry(tried: TerminalTlsPolicy, code: DiagnosisCode): string | undefined {
  return retryPolicy(tried, diagnosis(code, { phase: 'connect', firstBytes: new Uint8Array(0) }))?.tls;
}

describe('a policy for one more connection', () => {
  it('[TLS-043] fits what was met', () => {
    expect(retry('implicit', 'HOST_NEGOTIATES')).toBe('required');
    expect(retry('implicit', 'HOST_PLAIN')).toBe('required');
    expect(retry('plain', 'HOST_REQUIRES_TLS')).toBe('auto');
    expect(retry('required', 'HOST_SILENT')).toBe('auto');
    expect(retry('implicit', 'TLS_HANDSHAKE_TIMEOUT')).toBe('auto');
  });

  it('[TLS-024] is none after a handshake that START_TLS had led to', () => {
    for (const tried of ['negotiated', 'required', 'auto'] as const)
      expect(retry(tried, 'TLS_HANDSHAKE_TIMEOUT'), tried).toBeUndefined();
    for (const tried of POLICIES) expect(retry(tried, 'TLS_HANDSHAKE_FAILED'), tried).toBeUndefined();
  });

  it('[TLS-024] [SEC-041] is never the same again, and never one that may end in the clear', () => {
    for (const code of Object.keys(DIAGNOSES) as DiagnosisCode[]) {
      for (const tried of POLICIES) {
        const found = retryPolicy(
          tried,
          diagnosis(code, { phase: 'connect', firstBytes: new Uint8Array(0) }),
        );
        if (found === undefined) continue;
        expect(found.tls, `${tried} ${code}`).not.toBe(tried);
        expect(['implicit', 'required', 'auto']).toContain(found.tls);
        expect(found.allowClear).toBe(false);
      }
    }
  });

  it('[TLS-038] is none where a host refuses TLS, or a certificate is not to be trusted', () => {
    for (const code of ['HOST_REFUSED_STARTTLS', 'CERTIFICATE_UNTRUSTED', 'BYTES_AFTER_FOLLOWS'] as const)
      for (const tried of POLICIES) expect(retry(tried, code), `${tried} ${code}`).toBeUndefined();
  });
});
