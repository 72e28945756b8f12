import { expectTypeOf, it } from 'vitest';
import { ByteCursor, checkBytes, fromHex, UsageError, type UsageErrorCode } from '../../src/bytes/index.js';

it('bytes are published as Uint8Array, whatever buffer they lie on', () => {
  expectTypeOf(fromHex).returns.toEqualTypeOf<Uint8Array>();
  expectTypeOf<ByteCursor['take']>().returns.toEqualTypeOf<Uint8Array>();
  expectTypeOf(ByteCursor).toBeConstructibleWith(new Uint8Array(new SharedArrayBuffer(1)));
});

it('checkBytes narrows', () => {
  const value: unknown = new Uint8Array(1);
  checkBytes('value', value);
  expectTypeOf(value).toEqualTypeOf<Uint8Array>();
});

it('the code of an error is one of the published ones', () => {
  expectTypeOf<UsageError['code']>().toEqualTypeOf<UsageErrorCode>();
  // @ts-expect-error no such code
  expectTypeOf(UsageError).toBeConstructibleWith('no-such-code', '');
});
