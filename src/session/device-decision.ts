import { checkInteger, UsageError } from '../bytes/index.js';
import { checkName, parseTerminalType } from '../telnet/index.js';
import { REJECT_REASONS } from '../tn3270e/index.js';
import type { DeviceDecision, DeviceRequest } from './host-options.js';

/** @throws UsageError `argument-invalid` for what is no decision. */
export function checkDecision(decision: DeviceDecision): void {
  if (typeof decision !== 'object' || decision === null || !('accept' in decision || 'reject' in decision)) {
    throw new UsageError('argument-invalid', 'assignDevice must return accept, reject or undefined');
  }
  if ('accept' in decision) checkName('the device name of assignDevice', decision.accept);
  else checkInteger('the reason of assignDevice', decision.reject, 0, 7);
}

/** Without an `assignDevice`: the name asked for, but no partner printers and no unknown types (TNE-023). */
export function grant(request: DeviceRequest): DeviceDecision {
  if (request.associate) return { reject: REJECT_REASONS.unsupportedReq };
  if (parseTerminalType(request.deviceType) === undefined) return { reject: REJECT_REASONS.invDeviceType };
  return { accept: request.resourceName ?? 'TERM0001' };
}
