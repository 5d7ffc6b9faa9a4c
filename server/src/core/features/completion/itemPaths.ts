import { folderOf, itemExtensions, itemStem, stemOf } from '../../index/paths.ts';
import { markText } from '../../index/summary.ts';
import type { Place } from './place.ts';
import type { Suggestion } from './suggestion.ts';
import { valuesBeside } from './topics.ts';

/** The files that a collection may hold, by path and title, but those that it holds already and itself. */
export function itemSuggestions(place: Place): readonly Suggestion[] {
  const { site, article } = place;
  if (!site) return [];
  const base = itemStem(article.path, '');
  const taken = new Set(valuesBeside(place));
  const found: Suggestion[] = [];
  const own = folderOf(article.path);
  // Collections hold other things than collections, as a rule.
  const last = (folder: string) => (folder === own ? 1 : 0);
  const folders = [...site.folders()].filter(folder => `${folder}/`.startsWith(base) && `${folder}/` !== base);
  for (const folder of folders.sort((a, b) => last(a) - last(b) || (a < b ? -1 : 1))) {
    for (const name of site.filesIn(folder)) {
      const path = `${folder}/${name}`;
      if (path === article.path || !itemExtensions.some(extension => name.endsWith(extension))) continue;
      const value = stemOf(path).slice(base.length);
      if (taken.has(value)) continue;
      const summary = site.get(path);
      const title = summary && markText(summary, 'title');
      found.push({
        value,
        detail: title,
        kind: 'file',
        ...(title !== undefined && { keywords: [title] }),
        ...(summary && { card: { kind: 'article', path } }),
      });
    }
  }
  return found;
}
