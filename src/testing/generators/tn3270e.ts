import type { Arbitrary } from 'fast-check';
import { encodeRecord, encodeSubnegotiation, OPTIONS } from '../../telnet/index.js';
import {
  buildNegotiation,
  DATA_TYPES,
  encodeHeader,
  FUNCTIONS,
  type NegotiationMessage,
  REJECT_REASONS,
} from '../../tn3270e/index.js';
import { type FastCheck, payload } from './telnet.js';

const DEVICE_TYPES: readonly string[] = [
  'IBM-3278-2',
  'IBM-3278-2-E',
  'IBM-3278-5-E',
  'IBM-DYNAMIC',
  'IBM-3287-1',
  'UNKNOWN',
];
const NAMES: readonly string[] = ['LU1', 'LU2', 'TERM0001', '$POOL'];

/** A message of the TN3270E negotiation, of either side (RFC 2355 §7). */
export function tn3270eNegotiation(fc: FastCheck): Arbitrary<NegotiationMessage> {
  const deviceType = fc.constantFrom(...DEVICE_TYPES);
  const name = fc.option(fc.constantFrom(...NAMES), { nil: undefined });
  const functions = fc.oneof(fc.subarray(Object.values(FUNCTIONS)), fc.array(fc.nat(255), { maxLength: 4 }));
  return fc.oneof<Arbitrary<NegotiationMessage>[]>(
    fc.constant({ type: 'sendDeviceType' as const }),
    fc
      .record({ deviceType, resourceName: name, associate: fc.boolean() })
      .map(({ resourceName, associate, ...rest }) => ({
        type: 'deviceTypeRequest' as const,
        ...rest,
        resourceName,
        associate: associate && resourceName !== undefined,
      })),
    fc.record({ type: fc.constant('deviceTypeIs' as const), deviceType, deviceName: name }),
    fc.record({
      type: fc.constant('deviceTypeReject' as const),
      reason: fc.constantFrom(...Object.values(REJECT_REASONS)),
    }),
    fc.record({ type: fc.constantFrom('functionsRequest' as const, 'functionsIs' as const), functions }),
  );
}

/** The same on the wire: `IAC SB TN3270E … IAC SE`. */
export function tn3270eMessage(fc: FastCheck): Arbitrary<Uint8Array> {
  return tn3270eNegotiation(fc).map((message) =>
    encodeSubnegotiation(OPTIONS.tn3270e, buildNegotiation(message)),
  );
}

/**
 * A record with a TN3270E header, on the wire: any data type, flags and sequence number, half of them 3270-DATA
 * (RFC 2355 §8).
 *
 * @param content - what stands behind the header; a 3270 record, or anything
 */
export function tn3270eRecord(
  fc: FastCheck,
  content: Arbitrary<Uint8Array> = payload(fc),
): Arbitrary<Uint8Array> {
  const dataType = fc.oneof(fc.constant(DATA_TYPES.data3270), fc.constantFrom(...Object.values(DATA_TYPES)));
  return fc
    .tuple(dataType, fc.nat(7), fc.nat(2), fc.nat(32767), content)
    .map(([type, request, response, sequence, bytes]) =>
      encodeRecord(encodeHeader(type, request, response, sequence), bytes),
    );
}
