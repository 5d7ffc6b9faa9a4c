// The texts that the server says, found where they are written: templates with the tag `say`, and the tables that `translated` is given.
import fs from 'node:fs';
import path from 'node:path';
import { parseAst } from 'vitest/node';
import { createProject } from '../../server/src/core/config/project.ts';
import { readPattern } from '../../server/src/core/format/pattern.ts';
import { rules } from '../../server/src/core/rules/index.generated.ts';
import schemas from '../../server/src/core/schema/schemas.generated.json';
import { root } from '../support/root.ts';

/** A part of a program's tree, as ESTree has it. */
interface Node {
  readonly type: string;
  readonly start: number;
  /** Of a tagged template. */
  readonly tag?: Node;
  readonly quasi?: Node;
  /** Of a template. */
  readonly quasis?: readonly { readonly value: { readonly cooked: string } }[];
  /** Of an identifier. */
  readonly name?: string;
  /** Of a property. */
  readonly key?: Node;
  /** Of a literal, which may be a pattern too. */
  readonly value?: unknown;
  /** Of a JSON schema. */
  readonly description?: unknown;
}

/** A text where it is written. */
export interface Written {
  /** With `{0}`, `{1}` … in place of its values. */
  readonly text: string;
  /** Path and line. */
  readonly at: string;
}

/** Every text that stands in a template with the tag `say`, in the server and the core. */
export function saidTexts(): readonly Written[] {
  return sources().flatMap(file => saidIn(file, fs.readFileSync(path.join(root, file), 'utf8')));
}

export function saidIn(file: string, code: string): readonly Written[] {
  const found: Written[] = [];
  walk(parseAst(code, { lang: 'ts' }) as unknown as Node, node => {
    if (isSaid(node) && node.quasi) found.push({ text: textOf(node.quasi), at: `${file}:${lineOf(code, node.start)}` });
    return true;
  });
  return found;
}

/** Texts that are said while a module loads: before anybody knows in which language. */
export function saidAtLoad(file: string, code: string): readonly Written[] {
  const found: Written[] = [];
  walk(parseAst(code, { lang: 'ts' }) as unknown as Node, node => {
    if (/Function/.test(node.type)) return false;
    if (isSaid(node) && node.quasi) found.push({ text: textOf(node.quasi), at: `${file}:${lineOf(code, node.start)}` });
    return true;
  });
  return found;
}

/** Texts of tables: what fields are for, what content types are called, what rules find and why that matters, and what the engine says. */
export function tableTexts(): readonly string[] {
  const texts: string[] = [];
  walk(schemas as unknown as Node, ({ description }) => {
    if (typeof description === 'string') texts.push(description);
    return true;
  });
  for (const { name } of createProject().contentTypes) texts.push(name, name.toLowerCase());
  for (const { summary, why } of rules) texts.push(summary, why);
  for (const source of noPatterns) {
    const reading = readPattern(source);
    if ('reason' in reading && reading.reason !== undefined) texts.push(reading.reason);
  }
  return [...new Set(texts)];
}

/** What is no regular expression, for every reason that the engine of VS Code and Node gives in words. */
const noPatterns = ['[a', '(a', '*a', '[b-a]', '(?a)', '\\k<a>(?<b>c)', '(?<a>b)(?<a>c)', '(?<1>a)', '(?<a>b)\\k'];

/**
 * Texts that look as if people read them and that nothing marks: with typographic signs, or of several words with a capital at the start.
 * What rules say of themselves and what is thrown is left out.
 */
export function unmarkedTexts(file: string, code: string): readonly Written[] {
  const found: Written[] = [];
  walk(parseAst(code, { lang: 'ts' }) as unknown as Node, node => {
    if (isSaid(node) || node.type === 'ThrowStatement' || isRuleText(node)) return false;
    if (/^(?:Import|Export.*All)|^TS(?!As|Satisfies|NonNull)/.test(node.type)) return false;
    const text = node.type === 'TemplateLiteral' ? textOf(node) : node.value;
    if (typeof text === 'string' && seemsToBeRead(text))
      found.push({ text, at: `${file}:${lineOf(code, node.start)}` });
    return true;
  });
  return found;
}

/** The files whose texts people may read: not the command line, which speaks English, nor tables. */
export function sources(): readonly string[] {
  const folder = path.join(root, 'server', 'src');
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => `server/src/${name.replaceAll(path.sep, '/')}`)
    .filter(name => /\.ts$/.test(name) && !/\.generated\.ts$|\/src\/cli\/|\/core\/schema\//.test(name));
}

function seemsToBeRead(text: string): boolean {
  return (
    /[A-Za-z]{2}/.test(text.replace(/\{\d\}/g, '')) &&
    (/[“”’…]/.test(text) || /^[A-Z][a-z]+ [a-z]/.test(text) || / [a-z]+ .*\.$/.test(text))
  );
}

function isSaid({ type, tag }: Node): boolean {
  return type === 'TaggedTemplateExpression' && tag?.name === 'say';
}

function isRuleText({ type, key }: Node): boolean {
  const names = ['summary', 'why', 'repair', 'examples'];
  return type === 'Property' && names.includes(key?.name ?? '');
}

function textOf({ quasis = [] }: Node): string {
  return quasis.map(({ value }) => value.cooked).reduce((text, part, i) => `${text}{${i - 1}}${part}`);
}

function lineOf(code: string, offset: number): number {
  return code.slice(0, offset).split('\n').length;
}

/** @param visit `false`: what is in the node is not visited */
function walk(node: unknown, visit: (node: Node) => boolean): void {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node) && visit(node as Node) === false) return;
  for (const inner of Object.values(node)) walk(inner, visit);
}
