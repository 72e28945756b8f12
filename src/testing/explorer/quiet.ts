import type { Finding, FindingName } from './findings.js';
import type { LocalState } from './local-states.js';

/**
 * What is wrong with a state in which nothing is on its way. Each end must be agreed, or have ended, or have a timer that will
 * end it. Without an attacker both must have ended or neither, and what they agreed on must be the same; with one that
 * holds where TLS protects them.
 *
 * @param honest - no attacker has acted yet
 */
export function quietFaults(terminal: LocalState, host: LocalState, honest: boolean): Finding[] {
  const faults: Finding[] = [];
  const note = (property: FindingName, who: string): void => {
    faults.push({ property, detail: `${who}${stateInWords(terminal)} and ${stateInWords(host)}` });
  };
  if (waitsForEver(terminal)) note('deadlock', 'terminal waits without a timer: ');
  if (waitsForEver(host)) note('deadlock', 'host waits without a timer: ');
  if (honest && (terminal.ended === undefined) !== (host.ended === undefined)) note('end-unnoticed', '');
  const agreed = terminal.agreed !== undefined && host.agreed !== undefined;
  const alike = terminal.agreed === host.agreed && terminal.stage === host.stage;
  if (agreed && !alike && (honest || terminal.secure || host.secure)) note('disagreement', '');
  return faults;
}

function waitsForEver({ ended, agreed, armed }: LocalState): boolean {
  return ended === undefined && agreed === undefined && armed.length === 0;
}

/** A local state in a few words: the diagnosis, or what is agreed or awaited, and where. */
export function stateInWords({ ended, agreed, armed, secure, stage }: LocalState): string {
  if (ended !== undefined) return ended;
  const where = secure ? 'in TLS' : stage === 'none' ? 'in the clear' : 'before TLS';
  return `${agreed ?? (armed.join('+') || 'nothing')} ${where}`;
}
