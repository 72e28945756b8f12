import { isIP, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import {
  checkServerIdentity,
  connect,
  createSecureContext,
  type PeerCertificate,
  type SecureContext,
  TLSSocket,
} from 'node:tls';
import type { TlsInfo, TlsUpgrade, UpgradeToTlsEvent } from '../../src/index.js';
import { FirstBytes } from './first-bytes.js';
import { endOfStream, tlsFailure } from './tls-failure.js';

type Outcome = Awaited<ReturnType<TlsUpgrade<Duplex>['upgrade']>>;
type Verification = Pick<TlsInfo, 'verification' | 'reason'>;

/** Bytes that a session needs from beneath TLS. */
const FIRST_BYTES = 16;

export interface CertificateAndKey {
  /** Private key in PEM. */
  readonly key: string;
  /** Certificate in PEM, with the chain behind it. */
  readonly cert: string;
}

export interface TlsClientOptions {
  /** Certificates in PEM of the authorities to trust, instead of those that Node brings along. */
  readonly ca?: string | readonly string[];
  /** The terminal's own certificate in PEM, with its private key, for hosts that ask for one. */
  readonly certificate?: CertificateAndKey;
  /** Certificates that authorities have taken back, as lists in PEM; Node asks nobody for them. */
  readonly crl?: string | readonly string[];
  /** Sees the TLS records as they pass. */
  readonly onRecord?: (direction: 'read' | 'written', bytes: Uint8Array) => void;
}

/** A terminal's side of TLS. */
export class TlsClient implements TlsUpgrade<Duplex> {
  readonly #context: SecureContext;
  readonly #onRecord: TlsClientOptions['onRecord'];

  /** @throws Error when a key, a certificate or a list cannot be read. */
  constructor({ ca, crl, certificate, onRecord }: TlsClientOptions = {}) {
    this.#onRecord = onRecord;
    this.#context = createSecureContext({
      minVersion: 'TLSv1.2',
      ...(ca === undefined ? {} : { ca: typeof ca === 'string' ? ca : [...ca] }),
      ...(crl === undefined ? {} : { crl: typeof crl === 'string' ? crl : [...crl] }),
      ...(certificate === undefined ? {} : { key: certificate.key, cert: certificate.cert }),
    });
  }

  upgrade(
    transport: Duplex,
    { serverName }: UpgradeToTlsEvent,
    bytesBeneathTls: (bytes: Uint8Array) => void,
  ): Promise<Outcome> {
    const onRecord = this.#onRecord;
    let seen = 0;
    const beneath = new FirstBytes(transport, {
      read(bytes) {
        onRecord?.('read', bytes);
        if (seen < FIRST_BYTES) bytesBeneathTls(bytes.subarray(0, FIRST_BYTES - seen));
        seen += bytes.length;
      },
      written: (bytes) => onRecord?.('written', bytes),
    });
    let wrongName: Error | undefined;
    const secure = connect({
      socket: beneath,
      secureContext: this.#context,
      // An IP address is verified too, but is no server name indication (RFC 6066 §3).
      ...(serverName === undefined || isIP(serverName) !== 0 ? {} : { servername: serverName }),
      // Node verifies either way; the session decides what becomes of the outcome, and sends nothing before it has.
      rejectUnauthorized: false,
      checkServerIdentity(_host, certificate) {
        wrongName = checkName(serverName, certificate);
        return wrongName;
      },
    });
    return settled(transport, secure, 'secureConnect', () => verification(secure, wrongName));
  }
}

export interface TlsServerOptions extends CertificateAndKey {
  /** Certificates in PEM of the authorities that vouch for terminals, instead of those that Node brings along. */
  readonly clientCa?: string | readonly string[];
}

/**
 * A host's side of TLS. It asks terminals for a certificate where the session says so. Where one is required and none comes,
 * OpenSSL ends the handshake and tells the terminal; one that nobody vouches for it lets pass, and the session ends.
 */
export class TlsServer implements TlsUpgrade<Duplex> {
  readonly #context: SecureContext;

  /** @throws Error when key or certificate cannot be read. */
  constructor({ key, cert, clientCa }: TlsServerOptions) {
    const ca = clientCa === undefined ? {} : { ca: typeof clientCa === 'string' ? clientCa : [...clientCa] };
    this.#context = createSecureContext({ key, cert, ...ca, minVersion: 'TLSv1.2' });
  }

  upgrade(transport: Duplex, { residue, clientCertificate }: UpgradeToTlsEvent): Promise<Outcome> {
    if (transport.readableEnded) return Promise.resolve({ failure: endOfStream() });
    // What came behind FOLLOWS, or the ClientHello that was waited for, belongs to TLS.
    if (residue.length > 0) transport.unshift(residue);
    const secure = new TLSSocket(transport as Socket, {
      isServer: true,
      secureContext: this.#context,
      requestCert: clientCertificate !== undefined,
      rejectUnauthorized: clientCertificate === 'required',
    });
    return settled(transport, secure, 'secure', () =>
      clientCertificate === undefined ? { verification: 'notRequested' } : clientVerification(secure),
    );
  }
}

/** Waits for the end of the handshake, whichever it is. Errors that come later are followed by `close`. */
function settled(
  transport: Duplex,
  secure: TLSSocket,
  established: 'secure' | 'secureConnect',
  verify: () => Verification,
): Promise<Outcome> {
  return new Promise((resolve) => {
    secure.on('error', (error) => resolve({ failure: tlsFailure(error) }));
    for (const stream of [secure, transport]) {
      stream.once('end', () => resolve({ failure: endOfStream() }));
      stream.once('close', () => resolve({ failure: endOfStream() }));
    }
    secure.once(established, () => {
      const info = {
        version: secure.getProtocol() ?? 'unknown',
        cipher: secure.getCipher().standardName,
        ...verify(),
      };
      resolve({ transport: secure, info });
    });
  });
}

/** What Node has of a connection and its types leave out. */
interface Verified {
  readonly ssl: { verifyError(): (Error & { readonly code?: string }) | null };
}

function clientVerification(secure: TLSSocket): Verification {
  if (Object.keys(secure.getPeerCertificate()).length === 0) return { verification: 'notPresented' };
  const error = (secure as unknown as Verified).ssl.verifyError();
  return error === null
    ? { verification: 'verified' }
    : { verification: 'untrusted', reason: codeInWords(error.code ?? error.message) };
}

function codeInWords(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ');
}

function checkName(serverName: string | undefined, certificate: PeerCertificate): Error | undefined {
  return serverName === undefined
    ? new Error('no name was given to compare with the certificate')
    : checkServerIdentity(serverName, certificate);
}

/** The chain comes first: a name in a certificate that nobody vouches for says nothing (TLS-060). */
function verification(secure: TLSSocket, wrongName: Error | undefined): Verification {
  if (secure.authorized) return { verification: 'verified' };
  if (wrongName !== undefined) return { verification: 'nameMismatch', reason: wrongName.message };
  // At run time this is a code such as SELF_SIGNED_CERT_IN_CHAIN.
  return { verification: 'untrusted', reason: codeInWords(String(secure.authorizationError)) };
}
