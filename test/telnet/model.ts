import { toHex } from '../../src/bytes/index.js';
import type { FramingLimits } from '../../src/telnet/index.js';

/** Two-byte commands by their byte (telnet.md §1). */
export const COMMAND_NAMES: ReadonlyMap<number, string> = new Map([
  [0xec, 'endOfFile'],
  [0xed, 'suspend'],
  [0xee, 'abort'],
  [0xf1, 'noOperation'],
  [0xf2, 'dataMark'],
  [0xf3, 'break'],
  [0xf4, 'interruptProcess'],
  [0xf5, 'abortOutput'],
  [0xf6, 'areYouThere'],
  [0xf7, 'eraseCharacter'],
  [0xf8, 'eraseLine'],
  [0xf9, 'goAhead'],
]);

const VERB_NAMES = ['will', 'wont', 'do', 'dont'];

/**
 * RFC 854, RFC 855 and RFC 885 read off a whole stream: slow, and written without regard to the decoder.
 * Gives the lines of `chunking.ts`.
 */
export function modelTokens(wire: Uint8Array, cutRecords: boolean, limits: FramingLimits): string[] {
  const lines: string[] = [];
  let text: { offset: number; bytes: number[] } | undefined;
  let tooLong = false;
  let waiting: string[] = [];

  const flushText = (): void => {
    if (text !== undefined && !cutRecords) lines.push(`${text.offset} data ${hex(text.bytes)}`);
    if (!cutRecords) text = undefined;
  };
  const tell = (line: string): void => {
    flushText();
    lines.push(line);
  };
  const fault = (offset: number, code: string, bytes: number[]): void =>
    tell(`${offset} fault ${code} ${hex(bytes.slice(0, 64))}`);
  const character = (offset: number, byte: number): void => {
    text ??= { offset, bytes: [] };
    text.bytes.push(byte);
    if (cutRecords && !tooLong && text.bytes.length > limits.record) {
      tooLong = true;
      fault(text.offset, 'record-too-long', text.bytes.slice(0, limits.record));
    }
  };

  let at = 0;
  while (at < wire.length) {
    const byte = wire[at] as number;
    if (byte !== 0xff) {
      character(at++, byte);
      continue;
    }
    const command = wire[at + 1];
    if (command === undefined) break;
    if (command === 0xff) {
      character(at, 0xff);
      at += 2;
    } else if (command >= 0xfb) {
      const option = wire[at + 2];
      if (option === undefined) break;
      tell(`${at} ${VERB_NAMES[command - 0xfb]} ${option}`);
      at += 3;
    } else if (command === 0xfa) {
      const next = subnegotiation(wire, at, limits.subnegotiation, tell, fault);
      if (next === undefined) break;
      at = next;
    } else if (command === 0xf0) {
      fault(at, 'subnegotiation-end-alone', [0xff, command]);
      at += 2;
    } else if (command === 0xef) {
      if (!cutRecords) fault(at, 'eor-not-agreed', [0xff, command]);
      else {
        if (!tooLong) lines.push(`${text?.offset ?? at} record ${hex(text?.bytes ?? [])}`);
        lines.push(...waiting);
        text = undefined;
        tooLong = false;
        waiting = [];
      }
      at += 2;
    } else {
      const name = COMMAND_NAMES.get(command);
      const line = `${at} command ${name}`;
      const mayWait = cutRecords && text !== undefined && (command === 0xf4 || command === 0xf5);
      if (name === undefined) fault(at, 'undefined-command', [0xff, command]);
      else if (mayWait && waiting.length < 16) waiting.push(line);
      else tell(line);
      at += 2;
    }
  }
  flushText();
  return lines;
}

/** Reads from `IAC SB` at `start`; returns where to go on, or undefined when the stream ends first. */
function subnegotiation(
  wire: Uint8Array,
  start: number,
  limit: number,
  tell: (line: string) => void,
  fault: (offset: number, code: string, bytes: number[]) => void,
): number | undefined {
  const content: number[] = [];
  let at = start + 2;
  let over = false;
  while (at < wire.length) {
    const byte = wire[at] as number;
    let width = 1;
    if (byte === 0xff) {
      const behind = wire[at + 1];
      if (behind === undefined) return undefined;
      if (behind === 0xf0) {
        if (content.length === 0) fault(start, 'subnegotiation-empty', [0xff, 0xfa, 0xff, 0xf0]);
        else if (!over) tell(`${start} subnegotiation ${content[0]} ${hex(content.slice(1))}`);
        return at + 2;
      }
      if (behind !== 0xff) {
        if (content.length === 0) fault(start, 'subnegotiation-empty', [0xff, 0xfa]);
        else if (!over) fault(start, 'subnegotiation-malformed', content);
        return at;
      }
      width = 2;
    }
    content.push(byte);
    at += width;
    if (!over && content.length > 1 /* option */ + limit) {
      over = true;
      fault(start, 'subnegotiation-too-long', content.slice(0, 1 + limit));
    }
  }
  return undefined;
}

function hex(bytes: readonly number[]): string {
  return toHex(Uint8Array.from(bytes));
}
