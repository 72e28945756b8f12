/** Sub-commands of NEW-ENVIRON (RFC 1572 §1). */
export const ENVIRONMENT_COMMANDS = { is: 0, send: 1, info: 2 } as const;

/** Bytes that structure a NEW-ENVIRON message; inside names and values `escape` precedes each of the four. */
export const ENVIRONMENT_CODES = { variable: 0, value: 1, escape: 2, userVariable: 3 } as const;

/** The names that are of type VAR; all others are USERVAR (RFC 1572 §5, TEL-103). */
export const WELL_KNOWN_VARIABLES = ['USER', 'JOB', 'ACCT', 'PRINTER', 'SYSTEMTYPE', 'DISPLAY'] as const;

/** USERVARs that IBM hosts ask for (TEL-108). */
export const IBM_USER_VARIABLES = [
  'DEVNAME',
  'IBMELF',
  'IBMAPPLID',
  'CODEPAGE',
  'CHARSET',
  'KBDTYPE',
] as const;

/** Limits of SECURITY-CASES.md: bytes of a name, bytes of a value, variables taken, bytes of an answer. */
export const ENVIRONMENT_LIMITS = { name: 64, value: 255, variables: 64, answer: 4096 } as const;
