import type { Duplex } from 'node:stream';
import type { TlsFailure, TlsInfo, TlsUpgrade, UpgradeToTlsEvent } from '../../src/index.js';
import { endOfStream } from './tls-failure.js';

type Outcome = Awaited<ReturnType<TlsUpgrade<Duplex>['upgrade']>>;

/** What each side says in place of a handshake: the header of a TLS handshake record, so that it is taken for one, and a text. */
const MARKER: Uint8Array = Uint8Array.of(0x16, 0x03, 0x03, 0x00, 0x0b, ...Buffer.from('NO SECURITY'));

const INFO: TlsInfo = { version: 'none', cipher: 'none (a double for tests)', verification: 'verified' };

/**
 * **Not TLS, and no security at all:** a double of TLS for tests without certificates. The client says a marker, the server
 * answers with the same one, and what follows goes on in the clear as if it were inside TLS. Both sides need the double.
 *
 * @example
 * new Connection('terminal', stream, session, new TlsDouble({ failure: { kind: 'alert', alert: 48, message: 'unknown CA' } }));
 */
export class TlsDouble implements TlsUpgrade<Duplex> {
  readonly #outcome: { readonly info?: TlsInfo; readonly failure?: TlsFailure };

  /** @param outcome - what to report once both markers are there: a failure, or of what is said to be up */
  constructor(outcome: { readonly info?: TlsInfo; readonly failure?: TlsFailure } = {}) {
    this.#outcome = outcome;
  }

  async upgrade(
    transport: Duplex,
    { role, residue }: UpgradeToTlsEvent,
    bytesBeneathTls: (bytes: Uint8Array) => void,
  ): Promise<Outcome> {
    if (residue.length > 0) transport.unshift(residue);
    if (role === 'client') transport.write(MARKER);
    const failure = await readMarker(transport, role === 'client' ? bytesBeneathTls : () => {});
    if (failure !== undefined) return { failure };
    if (role === 'server') transport.write(MARKER);
    if (this.#outcome.failure !== undefined) return { failure: this.#outcome.failure };
    return { transport, info: this.#outcome.info ?? INFO };
  }
}

/** Reads the marker and nothing behind it. Looks beneath at every byte, since a host that negotiates sends three. */
function readMarker(
  transport: Duplex,
  beneath: (bytes: Uint8Array) => void,
): Promise<TlsFailure | undefined> {
  return new Promise((resolve) => {
    let read = 0;
    const done = (failure?: TlsFailure): void => {
      transport.off('readable', look).off('end', ended).off('close', ended);
      resolve(failure);
    };
    const ended = (): void => done(endOfStream());
    const look = (): void => {
      const bytes: Uint8Array | null = transport.read();
      if (bytes === null) return;
      const ours = bytes.subarray(0, MARKER.length - read);
      beneath(ours);
      const same = ours.every((byte, i) => byte === MARKER[read + i]);
      read += ours.length;
      if (bytes.length > ours.length) transport.unshift(bytes.subarray(ours.length));
      if (!same) done({ kind: 'protocol', message: 'no marker of the double' });
      else if (read === MARKER.length) done();
    };
    transport.on('readable', look).on('end', ended).on('close', ended);
    look();
  });
}
