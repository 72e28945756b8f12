import {
  HOST_SUSPENSION_TABLE,
  type HostSuspensionEffect,
  type HostSuspensionInput,
  type HostSuspensionState,
} from './host-suspension.table.js';

/** What a host reports to the application that is put aside: LU busy, and that its screen is not to be relied on (TNE-111, TNE-113). */
export const SUSPENSION_SENSE = { suspended: 0x082d0000, resumed: 0x082b0000 } as const;

/** The answer to input that is not LOGOFF (TNE-112). */
export const COMMAND_UNRECOGNIZED = 'COMMAND UNRECOGNIZED';

/** Follows SYSREQ by {@link HOST_SUSPENSION_TABLE}. */
export class HostSuspension {
  #state: HostSuspensionState = 'running';

  get state(): HostSuspensionState {
    return this.#state;
  }

  /** What was typed in the SSCP-LU session; LOGOFF in any case. */
  typed(text: string): HostSuspensionEffect | undefined {
    return this.step(text.trim().toUpperCase() === 'LOGOFF' ? 'logoff' : 'otherInput');
  }

  step(input: HostSuspensionInput): HostSuspensionEffect | undefined {
    const [next, effect] = HOST_SUSPENSION_TABLE[this.#state][input];
    this.#state = next;
    return effect;
  }

  restore(state: HostSuspensionState): void {
    this.#state = state;
  }
}
