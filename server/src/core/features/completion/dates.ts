import { formatDateTime, readDateTime } from '../../format/dateTime.ts';
import { fileNameParts } from '../../format/slug.ts';
import { type ArticleSummary, markText } from '../../index/summary.ts';
import { say } from '../../say.ts';
import type { Place } from './place.ts';
import type { Suggestion } from './suggestion.ts';

/** The moments that an article may carry: what is typed in another form, the day of the file's name, those of its neighbours, now. */
export function dateSuggestions(place: Place): readonly Suggestion[] {
  const { view, context } = place;
  const found: Suggestion[] = [];
  const add = (value: string, detail: string, always = false) => {
    if (!found.some(one => one.value === value)) found.push({ value, detail, kind: 'date', ...(always && { always }) });
  };
  const typed = context.typed.trim();
  const reading = typed === '' ? undefined : readDateTime(typed);
  const repaired = reading && 'repaired' in reading ? reading.repaired : undefined;
  if (repaired !== undefined) add(repaired, say`as typed`, true);
  const atTop = context.path.length === 1;
  const named = fileNameParts(view.article.path)?.date;
  if (named !== undefined && atTop) add(`${named}T00:00:00Z`, say`day of the file name`);
  if (atTop) add(formatDateTime(view.now), say`now`);
  for (const article of neighbours(place, named)) {
    const title = markText(article, 'title') ?? '';
    add(formatDateTime(article.date ?? 0), title.length > 50 ? `${title.slice(0, 49)}…` : title);
  }
  if (!atTop) add(formatDateTime(view.now), say`now`);
  return found;
}

/** The newest articles of the day, else of the days before it. */
function neighbours({ site, view }: Place, named: string | undefined): readonly ArticleSummary[] {
  if (!site) return [];
  const reading = named === undefined ? undefined : readDateTime(named);
  const from = Math.floor((reading && 'epochMs' in reading ? reading.epochMs : view.now) / DAY);
  const found: ArticleSummary[] = [];
  for (let day = from; day > from - DAYS_BACK && found.length < MOST; day--) {
    const there = site
      .onDay(day)
      .list()
      .filter(({ path, date }) => path !== view.article.path && date !== undefined);
    found.push(...there.sort((a, b) => (b.date ?? 0) - (a.date ?? 0)));
  }
  return found.slice(0, MOST);
}

const DAY = 86_400_000;
const DAYS_BACK = 14;
const MOST = 4;
