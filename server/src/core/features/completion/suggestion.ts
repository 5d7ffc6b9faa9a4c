import type { PlainValue } from '../../edits/edits.ts';
import { type Edit, edit, insertion, lineStart } from '../../text.ts';
import type { CardSource, CompletionItem, CompletionKind, CompletionList } from './completionItem.ts';
import { insertValue, type Place } from './place.ts';
import { bestOf, MOST_ITEMS, placeText, type Ranked, rankOf } from './ranking.ts';

/** A value that may stand at the cursor. */
export interface Suggestion {
  readonly value: string | number | boolean;
  /** What the list shows, when it is not the value. */
  readonly label?: string | undefined;
  readonly detail?: string | undefined;
  readonly kind: CompletionKind;
  readonly card?: CardSource | undefined;
  /** Words by which it is found too. */
  readonly keywords?: readonly string[] | undefined;
  /** Follows from what is typed, so that it always answers to it. */
  readonly always?: boolean | undefined;
  /** Other fields of the same mapping that go with it; those that stand there already are left alone. */
  readonly others?: readonly (readonly [name: string, value: PlainValue])[] | undefined;
}

/** Suggestions, in order, as items: all of them when they are few, else the best answers to what is typed. */
export function toList(place: Place, suggestions: readonly Suggestion[], isIncomplete = false): CompletionList {
  const { typed } = place.context;
  if (suggestions.length <= MOST_ITEMS)
    return {
      items: suggestions.map((one, i) => itemOf(place, one, i, rankOfSuggestion(typed, one) ?? 4)),
      isIncomplete,
    };
  const { best, more } = bestOf(ranked(typed, suggestions), MOST_ITEMS);
  return { items: best.map((one, i) => itemOf(place, one, i, 0)), isIncomplete: isIncomplete || more };
}

function* ranked(typed: string, suggestions: readonly Suggestion[]): Iterable<Ranked<Suggestion>> {
  for (const [i, value] of suggestions.entries()) {
    const rank = rankOfSuggestion(typed, value);
    if (rank !== undefined) yield { value, rank, weight: -i };
  }
}

function rankOfSuggestion(typed: string, { always, label, value, keywords = [] }: Suggestion): number | undefined {
  return always ? 0 : rankOf(typed, label ?? String(value), [...keywords, String(value)]);
}

function itemOf(place: Place, suggestion: Suggestion, index: number, rank: number): CompletionItem {
  const { value, detail, kind, card, keywords, always } = suggestion;
  const { edit: main, snippet, moreEdits, typedQuote } = insertValue(place, value);
  const label = suggestion.label ?? String(value);
  const words = [...new Set([label, String(value), ...(keywords ?? [])])].join(' ');
  const text = always && place.context.typed.trim() !== '' ? place.context.typed : words;
  const { above, below } = otherEntries(place, suggestion);
  return {
    label,
    kind,
    detail,
    edit: below === '' ? main : edit(main, main.newText + below),
    snippet,
    moreEdits: [...moreEdits, ...above],
    ...(typedQuote + text !== label && { filterText: typedQuote + text }),
    sortText: placeText(rank, index),
    card,
    continues: false,
  };
}

/** The lines of the fields that go with a value, above or below its own as their order has it. */
function otherEntries(
  place: Place,
  { others = [] }: Suggestion,
): { readonly above: readonly Edit[]; readonly below: string } {
  const { context, article, writer, mapShape, name } = place;
  const none = { above: [], below: '' };
  if (context.slot !== 'value' || context.flow || place.opens || context.path.at(-1) !== name) return none;
  // What is written below starts at the end of the line.
  const tail = context.quote && context.closed ? 1 : 0;
  if (article.text.slice(context.token.end + tail, context.rest.end).trim() !== '' || tail > 0)
    return belowOnly(place, others);
  const order = mapShape?.order ?? [];
  const own = order.indexOf(name);
  const wanted = others.filter(([other]) => !context.keys.includes(other));
  const line = lineStart(article.text, context.token.start);
  const indent = /^[ \t]*/.exec(article.text.slice(line, context.token.start))?.[0] ?? '';
  const above: Edit[] = [];
  let below = '';
  for (const [other, value] of wanted) {
    const lines = writer.entry(other, value).join('');
    const before =
      order.indexOf(other) >= 0 && order.indexOf(other) < own && indent.length === context.column && indent !== '';
    if (before) above.push(insertion(line, block(lines, indent.length, writer.eol, true)));
    else below += writer.eol + block(lines, context.column, writer.eol, false);
  }
  return { above: above.length > 0 ? [insertion(line, above.map(({ newText }) => newText).join(''))] : [], below };
}

/** Behind a closing quote or a comment nothing can be added to the value's own edit: the lines go to the line below. */
function belowOnly(place: Place, others: NonNullable<Suggestion['others']>): ReturnType<typeof otherEntries> {
  const { context, article, writer } = place;
  const wanted = others.filter(([other]) => !context.keys.includes(other));
  const end = context.rest.end;
  const at = article.text.startsWith('\r\n', end) ? end + 2 : end + 1;
  if (wanted.length === 0 || at > article.text.length) return { above: [], below: '' };
  const lines = wanted.map(([name, value]) =>
    block(writer.entry(name, value).join(''), context.column, writer.eol, true),
  );
  return { above: [insertion(at, lines.join(''))], below: '' };
}

function block(lines: string, indent: number, eol: string, ends: boolean): string {
  const blanks = ' '.repeat(indent);
  return blanks + lines.replaceAll('\n', eol + blanks) + (ends ? eol : '');
}
