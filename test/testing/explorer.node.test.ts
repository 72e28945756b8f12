import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.js';
import { cp037 } from '../../src/codepage/index.js';
import { HostSession, TerminalSession } from '../../src/session/index.js';
import {
  calmEndings,
  EXPLORED_HOSTS,
  EXPLORED_TERMINALS,
  Explorer,
  ExplorerMemory,
  transcriptOf,
} from '../../src/testing/index.js';
import { HOST_TLS_TABLE, TERMINAL_TLS_TABLE } from '../../src/tls/index.js';
import { parseTranscript, type Transcript, writeTranscript } from '../../src/trace/index.js';
import { replayLines } from '../tools/replay/play.js';

const ROOT = join(import.meta.dirname, '../..');
const HOSTS = Object.keys(EXPLORED_HOSTS);
const TERMINALS = Object.keys(EXPLORED_TERMINALS);

/** What one end does in a state is learnt once for all tests that plant nothing. */
const MEMORY = new ExplorerMemory();

function explore(
  terminal: string,
  host: string,
  attacks: number,
  memory: ExplorerMemory,
  stopAtFirst = false,
) {
  const [t, h] = [EXPLORED_TERMINALS[terminal], EXPLORED_HOSTS[host]];
  if (t === undefined || h === undefined) throw new Error(`no pair ${terminal}, ${host}`);
  return new Explorer(t, h, { attacks, memory, stopAtFirst });
}

describe('every order of what two honest ends and their embedders do', () => {
  it.each(TERMINALS)(
    '[SEC-046] %s against every host policy breaks nothing',
    { timeout: 60_000 },
    (terminal) => {
      for (const host of HOSTS) {
        const explorer = explore(terminal, host, 0, MEMORY);
        const { violations, states } = explorer.run();
        expect(violations.map((one) => writeTranscript(transcriptOf(explorer, one)))).toEqual([]);
        expect(states).toBeGreaterThanOrEqual(3);
        expect(calmEndings(explorer).length).toBeGreaterThan(0);
      }
    },
  );
});

describe('an attacker who acts before TLS', () => {
  // The whole of it, two acts against each pair, is `npm run explore`; these are small enough for every day.
  it.each([
    ['required', 'basic', 2],
    ['required', 'negtSecure', 2],
    ['required', 'vmAllowed', 2],
    ['implicit', 'negtSecure', 2],
    ['auto', 'secure', 1],
    ['autoAsk', 'vmAllowed', 1],
  ])('[SEC-046] %s against %s, %i acts, breaks nothing', { timeout: 120_000 }, (terminal, host, attacks) => {
    const explorer = explore(terminal, host, attacks, MEMORY);
    const { violations, states } = explorer.run();
    expect(violations.map((one) => writeTranscript(transcriptOf(explorer, one)))).toEqual([]);
    expect(states).toBeGreaterThan(1000);
  });
});

describe('planted faults are found', () => {
  const mended: (() => void)[] = [];
  afterEach(() => {
    for (const mend of mended.splice(0)) mend();
  });

  /** Changes a value for the time of one test; one that is inherited is covered. */
  function plant(target: object, key: string, value: unknown): void {
    const before = Object.getOwnPropertyDescriptor(target, key);
    mended.push(() => {
      if (before === undefined) Reflect.deleteProperty(target, key);
      else Object.defineProperty(target, key, before);
    });
    Object.defineProperty(target, key, { value, writable: true, configurable: true, enumerable: true });
  }

  /** Sessions of terminals never ask for this timer. */
  function plantDeafTimer(deaf: string): void {
    const prototype = TerminalSession.prototype as unknown as { arm(name: string): void };
    const { arm } = prototype;
    plant(prototype, 'arm', function (this: unknown, name: string): void {
      if (name !== deaf) arm.call(this, name);
    });
  }

  /** What is found first, with the shortest way there as a file. What was learnt without the fault does not count. */
  function firstFound(terminal: string, host: string, attacks: number): { property: string; file: string } {
    const explorer = explore(terminal, host, attacks, new ExplorerMemory(), true);
    const [violation] = explorer.run().violations;
    if (violation === undefined) return { property: 'nothing', file: '' };
    return { property: violation.property, file: writeTranscript(transcriptOf(explorer, violation)) };
  }

  /** Replays a file as `npm run replay` does: what our session sends, and the last thing that is told of it. */
  function replayed(file: string): { sent: string; last: string } {
    const transcript = parseTranscript(file);
    const sent = [...replayLines(transcript, cp037, true)].map((line) => JSON.parse(line).sent).join('');
    return { sent, last: [...replayLines(transcript, cp037, false)].at(-1) ?? '' };
  }

  function recorded({ steps }: Transcript): string {
    return steps
      .map((step) => (step.type === 'bytes' && step.sender === 'terminal' ? toHex(step.bytes) : ''))
      .join('');
  }

  const WILL_FOLLOWS = 'fffb2efffa2e01fff0';

  it('[TLS-008] [TLS-009] the gate between the two FOLLOWS removed: an answer in the clear', () => {
    plant(TERMINAL_TLS_TABLE.followsSent, 'telnet', ['followsSent', 'pass']);
    const { property, file } = firstFound('required', 'vmAllowed', 1);
    expect(property).toBe('clear-bytes');
    // The replay shows it: an answer behind our FOLLOWS.
    expect(replayed(file).sent).toMatch(new RegExp(`^${WILL_FOLLOWS}ff(fb|fc|fd|fe)`));
    expect(replayed(file).sent).toBe(recorded(parseTranscript(file)));
    for (const mend of mended.splice(0)) mend();
    expect(replayed(file).sent).toBe(WILL_FOLLOWS);
  });

  it("[TLS-010] the terminal's residue read as telnet: an answer in the clear", () => {
    plant(TERMINAL_TLS_TABLE.followsSent, 'followsWithTail', ['clearNegotiated', 'pass']);
    const { property, file } = firstFound('required', 'negtSecure', 1);
    expect(property).toBe('clear-bytes');
    expect(replayed(file).sent).toMatch(new RegExp(`^${WILL_FOLLOWS}ff(fb|fc|fd|fe)`));
    for (const mend of mended.splice(0)) mend();
    expect(replayed(file)).toMatchObject({ sent: WILL_FOLLOWS, last: expect.stringContaining('= closed') });
  });

  it("[TLS-010] [SEC-030] the host's residue read as telnet: an answer in the clear", () => {
    plant(HOST_TLS_TABLE.followsSent, 'followsWithTail', ['clearAllowing', 'pass']);
    const { property, file } = firstFound('required', 'negtSecure', 1);
    expect(property).toBe('clear-bytes');
    expect(parseTranscript(file).header.note).toMatch(/; host gets fffa2e01fff0 \+ \w+ by the attacker$/);
  });

  it('[SEC-029] [TLS-010] and handed on changed: TLS gets other bytes than came', () => {
    const { emit } = HostSession.prototype as unknown as { emit(event: object): void };
    plant(HostSession.prototype, 'emit', function (this: unknown, event: { residue?: Uint8Array }): void {
      const residue = event.residue?.subarray(1);
      emit.call(this, residue === undefined || residue.length === 0 ? event : { ...event, residue });
    });
    expect(firstFound('required', 'negtSecure', 0).property).toBe('residue');
  });

  it('[TLS-015] state of the terminal kept over TLS: it is not as fresh as on another way', () => {
    plant(TerminalSession.prototype, 'resetChannel', () => {});
    const { property, file } = firstFound('negotiated', 'vmAllowed', 1);
    expect(property).toBe('not-fresh');
    // The way goes through both channels, and a request inside TLS shows what was kept: no answer, as if it were agreed.
    const again = `${file}{"dir":"host","hex":"fffd28"}\n`;
    expect(file).toContain('"event":"tls-established"');
    const kept = replayed(again).sent;
    for (const mend of mended.splice(0)) mend();
    expect(replayed(again).sent).toBe(`${kept}fffb28`);
  });

  it('[TLS-015] state of the host kept over TLS: it waits for what it had asked for before', () => {
    plant(HostSession.prototype, 'resetChannel', () => {});
    expect(firstFound('negotiated', 'vmAllowed', 1).property).toBe('deadlock');
  });

  it('[TEL-026] a refusal sent again: deliveries without end', () => {
    plant(HOST_TLS_TABLE.clearRefusing, 'dontStartTls', ['clearRefusing', 'sendWont']);
    plant(TERMINAL_TLS_TABLE.clearPlain, 'wontStartTls', ['clearPlain', 'sendDont']);
    plant(TERMINAL_TLS_TABLE.refusedOffer, 'wontStartTls', ['refusedOffer', 'sendDont']);
    plant(TERMINAL_TLS_TABLE.listenPlain, 'wontStartTls', ['clearPlain', 'sendDont']);
    expect(firstFound('plain', 'basic', 1).property).toBe('loop');
  });

  it.each([
    ['follows', 'negotiated', 'negtSecure'],
    ['start-tls-answer', 'required', 'basic'],
  ])('[TLS-033] the timer %s not armed: nobody goes on', (timer, terminal, host) => {
    plantDeafTimer(timer);
    const { property, file } = firstFound(terminal, host, 1);
    expect(property).toBe('deadlock');
    expect(replayed(file).last).toMatch(/timers: none$/);
    for (const mend of mended.splice(0)) mend();
    expect(replayed(file).last).toMatch(new RegExp(`timers: ${timer}$`));
  });

  it('the file that is printed is one that the command takes, with the limits of the search', {
    timeout: 60_000,
  }, () => {
    plantDeafTimer('start-tls-answer');
    const { file } = firstFound('required', 'basic', 1);
    const { options } = parseTranscript(file).header;
    expect(options?.tls).toBe('required');
    expect(options?.limits).toEqual(EXPLORED_TERMINALS.required?.limits);
    for (const mend of mended.splice(0)) mend();
    const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
    const { stdout, stderr, status } = spawnSync(process.execPath, [tsx, 'test/tools/replay.ts', '-'], {
      input: file,
      encoding: 'utf8',
      cwd: ROOT,
    });
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout.trimEnd().split('\n')).toEqual(
      [...replayLines(parseTranscript(file), cp037, false)].join('\n').split('\n'),
    );
    expect(stdout).toMatch(/IAC WILL STARTTLS[\s\S]*timers: start-tls-answer\n$/);
  });

  it('[TEL-029] a replay with low limits ends where the search did', () => {
    const flips = '{"dir":"host","hex":"fffd05fffe05fffd18fffe18fffd18fffe18fffd18fffe18"}';
    const at = (limits: string): string =>
      replayed(`{"options":{"tls":"negotiated"${limits}}}\n${flips}\n`).last;
    expect(at(',"limits":{"optionFlips":2}')).toContain('= closed');
    expect(at('')).not.toContain('= closed');
  });
});
