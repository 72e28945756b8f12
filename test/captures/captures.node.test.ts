import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cp037 } from '../../src/codepage/index.js';
import { HostSession, TerminalSession } from '../../src/session/index.js';
import { type Transcript, terminalOptions } from '../../src/trace/index.js';
import { capturesFolder, expectations, readCaptures } from '../tools/captures.js';
import { INTEROP_PAGE, withCaptures } from '../tools/interop-page.js';
import { find, roleOf, runCapture, runTerminal } from '../tools/replay/capture.js';
import { hostOptions } from '../tools/replay/host-run.js';
import { inferOptions } from '../tools/replay/infer.js';
import type { Cut } from '../tools/replay/terminal-run.js';
import { EXPECTATIONS } from './expectations.data.js';
import { REASONS } from './reasons.data.js';

const COPIES = join(import.meta.dirname, '../fixtures/captures');
const folder = capturesFolder();
const everything = folder !== COPIES && existsSync(folder);
if (!everything) console.warn('only the copies of the captures are here: the others are passed over');

const captures = readCaptures(folder).filter(({ header }) => expectations().has(header.name ?? ''));
const copies = readCaptures(COPIES);
const names = (list: readonly Transcript[]): string[] => list.map(({ header }) => header.name ?? '');

describe('captures', () => {
  it('are all there', () => {
    const wanted = everything ? EXPECTATIONS.map(({ capture }) => capture) : names(copies);
    expect(names(captures).sort()).toEqual([...wanted].sort());
    expect(copies.length).toBeGreaterThan(24);
  });

  it.each(names(captures))('%s', (name) => {
    const transcript = captures.find(({ header }) => header.name === name) as Transcript;
    const { passed, summary } = runCapture(transcript, expectations());
    expect(passed, summary).toBe(true);
  });

  it('of s3270, decrypted, are equal in every byte but for two of 53', () => {
    const decrypted = /^(ckermit-server-)?s3270.*(?<!-wire)$/;
    const recorded = EXPECTATIONS.filter(({ capture }) => decrypted.test(capture));
    expect(recorded).toHaveLength(53);
    const different = recorded.filter(
      (expectation) => expectation.as === 'terminal' && expectation.differences !== undefined,
    );
    expect(different.map(({ capture }) => capture)).toEqual([
      's3270-negtsecure-options-before-tls',
      's3270-tn3270e-sysreq-attn-nvt',
    ]);
  });

  it('that differ have a reason, and each reason a capture', () => {
    const unexplained = EXPECTATIONS.filter(
      (expectation) =>
        expectation.as === 'terminal' && expectation.differences !== undefined && !expectation.reasons,
    );
    expect(unexplained).toEqual([]);
    const used = new Set(EXPECTATIONS.flatMap(({ reasons }) => reasons ?? []));
    expect([...used].sort()).toEqual(Object.keys(REASONS).sort());
  });

  it('stand in docs/interop.md as they are; npx tsx test/tools/interop-page.ts writes them', () => {
    const page = readFileSync(INTEROP_PAGE, 'utf8');
    expect(withCaptures(page)).toBe(page);
  });

  it('that are copies are those of the folder', () => {
    for (const name of everything ? names(copies) : []) {
      const file = `${name}.jsonl`;
      expect(readFileSync(join(COPIES, file), 'utf8')).toBe(readFileSync(join(folder, file), 'utf8'));
    }
  });
});

/** Cuts into single bytes. */
const bytewise: Cut = (bytes) => Array.from(bytes, (_, index) => bytes.subarray(index, index + 1));

/** Everything that can be seen of a run. */
function whole(transcript: Transcript, cut?: Cut): unknown {
  return roleOf(transcript) === 'terminal' ? runTerminal(transcript, cut) : find(transcript, cut);
}

describe('the same captures in other cuts give the same', () => {
  it.each(names(copies))('%s', (name) => {
    const transcript = copies.find(({ header }) => header.name === name) as Transcript;
    const expected = whole(transcript);
    expect(whole(transcript, bytewise)).toEqual(expected);
    fc.assert(
      fc.property(fc.infiniteStream(fc.integer({ min: 1, max: 12 })), (lengths) => {
        const atRandom: Cut = (bytes) => {
          const pieces: Uint8Array[] = [];
          for (let at = 0; at < bytes.length; ) {
            const length = lengths.next().value as number;
            pieces.push(bytes.subarray(at, at + length));
            at += length;
          }
          return pieces;
        };
        expect(whole(transcript, atRandom)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });
});

/** Feeds the first bytes that one side sent, ends the transport, and returns how the session ended. */
function cutOff(transcript: Transcript, sender: 'host' | 'terminal', length: number): string | undefined {
  const session =
    sender === 'host'
      ? new TerminalSession(terminalOptions(inferOptions(transcript), cp037))
      : new HostSession(hostOptions(transcript));
  let upgrading = false;
  let closed: string | undefined;
  const drain = (): void => {
    for (let event = session.nextEvent(); event !== undefined; event = session.nextEvent()) {
      if (event.type === 'upgradeToTls') upgrading = true;
      if (event.type === 'secure') upgrading = false;
      if (event.type === 'closed') closed = event.diagnosis.code;
    }
  };
  drain();
  let left = length;
  for (const step of transcript.steps) {
    if (left <= 0) break;
    if (step.type === 'event' && step.event === 'tls-established' && upgrading) {
      session.tlsEstablished({ version: 'TLSv1.3', cipher: '', verification: 'verified' });
    } else if (step.type === 'bytes' && step.sender === sender) {
      if (!upgrading && closed === undefined) session.receive(step.bytes.subarray(0, left));
      left -= step.bytes.length;
    }
    drain();
  }
  session.transportClosed();
  drain();
  return closed;
}

describe('[SEC-004] a connection that breaks off at any byte ends with a diagnosis', () => {
  it.each(names(copies))('%s', (name) => {
    const transcript = copies.find(({ header }) => header.name === name) as Transcript;
    for (const sender of ['host', 'terminal'] as const) {
      const total = transcript.steps.reduce(
        (sum, step) => sum + (step.type === 'bytes' && step.sender === sender ? step.bytes.length : 0),
        0,
      );
      for (let length = 0; length <= total; length++) {
        expect(cutOff(transcript, sender, length), `${sender}, ${length} bytes`).toMatch(/^[A-Z_]+$/);
      }
    }
  });
});
