/** Telnet options that this library speaks or refuses by name; telnet.md §1 lists their sources. */
export const OPTIONS = {
  binary: 0,
  echo: 1,
  suppressGoAhead: 3,
  status: 5,
  timingMark: 6,
  terminalType: 24,
  endOfRecord: 25,
  regime3270: 29,
  windowSize: 31,
  environment: 36,
  authentication: 37,
  encrypt: 38,
  newEnvironment: 39,
  tn3270e: 40,
  startTls: 46,
} as const;

/** The names of all assigned options, for messages and transcripts; what is not here is unknown. */
export const OPTION_NAMES: ReadonlyMap<number, string> = /* @__PURE__ */ new Map([
  [0, 'TRANSMIT-BINARY'],
  [1, 'ECHO'],
  [2, 'RECONNECTION'],
  [3, 'SUPPRESS-GO-AHEAD'],
  [4, 'APPROXIMATE-MESSAGE-SIZE'],
  [5, 'STATUS'],
  [6, 'TIMING-MARK'],
  [7, 'RCTE'],
  [8, 'NAOL'],
  [9, 'NAOP'],
  [10, 'NAOCRD'],
  [11, 'NAOHTS'],
  [12, 'NAOHTD'],
  [13, 'NAOFFD'],
  [14, 'NAOVTS'],
  [15, 'NAOVTD'],
  [16, 'NAOLFD'],
  [17, 'EXTEND-ASCII'],
  [18, 'LOGOUT'],
  [19, 'BYTE-MACRO'],
  [20, 'DATA-ENTRY-TERMINAL'],
  [21, 'SUPDUP'],
  [22, 'SUPDUP-OUTPUT'],
  [23, 'SEND-LOCATION'],
  [24, 'TERMINAL-TYPE'],
  [25, 'END-OF-RECORD'],
  [26, 'TACACS-USER-IDENTIFICATION'],
  [27, 'OUTPUT-MARKING'],
  [28, 'TERMINAL-LOCATION-NUMBER'],
  [29, '3270-REGIME'],
  [30, 'X.3-PAD'],
  [31, 'NAWS'],
  [32, 'TERMINAL-SPEED'],
  [33, 'REMOTE-FLOW-CONTROL'],
  [34, 'LINEMODE'],
  [35, 'X-DISPLAY-LOCATION'],
  [36, 'ENVIRON'],
  [37, 'AUTHENTICATION'],
  [38, 'ENCRYPT'],
  [39, 'NEW-ENVIRON'],
  [40, 'TN3270E'],
  [41, 'XAUTH'],
  [42, 'CHARSET'],
  [43, 'REMOTE-SERIAL-PORT'],
  [44, 'COM-PORT'],
  [45, 'SUPPRESS-LOCAL-ECHO'],
  [46, 'STARTTLS'],
  [47, 'KERMIT'],
  [48, 'SEND-URL'],
  [49, 'FORWARD-X'],
  [138, 'PRAGMA-LOGON'],
  [139, 'SSPI-LOGON'],
  [140, 'PRAGMA-HEARTBEAT'],
  [255, 'EXTENDED-OPTIONS-LIST'],
]);

/** The side of an option: `local` is what we do (our WILL, the peer's DO), `remote` what the peer does. */
export type OptionSide = 'local' | 'remote';

/** Which options a role agrees to when the peer asks first; all others are refused (TEL-016). */
export interface OptionAgreement {
  readonly local: readonly number[];
  readonly remote: readonly number[];
}

/** TEL-055 to TEL-059. ECHO and TN3270E are added or left out by the session's options. */
export const TERMINAL_AGREEMENT: OptionAgreement = {
  local: [0, 3, 24, 25, 31, 39, 40],
  remote: [0, 1, 3, 25, 40],
};

/** What a host agrees to when a terminal asks first (telnet.md §3.2). */
export const HOST_AGREEMENT: OptionAgreement = {
  local: [0, 1, 3, 25, 40],
  remote: [0, 24, 25, 31, 39, 40],
};
