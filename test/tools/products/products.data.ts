import { OTHERS_SAY } from '../../../examples/others-say.js';

/** How well something is known: from Micro Focus' note KB 7022064, from the drafts or IBM's pages, or not from any document. */
export type Source = 'note' | 'documents' | 'unverified';

/** What a user is shown, where, and by which product. */
export interface Shown {
  readonly text: string;
  readonly where: string;
}

/** A way in which a terminal product behaves: what it sends, by the clear bytes that it reads. */
export interface TerminalProfile {
  readonly policy: 'implicit' | 'negotiated';
  readonly setting: string;
  /** What it is known to send. */
  readonly sends: string;
  readonly source: Source;
}

export interface TerminalProduct {
  readonly name: string;
  /** Key of {@link TERMINAL_PROFILES}, in the order of the settings that it has. */
  readonly profiles: readonly TerminalProfileName[];
  /** Set where no bytes of its own are known: the product whose profile stands for it. */
  readonly sharesProfileOf?: string;
  /** What it shows when it is set to implicit TLS and the host to NEGTSECURE; empty where no text is known. */
  readonly shows: readonly Shown[];
  readonly cure: string;
}

export const TERMINAL_PROFILES = {
  implicit: {
    policy: 'implicit',
    setting: 'the box "Implicit SSL/TLS Connection" set',
    sends: '`16 03 ..`, a TLS ClientHello, as its first bytes; it answers no telnet before TLS is up',
    source: 'note',
  },
  negotiated: {
    policy: 'negotiated',
    setting: 'the box "Implicit SSL/TLS Connection" cleared (from 2014 R1 SP1 on)',
    sends:
      '`FF FB 2E FF FA 2E 01 FF F0`, WILL STARTTLS and FOLLOWS, when it reads `FF FD 2E`; the order of the two is not verified',
    source: 'unverified',
  },
} as const satisfies Readonly<Record<string, TerminalProfile>>;
export type TerminalProfileName = keyof typeof TERMINAL_PROFILES;

const CLEAR_THE_BOX =
  'From Reflection 2014 R1 SP1 on, clear the box "Implicit SSL/TLS Connection" (3270 session, Security Properties). Or set CONNTYPE SECURE on the host.';
const CHANGE_THE_HOST =
  'It starts with TLS and cannot be told otherwise as far as is known: set CONNTYPE SECURE on the host, so that it waits for a ClientHello.';

/** One source for this page and the demonstration. */
function shownBy(name: string): readonly Shown[] {
  return OTHERS_SAY.filter(({ product }) => product === name);
}

/** The terminals of the note. The texts are those of the note, for a host set to NEGTSECURE. */
export const TERMINAL_PRODUCTS: readonly TerminalProduct[] = [
  {
    name: 'Reflection 2014',
    profiles: ['implicit', 'negotiated'],
    shows: shownBy('Reflection 2014'),
    cure: CLEAR_THE_BOX,
  },
  {
    name: 'Reflection for IBM 2014',
    profiles: ['implicit', 'negotiated'],
    sharesProfileOf: 'Reflection 2014',
    shows: [],
    cure: CLEAR_THE_BOX,
  },
  {
    name: 'Reflection for IBM 14.x',
    profiles: ['implicit'],
    sharesProfileOf: 'Reflection 2014',
    shows: shownBy('Reflection for IBM 14.x'),
    cure: CHANGE_THE_HOST,
  },
  {
    name: 'EXTRA! X-treme 9.3',
    profiles: ['implicit'],
    sharesProfileOf: 'Reflection 2014',
    shows: shownBy('EXTRA! X-treme 9.3'),
    cure: CHANGE_THE_HOST,
  },
  {
    name: 'Reflection for the Web 2014',
    profiles: ['implicit'],
    sharesProfileOf: 'Reflection 2014',
    shows: shownBy('Reflection for the Web 2014'),
    cure: CHANGE_THE_HOST,
  },
];

/** One mode of a host product. */
export interface HostProfile {
  /** The policy of ours that is the same mode, for what is expected. */
  readonly policy:
    | 'basic'
    | 'secure'
    | 'negtSecure'
    | 'any'
    | 'none'
    | 'vmNever'
    | 'vmAllowed'
    | 'vmPreferred'
    | 'vmRequired';
  /** What it does when a terminal connects. */
  readonly opens: 'telnet' | 'offer' | 'wait' | 'close';
  /** What becomes of WONT STARTTLS. */
  readonly refused: 'close' | 'telnet';
  /** What becomes of WILL STARTTLS where nothing was offered. */
  readonly asked: 'agree' | 'refuse';
  readonly source: Source;
}

export interface HostProduct {
  readonly name: string;
  readonly sharesProfileOf?: string;
  readonly statement: string;
  readonly modes: Readonly<Record<string, HostProfile>>;
  readonly about: string;
}

export const HOST_PRODUCTS: readonly HostProduct[] = [
  {
    name: 'z/OS telnet server',
    statement: 'CONNTYPE',
    about:
      'Known bytes: `FF FD 2E`, DO STARTTLS, at once with NEGTSECURE (the note), or when no ClientHello has come in the time of SSLTIMEOUT or HandshakeTimeout (the default of a secure port). With NEGTSECURE it drops the connection on anything but the answer. Telnet begins with `FF FD 28`, DO TN3270E.',
    modes: {
      SECURE: { policy: 'secure', opens: 'wait', refused: 'close', asked: 'agree', source: 'documents' },
      NEGTSECURE: { policy: 'negtSecure', opens: 'offer', refused: 'close', asked: 'agree', source: 'note' },
      ANY: { policy: 'any', opens: 'wait', refused: 'telnet', asked: 'agree', source: 'unverified' },
      BASIC: { policy: 'basic', opens: 'telnet', refused: 'telnet', asked: 'refuse', source: 'unverified' },
      NONE: { policy: 'none', opens: 'close', refused: 'close', asked: 'refuse', source: 'unverified' },
    },
  },
  {
    name: 'z/VM telnet server',
    sharesProfileOf: 'z/OS telnet server',
    statement: 'SECURECONNECTION',
    about:
      'Of its own bytes only `FF FD 2E`, DO STARTTLS, is known (the note speaks of z/VM once); the names of its modes are known from memory alone. For telnet the profile of the z/OS telnet server stands for it.',
    modes: {
      NEVER: { policy: 'vmNever', opens: 'telnet', refused: 'telnet', asked: 'refuse', source: 'unverified' },
      ALLOWED: {
        policy: 'vmAllowed',
        opens: 'telnet',
        refused: 'telnet',
        asked: 'agree',
        source: 'unverified',
      },
      PREFERRED: {
        policy: 'vmPreferred',
        opens: 'offer',
        refused: 'telnet',
        asked: 'agree',
        source: 'unverified',
      },
      REQUIRED: {
        policy: 'vmRequired',
        opens: 'offer',
        refused: 'close',
        asked: 'agree',
        source: 'unverified',
      },
    },
  },
];
