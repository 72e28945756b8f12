/** Sub-commands of 3270-REGIME (RFC 1041 §2). The option is refused (TEL-105); a dissector names them. */
export const REGIME_COMMANDS = { is: 0, are: 1 } as const;
