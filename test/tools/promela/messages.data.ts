import { START_TLS_INPUTS } from '../../../src/session/start-tls.data.js';
import { VERBS, type Verb } from '../../../src/telnet/index.js';
import type { HostTlsInput, TerminalTlsInput } from '../../../src/tls/index.js';

/** The options whose negotiation is in the projection, in the order of their numbers. START_TLS itself is the gate's. */
export const PROJECTED_OPTIONS = ['startTls', 'tn3270e', 'terminalType', 'endOfRecord', 'binary'] as const;

/** What a message is on the wire. */
export type MessageKind = 'negotiation' | 'subnegotiation' | 'data' | 'tls' | 'fin';

/** One message of the projection; its number is its place in {@link MESSAGES}. */
export interface ProjectedMessage {
  readonly name: string;
  readonly kind: MessageKind;
  /** Of a negotiation: place in {@link PROJECTED_OPTIONS}, and of the verb in `VERBS`. */
  readonly option: number;
  readonly verb: number;
  /** What it is to the gate of either role, when it is not the first of the stream. */
  readonly input: TerminalTlsInput & HostTlsInput;
  /** What it is as the first of the stream. */
  readonly first: { readonly terminal: TerminalTlsInput; readonly host: HostTlsInput };
  /** What a terminal that waits for TLS sees in it; undefined: TLS. */
  readonly beneath: TerminalTlsInput | undefined;
}

type CommonInput = ProjectedMessage['input'];

function telnet(name: string, kind: MessageKind, input: CommonInput): ProjectedMessage {
  const first = { terminal: input, host: input };
  const beneath = input === 'doStartTls' ? 'beneathOffer' : 'beneathTelnet';
  return { name, kind, option: 0, verb: 0, input, first, beneath };
}

function negotiation(option: number, verb: Verb): ProjectedMessage {
  const name = PROJECTED_OPTIONS[option] as string;
  const input = name === 'startTls' ? START_TLS_INPUTS[verb] : 'telnet';
  return {
    ...telnet(`${verb} ${name}`, 'negotiation', input),
    option,
    verb: VERBS.indexOf(verb),
  };
}

/** A TLS record; a host takes only a handshake record for a hello. */
function record(name: string, handshake: boolean): ProjectedMessage {
  const first = { terminal: 'tlsBytes', host: handshake ? 'hello' : 'data' } as const;
  return { name, kind: 'tls', option: 0, verb: 0, input: 'data', first, beneath: undefined };
}

const NOTHING: ProjectedMessage = telnet('nothing', 'data', 'data');

/** All messages. Number 0 stands for none. */
export const MESSAGES: readonly ProjectedMessage[] = [
  NOTHING,
  ...PROJECTED_OPTIONS.flatMap((_, option) => VERBS.map((verb) => negotiation(option, verb))),
  telnet('follows', 'subnegotiation', 'follows'),
  telnet('malformed', 'subnegotiation', 'malformed'), // only an attacker's
  telnet('typeSend', 'subnegotiation', 'telnet'),
  telnet('typeIs', 'subnegotiation', 'telnet'),
  { ...NOTHING, name: 'data', beneath: 'beneathOther' },
  { ...NOTHING, name: 'foreign', first: { terminal: 'foreign', host: 'foreign' }, beneath: 'beneathOther' },
  record('tlsRecord', true), //                             only an attacker's: no hello of any double
  record('clientHello', true),
  record('serverHello', true),
  record('finished', false),
  { ...telnet('fin', 'fin', 'transportClosed'), beneath: undefined },
];

/** Numbers of messages by name. */
const MESSAGE_NUMBERS: ReadonlyMap<string, number> = new Map(
  MESSAGES.map(({ name }, number) => [name, number]),
);

/** The number of a message. @throws RangeError when there is none of this name. */
export function messageNumber(name: string): number {
  const number = MESSAGE_NUMBERS.get(name);
  if (number === undefined) throw new RangeError(`no message ${name}`);
  return number;
}

/** Added to the number of a message that goes inside TLS. */
export const SEALED = 32;

/** Messages that a channel holds; the end of the connection and what an attacker puts in find room beyond. */
export const CAPACITY = 8;
export const SLOTS: number = CAPACITY + 2;

/** What an attacker puts in. */
export const INSERTED: readonly string[] = [
  ...VERBS.map((verb) => `${verb} startTls`),
  'do tn3270e',
  'wont tn3270e',
  'do terminalType',
  'will binary',
  'follows',
  'malformed',
  'data',
  'foreign',
  'tlsRecord',
  'fin',
];
