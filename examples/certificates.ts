import { generate } from 'selfsigned';

/** A certificate authority for one run, and a server certificate that it has signed; all in PEM. */
export interface DemoCertificates {
  /** To be trusted by terminals. */
  readonly ca: string;
  readonly key: string;
  readonly cert: string;
}

/** Names that the server certificate holds. */
export interface CertificateNames {
  readonly dns?: readonly string[];
  readonly ip?: readonly string[];
}

/** Makes both, for `localhost` and 127.0.0.1 unless other names are given. They are good for a week, and for nothing but trying out. */
export async function makeCertificates(names: CertificateNames = {}): Promise<DemoCertificates> {
  const { dns = ['localhost'], ip = ['127.0.0.1'] } = names;
  const notBeforeDate = new Date(Date.now() - 3_600_000); // clocks differ
  const common = {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate,
    notAfterDate: new Date(Date.now() + 7 * 86_400_000),
  } as const;
  const ca = await generate([{ name: 'commonName', value: 'sans3270 demonstration authority' }], {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const server = await generate(
    [{ name: 'commonName', value: dns[0] ?? ip[0] ?? 'sans3270 demonstration host' }],
    {
      ...common,
      ca: { key: ca.private, cert: ca.cert },
      extensions: [
        { name: 'basicConstraints', cA: false, critical: true },
        { name: 'keyUsage', digitalSignature: true, critical: true },
        { name: 'extKeyUsage', serverAuth: true },
        {
          name: 'subjectAltName',
          altNames: [
            ...dns.map((value) => ({ type: 2 as const, value })),
            ...ip.map((address) => ({ type: 7 as const, ip: address })),
          ],
        },
      ],
    },
  );
  return { ca: ca.cert, key: server.private, cert: server.cert };
}
