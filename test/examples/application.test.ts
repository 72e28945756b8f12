import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DemoApplication } from '../../examples/demo-application.js';
import { framed } from '../../examples/screen-text.js';
import { fromHex, toHex } from '../../src/bytes/index.js';
import {
  type HostOptions,
  HostSession,
  type TerminalKey,
  type TerminalOptions,
  TerminalSession,
} from '../../src/index.js';
import { Dissector } from '../../src/trace/index.js';

/** A terminal and the demonstration host, joined by nothing but function calls. */
class Pair {
  readonly terminal: TerminalSession;
  readonly host: HostSession;
  /** What the host sent, in words. */
  readonly sent: string[] = [];
  readonly #application: DemoApplication;
  readonly #dissector = new Dissector();
  readonly #toHost: Uint8Array[] = [];
  readonly #toTerminal: Uint8Array[] = [];

  constructor(terminal: Partial<TerminalOptions> = {}, host: Partial<HostOptions> = {}) {
    this.terminal = new TerminalSession({ tls: 'plain', ...terminal });
    this.host = new HostSession({ tls: 'basic', functions: [0, 2, 4], ...host });
    this.#application = new DemoApplication(this.host);
    this.#settle();
  }

  press(...keys: readonly TerminalKey[]): this {
    for (const key of keys) {
      expect(this.terminal.press(key)).toEqual({ accepted: true });
      this.#settle();
    }
    return this;
  }

  type(text: string): this {
    expect(this.terminal.type(text)).toEqual({ accepted: true });
    return this;
  }

  logIn(): this {
    return this.type('tester').press('tab').type('word').press('enter');
  }

  get text(): string {
    return this.terminal.screen.text().join('\n');
  }

  /** Lets both speak until neither has anything more to say. */
  #settle(): void {
    do {
      this.#drainHost();
      this.#drainTerminal();
    } while (this.#listen(this.host, this.#toHost) || this.#listen(this.terminal, this.#toTerminal));
  }

  #listen(session: TerminalSession | HostSession, queue: Uint8Array[]): boolean {
    const bytes = queue.shift();
    if (bytes !== undefined) session.receive(bytes);
    return bytes !== undefined;
  }

  #drainHost(): void {
    for (let event = this.host.nextEvent(); event !== undefined; event = this.host.nextEvent()) {
      if (event.type === 'send') {
        this.sent.push(...this.#dissector.read('host', event.bytes).map(({ text }) => text));
        this.#toTerminal.push(event.bytes);
      }
      this.#application.handle(event);
    }
  }

  #drainTerminal(): void {
    for (let event = this.terminal.nextEvent(); event !== undefined; event = this.terminal.nextEvent()) {
      if (event.type !== 'send') continue;
      this.#dissector.read('terminal', event.bytes);
      this.#toHost.push(event.bytes);
    }
  }
}

describe('the demonstration application', () => {
  it('asks for a name and a password, and shows neither of them too much', () => {
    const pair = new Pair();
    expect(pair.text).toContain('DEMONSTRATION HOST');
    expect(pair.terminal.screen.cursor).toBe(9 * 80 + 23);
    expect(pair.press('enter').text).toContain('Type a user name.');
    expect(pair.type('tester').press('enter').text).toContain('Type a password; any will do.');
    expect(pair.terminal.screen.cursor).toBe(11 * 80 + 23);
    expect(pair.type('geheim').text).not.toContain('geheim');
    expect(pair.press('enter').text).toContain('Welcome, tester.');
  });

  it('has a menu, two pages, and ways back', () => {
    const pair = new Pair().logIn();
    expect(pair.press('enter').text).toContain('Type the number of your choice.');
    expect(pair.type('9').press('enter').text).toContain('There is no choice 9.');
    const page = pair.type('1').press('enter').text;
    expect(page).toMatch(/Terminal type .* IBM-3278-2-E/);
    expect(page).toMatch(/Functions .* BIND-IMAGE RESPONSES SYSREQ/);
    expect(page).toContain('none: everything can be read on the way');
    expect(pair.press('pf7').text).toContain('THIS SESSION');
    expect(pair.press('pf3').type('2').press('enter').text).toContain('this is turquoise');
    expect(pair.press('clear').text).toContain('this is turquoise');
    expect(pair.press('pf15').press('pa1').text).toContain('Welcome, tester.');
    expect(pair.press('pf1').text).toContain('This key has no function here.');
    expect(pair.type('x').press('enter').text).toContain('tester has logged off.');
    pair.press('pf3');
    expect(pair.host.diagnosis?.code).toBe('ENDED');
  });

  it('uses the whole screen of larger terminals', () => {
    const pair = new Pair({ model: '3279-4-E' });
    expect(pair.terminal.screen.rows).toBe(24);
    pair.logIn();
    expect(pair.terminal.screen.rows).toBe(43);
    expect(pair.terminal.screen.text(42)).toContain('PF3 log off');
    const wide = new Pair({ model: '3278-5-E' }).logIn();
    expect(wide.terminal.screen.text(0)).toHaveLength(132);
    expect(new Pair({ oversize: { rows: 50, columns: 160 } }).logIn().terminal.screen.rows).toBe(50);
  });

  it('sends colours only to terminals that say they have them', () => {
    const usesColour = ({ sent }: Pair): boolean => sent.some((text) => text.includes('SFE'));
    expect(usesColour(new Pair({ model: '3279-2-E' }).logIn())).toBe(true);
    expect(usesColour(new Pair({ model: '3278-2-E' }).logIn())).toBe(false);
    const simple = new Pair({ model: '3278-2' }).logIn();
    expect(usesColour(simple)).toBe(false);
    expect(simple.sent.some((text) => text.includes('Query'))).toBe(false);
    expect(simple.text).toContain('Welcome, tester.');
  });

  it('serves terminals without TN3270E', () => {
    const pair = new Pair({ tn3270e: false }).logIn();
    expect(pair.text).toContain('Welcome, tester.');
    expect(pair.terminal.mode).toBe('tn3270');
    expect(pair.press('sysReq').text).toContain('Welcome, tester.');
  });

  it('lets SYSREQ lead out of it, and back', () => {
    const pair = new Pair().logIn().press('sysReq');
    expect(pair.text).toMatch(/^LOGOFF ends, SYSREQ goes back ==>/);
    expect(pair.terminal.mode).toBe('sscpLu');
    expect(pair.type('hello').press('enter').text).toContain('Type LOGOFF, or press SYSREQ ==>');
    expect(pair.press('sysReq').text).toContain('Welcome, tester.');
    pair.press('sysReq').type('logoff').press('enter');
    expect(pair.host.diagnosis?.code).toBe('ENDED');
  });

  it('shows its screen again when ATTN is pressed', () => {
    const pair = new Pair().logIn();
    const before = pair.sent.length;
    pair.press('attn');
    expect(pair.sent.length).toBe(before + 1);
  });
});

/** What a terminal says up to its first screen, message by message: TN3270E, then classic TN3270. */
const OPENINGS: readonly (readonly string[])[] = [
  ['fffb28', 'fffa28020749424d2d333237382d322d45fff0', 'fffa2803070000 0204fff0', 'fffa280304000204fff0'],
  ['fffc28', 'fffb18', 'fffa180049424d2d333237382d32fff0', 'fffb19fffd19', 'fffb00fffd00'],
];

it('is not brought down by anything that a terminal sends', () => {
  const piece = fc.oneof(
    fc.constantFrom('fff4', 'fff5', 'fff3', 'fffe28', 'fffd28', 'fffc00', 'fffb00', 'fffc19', 'ffef', 'fff6'),
    fc.constantFrom('00000000007d4040ffef', '0000000000f3ffef', '7d4040ffef', 'f3ffef', '88ffef', '6dffef'),
    fc.constantFrom('0700000000d3d6c7d6c6c6ffef', '0200000001ffef', '0200010001 02ffef', '0500000000 41ffef'),
    fc.constantFrom('0000000000880004818affef', '00000000008800178186001000f1f1f2f2f3f3f4f4f5f5f6f6f7f7ffef'),
    fc.uint8Array({ maxLength: 12 }).map(toHex),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...OPENINGS),
      fc.nat(4),
      fc.array(piece, { maxLength: 12 }),
      (opening, spoken, pieces) => {
        const host = new HostSession({ tls: 'basic', functions: [0, 2, 4] });
        const application = new DemoApplication(host);
        const drain = (): void => {
          for (let event = host.nextEvent(); event !== undefined; event = host.nextEvent())
            application.handle(event);
        };
        drain();
        for (const hex of [...opening.slice(0, spoken), ...pieces]) {
          host.receive(fromHex(hex));
          drain();
        }
        expect(host.nextEvent()).toBeUndefined();
      },
    ),
    { numRuns: 2000 },
  );
});

describe('a screen as text in a frame', () => {
  it('marks the cursor and where one can type', () => {
    const lines = framed(new Pair().terminal.screen);
    expect(lines).toHaveLength(26);
    expect(lines[0]).toBe(`┌${'─'.repeat(80)}┐`);
    expect(lines[10]?.trimEnd()).toBe(`│${' '.repeat(9)}User name . . █_______${' '.repeat(49)}│`);
    expect(lines[12]).toContain('Password  . . ________ ');
    expect(lines[25]).toMatch(/^└─ cursor: row 10, column 24 ─+┘$/);
    expect(lines.every((line) => line.length === 82)).toBe(true);
  });

  it('marks no place of a screen without fields', () => {
    const lines = framed(new TerminalSession({ tls: 'plain' }).screen);
    expect(lines[1]).toBe(`│█${' '.repeat(79)}│`);
    expect(lines[2]).toBe(`│${' '.repeat(80)}│`);
  });
});
