import { say } from '../say.ts';
import { nextLine, type Span } from '../text.ts';
import { type FileKind, type FrontMatterBlock, fileKindOf, findFrontMatter, openingFence } from './frontMatter.ts';
import { type FieldNode, isSecured } from './nodes.ts';
import type { SyntaxProblem } from './problem.ts';
import { readContent, readFencedContent } from './readContent.ts';
import { hideRepeatedSecured } from './repeatedSecured.ts';
import { readUnclosed } from './unclosed.ts';

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
  const opening = kind === 'yaml' ? undefined : openingFence(text);
  const fenced = opening && readFencedContent(text, nextLine(text, opening.start));
  if (fenced) {
    const { root, content } = fenced;
    const closing = { start: content.end, end: content.end + 3 };
    return { path, text, kind, block: { opening, content, closing }, root, problems: [] };
  }
  return parseUnusual(path, text, kind);
}

/** Reads any article file: first its fences, then what stands between them. */
function parseUnusual(path: string, text: string, kind: FileKind): Article {
  const block = findFrontMatter(text, kind);
  if (!block) return { path, text, kind, block, root: undefined, problems: [] };
  const { opening, content, closing } = block;
  const { root, problems } =
    opening && !closing
      ? readUnclosed(text, opening, content)
      : readContent(text, content, opening ?? { start: content.start, end: Math.min(content.start + 1, content.end) });
  const shown = root && hideRepeatedSecured(text, block, root);
  return {
    path,
    text,
    kind,
    block,
    root: shown,
    problems: problems.length > 0 ? protect(text, root, problems) : problems,
  };
}

/** No message shows a part of a secured value, and no fix changes one: only its publisher can make it. */
function protect(
  text: string,
  root: FieldNode | undefined,
  problems: readonly SyntaxProblem[],
): readonly SyntaxProblem[] {
  const secured = securedValues(text, root);
  if (secured.length === 0) return problems;
  return problems.map(problem => {
    const { code, start, end, fix } = problem;
    if (secured.some(value => value.start <= start && start < value.end)) {
      const message = say`The value of “secured” is no YAML any more: take it from where it came again.`;
      return { code, start, end, message };
    }
    const touched = fix?.edits.some(edit => secured.some(value => edit.start < value.end && value.start < edit.end));
    return touched ? { code, start, end, message: problem.message } : problem;
  });
}

/** From behind the colon, as an anchor or tag may stand before the value. */
function securedValues(text: string, node: FieldNode | undefined): Span[] {
  if (node?.kind === 'list') return node.items.flatMap(item => securedValues(text, item.value));
  if (node?.kind !== 'map') return [];
  return node.entries.flatMap(entry => {
    if (!isSecured(entry.name)) return securedValues(text, entry.value);
    const behind = /^[ \t]*:?[ \t]*/.exec(text.slice(entry.key.end, entry.end))?.[0].length ?? 0;
    return [{ start: Math.min(entry.key.end + behind, entry.value.start), end: entry.end }];
  });
}
