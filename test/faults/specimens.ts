// The articles that are broken on purpose: our own sample's and test sites', and the real ones when they are at hand.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../support/root.ts';
import { type Specimen, specimenOf } from './runFault.ts';

/** Articles of this repository, which every checkout has. */
export const ownFolders: readonly string[] = ['sample', 'fixtures/sample', 'test/vscode/site/daily'];

/** Real articles: read, never copied. */
export const realFolders: readonly string[] = ['../shared/corpus/ai', '../shared/corpus/powerapps'];

/** Every article below some folders of the repository's root, by path. Folders that are not there have none. */
export function readSpecimens(folders: readonly string[]): readonly Specimen[] {
  return folders.flatMap(folder => {
    const base = path.resolve(root, folder);
    if (!fs.existsSync(base)) return [];
    return fs
      .readdirSync(base, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /\.(md|html|ya?ml)$/.test(entry.name))
      .map(entry => path.join(entry.parentPath, entry.name))
      .sort()
      .map(file => specimenOf(path.relative(base, file).replaceAll(path.sep, '/'), fs.readFileSync(file, 'utf8')))
      .filter(({ checked }) => checked.view.contentType !== undefined && checked.view.root !== undefined);
  });
}
