import { type FieldNode, textAt } from '../article/nodes.ts';
import { valueSpan } from '../article/valueSpan.ts';
import { ampUrlOfCdn, cdnAmpUrl } from '../format/amp.ts';
import { readImageUrl } from '../format/imageUrl.ts';
import { readUrl, type UrlDefect } from '../format/url.ts';
import type { Span } from '../text.ts';
import type { ArticleView, TextField } from './articleView.ts';
import { fieldsWith } from './firstLook.ts';
import { type Look, lookFor } from './look.ts';
import { perView } from './perView.ts';
import { Sign } from './sign.ts';
import { nothing } from './whenAny.ts';

/** The rules that speak of addresses. Each defect belongs to one of them, so that nothing is said twice. */
export type UrlRule =
  | 'url-scheme'
  | 'url-unsafe'
  | 'url-blank'
  | 'url-unbalanced'
  | 'url-host'
  | 'url-invalid'
  | 'url-insecure';

/** What is wrong with one address of an article. */
export interface UrlFault {
  readonly field: TextField;
  readonly kind: UrlDefect;
  /** The very part that is wrong, in the file; the whole token with its quotes when it is all of the value. */
  readonly span: Span;
  /** The same part inside the value. */
  readonly part: Span;
  /** The address as it must be, when one right answer exists. */
  readonly repaired: string | undefined;
}

/** The faults that one rule speaks of, in the order of the file. */
export function urlFaultsOf(rule: UrlRule): Look<UrlFault> {
  return lookFor(Sign.oddUrl, view => {
    const faults = faultsOf(view);
    return faults.size === 0 ? nothing : [...faults.values()].filter(fault => OWNERS[fault.kind] === rule);
  });
}

/** What is wrong with the address that a node holds. `undefined`: nothing, or the node holds none. */
export function urlFaultOf(view: ArticleView, node: FieldNode | undefined): UrlFault | undefined {
  return node && faultsOf(view).get(node);
}

/**
 * Every value that is meant to be an address and is a text, in the order of the file. What an alias repeats is reported where it
 * stands.
 */
export function urlFields(view: ArticleView): readonly TextField[] {
  return inOrder([...view.texts('url'), ...view.texts('image-url')].filter(isOwnText));
}

/** Those of `urlFields` that are not plainly good. */
export const oddUrlFields: Look<TextField> = lookFor(
  Sign.oddUrl,
  view => fieldsWith(view, Sign.oddUrl) as readonly TextField[],
);

function isOwnText({ node }: TextField): boolean {
  return typeof node.value === 'string' && !node.aliased;
}

function inOrder(fields: TextField[]): readonly TextField[] {
  return fields.sort((a, b) => a.node.start - b.node.start);
}

const OWNERS: Readonly<Record<UrlDefect, UrlRule | 'empty-value'>> = {
  empty: 'empty-value',
  'unsafe-scheme': 'url-unsafe',
  'other-scheme': 'url-unsafe',
  'blank-around': 'url-blank',
  'blank-inside': 'url-blank',
  'invisible-character': 'url-blank',
  'link-markup': 'url-unbalanced',
  wrapped: 'url-unbalanced',
  'missing-scheme': 'url-scheme',
  'misspelt-scheme': 'url-scheme',
  'doubled-scheme': 'url-scheme',
  'missing-host': 'url-host',
  'host-character': 'url-host',
  'host-label': 'url-host',
  'host-trailing-dot': 'url-host',
  'host-without-dot': 'url-host',
  'host-address': 'url-host',
  port: 'url-host',
  relative: 'url-invalid',
  'not-url': 'url-invalid',
  entity: 'url-invalid',
  'user-info': 'url-invalid',
  backslash: 'url-invalid',
  character: 'url-invalid',
  insecure: 'url-insecure',
};

const faultsOf = perView((view): ReadonlyMap<FieldNode, UrlFault> => {
  const faults = new Map<FieldNode, UrlFault>();
  for (const field of oddUrlFields(view)) {
    const fault = faultOf(view, field);
    if (fault) faults.set(field.node, fault);
  }
  return faults;
});

function faultOf(view: ArticleView, field: TextField): UrlFault | undefined {
  const { node, shape } = field;
  const reading = shape.role === 'image-url' ? readImageUrl(node.text) : readUrl(node.text);
  if (reading.kind === 'valid') return undefined;
  const { kind, span: part } = reading;
  const all = part.start === 0 && part.end === node.text.length;
  const span = all ? { start: node.start, end: node.end } : valueSpan(view.article.text, node, part);
  return { field, kind, span, part, repaired: reading.repaired ?? ampCounterpart(field) };
}

/**
 * What an AMP address of an article must be by the other one, when that one is good: each of the two follows from the other.
 * `undefined` for any other field.
 */
export function ampCounterpart({ name, parent }: TextField): string | undefined {
  const [from, derive] =
    name === 'ampWebUrl' ? ['cdnAmpWebUrl', ampUrlOfCdn] : name === 'cdnAmpWebUrl' ? ['ampWebUrl', cdnAmpUrl] : [];
  const other = from && textAt(parent?.node, from);
  if (other === undefined || readUrl(other).kind !== 'valid') return undefined;
  return derive?.(other);
}
