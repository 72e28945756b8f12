import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Tn3270eHost, type Tn3270eHostEffect, Tn3270eTerminal } from '../../src/tn3270e/index.js';

const displayFunctions = fc.uniqueArray(fc.constantFrom(0, 2, 4, 5, 7));
const printerFunctions = fc
  .uniqueArray(fc.constantFrom(0, 1, 2, 3, 4))
  .filter((list) => list.includes(1) || list.includes(3));
const hostFunctions = fc.uniqueArray(fc.constantFrom(0, 1, 2, 3, 4, 5, 7));

const pair = fc.record({
  printer: fc.boolean(),
  display: displayFunctions,
  print: printerFunctions,
  offered: hostFunctions,
  proposeMask: fc.nat(127),
  strictTerminal: fc.boolean(),
  strictHost: fc.boolean(),
  lenientPrinter: fc.boolean(),
  luCount: fc.nat(16),
  /** How often the host rejects, and with which reason. */
  rejections: fc.array(fc.nat(7), { maxLength: 20 }),
  /** Which side's oldest message is delivered next. */
  order: fc.array(fc.boolean(), { maxLength: 60 }),
});

describe('terminal and host together', () => {
  it('[TNE-004] [TNE-036] [TNE-043] settle on one device and one set, or one of them leaves', () => {
    fc.assert(
      fc.property(pair, (given) => {
        const terminal = new Tn3270eTerminal({
          deviceType: given.printer ? 'IBM-3287-1' : 'IBM-3278-2-E',
          luNames: Array.from({ length: given.luCount }, (_, index) => `LU${index}`),
          functions: given.printer ? given.print : given.display,
          strictSubset: given.strictTerminal,
          allowPrinterWithoutControls: given.lenientPrinter,
        });
        const host = new Tn3270eHost({
          functions: given.offered,
          propose: given.offered.filter((_, index) => (given.proposeMask >> index) & 1),
          strictSubset: given.strictHost,
          allowPrinterWithoutControls: given.lenientPrinter,
        });
        const toTerminal: Uint8Array[] = [];
        const toHost: Uint8Array[] = [];
        const rejections = [...given.rejections];
        let left = false;
        let messages = 0;

        const fromHost = (effects: readonly Tn3270eHostEffect[]): void => {
          for (const effect of effects) {
            expect(effect.type).not.toBe('fault');
            if (effect.type === 'send') toTerminal.push(effect.body);
            if (effect.type === 'leave') left = true;
            if (effect.type === 'deviceTypeRequested') {
              const reason = rejections.shift();
              fromHost(reason === undefined ? host.accept(effect.deviceType, 'GIVEN') : host.reject(reason));
            }
          }
        };
        terminal.start();
        fromHost(host.start());
        for (let step = 0; step < 300 && !left && toTerminal.length + toHost.length > 0; step++) {
          const wantTerminal = given.order[step] ?? true;
          const body = (wantTerminal ? toTerminal.shift() : toHost.shift()) ?? undefined;
          if (body === undefined) {
            const other = (wantTerminal ? toHost : toTerminal).shift();
            if (other === undefined) break;
            if (wantTerminal) fromHost(host.receive(other));
            else deliver(other);
          } else if (wantTerminal) deliver(body);
          else fromHost(host.receive(body));
          messages++;
        }
        function deliver(body: Uint8Array): void {
          for (const effect of terminal.receive(body)) {
            if (effect.type === 'send') toHost.push(effect.body);
            if (effect.type === 'leave') left = true;
          }
        }

        expect(messages).toBeLessThan(2 * (16 + 16) + 4);
        if (left) return;
        expect(terminal.complete).toBe(true);
        expect(host.complete).toBe(true);
        expect(terminal.deviceName).toBe('GIVEN');
        expect([...(terminal.functions ?? [])].sort()).toEqual([...(host.functions ?? [])].sort());
        const wanted = given.printer ? given.print : given.display;
        for (const code of terminal.functions ?? []) {
          expect(wanted).toContain(code);
          expect(given.offered).toContain(code);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('any bytes in any state give effects, never an exception, and bounded output', () => {
    const wireByte = fc.oneof(fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7, 8, 0x49, 0xff), fc.nat(255));
    const bodies = fc.array(fc.array(wireByte, { maxLength: 12 }), { maxLength: 60 });
    fc.assert(
      fc.property(bodies, fc.boolean(), (list, accepts) => {
        const terminal = new Tn3270eTerminal({ deviceType: 'IBM-3278-2-E', luNames: ['LU1', 'LU2'] });
        const host = new Tn3270eHost();
        terminal.start();
        host.start();
        let sent = 0;
        for (const numbers of list) {
          const body = Uint8Array.from(numbers);
          for (const effect of terminal.receive(body)) if (effect.type === 'send') sent++;
          host.receive(body);
          if (host.state === 'deciding') accepts ? host.accept('IBM-3278-2', 'LU') : host.reject(6);
        }
        expect(sent).toBeLessThanOrEqual(16 + 16 + 16);
      }),
    );
  });
});
