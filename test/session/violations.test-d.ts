import { expectTypeOf, it } from 'vitest';
import type { ViolationRule } from '../../src/machine/index.js';
import { type ViolationCode, type ViolationEvent, violationRule } from '../../src/session/index.js';
import { SessionStream } from '../../src/session/stream.js';

it('a violation has one of the codes of the tables, and each has its rule', () => {
  expectTypeOf<ViolationEvent['code']>().toEqualTypeOf<ViolationCode>();
  expectTypeOf<string>().not.toExtend<ViolationCode>();
  expectTypeOf<
    | 'record-too-long'
    | 'terminal-type-malformed'
    | 'follows-not-agreed'
    | 'functions-added'
    | 'order-truncated'
    | 'sscp-lu-order'
    | 'field-overrun'
    | 'nvt-report-storm'
  >().toExtend<ViolationCode>();
  expectTypeOf(violationRule('record-too-long')).toEqualTypeOf<ViolationRule>();
  expectTypeOf(violationRule('record-too-long' as string)).toEqualTypeOf<ViolationRule | undefined>();
});

it('no code but these can be reported, nor asked for in a switch', () => {
  abstract class Reporting extends SessionStream<never> {
    report(): void {
      this.violation('record-too-long', 0, new Uint8Array(0));
      // @ts-expect-error no table has it
      this.violation('record-to-long', 0, new Uint8Array(0));
    }
  }
  expectTypeOf<Reporting>().toHaveProperty('report');
  const isLong = (event: ViolationEvent): boolean =>
    // @ts-expect-error no table has it
    event.code === 'record-to-long';
  expectTypeOf(isLong).returns.toBeBoolean();
});
