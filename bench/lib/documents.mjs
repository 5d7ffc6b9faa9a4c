import fs from 'node:fs';
import path from 'node:path';
import { root } from './bundles.mjs';
import { site } from './site.mjs';

const corpus = path.join(root, '../shared/corpus');

/**
 * The articles that are checked in memory: the real ones when they are there, else invented ones.
 *
 * @returns `{ source, documents }`; a document has `path`, `text` (without its body), `frontMatter` and `type`, the id of its content type
 */
export function readDocuments(core) {
  const real = fs.existsSync(corpus);
  const files = real ? [...corpusFiles()] : [...site(2000)];
  const documents = files.map(file => documentOf(core, file)).filter(document => document !== undefined);
  return { source: real ? 'real articles' : 'invented articles', documents };
}

/** A news item with two related ones, as long as the example article of the format: the real one when it is there. */
export function readSeed(core) {
  const folder = path.join(corpus, 'ai/_news');
  const [name] = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  if (name) return documentOf(core, { path: `_news/${name}`, text: fs.readFileSync(path.join(folder, name), 'utf8') });
  const related = ({ text }) => text.split('\n  - title:').length - 1 === 2;
  return documentOf(
    core,
    [...site(500)].find(file => file.path.startsWith('_news') && !file.fault && related(file)),
  );
}

/** Where keystrokes go: inside the value of the item's own `type`. */
export function typeAt(text) {
  return /^type: \w/m.exec(text).index + 'type: a'.length;
}

/** The same of a text that was changed. `undefined`: it is no article, or of no declared type. */
export function documentOf({ parseArticle, createProject }, { path: name, text }) {
  const article = parseArticle(name, text);
  const { block } = article;
  const type = block && createProject().contentTypeOf(article)?.id;
  if (!block || type === undefined) return undefined;
  const end = block.closing ? Math.min(text.length, block.closing.end + 1) : text.length;
  return {
    path: name,
    text: text.slice(0, end),
    frontMatter: text.slice(block.content.start, block.content.end),
    type,
  };
}

function* corpusFiles() {
  for (const repository of fs.readdirSync(corpus)) yield* filesIn(path.join(corpus, repository), '');
}

function* filesIn(folder, below) {
  for (const entry of fs.readdirSync(path.join(folder, below), { withFileTypes: true })) {
    const name = path.posix.join(below, entry.name);
    if (entry.isDirectory()) yield* filesIn(folder, name);
    else if (/\.(md|html|yaml)$/.test(name))
      yield { path: name, text: fs.readFileSync(path.join(folder, name), 'utf8') };
  }
}
