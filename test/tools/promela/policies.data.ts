/** What may be said against an end that breaks its policy. */
export interface PolicyClaims {
  /** Carries nothing in the clear. */
  readonly secureOnly: readonly string[];
  /** Says nothing in the clear, START_TLS neither. */
  readonly silent: readonly string[];
  /** Never starts TLS. */
  readonly clearOnly: readonly string[];
  /** The verbs with START_TLS that an end of `secureOnly` may send in the clear. */
  readonly verbs: readonly string[];
}

/** Names as in the tables of starts; those of the explorer are among them. */
export const CLAIMS: Readonly<Record<'terminal' | 'host', PolicyClaims>> = {
  terminal: {
    secureOnly: ['required', 'implicit', 'auto'],
    silent: ['implicit'],
    clearOnly: ['plain'],
    verbs: ['will', 'wont', 'dont'],
  },
  host: {
    secureOnly: ['secure', 'negtSecure', 'vmRequired', 'implicit'],
    silent: ['implicit'],
    clearOnly: ['basic', 'none', 'vmNever'],
    verbs: ['do', 'wont', 'dont'],
  },
};

/** What both ends can speak above TLS. */
export interface Protocol {
  /** Which roles refuse TN3270E. */
  readonly classic: { readonly terminal: boolean; readonly host: boolean };
  /** Whether the terminal's type is one of a 3270. */
  readonly usableType: boolean;
}

/** The three protocols that a pair can come to. */
export const PROTOCOLS = {
  tn3270e: { classic: { terminal: false, host: false }, usableType: true },
  tn3270: { classic: { terminal: true, host: false }, usableType: true },
  nvt: { classic: { terminal: false, host: true }, usableType: false },
} as const satisfies Record<string, Protocol>;

export type ProtocolName = keyof typeof PROTOCOLS;

/** What spin and the enumeration look for; each is the name of an assertion. */
export const FAULTS = [
  'deadlock',
  'endUnnoticed',
  'disagreement',
  'clearBytes',
  'clearSession',
  'clearData',
  'clearInTls',
  'sentWhilePending',
  'tlsUnasked',
  'tlsUnagreed',
  'overflow',
  'loop',
] as const;

export type FaultName = (typeof FAULTS)[number];
