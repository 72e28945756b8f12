import { checkBytes, UsageError } from '../bytes/index.js';
import { type Finding, HOST_FINDINGS, TERMINAL_FINDINGS } from './diagnose.data.js';
import type { DiagnosisCode } from './diagnosis.data.js';
import { type Diagnosis, diagnosis } from './diagnosis.js';
import { failureCode, failureInWords } from './failures.js';
import { NOTHING_BENEATH } from './hints.data.js';
import { checkTlsFailure } from './outcome.js';
import type { HostTlsPolicy, TerminalTlsPolicy, TlsPhase } from './policies.data.js';
import { sniff } from './sniff.js';
import type { TlsFailure } from './upgrade.js';

/** Policies with which telnet may have led to TLS. */
const NEGOTIATING: readonly string[] = [
  'negotiated',
  'required',
  'auto',
  'secure',
  'negtSecure',
  'any',
  'vmAllowed',
  'vmPreferred',
  'vmRequired',
];

/** How far a connection had come that showed this. */
const PHASES: Readonly<Record<Finding, TlsPhase>> = {
  startTlsOffer: 'startTls',
  refusal: 'startTls',
  telnet: 'clear',
  tls: 'handshake',
  oldTls: 'handshake',
  other: 'connect',
  nothing: 'connect',
};

/** What an embedder saw of a connection that no session took part in. */
export type FirstBytesSeen = {
  /** The first bytes that the peer sent in the clear or beneath TLS, as far as they are known; 16 are enough. */
  readonly bytes: Uint8Array;
  /** What the TLS library said, where TLS was tried. */
  readonly tlsError?: TlsFailure;
} & (
  | { readonly role: 'terminal'; readonly policy: TerminalTlsPolicy }
  | { readonly role: 'host'; readonly policy: HostTlsPolicy }
);

/**
 * Tells why a connection failed from the peer's first bytes and the error of a TLS library: for products whose TLS takes the
 * bytes before a session could see them. The same codes as {@link Diagnosis} has elsewhere.
 *
 * @param seen - role and policy of this side, and what it saw; with `auto`, give `implicit` once a ClientHello was sent
 * @throws UsageError `argument-invalid` for an unknown role or policy, bytes that are none, or an error without kind or message
 * @example
 * const bytes = new Uint8Array([0xff, 0xfd, 0x2e]); // what a terminal set to implicit TLS read
 * diagnoseFirstBytes({ role: 'terminal', policy: 'implicit', bytes }).code; // 'HOST_NEGOTIATES'
 */
export function diagnoseFirstBytes(seen: FirstBytesSeen): Diagnosis {
  if (typeof seen !== 'object' || seen === null) {
    throw new UsageError('argument-invalid', `seen must be an object, not ${String(seen)}`);
  }
  const { role, policy, bytes, tlsError } = seen;
  checkBytes('bytes', bytes);
  if (tlsError !== undefined) checkTlsFailure('tlsError', tlsError);
  const rows = role === 'terminal' ? TERMINAL_FINDINGS : role === 'host' ? HOST_FINDINGS : {};
  if (!Object.hasOwn(rows, policy)) {
    throw new UsageError('argument-invalid', `no policy '${String(policy)}' of a '${String(role)}'`);
  }
  const row = rows[policy as keyof typeof rows] as Readonly<Record<Finding, DiagnosisCode>>;
  const found = finding(bytes);
  const agreed = tlsError !== undefined && found === 'telnet' && NEGOTIATING.includes(policy);
  const code = agreed ? 'TLS_HANDSHAKE_FAILED' : row[found];
  // Where TLS was really tried its library knows more than the bytes.
  const tried = tlsError !== undefined && code === 'TLS_HANDSHAKE_FAILED';
  const better = (tried ? failureCode(role, tlsError) : undefined) ?? code;
  const words = tlsError === undefined ? [] : [failureInWords(tlsError)];
  if (better === 'TLS_HANDSHAKE_FAILED' && found === 'nothing') words.push(NOTHING_BENEATH);
  return diagnosis(better, {
    phase: tlsError === undefined ? PHASES[found] : 'handshake',
    firstBytes: bytes,
    detail: words.length === 0 ? undefined : words.join('; '),
  });
}

function finding(bytes: Uint8Array): Finding {
  if (bytes.length === 0) return 'nothing';
  const seen = sniff(bytes);
  if (seen === 'undecided') return 'telnet';
  const [, verb, option] = bytes;
  const refuses = option === 0x2e && (verb === 0xfc || verb === 0xfe); // WONT, DONT
  return seen === 'telnet' && refuses ? 'refusal' : seen;
}
