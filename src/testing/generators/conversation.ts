import type { Arbitrary } from 'fast-check';
import type { ScreenSize } from '../../datastream/index.js';
import { TIMERS, type TimerName } from '../../session/index.js';
import { encodeRecord, encodeSubnegotiation, OPTIONS } from '../../telnet/index.js';
import {
  buildNegotiation,
  DATA_TYPES,
  encodeHeader,
  FUNCTIONS,
  type NegotiationMessage,
} from '../../tn3270e/index.js';
import { inboundBytes, outboundBytes } from './datastream.js';
import {
  type FastCheck,
  joined,
  negotiationCommand,
  noise,
  startTlsMessage,
  subnegotiation,
  telnetCommand,
  telnetRecord,
  wounded,
} from './telnet.js';
import { tn3270eMessage, tn3270eRecord } from './tn3270e.js';

const SIZE: ScreenSize = { rows: 24, columns: 80 };
const DEVICE_TYPE = 'IBM-3278-2-E';

/** What happens to a session, in order. */
export type Happening =
  /** The peer's bytes arrive. */
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  /** A timer runs out, whether it is armed or not; `next`: the first that is. */
  | { readonly type: 'timer'; readonly name: TimerName | 'next' }
  /** An outcome of TLS, where one is awaited. */
  | { readonly type: 'tlsEstablished' | 'tlsFailed' }
  /** The transport closes. */
  | { readonly type: 'transportClosed' };

/** What a peer of this role says when all goes well, so that the states far from the start are met. */
function course(peer: 'terminal' | 'host'): readonly Uint8Array[] {
  const functions = [FUNCTIONS.responses, FUNCTIONS.sysreq];
  return peer === 'terminal'
    ? [
        Uint8Array.of(0xff, 0xfb, 0x28), // WILL TN3270E
        tn3270e({
          type: 'deviceTypeRequest',
          deviceType: DEVICE_TYPE,
          resourceName: undefined,
          associate: false,
        }),
        tn3270e({ type: 'functionsRequest', functions }),
        tn3270e({ type: 'functionsIs', functions }),
        record(Uint8Array.of(0x7d, 0x40, 0x40)), // ENTER
      ]
    : [
        Uint8Array.of(0xff, 0xfd, 0x28), // DO TN3270E
        tn3270e({ type: 'sendDeviceType' }),
        tn3270e({ type: 'deviceTypeIs', deviceType: DEVICE_TYPE, deviceName: 'LU1' }),
        tn3270e({ type: 'functionsIs', functions }),
        record(Uint8Array.of(0xf5, 0xc3, 0x11, 0x40, 0x40, 0x1d, 0x60, 0xc1)), // Erase/Write of a field
      ];
}

function tn3270e(message: NegotiationMessage): Uint8Array {
  return encodeSubnegotiation(OPTIONS.tn3270e, buildNegotiation(message));
}

function record(bytes: Uint8Array): Uint8Array {
  return encodeRecord(encodeHeader(DATA_TYPES.data3270, 0, 0, 0), bytes);
}

/** One thing that a peer of this role may say: mostly sense, some of it wounded, some of it noise. */
export function speech(fc: FastCheck, peer: 'terminal' | 'host'): Arbitrary<Uint8Array> {
  const content = peer === 'host' ? outboundBytes(fc, SIZE) : inboundBytes(fc, SIZE);
  const sense = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(joined(course(peer)), ...course(peer)) },
    { weight: 3, arbitrary: startTlsMessage(fc) },
    { weight: 3, arbitrary: negotiationCommand(fc) },
    { weight: 2, arbitrary: tn3270eMessage(fc) },
    { weight: 2, arbitrary: tn3270eRecord(fc, content) },
    { weight: 1, arbitrary: telnetRecord(fc, content) },
    { weight: 1, arbitrary: fc.oneof(telnetCommand(fc), subnegotiation(fc)) },
  );
  return fc.oneof(
    { weight: 8, arbitrary: sense },
    { weight: 1, arbitrary: wounded(fc, sense) },
    { weight: 1, arbitrary: noise(fc, 12) },
  );
}

/**
 * A whole connection as a session of `role` lives it: what its peer says, timers, the outcomes of TLS, the close. Feed a session
 * with it, drain its events after each, and hold what must always be so against them.
 *
 * @param role - the role of the session under test
 * @example
 * fc.assert(fc.property(connection(fc, 'terminal'), (happenings) => {
 *   const session = new TerminalSession({ tls: 'plain' }); // else no bytes between upgradeToTls and its outcome
 *   for (const happening of happenings) {
 *     if (happening.type === 'bytes') session.receive(happening.bytes);
 *     while (session.nextEvent() !== undefined); // hold what must always be so against the events
 *   }
 * }));
 */
export function connection(fc: FastCheck, role: 'terminal' | 'host'): Arbitrary<Happening[]> {
  const name = fc.constantFrom<(TimerName | 'next')[]>(
    'next',
    'next',
    'next',
    ...(Object.keys(TIMERS) as TimerName[]),
  );
  const bytes = speech(fc, role === 'terminal' ? 'host' : 'terminal');
  return fc.array(
    fc.oneof<{ weight: number; arbitrary: Arbitrary<Happening> }[]>(
      { weight: 20, arbitrary: bytes.map((said) => ({ type: 'bytes' as const, bytes: said })) },
      { weight: 2, arbitrary: fc.record({ type: fc.constant('timer' as const), name }) },
      { weight: 4, arbitrary: fc.constant({ type: 'tlsEstablished' as const }) },
      { weight: 1, arbitrary: fc.constant({ type: 'tlsFailed' as const }) },
      { weight: 1, arbitrary: fc.constant({ type: 'transportClosed' as const }) },
    ),
    { maxLength: 16, size: 'max' },
  );
}
