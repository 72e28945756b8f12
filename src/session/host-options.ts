import type { CodePage } from '../codepage/index.js';
import type { EnvironmentHostOptions } from '../telnet/index.js';
import type { HostTlsPolicy } from '../tls/index.js';
import type { RejectReason } from '../tn3270e/index.js';
import type { SessionOptions } from './options.js';

/** What a terminal asks for. */
export interface DeviceRequest {
  readonly deviceType: string;
  readonly resourceName: string | undefined;
  readonly associate: boolean;
}

/** Gives a device, or turns the request down with one of `REJECT_REASONS`. */
export type DeviceDecision = { readonly accept: string } | { readonly reject: RejectReason };

/** How a host session is made. `tls` must be given. */
export interface HostOptions extends SessionOptions {
  readonly tls: HostTlsPolicy;
  /** With `any`: offer START_TLS at once instead of waiting for a ClientHello first (HTM-006). */
  readonly offerFirst?: boolean;
  /**
   * With `any` and `vmPreferred`: what becomes of a session whose offer of START_TLS is neither taken nor refused before the
   * timer `start-tls-answer`. `clear` unless stated: it goes on without TLS, as after a refusal (HTM-006, HTM-010).
   */
  readonly offerUnanswered?: 'clear' | 'close';
  /**
   * Close when a terminal negotiates anything else while an offer of START_TLS is open, or before the ClientHello that is
   * waited for. Off unless stated, since one terminal does so by default (TLS-047): for test doubles of strict hosts.
   */
  readonly closeOnOtherOptions?: boolean;
  /**
   * Whether terminals are asked for a certificate (CLIENTAUTH, CLIENTCERTCHECK; HTM-026); `none` unless stated. With `optional`
   * the session goes on whatever comes, and `tlsInfo.verification` tells what it was; with `required` it ends unless the
   * certificate is `verified`.
   */
  readonly clientCertificate?: 'none' | 'optional' | 'required';
  /**
   * Decides on devices. Returns undefined to decide later by `acceptDevice` or `rejectDevice`. Unless given, the name asked
   * for is granted, or `TERM0001` where none was asked for, and partner printers do not exist.
   *
   * Called from within `nextEvent`, which throws what this function throws, and a `UsageError` `argument-invalid` when it
   * returns a name that is not legal (1 to 64 graphic ASCII characters) or another reason than 0 to 7. The request then stands
   * open, as if undefined had been returned, and the session goes on with the next call.
   */
  readonly assignDevice?: (request: DeviceRequest) => DeviceDecision | undefined;
  /** TN3270E functions to agree to, or `false` for no TN3270E; RESPONSES and SYSREQ unless stated. With BIND-IMAGE (0) a BIND is sent first. */
  readonly functions?: readonly number[] | false;
  /** Name of the application in the BIND; 1 to 8 characters of the code page. */
  readonly pluName?: string;
  /** Asks for NEW-ENVIRON, and for these variables. */
  readonly environment?: EnvironmentHostOptions;
  /** Asks for NAWS. */
  readonly windowSize?: boolean;
  /**
   * What becomes of the SYSREQ key in TN3270E, where SYSREQ was agreed. `tell` unless stated: a `systemRequest` event, and the
   * rest is yours. With `suspend` the session does what RFC 2355 §10.5.2 asks of a host without unformatted system services:
   * the first one puts the application aside (`write`, `sendText` and `bid` throw), the second brings it back; in between LOGOFF ends
   * its session, and anything else typed is answered with COMMAND UNRECOGNIZED (TNE-111 to TNE-113).
   */
  readonly systemRequest?: 'tell' | 'suspend';
  /** cp037 unless stated. */
  readonly codePage?: CodePage;
  /**
   * What becomes of input that no operator can have typed: other characters in a protected field than were sent, or more than
   * a field holds. `report` unless stated: it is handed on with its `findings`. `ignore` hands on `inboundIgnored` instead,
   * `close` ends the session as well (INPUT_REFUSED). With `off` nothing is held against the screen, and none is remembered.
   */
  readonly inboundChecks?: 'report' | 'ignore' | 'close' | 'off';
}
