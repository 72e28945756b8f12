import type { TransitionTable } from '../machine/index.js';

/** `suspended`: SYSREQ has put the application aside, and the operator speaks with the host's own SSCP-LU session. */
export type HostSuspensionState = 'running' | 'suspended';

/** What happens to an application that SYSREQ put aside. */
export type HostSuspensionInput =
  /** IAC AO, where SYSREQ was agreed. */
  | 'systemRequest'
  /** LOGOFF, typed in the SSCP-LU session. */
  | 'logoff'
  /** Anything else that was typed there. */
  | 'otherInput'
  /** The session with the application begins anew or ends. */
  | 'ended';

/** `deliver`: the input is the application's. */
export type HostSuspensionEffect = 'suspend' | 'resume' | 'logOff' | 'unrecognized' | 'deliver';

/** What a host without unformatted system services does with SYSREQ (RFC 2355 §10.5.2, TNE-111 to TNE-113). */
export const HOST_SUSPENSION_TABLE: TransitionTable<
  HostSuspensionState,
  HostSuspensionInput,
  HostSuspensionEffect
> = {
  running: {
    systemRequest: ['suspended', 'suspend'],
    logoff: ['running', 'deliver'],
    otherInput: ['running', 'deliver'],
    ended: ['running'],
  },
  suspended: {
    systemRequest: ['running', 'resume'],
    logoff: ['running', 'logOff'],
    otherInput: ['suspended', 'unrecognized'],
    ended: ['running'],
  },
};
