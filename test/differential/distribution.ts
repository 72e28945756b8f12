import { type ActionStep, TYPING_ACTIONS } from './generate/actions.js';
import { CONTROLS, ORDER_NAMES } from './generate/items.js';
import { COMMAND_NAMES, type Outbound } from './generate/records.js';

/** Every command and order stands in at least so many of a hundred records. */
const LEAST_SHARE = 5;
/** Of a hundred records so many carry a fault. */
const FAULTY = { least: 45, most: 60 } as const;

/** Counts what stands in the records. */
export class Distribution {
  records = 0;
  bytes = 0;
  faulty = 0;
  readonly #counts: Readonly<Record<Heading, Map<string, number>>> = {
    commands: new Map(COMMAND_NAMES.map((name) => [name, 0])),
    'orders and format controls': new Map([...ORDER_NAMES, ...CONTROLS.keys()].map((name) => [name, 0])),
    'structured fields': new Map(),
    faults: new Map(),
  };

  add({ bytes, commands, names, structuredFields, faults }: Outbound): void {
    this.records++;
    this.bytes += bytes.length;
    if (faults.length > 0) this.faulty++;
    this.#count('commands', commands);
    this.#count('orders and format controls', names);
    this.#count('structured fields', structuredFields);
    this.#count('faults', faults);
  }

  #count(heading: Heading, names: readonly string[]): void {
    const counts = this.#counts[heading];
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }

  #share(count: number): number {
    return (100 * count) / this.records;
  }

  lines(): string[] {
    const lines = [
      `${this.records} records, ${Math.round(this.bytes / this.records)} bytes on average; ${this.#share(this.faulty).toFixed(1)} % carry a fault`,
    ];
    for (const [heading, counts] of Object.entries(this.#counts)) {
      const shares = [...counts].map(([name, count]) => `${name} ${this.#share(count).toFixed(1)}`);
      lines.push(`${heading}, % of the records: ${shares.join(', ')}`);
    }
    return lines;
  }

  /** What is not as it has to be. */
  complaints(): string[] {
    const complaints: string[] = [];
    for (const heading of ['commands', 'orders and format controls'] as const) {
      for (const [name, count] of this.#counts[heading]) {
        const share = this.#share(count);
        if (share < LEAST_SHARE && name !== 'unknown command') {
          complaints.push(`${name} stands in ${share.toFixed(1)} % of the records, not in ${LEAST_SHARE} %`);
        }
      }
    }
    const faulty = this.#share(this.faulty);
    if (faulty < FAULTY.least || faulty > FAULTY.most) {
      complaints.push(`${faulty.toFixed(1)} % of the records carry a fault, not about half`);
    }
    return complaints;
  }
}

type Heading = 'commands' | 'orders and format controls' | 'structured fields' | 'faults';

/** Counts what an operator did. */
export class ActionCounts {
  readonly #counts = new Map<string, number>();

  add({ name }: ActionStep): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  get total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Names of actions that were done too seldom to say much. */
  complaints(): string[] {
    return TYPING_ACTIONS.filter((name) => (this.#counts.get(name) ?? 0) < this.total / 500).map(
      (name) => `${name} was done less than once in 500 actions`,
    );
  }

  /** How often each, most often first. */
  line(): string {
    const counts = [...this.#counts].sort(([, one], [, other]) => other - one);
    return counts.map(([name, count]) => `${name} ${count}`).join(', ');
  }
}
