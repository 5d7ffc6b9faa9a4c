import { readDuration } from '../../format/duration.ts';
import { readPrice } from '../../format/price.ts';
import { fileNameParts } from '../../format/slug.ts';
import { say } from '../../say.ts';
import type { Place } from './place.ts';
import type { Suggestion } from './suggestion.ts';

/** Lengths of time: what is typed in another form (`13:34`, `20 min`), and round ones. */
export function durationSuggestions({ context }: Place): readonly Suggestion[] {
  const typed = context.typed.trim();
  const reading = readDuration(typed);
  const round = roundDurations().map(([value, detail]) => ({
    value,
    detail,
    keywords: [detail],
    kind: 'value' as const,
  }));
  if (reading.kind !== 'repairable') return round;
  return [{ value: reading.repaired, detail: say`as typed`, kind: 'value', always: true }, ...round];
}

/** Prices: `Free`, and what is typed in another form. */
export function priceSuggestions({ context }: Place): readonly Suggestion[] {
  const typed = context.typed.trim();
  const reading = readPrice(typed);
  const free: Suggestion = { value: 'Free', kind: 'value' };
  if (reading.kind !== 'repairable' || reading.repaired === 'Free') return [free];
  return [{ value: reading.repaired, detail: say`as typed`, kind: 'value', always: true }, free];
}

/** What the file's name says at the top of an article: its title, a registry entry's key and domain. */
export function fromFileName(
  { article, name, context }: Pick<Place, 'article' | 'name' | 'context'>,
  role: string | undefined,
): readonly Suggestion[] {
  if (context.path.length !== 1) return [];
  const fileName = article.path.slice(article.path.lastIndexOf('/') + 1);
  const base = fileName.replace(/\.[^.]*$/, '').replace(/^\d\d-(?=\D)/, '');
  const suggest = (value: string): readonly Suggestion[] => [{ value, detail: say`from the file name`, kind: 'value' }];
  if (name === '_id') return suggest(base);
  if (role === 'domain') return /^[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(base) ? suggest(base) : [];
  const words = fileNameParts(fileName)?.slug.replaceAll('-', ' ').trim();
  return role === 'title' && words ? suggest(words.charAt(0).toUpperCase() + words.slice(1)) : [];
}

function roundDurations(): readonly (readonly [value: string, detail: string])[] {
  return [
    ['PT5M', say`5 minutes`],
    ['PT10M', say`10 minutes`],
    ['PT15M', say`15 minutes`],
    ['PT20M', say`20 minutes`],
    ['PT30M', say`30 minutes`],
    ['PT45M', say`45 minutes`],
    ['PT1H', say`1 hour`],
    ['PT1H30M', say`1 hour 30 minutes`],
    ['PT2H', say`2 hours`],
    ['PT4H', say`4 hours`],
    ['PT8H', say`8 hours`],
  ];
}
