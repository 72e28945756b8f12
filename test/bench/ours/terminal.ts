import { type TerminalOptions, TerminalSession } from '../../../src/session/index.js';

/** Lets a terminal read a chunk, and pulls what it says. Returns how many bytes it sends. */
export function feed(terminal: TerminalSession, chunk: Uint8Array): number {
  terminal.receive(chunk);
  return drain(terminal);
}

export function drain(terminal: TerminalSession): number {
  let sent = 0;
  for (let event = terminal.nextEvent(); event !== undefined; event = terminal.nextEvent()) {
    if (event.type === 'send') sent += event.bytes.length;
  }
  return sent;
}

/** A terminal that has heard a host's messages. */
export function negotiated(
  messages: readonly Uint8Array[],
  options: Partial<TerminalOptions> = {},
): TerminalSession {
  const terminal = new TerminalSession({ tls: 'plain', model: '3279-2', ...options });
  drain(terminal);
  for (const message of messages) feed(terminal, message);
  return terminal;
}
