import ts from 'typescript';
import { type SourceFile, visit } from './source.js';

/** Names of what lies outside: Node, the browser, time, chance, and code made at run time. */
const OUTSIDE: ReadonlySet<string> = new Set([
  'Buffer',
  'Date',
  'Function',
  'RegExp',
  'clearInterval',
  'clearTimeout',
  'console',
  'crypto',
  'document',
  'eval',
  'exports',
  'fetch',
  'global',
  'globalThis',
  'module',
  'navigator',
  'performance',
  'process',
  'queueMicrotask',
  'require',
  'self',
  'setImmediate',
  'setInterval',
  'setTimeout',
  'structuredClone',
  'window',
]);

/** The one file that may look for `Buffer`, to borrow its search. */
const BORROWER = 'bytes/find.ts';

/** Uses of what lies outside, as `file:line name`. Names of properties, as in `row.module`, are none. */
export function outsideUses(file: SourceFile): string[] {
  const uses: string[] = [];
  const note = (node: ts.Node, name: string): void => {
    const line = file.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    uses.push(`${file.path}:${line} ${name}`);
  };
  visit(file.tree, (node) => {
    if (node.kind === ts.SyntaxKind.ImportKeyword && ts.isCallExpression(node.parent)) note(node, 'import()');
    if (ts.isMetaProperty(node)) note(node, 'import.meta');
    if (!ts.isIdentifier(node)) return;
    if (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) {
      if (isRandom(node.parent)) note(node, 'Math.random');
    } else if (!isNameOfMember(node) && OUTSIDE.has(node.text) && file.path !== BORROWER) {
      note(node, node.text);
    }
  });
  return uses;
}

function isRandom(node: ts.PropertyAccessExpression): boolean {
  return ts.isIdentifier(node.expression) && node.expression.text === 'Math' && node.name.text === 'random';
}

function isNameOfMember(node: ts.Identifier): boolean {
  const { parent } = node;
  const isMember =
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isAccessor(parent);
  return isMember && parent.name === node;
}

/** Literal regular expressions of a file that are not plainly linear, as `file:line /source/flags`. */
export function slowExpressions(file: SourceFile): string[] {
  const found: string[] = [];
  visit(file.tree, (node) => {
    if (!ts.isRegularExpressionLiteral(node) || isPlainlyLinear(node.text)) return;
    found.push(
      `${file.path}:${file.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${node.text}`,
    );
  });
  return found;
}

/**
 * Whether no input can make a search take more than linear time, seen from the form alone: nothing repeats a group, no
 * back reference, at most one repetition without a bound, and behind it nothing, unless the match starts at `^`.
 */
function isPlainlyLinear(literal: string): boolean {
  const pattern = literal.slice(1, literal.lastIndexOf('/'));
  if (/\\[1-9k]/.test(pattern)) return false;
  const plain = pattern.replace(/\\.|\[(?:\\.|[^\]\\])*\]/g, 'x');
  if (/\)[*+{]/.test(plain)) return false;
  const repeated = [...plain.matchAll(/[^(|][*+]|\{\d+,\}/g)];
  const last = repeated[0];
  if (last === undefined) return true;
  const isAtEnd = last.index + last[0].length === plain.replace(/\?$/, '').length;
  const isAnchored = plain.startsWith('^') && !plain.includes('|') && !literal.endsWith('m');
  return repeated.length === 1 && (isAtEnd || isAnchored);
}
