import { TelnetDecoder } from '../../../src/telnet/index.js';
import type { Corpora } from '../corpora/read.js';
import { onWire } from '../corpora/records.js';
import { bytesOf } from '../measure.js';
import { TERMINALS } from './screen.js';
import { feed, negotiated } from './terminal.js';

const SESSIONS = 10000;

/** Bytes of a decoder that has read a record in two chunks. */
export function decoderBytes(corpora: Corpora): number {
  const wire = onWire(corpora.records('w3a').slice(0, 1));
  const halves = [wire.subarray(0, 900), wire.subarray(900)];
  return bytesOf(() => {
    const decoder = new TelnetDecoder();
    decoder.cutRecords = true;
    for (const half of halves) {
      decoder.receive(half);
      while (decoder.next() !== undefined);
    }
    return decoder;
  }, SESSIONS);
}

/** Bytes of a terminal session that has negotiated and shows a screen. */
export function sessionBytes(corpora: Corpora, name: keyof typeof TERMINALS): number {
  const messages = corpora.negotiation('w4t');
  const wire = onWire(corpora.records(name).slice(0, 1));
  return bytesOf(() => {
    const terminal = negotiated(messages, TERMINALS[name]);
    feed(terminal, wire);
    return terminal;
  }, SESSIONS);
}
