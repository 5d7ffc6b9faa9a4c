import { type FileKind, type FrontMatterBlock, fileKindOf, findFrontMatter } from './frontMatter.ts';
import type { FieldNode } from './nodes.ts';
import type { SyntaxProblem } from './problem.ts';
import { readYaml } from './yamlReader.ts';

/** An article file as read: its text, where its front matter stands, what is in it, and what is wrong with its YAML. */
export interface Article {
  /** Relative to the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly kind: FileKind;
  /** `undefined` when the file has no front matter: then it is no article. */
  readonly block: FrontMatterBlock | undefined;
  /** `undefined` when the front matter holds nothing but blanks and comments. */
  readonly root: FieldNode | undefined;
  /** By position. */
  readonly problems: readonly SyntaxProblem[];
}

/** Reads an article file. Never throws, whatever the text. */
export function parseArticle(path: string, text: string, kind: FileKind = fileKindOf(path) ?? 'markdown'): Article {
  const block = findFrontMatter(text, kind);
  if (!block) return { path, text, kind, block, root: undefined, problems: [] };
  const { root, problems } = readYaml(text, block.content);
  return { path, text, kind, block, root, problems };
}
