/** Sub-commands of TERMINAL-TYPE (RFC 1091 §2). */
export const TERMINAL_TYPE_COMMANDS = { is: 0, send: 1 } as const;

/** Longest terminal type, without LU name (RFC 1091 §6, TEL-082). */
export const MAX_TERMINAL_TYPE_LENGTH = 40;

/** SENDs that a terminal answers (SEC-049). */
export const MAX_REQUESTS_ANSWERED = 64;

/** SENDs that a host asks (SEC-048). */
export const MAX_REQUESTS_ASKED = 32;
