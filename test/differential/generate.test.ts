import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cp037 } from '../../src/codepage/index.js';
import { PresentationSpace } from '../../src/screen/index.js';
import { Distribution } from './distribution.js';
import { type Step, recordScenarios as scenarios } from './generate/scenarios.js';

const SIZES = { default: 24 * 80, alternate: 27 * 132 };

function screen(): PresentationSpace {
  return new PresentationSpace({ codePage: cp037, alternateSize: { rows: 27, columns: 132 } });
}

function samples(count: number): Step[][] {
  return fc.sample(scenarios(SIZES), { numRuns: count, seed: 3270 });
}

describe('the generated records', () => {
  it('carry a fault exactly where they say so', () => {
    for (const steps of samples(200)) {
      const display = screen();
      for (const step of steps) {
        if (step.type === 'action') {
          if (step.name === 'Clear') display.press('clear');
          continue;
        }
        const { bytes, faults } = step.record;
        const found = display.applyRecord(bytes).faults.map(({ code }) => code);
        expect({ faults, found: found.length > 0, bytes }).toMatchObject({ found: faults.length > 0 });
      }
    }
  });

  it('have every command and order in a twentieth, and a fault in half of them', () => {
    const distribution = new Distribution();
    for (const step of samples(800).flat()) if (step.type === 'record') distribution.add(step.record);
    expect(distribution.records).toBeGreaterThan(5000);
    expect(distribution.complaints()).toEqual([]);
  });

  it('end with an order for s3270 where it is cut for us', () => {
    const cut = samples(200)
      .flat()
      .flatMap((step) =>
        step.type === 'record' && step.record.faults.includes('cut order') ? [step.record] : [],
      );
    expect(cut.length).toBeGreaterThan(50);
    for (const { given } of cut) {
      const faults = screen()
        .applyRecord(given)
        .faults.map(({ code }) => code);
      expect(faults).not.toContain('order-truncated');
    }
  });

  it('are the same for the same seed', () => {
    expect(samples(3)).toEqual(samples(3));
  });
});
