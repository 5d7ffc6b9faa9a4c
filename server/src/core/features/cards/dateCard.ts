import { civilOf, weekdayOf } from '../../format/calendar.ts';
import { type DateReading, formatDateTime, utcDate } from '../../format/dateTime.ts';
import { relativeTime } from '../../format/relativeTime.ts';
import { say } from '../../say.ts';
import { bullets, inlineCode, paragraphs } from '../markdown.ts';
import type { CardHost } from './cardHost.ts';

/** A date as an article gives it. */
export interface NamedDate {
  /** As it is written. */
  readonly text: string;
  readonly reading: DateReading;
  /** It stands in quotes, or as a block. */
  readonly isQuoted: boolean;
  /** It is the date of the article itself, not of a related item. */
  readonly isOwn: boolean;
  /** The article says `published: false` or is taken down. */
  readonly isHidden: boolean;
  /** The day in the file's name, `YYYY-MM-DD`. */
  readonly fileDay: string | undefined;
}

/** A moment, as Markdown: in UTC, on the reader's clock, how long ago, and what Jekyll makes of it. */
export function dateCard(date: NamedDate, now: number, host: CardHost): string | undefined {
  const { reading } = date;
  if (!('epochMs' in reading)) {
    const repaired = 'repaired' in reading ? reading.repaired : undefined;
    return repaired === undefined ? undefined : say`Probably ${inlineCode(repaired)}`;
  }
  const { epochMs } = reading;
  const offset = host.utcOffset(epochMs);
  return paragraphs(
    `**${longTime(epochMs)} UTC** · ${relativeTime(epochMs, now)}`,
    bullets([
      offset === undefined || offset === 0
        ? undefined
        : say`Here: ${longTime(epochMs + offset * 60_000)} (UTC${sign(offset)})`,
      readingLine(reading),
      ...jekyllLines(date, epochMs, now),
    ]),
  );
}

function readingLine(reading: DateReading): string | undefined {
  if (reading.kind === 'no-zone') return say`No zone: read as UTC, ${inlineCode(reading.repaired)}`;
  if (reading.kind === 'date-only')
    return say`No time: read as the start of the day in UTC, ${inlineCode(reading.repaired)}`;
  if (reading.kind === 'valid' && reading.zone !== 'Z')
    return say`The same as ${inlineCode(formatDateTime(reading.epochMs))}`;
  return undefined;
}

/** Jekyll reads YAML with Psych, which makes a time of an unquoted date, and leaves out what lies in the future (`future: false`). */
function jekyllLines(date: NamedDate, epochMs: number, now: number): string[] {
  const { isOwn, isHidden, fileDay } = date;
  const lines = [say`Jekyll reads it as ${jekyllType(date)}`];
  if (!isOwn) return lines;
  if (isHidden) lines.push(say`Jekyll leaves the item out: it is not to be published`);
  else if (epochMs > now) lines.push(say`Jekyll leaves the item out until then`);
  if (fileDay !== undefined) lines.push(dayLine(fileDay, epochMs));
  return lines;
}

/** Source: Psych, `scalar_scanner.rb`. A time needs its seconds. */
function jekyllType({ text, isQuoted }: NamedDate): string {
  if (isQuoted) return say`a text, because of its quotes`;
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(text)) return say`a day`;
  const isTime =
    /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d\d:\d\d(?:\.\d*)?(?:\s*(?:Z|[-+]\d{1,2}:?(?:\d\d)?))?$/.test(text);
  return isTime ? say`a time` : say`a text`;
}

/** Real files are named after the UTC date of the item or the day after. */
function dayLine(fileDay: string, epochMs: number): string {
  if (fileDay === utcDate(epochMs)) return say`The file is named after this day, ${inlineCode(fileDay)}`;
  if (fileDay === utcDate(epochMs + 86_400_000))
    return say`The file is named after the next day, ${inlineCode(fileDay)}`;
  return say`The file is named after another day, ${inlineCode(fileDay)}`;
}

/** `Tuesday, 12 May 2026, 09:30`; seconds only when there are some. */
function longTime(epochMs: number): string {
  const days = Math.floor(epochMs / 86_400_000);
  const { year, month, day } = civilOf(days);
  const time = formatDateTime(epochMs).slice(11, 19).replace(/:00$/, '');
  return say`${weekdays()[weekdayOf(days)] ?? ''}, ${day} ${months()[month - 1] ?? ''} ${year}, ${time}`;
}

function sign(offset: number): string {
  const minutes = Math.abs(Math.round(offset));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${offset < 0 ? '−' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function weekdays(): readonly string[] {
  return say`Sunday Monday Tuesday Wednesday Thursday Friday Saturday`.split(' ');
}

function months(): readonly string[] {
  return say`January February March April May June July August September October November December`.split(' ');
}
