import type { PlainValue } from '../../edits/edits.ts';
import { say } from '../../say.ts';
import type { FieldShape, MapShape, Shape } from '../../schema/shape.ts';
import { lineStart, nextLine } from '../../text.ts';
import { typeOf } from '../cards/fieldCard.ts';
import type { CompletionItem } from './completionItem.ts';
import { fieldPath, type Insertion, insertLines, type Place } from './place.ts';
import { blockOf, domainOfArticle, providerOf } from './providers.ts';
import { placeText } from './ranking.ts';
import type { Template } from './template.ts';
import { urlSuggestions } from './urls.ts';

/** The keys that a mapping may still get, the required first, in canonical order, each with its value's shape. */
export function keyItems(place: Place, shape: MapShape, names: readonly string[] = []): readonly CompletionItem[] {
  const { context, view } = place;
  const present = new Set(context.keys);
  const fields = [
    ...shape.fields.values(),
    ...names.filter(name => !shape.fields.has(name)).map(name => fieldOf(shape, name)),
  ];
  const isConfig = view.contentType?.shape.role === 'config';
  return fields.flatMap((field, i): readonly CompletionItem[] => {
    const { name, required } = field;
    // Nobody here can make the publisher's ciphertext.
    // Lines that stand below already are the value.
    const fits = context.block === undefined || field.shape.kind === context.block || field.shape.kind === 'any';
    if (!fits || present.has(name) || (field.shape.kind === 'text' && field.shape.role === 'secured')) return [];
    const isRule = isConfig && fieldPath(context.path).at(-1) === 'rules';
    return [
      {
        label: name,
        kind: isRule ? 'rule' : names.includes(name) ? 'content-type' : 'field',
        detail: typeOf(field.shape, required).replaceAll('`', ''),
        ...insertKey(place, field, shape),
        sortText: placeText(required ? 2 : 3, i),
        card: isRule ? { kind: 'rule', id: name } : { kind: 'field', path: [...fieldPath(context.path), name] },
        continues: !context.colon && context.block === undefined && continues(field.shape),
      },
    ];
  });
}

/** A whole mapping, or a list item that is one, with all that it must have. */
export function wholeItem(place: Place, shape: MapShape): CompletionItem | undefined {
  const { context, writer, name, opens } = place;
  const required = [...shape.fields.values()].filter(field => field.required);
  if (required.length < 2 || context.path.length === 0) return undefined;
  const dash = opens === 'list' || context.lacksDash;
  const body = dash ? writer.emptyItem(name, shape) : writer.emptyMap(shape);
  return {
    label: required.map(field => field.name).join(', '),
    kind: 'field',
    detail: say`all that it must have`,
    ...insertLines(place, body, true),
    sortText: placeText(1, 0),
    card: { kind: 'field', path: fieldPath(context.path) },
    continues: true,
  };
}

function fieldOf(shape: MapShape, name: string): FieldShape {
  return { name, shape: shape.rest ?? { kind: 'any', examples: [] }, required: false };
}

function insertKey(place: Place, field: FieldShape, shape: MapShape): Insertion & { readonly filterText?: string } {
  const { context, writer, opens } = place;
  const { name } = field;
  const { colon, quote, closed, token } = context;
  if (context.block !== undefined && !colon && quote === undefined) return insertLines(place, [`${name}:`], true);
  if (colon) return insertLines(place, [`${quote === undefined && writer.json ? `"${name}"` : name}`], true);
  const entry = writer.emptyEntry(name, field.shape, known => knownValue(place, known, field.shape));
  if (quote !== undefined) {
    // The colon and the value stand behind the quotes.
    const whole = { start: token.start - 1, end: token.end + (closed ? 1 : 0) };
    const bare = { ...place, context: { ...context, token: whole, quote: undefined } };
    return { ...insertLines(bare, entry, true), filterText: quote + name };
  }
  const dash = (context.lacksDash || opens === 'list') && !context.flow ? '- ' : '';
  const body: Template =
    dash === ''
      ? entry
      : [dash, ...entry.map(part => (typeof part === 'string' ? part.replaceAll('\n', '\n  ') : part))];
  return insertLines(place, isSetOff(place, name, shape) ? ['\n', ...body] : body, true);
}

/** True when the file sets its sections off by blank lines and none stands above this one yet. */
function isSetOff({ article, context }: Place, name: string, shape: MapShape): boolean {
  if (!shape.sections.has(name) || context.path.length > 0 || context.flow || context.column > 0 || context.indent)
    return false;
  const { text, block } = article;
  const line = lineStart(text, context.token.start);
  const above = text.slice(block?.content.start ?? 0, line);
  if (above.trim() === '' || /\n[ \t]*\r?\n$/.test(above) || context.lacksDash) return false;
  const content = above + text.slice(nextLine(text, context.token.end), block?.content.end);
  const sections = [...content.matchAll(/(\n[ \t]*\r?)?\n([\w$-]+):/g)].filter(found =>
    shape.sections.has(found[2] ?? ''),
  );
  return sections.length === 0 || sections.some(found => found[1] !== undefined);
}

/** What a field that is added holds for sure, by what stands beside it. */
function knownValue(place: Place, name: string, shape: Shape): PlainValue | undefined {
  const { site, map, view, context } = place;
  if (shape.kind === 'text' && shape.role === 'url') {
    const [first] = urlSuggestions({ name, map, site, view });
    return typeof first?.value === 'string' ? first.value : undefined;
  }
  if (place.mapShape?.role === 'provider' && site) return providerPart(place, name);
  if (shape.kind === 'map' && shape.role === 'provider' && site && name === 'provider') {
    const item = context.path.length > 0 ? context.path : [];
    const domain = domainOfArticle({ view, site, context: { ...context, path: [...item, name] } });
    if (domain === undefined || site.withDomain(domain).count === 0) return undefined;
    return blockOf(site, providerOf(site, domain), shape.fields.has('images') && item.length === 0);
  }
  return undefined;
}

/** A provider's name by its domain, and the other way round where only one goes with it. */
function providerPart({ site, map, context }: Place, name: string): PlainValue | undefined {
  const text = (key: string) => {
    const node = map?.entries.find(entry => entry.name === key)?.value;
    return context.keys.includes(key) && node?.kind === 'scalar' && node.text.trim() !== ''
      ? node.text.trim()
      : undefined;
  };
  const domain = text('domain')?.toLowerCase();
  if (name === 'name' && domain !== undefined) return site?.leadingName(domain)?.name;
  const own = text('name');
  if (name !== 'domain' || own === undefined || !site) return undefined;
  const fitting: string[] = [];
  for (const one of site.domains())
    if (site.nameUses(one, own) > 0 || providerOf(site, one).name === own) fitting.push(one);
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** True when values can be suggested where a new field's cursor stands. */
function continues(shape: Shape): boolean {
  if (shape.kind === 'list') return continues(shape.item) || shape.item.kind === 'map';
  if (shape.kind === 'map') return true;
  if (shape.kind !== 'text') return false;
  return suggestive.has(shape.role) || (shape.values !== undefined && shape.values.length > 1);
}

const suggestive: ReadonlySet<string | undefined> = new Set([
  'topic',
  'date-time',
  'url',
  'domain',
  'duration',
  'price',
  'item-path',
  'glob',
]);
