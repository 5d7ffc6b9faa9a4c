// Kinds of single faults, and what they need to break an article in one place.
import type { Article } from '../../server/src/core/article/articleDocument.ts';
import { type Entry, entryOf, type FieldNode, type ScalarNode } from '../../server/src/core/article/nodes.ts';
import { type ArticleView, isTextField, type TextField } from '../../server/src/core/check/articleView.ts';
import type { Finding } from '../../server/src/core/check/runRules.ts';
import type { TextRole } from '../../server/src/core/schema/shape.ts';
import { type Edit, insertion, lineStart, nextLine, type Span, touches } from '../../server/src/core/text.ts';

/** One slip that a curator or a tool may make, and what Masthead has to do about it. */
export interface FaultKind {
  readonly id: string;
  /** The rule that has to find it, and no other. */
  readonly rule: string;
  /** `true`: fixing gives back the original bytes. `false`: no fix that would give anything else may be applied unasked. */
  readonly safe: boolean;
  /** For a kind that is not safe, but whose fix may be applied: why it cannot give back the original bytes. */
  readonly differs?: string;
  /** Breaks an article in one place; `undefined` where it has no such place. */
  inject(subject: Subject): Injection | undefined;
}

export interface Injection {
  readonly edit: Edit;
  /** The token that the finding has to stand on, in the text after the edit. */
  readonly expected: Span;
}

/** An article that is about to be broken. */
export interface Subject {
  readonly article: Article;
  readonly view: ArticleView;
  /** What is wrong with it already. */
  readonly findings: readonly Finding[];
  /** One of some values, another one for each article and kind, but always the same one. */
  pick<T>(values: readonly T[]): T | undefined;
}

/** Replaces a stretch; `<|` and `|>` in the new text enclose the token that is wrong then. */
export function put(span: Span, marked: string): Injection {
  const from = marked.indexOf('<|');
  const to = marked.indexOf('|>') - 2;
  if (from < 0 || to < from) throw new Error(`No marks in ${marked}`);
  const newText = marked.replace('<|', '').replace('|>', '');
  const { start, end } = span;
  return { edit: { start, end, newText }, expected: { start: start + from, end: start + to } };
}

/** Replaces a stretch by a text, all of which is wrong then. */
export function swap({ start, end }: Span, newText: string): Injection {
  return { edit: { start, end, newText }, expected: { start, end: start + newText.length } };
}

/** Replaces a stretch; the token that is wrong then stands elsewhere, at `token` in the text before. */
export function putFar(span: Span, newText: string, token: Span): Injection {
  const edit = { start: span.start, end: span.end, newText };
  return { edit, expected: moved(token, edit) };
}

/** Where a span of the old text stands after an edit. One that encloses the edit grows with it. */
export function moved({ start, end }: Span, edit: Edit): Span {
  const by = edit.newText.length - (edit.end - edit.start);
  if (end <= edit.start && !(start === end && start === edit.end)) return { start, end };
  if (start >= edit.end) return { start: start + by, end: end + by };
  return { start: Math.min(start, edit.start), end: Math.max(end, edit.end) + by };
}

/** Texts of some roles on one line that nothing is wrong with, and that `accepts` says yes to. */
export function texts(
  { article, view, findings }: Subject,
  roles: readonly TextRole[],
  accepts: (source: string, field: TextField) => boolean = () => true,
): readonly TextField[] {
  return view.fields.filter(isTextField).filter(field => {
    const { node, shape } = field;
    if (shape.role === undefined || !roles.includes(shape.role) || node.aliased || node.text.trim() === '') {
      return false;
    }
    const source = sourceOf(article, node);
    if (source.includes('\n') || isTouched(findings, node)) return false;
    return accepts(source, field);
  });
}

export function sourceOf(article: Article, span: Span): string {
  return article.text.slice(span.start, span.end);
}

/** True where something is wrong already, so that a second fault would not be alone. */
export function isTouched(findings: readonly Finding[], span: Span): boolean {
  return findings.some(finding => touches(finding, span));
}

/** What stands between the quotes, or all of a plain token. */
export function inner(node: ScalarNode): Span {
  const quotes = node.style === 'double' || node.style === 'single' ? 1 : 0;
  return { start: node.start + quotes, end: node.end - quotes };
}

/** All places where a pattern matches inside a token; the first group is the place when there is one. */
export function matches(article: Article, span: Span, pattern: RegExp): readonly Span[] {
  const flags = [...new Set(`${pattern.flags}gd`)].join('');
  return [...sourceOf(article, span).matchAll(new RegExp(pattern.source, flags))].map(match => {
    const [start = 0, end = 0] = match.indices?.[1] ?? match.indices?.[0] ?? [];
    return { start: span.start + start, end: span.start + end };
  });
}

/** An entry of the root with a value that nothing is wrong with. */
export function rootEntry({ view, findings }: Subject, name: string): Entry | undefined {
  const entry = entryOf(view.root?.node, name);
  return entry && !isTouched(findings, entry) ? entry : undefined;
}

/** The value of a key of the root, when it is a scalar that nothing is wrong with. */
export function rootScalar(subject: Subject, name: string): ScalarNode | undefined {
  const value = rootEntry(subject, name)?.value;
  return value?.kind === 'scalar' && value.style !== 'empty' && !value.aliased ? value : undefined;
}

/** Where an entry stands. */
export interface Place {
  /** 0 at the top. */
  readonly depth: number;
  /** The entry before it in its mapping. */
  readonly before: Entry | undefined;
  /** It is the only one of its mapping. */
  readonly alone: boolean;
  /** It is the last one of a mapping that stands right in another one. */
  readonly closes: boolean;
}

/** Every entry of every mapping in block style, in the order of the file; what is broken or aliased is left out. */
export function blockEntries({ view }: Subject): readonly { readonly entry: Entry; readonly place: Place }[] {
  return view.fields.flatMap(({ node, path, index: item }) => {
    if (node.kind !== 'map' || node.flow || node.aliased) return [];
    const depth = path === '' ? 0 : path.split(/[.[]/).length;
    return node.entries.map((entry, index) => {
      const { length } = node.entries;
      const closes = item === undefined && index === length - 1;
      return { entry, place: { depth, before: node.entries[index - 1], alone: length === 1, closes } };
    });
  });
}

/** The whole lines that a stretch stands on, with their line ends. */
export function linesOf({ text }: Article, { start, end }: Span): Span {
  return { start: lineStart(text, start), end: nextLine(text, end) };
}

/** Inserts a text. */
export function insertAt(offset: number, newText: string, expected: Span): Injection {
  return { edit: insertion(offset, newText), expected };
}

export function isScalar(node: FieldNode | undefined): node is ScalarNode {
  return node?.kind === 'scalar' && node.style !== 'empty';
}

/** A slip in one text of some roles. */
export function inText(
  id: string,
  rule: string,
  safe: boolean,
  roles: readonly TextRole[],
  accepts: (source: string, field: TextField) => boolean,
  place: (subject: Subject, field: TextField) => Injection | undefined,
): FaultKind {
  return {
    id,
    rule,
    safe,
    inject(subject) {
      const field = subject.pick(texts(subject, roles, accepts));
      return field && place(subject, field);
    },
  };
}

/** A word with two neighbouring letters swapped. */
export const swapAt = (name: string, at: number) =>
  name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);

/** True for a scalar on the line of its key, one blank behind the colon. */
export const isInline = ({ value, key }: Entry, _: Place, { article }: Subject) =>
  isScalar(value) &&
  sourceOf(article, { start: key.end, end: value.start }) === ': ' &&
  !sourceOf(article, value).includes('\n');
export const isQuotedNode = (node: FieldNode | undefined) =>
  isScalar(node) && (node.style === 'double' || node.style === 'single');
