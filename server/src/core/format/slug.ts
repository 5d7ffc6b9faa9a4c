import { daysIn } from './calendar.ts';

/** The parts of `2022-05-11-27-rights-groups.md`. */
export interface FileNameParts {
  /** `YYYY-MM-DD`, a date that exists. */
  readonly date: string;
  readonly slug: string;
}

/**
 * The slug that the publisher gives a title: lower case, accents taken off (`Pokémon` gives `pokemon` in the one real file that has
 * any), all but `a-z 0-9 space -` dropped, runs of spaces and hyphens made one `-`, cut at the end of a word after 150 characters.
 * Empty for a title without a Latin letter or a digit.
 */
export function slugOf(title: string): string {
  const slug = fullSlug(title, true);
  return slug.length <= LONGEST ? slug : cut(slug);
}

/** Splits a news file's name, with or without its folder; `undefined` when it is not `YYYY-MM-DD-slug.md` with a real date. */
export function fileNameParts(fileName: string): FileNameParts | undefined {
  const start = lastSlash(fileName) + 1;
  const dot = fileName.lastIndexOf('.');
  const date = fileName.slice(start, start + 10);
  if (dot < start + 12 || fileName.charCodeAt(start + 10) !== HYPHEN || !DATE.test(date)) return undefined;
  if (!EXTENSIONS.includes(fileName.slice(dot))) return undefined;
  const [year, month, day] = [digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10)];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return { date, slug: fileName.slice(start + 11, dot) };
}

/**
 * True when a file's slug belongs to a title. More lenient than `slug === slugOf(title)`, as the real files are: accented letters
 * may have lost their accent or have been dropped, and a long slug may end after any whole word.
 */
export function slugMatchesTitle(slug: string, title: string): boolean {
  if (isSlugOfPlain(slug, title)) return true;
  return [fullSlug(title, true), fullSlug(title, false)].some(
    full => slug === full || slug === cut(full) || (slug.length >= SHORTEST_CUT && full.startsWith(`${slug}-`)),
  );
}

const DATE = /^\d{4}-\d\d-\d\d$/;
const EXTENSIONS = ['.md', '.markdown', '.html'];

/** The number of a stretch of digits: faster than by way of a string. */
function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + text.charCodeAt(at) - ZERO;
  return value;
}

const ZERO = 48;

/**
 * True only when a slug is the whole one of a title, as nearly all are. Compares letter by letter, without making the slug;
 * a title with a letter outside ASCII is for `fullSlug` to judge.
 */
export function isSlugOfPlain(slug: string, title: string): boolean {
  let length = 0;
  let apart = false;
  for (let at = 0; at < title.length; at++) {
    let code = title.charCodeAt(at);
    if (code >= 65 && code <= 90) code += 32;
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) {
      if (apart && length > 0 && slug.charCodeAt(length++) !== HYPHEN) return false;
      if (slug.charCodeAt(length++) !== code) return false;
      apart = false;
    } else if (code === SPACE || code === HYPHEN) apart = true;
    // Typographic quotation marks and dashes are dropped as all other signs are.
    else if (code > 127 && (code < 0x2010 || code > 0x2027)) return false;
  }
  return length === slug.length;
}

const SPACE = 32;
const HYPHEN = 45;

const LONGEST = 150;
/** The shortest cut slug among the real files has 138 characters. */
const SHORTEST_CUT = 120;

function fullSlug(title: string, accentsOff: boolean): string {
  return (accentsOff ? title.normalize('NFD').replace(/[\u0300-\u036f]/g, '') : title)
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replace(/[ -]+/g, '-')
    .replace(/^-|-$/g, '');
}

function cut(slug: string): string {
  if (slug.length <= LONGEST) return slug;
  const end = slug.lastIndexOf('-', LONGEST);
  return slug.slice(0, end > 0 ? end : LONGEST);
}

function lastSlash(path: string): number {
  return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
}
