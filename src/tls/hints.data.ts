import type { DiagnosisCode } from './diagnosis.data.js';

/**
 * What a diagnosis adds by what brought it about: an input of the START_TLS tables. It goes into `detail` where nothing more
 * exact is known.
 */
export const HINTS: Readonly<Partial<Record<DiagnosisCode, Readonly<Record<string, string>>>>> = {
  HOST_SILENT: {
    timeout: 'nothing came until the timer ran out; the host may wait for a ClientHello', // TLS-154
    transportClosed: 'the host closed the connection without a byte',
  },
  HOST_REQUIRES_TLS: {
    tlsBytes: 'the host expects TLS first', // TLS-155
    transportClosed: 'the host closed the connection when its offer was refused', // TLS-153
  },
  HOST_REFUSED_STARTTLS: {
    dontStartTls: 'DONT STARTTLS',
    timeout: 'WILL STARTTLS was not answered in time',
    transportClosed:
      'the host closed the connection after WILL STARTTLS; some hosts drop a terminal that asks', // TLS-050
  },
  TLS_HANDSHAKE_FAILED: {
    transportClosed: 'the connection was closed before TLS was established',
  },
  FOLLOWS_MISSING: {
    timeout: 'FOLLOWS did not come in time',
    transportClosed: 'the connection was closed instead of FOLLOWS',
  },
};

/** No byte was seen beneath TLS: with a library that hides them, the host may have spoken telnet (TLS-048). */
export const NOTHING_BENEATH = 'no byte of the host was seen: it may speak telnet first';

/** The end came right behind the handshake: with TLS 1.3 that is where a host looks at the terminal's certificate. */
export const CLOSED_WITHIN_TLS =
  'the host closed right after TLS was up: hosts do so that want another certificate of the terminal';

/** The ClientHello came when the wait for it was over (HTM-030). */
export const HELLO_TOO_LATE =
  'the terminal waited too long: its ClientHello came after DO STARTTLS had been sent';
