import {
  type DiagnosisCode,
  FOREIGN_SERVERS,
  foreignProtocol,
  sniff,
  type TerminalTlsInput,
} from '../tls/index.js';
import { BENEATH_INPUTS } from './start-tls.data.js';

/** What a host's first bytes are to the gate of a terminal, before they are read as telnet. */
export function sniffedAs(firstBytes: Uint8Array): TerminalTlsInput | 'undecided' | undefined {
  const kind = sniff(firstBytes);
  if (kind === 'tls' || kind === 'oldTls') return 'tlsBytes';
  const protocol = foreignProtocol(firstBytes, FOREIGN_SERVERS);
  return typeof protocol === 'object' ? 'foreign' : protocol;
}

/** What was read beneath TLS that failed: too few bytes to tell more, and then the end, but no TLS all the same (TLS-152). */
export function beneathCode(beneath: Uint8Array): DiagnosisCode | undefined {
  if (beneath[0] === 0xff) return 'HOST_PLAIN';
  const other = beneath.length > 0 && BENEATH_INPUTS[sniff(beneath)] === 'beneathOther';
  return other ? 'NOT_TELNET' : undefined;
}
