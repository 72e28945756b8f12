/** What each option is about, as it continues "the host asks for" or "the terminal offers". */
export const OPTION_PURPOSES: ReadonlyMap<number, string> = /* @__PURE__ */ new Map([
  [0, '8-bit data'],
  [1, 'echoing'],
  [3, 'sending without go-ahead'],
  [6, 'a sign of life'],
  [24, "the terminal's type"],
  [25, 'records that end with IAC EOR'],
  [29, '3270 data by the old 3270-REGIME'],
  [31, "the terminal's size"],
  [37, 'authentication by telnet'],
  [38, 'encryption by telnet'],
  [39, 'variables of the terminal'],
  [40, 'TN3270E: device names, headers, responses'],
  [46, 'TLS inside telnet'],
]);

/** NEW-ENVIRON variables whose values may stand in a trace; of others only the length does. */
export const PUBLIC_VARIABLES: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'ACCT',
  'CHARSET',
  'CODEPAGE',
  'DEVNAME',
  'DISPLAY',
  'IBMAPPLID',
  'IBMELF',
  'JOB',
  'KBDTYPE',
  'PRINTER',
  'SYSTEMTYPE',
  'USER',
]);
