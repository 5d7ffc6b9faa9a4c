import type { ArticleView, TextField } from '../check/articleView.ts';
import { readDateTime } from '../format/dateTime.ts';
import { hostOf } from '../format/domain.ts';
import { relativeTime } from '../format/relativeTime.ts';
import { itemStem } from '../index/paths.ts';
import { markText } from '../index/summary.ts';
import type { Span } from '../text.ts';
import { countOf } from './countOf.ts';
import { registryOf } from './entity.ts';
import type { InlayHintKind } from './inlayHintKinds.ts';
import { shortened } from './markdown.ts';
import { topicUses } from './topicUses.ts';

/** A word that the editor shows behind a value, though it does not stand in the file. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly kind: InlayHintKind;
}

/** The hints of a stretch of an article, by position. What is wrong gets none: its finding says more. */
export function inlayHints(view: ArticleView, span: Span, kinds: ReadonlySet<InlayHintKind>): readonly InlayHint[] {
  const found: InlayHint[] = [];
  const add = (
    kind: InlayHintKind,
    fields: readonly TextField[],
    labelOf: (field: TextField) => string | undefined,
  ) => {
    if (!kinds.has(kind)) return;
    for (const field of fields) {
      const { node } = field;
      if (node.aliased || node.end < span.start || node.end > span.end) continue;
      const label = labelOf(field);
      if (label !== undefined) found.push({ offset: node.end, label, kind });
    }
  };
  add('age', view.texts('date-time'), ({ node }) => ageOf(view, node.text));
  add('topics', view.texts('topic'), field => usesOf(view, field));
  add('items', view.texts('item-path'), ({ node }) => titleOf(view, node.text));
  add('hosts', [...view.texts('url'), ...view.texts('image-url')], ({ node }) =>
    node.text.length < LONG ? undefined : hostOf(node.text)?.replace(/^www\./, ''),
  );
  return found.sort((a, b) => a.offset - b.offset);
}

/** A longer address does not fit on a screen with the rest of its line. */
const LONG = 100;

function ageOf({ now }: ArticleView, text: string): string | undefined {
  const reading = readDateTime(text.trim());
  return 'epochMs' in reading ? relativeTime(reading.epochMs, now) : undefined;
}

function usesOf(view: ArticleView, { node, index }: TextField): string | undefined {
  const { site } = view;
  const name = node.text.trim().replace(/\s+/g, ' ');
  // In a registry entry it names the topic above, whose own entry counts.
  if (!site || (index === undefined && registryOf(view) === 'topic')) return undefined;
  if (site.topics.length > 0 && site.topicEntries(name).count === 0) return undefined;
  return countOf(topicUses(site, name), 'article');
}

function titleOf({ article, site }: ArticleView, text: string): string | undefined {
  const path = site?.itemFile(itemStem(article.path, text.trim()));
  const other = path === undefined ? undefined : site?.get(path);
  const title = other && markText(other, 'title');
  return title === undefined ? undefined : shortened(title, 60);
}
