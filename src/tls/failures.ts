import type { DiagnosisCode } from './diagnosis.data.js';
import {
  CERTIFICATE_ALERTS,
  CERTIFICATE_CODES,
  CERTIFICATE_WORDS,
  PARAMETER_ALERTS,
  PARAMETER_WORDS,
} from './failures.data.js';
import { isVerification } from './outcome.js';
import { alertName } from './sniff.js';
import type { TlsFailure, TlsInfo } from './upgrade.js';
import { isAnonymous } from './weakness.js';

/**
 * What a terminal says of the host's certificate (TLS-060 to TLS-067).
 *
 * @returns undefined when it is verified and nothing else: what is not known is untrusted (SEC-045). Where `verification` is `untrusted` the words of `reason` tell more. With an
 * anonymous cipher suite there is no certificate, whatever `verification` says (TLS-065).
 */
export function certificateCode({ cipher, verification, reason }: TlsInfo): DiagnosisCode | undefined {
  if (isAnonymous(cipher)) return 'CERTIFICATE_UNTRUSTED';
  const code = isVerification(verification) ? CERTIFICATE_CODES[verification] : 'CERTIFICATE_UNTRUSTED';
  return code === 'CERTIFICATE_UNTRUSTED' && reason !== undefined ? wordsCode(reason) : code;
}

/**
 * What a handshake that failed comes to, by alert and words of the TLS library.
 *
 * @param role - who makes the diagnosis
 * @returns undefined when nothing better than TLS_HANDSHAKE_FAILED can be said.
 */
export function failureCode(role: 'terminal' | 'host', failure: TlsFailure): DiagnosisCode | undefined {
  const { kind, alert, message } = failure;
  if (kind === 'certificate')
    return role === 'terminal' ? wordsCode(message) : 'CLIENT_CERTIFICATE_UNTRUSTED';
  if (kind === 'alert' && alert !== undefined) {
    if (CERTIFICATE_ALERTS.includes(alert)) {
      return role === 'terminal' ? 'HOST_REFUSED_CERTIFICATE' : 'CLIENT_REJECTS_CERTIFICATE';
    }
    if (PARAMETER_ALERTS.includes(alert)) return 'TLS_PARAMETERS_DIFFER';
  }
  const words = plain(message);
  if (kind === 'protocol' && role === 'host' && words.includes('did not return a certificate')) {
    return 'CLIENT_CERTIFICATE_MISSING';
  }
  return kind === 'protocol' && PARAMETER_WORDS.some((part) => words.includes(part))
    ? 'TLS_PARAMETERS_DIFFER'
    : undefined;
}

/** The TLS library's words, and the name of the alert where there is one. */
export function failureInWords({ alert, message }: TlsFailure): string {
  if (alert === undefined || plain(message).includes(plain(alertName(alert)))) return message;
  return `${message} (alert ${alert}, ${alertName(alert)})`;
}

function wordsCode(message: string): DiagnosisCode {
  const words = plain(message);
  const found = CERTIFICATE_WORDS.find(([part]) => words.includes(part));
  return found === undefined ? 'CERTIFICATE_UNTRUSTED' : found[1];
}

function plain(message: string): string {
  return message.toLowerCase().replaceAll('_', ' ').replaceAll('-', ' ');
}
