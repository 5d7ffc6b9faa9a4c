// The real content beside the repository, when it is there. None of it is committed; the tests state counts and relations only.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../support/root.ts';

export interface CorpusFile {
  /** From the corpus' root, with `/`. */
  readonly path: string;
  readonly frontMatter: string;
}

const folder = path.join(root, '../shared/corpus');

export const hasCorpus = fs.existsSync(folder);

export const corpus: readonly CorpusFile[] = hasCorpus ? filesBelow('').map(read) : [];

/** All values of a key, at any depth, as plain text; only of files whose path starts with `under`. */
export function valuesOf(key: string, under = ''): readonly string[] {
  return corpus.filter(file => file.path.startsWith(under)).flatMap(file => valuesIn(file, key));
}

export function valuesIn(file: CorpusFile, key: string): readonly string[] {
  const line = new RegExp(`^ *(?:- )?${key}: +(.*)$`, 'gm');
  return [...file.frontMatter.matchAll(line)].map(match => unquoted(match[1]!.trimEnd()));
}

/** Real files quote with double quotes and JSON's escapes, or not at all. */
function unquoted(value: string): string {
  return value.startsWith('"') ? (JSON.parse(value) as string) : value;
}

function read(file: string): CorpusFile {
  const text = fs.readFileSync(path.join(folder, file), 'utf8');
  const end = text.startsWith('---') ? text.search(/\n---\r?(?:\n|$)/) : text.length;
  return { path: file.replaceAll(path.sep, '/'), frontMatter: text.slice(0, end === -1 ? text.length : end) };
}

function filesBelow(under: string): string[] {
  return fs.readdirSync(path.join(folder, under), { withFileTypes: true }).flatMap(entry => {
    const file = path.join(under, entry.name);
    if (entry.isDirectory()) return filesBelow(file);
    return /\.(?:md|html|yaml)$|organizations\/[^/]*\.com$/.test(file) ? [file] : [];
  });
}
