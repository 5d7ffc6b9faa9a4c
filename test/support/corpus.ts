// The real content beside the repository, for the tests that want it; empty where it is not there.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './root.ts';

const folder = path.join(root, '..', 'shared', 'corpus');

export interface CorpusFile {
  /** Relative to its repository, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Every Markdown, HTML and YAML file of the corpus, in a fixed order. */
export function corpusFiles(): readonly CorpusFile[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(md|html|ya?ml)$/.test(entry.name))
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort()
    .map(file => ({
      path: path.relative(folder, file).split(path.sep).slice(1).join('/'),
      text: fs.readFileSync(file, 'utf8'),
    }));
}
