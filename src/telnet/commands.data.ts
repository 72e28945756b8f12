/** Telnet command bytes, each sent behind IAC (255). RFC 854 "Telnet Command Structure", RFC 885 §6, RFC 1184. */
export const COMMANDS = {
  endOfFile: 0xec,
  suspend: 0xed,
  abort: 0xee,
  endOfRecord: 0xef,
  subnegotiationEnd: 0xf0,
  noOperation: 0xf1,
  dataMark: 0xf2,
  break: 0xf3,
  interruptProcess: 0xf4,
  abortOutput: 0xf5,
  areYouThere: 0xf6,
  eraseCharacter: 0xf7,
  eraseLine: 0xf8,
  goAhead: 0xf9,
  subnegotiation: 0xfa,
  will: 0xfb,
  wont: 0xfc,
  do: 0xfd,
  dont: 0xfe,
  interpretAsCommand: 0xff,
} as const;

/** Interpret As Command, the byte that starts every telnet command. */
export const IAC = 0xff;

/** The four negotiation verbs: WILL and WONT speak of the sender's side, DO and DONT of the receiver's. */
export type Verb = 'will' | 'wont' | 'do' | 'dont';

/** Two-byte commands that carry no option and end nothing: all but SB, SE, EOR, IAC and the four verbs. */
export type SimpleCommand =
  | 'endOfFile'
  | 'suspend'
  | 'abort'
  | 'noOperation'
  | 'dataMark'
  | 'break'
  | 'interruptProcess'
  | 'abortOutput'
  | 'areYouThere'
  | 'eraseCharacter'
  | 'eraseLine'
  | 'goAhead';

/** Names of the two-byte commands by their byte. */
export const SIMPLE_COMMANDS: Readonly<Record<number, SimpleCommand>> = {
  236: 'endOfFile',
  237: 'suspend',
  238: 'abort',
  241: 'noOperation',
  242: 'dataMark',
  243: 'break',
  244: 'interruptProcess',
  245: 'abortOutput',
  246: 'areYouThere',
  247: 'eraseCharacter',
  248: 'eraseLine',
  249: 'goAhead',
};

/** The verbs by their byte less 251. */
export const VERBS: readonly [Verb, Verb, Verb, Verb] = ['will', 'wont', 'do', 'dont'];
