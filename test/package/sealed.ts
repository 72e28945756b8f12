import ts from 'typescript';
import { type SourceFile, visit } from './source.js';

/** Names of what lies outside: Node, the browser, time, chance, and code made at run time. */
const OUTSIDE: ReadonlySet<string> = new Set([
  'Buffer',
  'Date',
  'Function',
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

/** Literal regular expressions of a file, as `/source/flags`. */
export function regularExpressions(file: SourceFile): string[] {
  const found: string[] = [];
  visit(file.tree, (node) => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text);
  });
  return found;
}
