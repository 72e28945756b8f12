/** What a host says while a terminal negotiates, as hex; the terminal answers each line before the next comes. */
export const NEGOTIATIONS = {
  /** TN3270E: DO; DEVICE-TYPE SEND, IS IBM-3278-2-E CONNECT LU000042; FUNCTIONS IS BIND-IMAGE RESPONSES SYSREQ. */
  w4e: [
    'fffd28',
    'fffa280802fff0',
    'fffa28020449424d2d333237382d322d45014c55303030303432fff0',
    'fffa280304000204fff0',
  ],
  /** TN3270: TERMINAL-TYPE, its SEND, END-OF-RECORD and BINARY both ways. */
  w4t: ['fffd18', 'fffa1801fff0', 'fffd19fffb19', 'fffd00fffb00'],
} as const;

export type NegotiationName = keyof typeof NEGOTIATIONS;
