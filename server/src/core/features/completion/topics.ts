import { textOf } from '../../article/nodes.ts';
import type { SiteView } from '../../check/siteView.ts';
import { type ArticleSummary, markText, markTexts } from '../../index/summary.ts';
import { countOf } from '../countOf.ts';
import type { Place } from './place.ts';
import type { Suggestion } from './suggestion.ts';

/** The topics that the repository knows, in the order of the registry, but those that the list has already. */
export function topicSuggestions(place: Place): readonly Suggestion[] {
  const { site } = place;
  if (!site) return [];
  const taken = new Set(valuesBeside(place));
  // A topic of the registry is no part of itself.
  const own = site.get(place.article.path);
  if (own?.registry === 'topic') taken.add(markText(own, 'title') ?? '');
  // Without a registry what only the article itself names may be no more than half a word.
  const here = new Set(own ? markTexts(own, 'topic') : []);
  const isHalf = (name: string) =>
    here.has(name) && site.withTopic(name).count < 2 && site.topicEntries(name).count === 0;
  return site.knownTopics.filter(name => !taken.has(name) && !isHalf(name)).map(name => suggestionOf(site, name));
}

/** The texts of the other items of the cursor's list. */
export function valuesBeside({ list, context }: Place): readonly string[] {
  const index = context.path.at(-1);
  // An item that has no dash yet comes in addition to all others.
  const own = context.lacksDash ? -1 : index;
  return (list?.items ?? []).flatMap(({ value }, i) => (i === own ? [] : [textOf(value) ?? '']));
}

function suggestionOf(site: SiteView, name: string): Suggestion {
  const [entry] = site.topicEntries(name).list();
  const parent = entry && markText(entry, 'parent');
  const count = countOf(site.withTopic(name).count, 'file');
  return {
    value: name,
    kind: 'topic',
    detail: parent === undefined ? count : `${parent} · ${count}`,
    keywords: entry ? wordsOf(entry) : [],
    card: { kind: 'topic', name },
  };
}

function wordsOf(entry: ArticleSummary): readonly string[] {
  return markTexts(entry, 'shortname', 'keyword', 'hashtag').flatMap(word =>
    word.startsWith('#') ? [word, word.slice(1)] : [word],
  );
}
