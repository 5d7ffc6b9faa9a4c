import type { SilencedSpan } from '../article/suppressions.ts';
import { kindNumber, kindNumberOf, type Mark, type MarkKind, unpack } from './marks.ts';

/** Goes up whenever a summary holds other things, or the same in another way: a stored one of another version is no use. */
export const summaryVersion = 1;

/**
 * What the repository needs to know of one article: cross-file rules, navigation and views live on it, without its text.
 * Plain data: it can be cloned, sent and stored as JSON (where what is `undefined` is left out). Nothing of `secured` is in it.
 */
export interface ArticleSummary {
  /** Relative to the project's root, with `/`. */
  readonly path: string;
  /** Id of the content type. */
  readonly contentType: string | undefined;
  /** Which registry it is an entry of. */
  readonly registry: RegistryName | undefined;
  /** The value of `type`. */
  readonly type: string | undefined;
  /** When it was published, in milliseconds since 1970. */
  readonly date: number | undefined;
  readonly quality: number | undefined;
  readonly heat: number | undefined;
  /** What the file itself says; a site shows what says nothing. `removed: true` counts as `false`. */
  readonly published: boolean | undefined;
  /** How many findings its own text has, by severity; see `countsOf`. */
  readonly findings: number;
  /** Texts of the marks. Web addresses in the normal form of `normalizeUrl`, everything else without needless blanks. */
  readonly values: readonly string[];
  /** Kinds and spans of the marks, packed; see `marksOf`. */
  readonly marks: readonly number[];
  /** Where comments silence rules; `undefined` when they do not. */
  readonly silenced: readonly SilencedSpan[] | undefined;
}

export type RegistryName = 'topic' | 'organization';

/** The marks of some kinds, in the order of the summary. */
export function marksOf(summary: ArticleSummary, ...kinds: readonly MarkKind[]): readonly Mark[] {
  const numbers = kinds.map(kindNumber);
  const found: Mark[] = [];
  for (let i = 0; i < summary.marks.length; i++) {
    const packed = summary.marks[i];
    if (packed !== undefined && numbers.includes(kindNumberOf(packed)))
      found.push(unpack(packed, summary.values[i] ?? ''));
  }
  return found;
}

/** The first mark of a kind. */
export function markOf(summary: ArticleSummary, kind: MarkKind): Mark | undefined {
  const at = indexOfKind(summary, kind);
  return at < 0 ? undefined : unpack(summary.marks[at] ?? 0, summary.values[at] ?? '');
}

/** The text of the first mark of a kind. */
export function markText(summary: ArticleSummary, kind: MarkKind): string | undefined {
  const at = indexOfKind(summary, kind);
  return at < 0 ? undefined : summary.values[at];
}

/** The texts of all marks of some kinds, each once. */
export function markTexts(summary: ArticleSummary, ...kinds: readonly MarkKind[]): readonly string[] {
  const numbers = kinds.map(kindNumber);
  const found: string[] = [];
  for (let i = 0; i < summary.marks.length; i++) {
    const value = summary.values[i];
    if (value === undefined || value === '' || !numbers.includes(kindNumberOf(summary.marks[i] ?? 0))) continue;
    if (!found.includes(value)) found.push(value);
  }
  return found;
}

/** The title of an article, or the name of what it is an entry of; its path where it has neither. */
export function titleOf(summary: ArticleSummary): string {
  return markText(summary, 'title') ?? summary.path;
}

/** A provider as an article names it. */
export interface NamedProvider {
  /** `undefined` when it has none. */
  readonly name: Mark | undefined;
  readonly domain: Mark | undefined;
}

/** The providers of an article, those of its related items included. */
export function providersOf(summary: ArticleSummary): readonly NamedProvider[] {
  const all = marksOf(summary, 'provider', 'domain');
  const providers: NamedProvider[] = [];
  for (let i = 0; i + 1 < all.length; i += 2) {
    const [name, domain] = [all[i], all[i + 1]];
    providers.push({ name: name?.value ? name : undefined, domain: domain?.value ? domain : undefined });
  }
  return providers;
}

/** How an article names its own provider: by its name, else by its domain. */
export function providerNameOf(summary: ArticleSummary): string | undefined {
  const [provider] = providersOf(summary);
  return (provider?.name ?? provider?.domain)?.value;
}

/** A related item as an article names it. */
export interface NamedRelated {
  /** What a finding about it stands on: its address, else the place where it begins. */
  readonly place: Mark;
  /** In normal form. */
  readonly url: string | undefined;
  readonly title: Mark | undefined;
}

/** The related items of an article. */
export function relatedOf(summary: ArticleSummary): readonly NamedRelated[] {
  const items: NamedRelated[] = [];
  for (const mark of marksOf(summary, 'related', 'relatedTitle')) {
    const last = items.at(-1);
    if (mark.kind === 'related') items.push({ place: mark, url: mark.value || undefined, title: undefined });
    else if (last) items[items.length - 1] = { ...last, title: mark };
  }
  return items;
}

/** How many findings an article has, by severity. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly hint: number;
}

/** `findings` of a summary as counts; more than 999 of one severity are counted as 999. */
export function countsOf(findings: number): FindingCounts {
  const at = (place: number) => Math.floor(findings / place) % 1000;
  return { error: at(1e9), warning: at(1e6), info: at(1e3), hint: at(1) };
}

/** Counts as one number; the inverse of `countsOf`. */
export function packCounts({ error, warning, info, hint }: FindingCounts): number {
  const [e, w, i, h] = [error, warning, info, hint].map(count => Math.min(999, count));
  return (((e ?? 0) * 1000 + (w ?? 0)) * 1000 + (i ?? 0)) * 1000 + (h ?? 0);
}

function indexOfKind({ marks }: ArticleSummary, kind: MarkKind): number {
  const number = kindNumber(kind);
  return marks.findIndex(packed => kindNumberOf(packed) === number);
}
