import { toHex } from '../bytes/index.js';
import type { Sender } from './dissected.js';
import type { TranscriptOptions } from './transcript-options.js';

/** What a transcript says of itself, and with which options it is to be replayed. */
export interface TranscriptHeader {
  readonly name?: string;
  /** The program that was the terminal. */
  readonly client?: string;
  /** The program that was the host. */
  readonly host?: string;
  /** How TLS was used, in words: `none`, `implicit`, `negotiated`, or what went wrong. */
  readonly tls?: string;
  readonly note?: string;
  /** How a terminal session has to be made to do what the recorded one did. */
  readonly options?: TranscriptOptions;
}

/** Bytes that one side sent; inside TLS what was encrypted. */
export interface TranscriptBytes {
  readonly type: 'bytes';
  /** Milliseconds from the start. */
  readonly at?: number;
  readonly sender: Sender;
  readonly bytes: Uint8Array;
}

/** What happened besides bytes. */
export type TranscriptEventName =
  | 'tls-start'
  | 'tls-established'
  | 'tls-failed'
  | 'tls-timeout'
  | 'timer'
  | 'close'
  | 'reset';

/** A mark in the stream, and what is told about it: who closed, the cipher, the name of the timer that ran out. */
export interface TranscriptEvent {
  readonly type: 'event';
  readonly at?: number;
  readonly event: TranscriptEventName;
  readonly details: ReadonlyMap<string, string | number>;
}

/** What an operator did: the name of an action and its arguments, as `['String', 'logon']` or `['PF', 3]`. */
export interface TranscriptAction {
  readonly type: 'action';
  readonly at?: number;
  readonly name: string;
  readonly arguments: readonly (string | number)[];
}

/** One line of a transcript behind its header. */
export type TranscriptStep = TranscriptBytes | TranscriptEvent | TranscriptAction;

/** A recorded session: who spoke, then what happened, in order. */
export interface Transcript {
  readonly header: TranscriptHeader;
  readonly steps: readonly TranscriptStep[];
}

/**
 * Writes a transcript as JSON lines: the header, then one step a line, each line with its line feed.
 *
 * @example
 * writeTranscript({ header: { name: 'offer' }, steps: [{ type: 'bytes', at: 0, sender: 'host', bytes }] });
 * // {"name":"offer"}
 * // {"t_ms":0,"dir":"host","hex":"fffd2e"}
 */
export function writeTranscript(transcript: Transcript): string {
  let text = `${JSON.stringify(transcript.header)}\n`;
  for (const step of transcript.steps) text += `${JSON.stringify(lineOf(step))}\n`;
  return text;
}

function lineOf(step: TranscriptStep): object {
  const time = step.at === undefined ? {} : { t_ms: step.at };
  switch (step.type) {
    case 'bytes':
      return { ...time, dir: step.sender === 'host' ? 'host' : 'client', hex: toHex(step.bytes) };
    case 'event':
      return { ...time, event: step.event, ...Object.fromEntries(step.details) };
    case 'action':
      return { ...time, action: [step.name, ...step.arguments] };
  }
}
