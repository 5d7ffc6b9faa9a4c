import fs from 'node:fs';
import path from 'node:path';
import { type Article, parseArticle } from '../core/article/articleDocument.ts';
import { type FileKind, fileKindOf } from '../core/article/frontMatter.ts';
import { noAddress, readSiteAddress, type SiteAddress } from '../core/index/siteAddress.ts';
import { fullPath, type ProjectFolder } from './projects.ts';
import { readFrontMatter } from './readFrontMatter.ts';
import { readText } from './readText.ts';

/** What a file turned out to be. */
export type ReadArticle =
  | { readonly kind: 'article'; readonly article: Article }
  /** Nothing to check: another kind of file, or one that the project excludes. */
  | { readonly kind: 'none' }
  | { readonly kind: 'not-utf8' }
  /** It cannot be read, or is gone. */
  | { readonly kind: 'unreadable' };

/**
 * Reads the front matter of one file of a project.
 *
 * @param relative its path in the project
 * @param named the user named this very file: nothing excludes it
 */
export function readArticle(folder: ProjectFolder, relative: string, named = false): ReadArticle {
  const kind = kindToRead(folder, relative, named);
  if (kind === undefined) return { kind: 'none' };
  try {
    const text = readFrontMatter(fullPath(folder, relative), kind);
    if (text === undefined) return { kind: 'not-utf8' };
    return { kind: 'article', article: parseArticle(relative, text, kind) };
  } catch {
    return { kind: 'unreadable' };
  }
}

/** The kind of a file that may be an article; `undefined` when nobody wants it read. Parameters as above. */
export function kindToRead({ project }: ProjectFolder, relative: string, named = false): FileKind | undefined {
  const kind = fileKindOf(relative);
  if (!kind || named) return kind;
  return project.ignores(relative) || (kind === 'yaml' && !project.claims(relative)) ? undefined : kind;
}

/** The article with the whole text of the file, to change it. */
export function readWholeArticle({ root }: ProjectFolder, relative: string): Article | undefined {
  const text = readText(path.join(root, relative));
  return text === undefined ? undefined : parseArticle(relative, text);
}

/** Where the site of a project stands, by the `_config.yml` at its root. */
export function readAddress({ root }: ProjectFolder): SiteAddress {
  const file = path.join(root, '_config.yml');
  if (!fs.existsSync(file)) return noAddress;
  return readSiteAddress(parseArticle('_config.yml', readText(file) ?? '', 'yaml'));
}
