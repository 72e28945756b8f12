import { SnapshotReader, UsageError } from '../bytes/index.js';
import { DATASTREAM_VIOLATIONS } from '../datastream/index.js';
import type { ViolationRule } from '../machine/index.js';
import { NVT_VIOLATIONS } from '../nvt/index.js';
import { INBOUND_VIOLATIONS, SCREEN_VIOLATIONS } from '../screen/index.js';
import { OPTION_VIOLATIONS, TELNET_VIOLATIONS } from '../telnet/index.js';
import { TLS_VIOLATIONS } from '../tls/index.js';
import { TN3270E_VIOLATIONS } from '../tn3270e/index.js';
import type { ViolationEvent } from './events.js';
import type { ViolationCode } from './violation-codes.js';

const TABLES: readonly Readonly<Record<string, ViolationRule>>[] = [
  TELNET_VIOLATIONS,
  OPTION_VIOLATIONS,
  TLS_VIOLATIONS,
  TN3270E_VIOLATIONS,
  DATASTREAM_VIOLATIONS,
  SCREEN_VIOLATIONS,
  INBOUND_VIOLATIONS,
  NVT_VIOLATIONS,
];

/** At most this many offending bytes are kept. */
const SAMPLE = 64;

/** The rule behind a code of any layer; undefined for an unknown code. */
export function violationRule(code: ViolationCode): ViolationRule;
export function violationRule(code: string): ViolationRule | undefined;
export function violationRule(code: string): ViolationRule | undefined {
  for (const table of TABLES) if (Object.hasOwn(table, code)) return table[code];
  return undefined;
}

/** Counts violations by code; the first of each becomes an event. */
export class ViolationLog {
  /** Made with the first violation: most sessions see none. */
  #counts: Map<string, number> | undefined;

  /** Counts one; returns the event when it is the first of its code on this channel. */
  report(code: ViolationCode, offset: number, bytes: Uint8Array): ViolationEvent | undefined {
    this.#counts ??= new Map();
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > 1) return undefined;
    const { rule, means } = violationRule(code);
    return { type: 'violation', code, rule, means, offset, bytes: bytes.slice(0, SAMPLE) };
  }

  /** A copy of the counts. */
  counts(): ReadonlyMap<string, number> {
    return new Map(this.#counts);
  }

  /** Takes over counts: pairs of a known code and a number. @throws UsageError `snapshot-invalid` */
  restore(pairs: readonly unknown[]): void {
    const counts = new Map<string, number>();
    for (const pair of pairs) {
      const [code, count] = Array.isArray(pair) ? pair : [];
      const read = new SnapshotReader({ code, count }, 'violations');
      const known = read.string('code', 64);
      if (violationRule(known) === undefined) {
        throw new UsageError('snapshot-invalid', `there is no violation '${known}'`);
      }
      counts.set(known, read.integer('count', 1, Number.MAX_SAFE_INTEGER));
    }
    this.#counts = counts;
  }

  clear(): void {
    this.#counts = undefined;
  }
}
