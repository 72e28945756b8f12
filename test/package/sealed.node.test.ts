import { describe, expect, it } from 'vitest';
import { outsideUses, slowExpressions } from './sealed.js';
import { parse, readSource } from './source.js';

describe('src reaches for nothing outside itself', () => {
  it('[SEC-136] no Node, timer, clock, randomness, console, nor code made at run time', () => {
    expect(readSource().flatMap(outsideUses)).toEqual([]);
  });

  it('[SEC-136] every regular expression is linear by its form', () => {
    expect(readSource().flatMap(slowExpressions)).toEqual([]);
  });
});

describe('the check of expressions itself', () => {
  const slow = (literal: string): string[] => slowExpressions(parse('telnet/a.ts', `const r = ${literal};`));

  it.each([
    '/^(a+)+$/',
    '/(a|aa)*$/',
    '/\\s+$/',
    '/a+b/',
    '/x*x*/',
    '/(a)\\1/',
    '/^a+b+$/',
    '/[a-z]{2,}x/',
    '/(ab){1,}/',
    '/^a|b+c/',
    '/^\\s*x/m',
  ])('rejects %s', (literal) => expect(slow(literal)).toEqual([`telnet/a.ts:1 ${literal}`]));

  it.each([
    '/a/',
    '/\\s+/g',
    '/[^0-9a-f]/i',
    '/^[a-z+*]+$/',
    '/^\\d*x/',
    '/^(IBM-)?3\\d{3}/',
    '/[)]+/',
    '/a\\+b\\*c/',
  ])('accepts %s', (literal) => expect(slow(literal)).toEqual([]));
});

describe('the check itself', () => {
  const uses = (text: string, path = 'telnet/a.ts'): string[] => outsideUses(parse(path, text));

  it.each([
    ['const b = Buffer.from([1]);', 'Buffer'],
    ['const b = globalThis.Buffer;', 'globalThis'],
    ['setTimeout(() => {}, 1);', 'setTimeout'],
    ['const now = Date.now();', 'Date'],
    ['const r = Math.random();', 'Math.random'],
    ['console.log(1);', 'console'],
    ['const e = process.env;', 'process'],
    ["eval('1');", 'eval'],
    ["new Function('return 1');", 'Function'],
    ["const m = await import('./b.js');", 'import()'],
    ["const m = require('fs');", 'require'],
    ['const u = import.meta.url;', 'import.meta'],
    ['const o = { Date };', 'Date'],
  ])('rejects %s', (text, name) => {
    expect(uses(text)).toEqual([`telnet/a.ts:1 ${name}`]);
  });

  it.each([
    'const row = { process: 1, module: 2 }; row.process + row.module;',
    'interface Row { readonly self: number }',
    'class Machine { process(): void {} }',
    '/* Buffer */ const text = "setTimeout";',
    'Math.max(1, 2);',
  ])('accepts %s', (text) => {
    expect(uses(text)).toEqual([]);
  });

  it('lets bytes/find.ts alone look for Buffer', () => {
    expect(uses('globalThis.Buffer;', 'bytes/find.ts')).toEqual([]);
    expect(uses('globalThis.Buffer;', 'bytes/hex.ts')).toHaveLength(1);
  });
});
