import { sign, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

/** An authority, a server certificate for `localhost` that it has signed, and the list in which it takes that back; in PEM. */
export interface RevokedCertificate {
  readonly ca: string;
  readonly key: string;
  readonly cert: string;
  readonly crl: string;
}

const SEQUENCE = 0x30;
const UTC_TIME = 0x17;
const BIT_STRING = 0x03;
/** ecdsa-with-SHA256, 1.2.840.10045.4.3.2. */
const ECDSA_WITH_SHA256 = Buffer.from('300a06082a8648ce3d040302', 'hex');

/** Makes all of them. Node makes no lists of revoked certificates, so that this one is put together by hand. */
export async function makeRevoked(): Promise<RevokedCertificate> {
  const common = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;
  const authority = await generate([{ name: 'commonName', value: 'authority of revocations' }], {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const server = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...common,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  const crl = revocationList(server.cert, authority.private);
  return { ca: authority.cert, key: server.private, cert: server.cert, crl };
}

/** A list with one certificate in it, signed by its authority. RFC 5280 §5.1, version 1. */
function revocationList(certificate: string, authorityKey: string): string {
  const [body] = elementsOf(new X509Certificate(certificate).raw);
  // version, serialNumber, signature, issuer: RFC 5280 §4.1
  const [, serialNumber, , issuer] = elementsOf(body as Buffer);
  const day = 86_400_000;
  const [before, after] = [utcTime(Date.now() - day), utcTime(Date.now() + day)];
  const revoked = element(SEQUENCE, element(SEQUENCE, serialNumber as Buffer, before));
  const list = element(SEQUENCE, ECDSA_WITH_SHA256, issuer as Buffer, before, after, revoked);
  const signature = element(BIT_STRING, Buffer.of(0), sign('sha256', list, authorityKey));
  const text = element(SEQUENCE, list, ECDSA_WITH_SHA256, signature).toString('base64');
  return `-----BEGIN X509 CRL-----\n${text.replace(/.{64}/g, '$&\n')}\n-----END X509 CRL-----\n`;
}

function utcTime(time: number): Buffer {
  const digits = new Date(time).toISOString().replace(/[-:T]/g, '').slice(2, 14);
  return element(UTC_TIME, Buffer.from(`${digits}Z`));
}

function element(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}

/** The elements within one element, each with its tag and length. */
function elementsOf(outer: Buffer): Buffer[] {
  const list: Buffer[] = [];
  for (let at = outer.length - contentLength(outer, 0).length; at < outer.length; ) {
    const { head, length } = contentLength(outer, at);
    list.push(outer.subarray(at, at + head + length));
    at += head + length;
  }
  return list;
}

function contentLength(bytes: Buffer, at: number): { readonly head: number; readonly length: number } {
  const first = bytes[at + 1] as number;
  if (first < 128) return { head: 2, length: first };
  return { head: 2 + (first & 127), length: bytes.readUIntBE(at + 2, first & 127) };
}
