import { checkInteger, UsageError } from '../bytes/index.js';

/** The ports by convention: telnet, and telnet with TLS from the first byte. */
export const TELNET_PORTS = { telnet: 23, telnets: 992 } as const;

/** Where a `tn3270` URI leads. */
export interface Tn3270Uri {
  /** A name or an address; one of IPv6 without its brackets. */
  readonly host: string;
  /** 0..65535; 23 where the URI names none. */
  readonly port: number;
  /** What stands in front of the `@`, decoded; undefined where there is none. */
  readonly userinfo: string | undefined;
  /** The port is 992: by convention TLS begins with the first byte, so that the policy is `implicit`. */
  readonly implicitTls: boolean;
}

const SCHEME = 'tn3270://';

/**
 * Reads `tn3270://userinfo@host:port/`; userinfo, port and the last slash may be missing.
 *
 * @throws {@link UsageError} `argument-invalid` for anything else.
 * @see RFC 6270 §2, TEL-120, TEL-121
 * @example
 * parseTn3270Uri('tn3270://mainframe.example/'); // host mainframe.example, port 23
 */
export function parseTn3270Uri(uri: string): Tn3270Uri {
  const end = uri.endsWith('/') ? uri.length - 1 : uri.length;
  const authority = uri.slice(0, SCHEME.length).toLowerCase() === SCHEME ? uri.slice(SCHEME.length, end) : '';
  const at = authority.indexOf('@');
  const rest = authority.slice(at + 1);
  const bracketed = rest.startsWith('[');
  const colon = bracketed ? rest.indexOf(']') + 1 : rest.indexOf(':');
  const host = colon < 0 ? rest : rest.slice(0, colon);
  const port = rest.slice(host.length);
  const name = bracketed ? host.slice(1, -1) : host;
  const isWrong = name === '' || /[/?#]/.test(authority) || /[@[\]]/.test(name);
  if (isWrong || !/^(?::[0-9]{0,5})?$/.test(port)) {
    throw new UsageError('argument-invalid', 'the URI must have the form tn3270://userinfo@host:port/');
  }
  const number = port.length < 2 ? TELNET_PORTS.telnet : Number(port.slice(1));
  checkInteger('port', number, 0, 65535);
  return {
    host: bracketed ? name : decoded(name),
    port: number,
    userinfo: at < 0 ? undefined : decoded(authority.slice(0, at)),
    implicitTls: number === TELNET_PORTS.telnets,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new UsageError(
      'argument-invalid',
      'the URI has a % that no two hexadecimal digits of UTF-8 follow',
    );
  }
}
