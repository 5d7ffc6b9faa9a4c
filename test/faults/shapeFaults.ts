// Slips in keys, types, numbers, booleans, and what is missing or empty.
import { type Entry, nodeAt, type ScalarNode } from '../../server/src/core/article/nodes.ts';
import { type Field, isMapField, isTextField, type MapField } from '../../server/src/core/check/articleView.ts';
import type { NumberShape, Shape } from '../../server/src/core/schema/shape.ts';
import {
  type FaultKind,
  type Injection,
  insertAt,
  isScalar,
  isTouched,
  linesOf,
  putFar,
  rootEntry,
  type Subject,
  sourceOf,
  swap,
  texts,
} from './fault.ts';

/** A key of a mapping in block style that stands alone on its line, with what its shape says. */
interface Known {
  readonly map: MapField;
  readonly entry: Entry;
  readonly shape: Shape;
  readonly required: boolean;
}

function knownKeys({ view, findings }: Subject): readonly Known[] {
  return view.fields.filter(isMapField).flatMap(map => {
    if (map.node.flow || map.node.aliased) return [];
    return map.node.entries.flatMap(entry => {
      const field = map.shape.fields.get(entry.name);
      if (
        !field ||
        isTouched(findings, entry.value.kind === 'scalar' ? entry : entry.key) ||
        map.node.entries.some(one => one !== entry && one.name === entry.name)
      )
        return [];
      return [{ map, entry, shape: field.shape, required: field.required }];
    });
  });
}

/** A slip in one key. The value of `secured` stays where it is, whatever its key says. */
function key(id: string, change: (name: string) => string | undefined, least = 4): FaultKind {
  return {
    id,
    rule: 'unknown-field',
    safe: true,
    inject(subject) {
      const known = subject.pick(
        knownKeys(subject).filter(({ entry, map }) => {
          const changed = entry.name.length >= least ? change(entry.name) : undefined;
          // A slip may hit upon another key.
          return changed !== undefined && changed !== entry.name && !map.shape.fields.has(changed);
        }),
      );
      const changed = known && change(known.entry.name);
      return known && changed !== undefined ? swap(known.entry.key, changed) : undefined;
    },
  };
}

const swapAt = (name: string, at: number) =>
  name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);

const keys: readonly FaultKind[] = [
  key('key-letters-swapped', name => swapAt(name, 1)),
  key('key-last-letters-swapped', name => swapAt(name, name.length - 2)),
  key('key-letter-lost', name => name.slice(0, 2) + name.slice(3)),
  key('key-letter-doubled', name => name.slice(0, 3) + name.charAt(2) + name.slice(3)),
  key('key-letter-replaced', name => `${name.slice(0, 2)}x${name.slice(3)}`, 5),
  key('key-capital', name => name.charAt(0).toUpperCase() + name.slice(1)),
  key('key-lower-case', name => name.toLowerCase()),
  key('key-hyphens', name => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)),
  key('key-underscores', name => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)),
  key('key-other-number', name => (name.endsWith('s') ? name.slice(0, -1) : `${name}s`)),
  {
    id: 'key-that-nobody-knows',
    rule: 'unknown-field',
    safe: false,
    inject(subject) {
      const entry = rootEntry(subject, 'type');
      if (!entry || subject.view.root?.shape.rest) return undefined;
      const at = linesOf(subject.article, entry).end;
      return insertAt(at, 'weather: fair\n', { start: at, end: at + 7 });
    },
  },
];

/** A scalar on a line of its own, its key first. */
const isLine = ({ article }: Subject, { entry }: Known) =>
  isScalar(entry.value) &&
  /^[ ]*$/.test(sourceOf(article, { start: linesOf(article, entry).start, end: entry.start })) &&
  !sourceOf(article, entry).includes('\n') &&
  sourceOf(article, linesOf(article, entry)).endsWith('\n');

const duplicates: readonly FaultKind[] = [
  {
    id: 'key-twice',
    rule: 'duplicate-key',
    safe: true,
    inject(subject) {
      const known = subject.pick(
        knownKeys(subject).filter(one => isLine(subject, one) && one.entry.name !== 'secured'),
      );
      return known && again(subject, known, sourceOf(subject.article, linesOf(subject.article, known.entry)));
    },
  },
  {
    id: 'key-twice-with-two-values',
    rule: 'duplicate-key',
    safe: false,
    inject(subject) {
      const known = subject.pick(
        knownKeys(subject).filter(
          one => isLine(subject, one) && /^(?:quality|heat|members|count)$/.test(one.entry.name),
        ),
      );
      const line = known && sourceOf(subject.article, linesOf(subject.article, known.entry));
      const other = line?.replace(/\d+\n$/, digits => `${(Number(digits) + 1) % 200}\n`);
      return known && other !== undefined ? again(subject, known, other) : undefined;
    },
  },
];

function again({ article }: Subject, { entry }: Known, line: string): Injection {
  const { start, end } = linesOf(article, entry);
  const by = end - start;
  return insertAt(end, line, { start: entry.key.start + by, end: entry.key.end + by });
}

/** Removes the line of one required field. */
function missing(id: string, safe: boolean, accepts: (known: Known) => boolean): FaultKind {
  return {
    id,
    rule: 'required-field',
    safe,
    inject(subject) {
      const { article, view } = subject;
      // Nothing is said to be missing where lines do not read.
      if (article.problems.length > 0) return undefined;
      const known = subject.pick(
        knownKeys(subject).filter(
          one => one.required && one.map.node.entries.length > 1 && isLine(subject, one) && accepts(one),
        ),
      );
      if (!known) return undefined;
      const { map, entry } = known;
      const lines = linesOf(article, entry);
      if (map === view.root) {
        const opening = article.block?.opening;
        // Without a fence the first key is the one to look at, here the one that follows.
        const first = view.root.node.entries.find(one => one !== entry)?.key;
        const token = opening ?? first;
        return token && putFar(lines, '', token);
      }
      const list = map.parent?.node;
      const item = list?.kind === 'list' ? list.items[map.index ?? 0] : undefined;
      const token = map.key ?? (item && { start: item.start, end: item.start + 1 });
      return token && putFar(lines, '', token);
    },
  };
}

const one = (shape: Shape) => shape.kind === 'text' && shape.values?.length === 1;
/** A field that takes one value only, which stands without quotes as it mostly does. */
const isConstant = (known: Known) =>
  atRoot(known) && one(known.shape) && isScalar(known.entry.value) && known.entry.value.style === 'plain';
const atRoot = ({ map }: Known) => map.path === '';

const gaps: readonly FaultKind[] = [
  missing('field-missing-of-one-value', true, known => isConstant(known)),
  missing('field-missing', false, known => atRoot(known) && !one(known.shape)),
  missing('field-missing-in-provider', false, ({ map }) => map.shape.role === 'provider'),
  missing('field-missing-in-picture', false, ({ map }) => map.shape.role === 'image'),
  missing('field-missing-in-related-item', false, ({ map }) => map.shape.role === 'related-item'),
  {
    id: 'topics-missing',
    rule: 'required-field',
    safe: false,
    inject(subject) {
      const entry = rootEntry(subject, 'topics');
      const opening = subject.article.block?.opening;
      const required = subject.view.contentType?.shape.fields.get('topics')?.required;
      if (
        !entry ||
        !required ||
        subject.article.problems.length > 0 ||
        !opening ||
        entry.value.kind !== 'list' ||
        entry.value.flow
      )
        return undefined;
      return putFar(linesOf(subject.article, entry), '', opening);
    },
  },
  emptied('text-emptied', ['title', 'prose', 'name'], false, node => swap(node, '""')),
  emptied('text-of-blanks', ['title', 'prose', 'name'], false, node => swap(node, '"  "')),
  emptied(
    'value-left-out',
    ['title', 'prose', 'name', 'url', 'date-time'],
    false,
    (node, field) => field.key && putFar({ start: field.key.end + 1, end: node.end }, '', field.key),
  ),
  emptied('address-emptied', ['url'], false, node => swap(node, '""')),
  {
    id: 'value-of-one-left-out',
    rule: 'empty-value',
    safe: true,
    inject(subject) {
      const known = subject.pick(
        knownKeys(subject).filter(each => isConstant(each) && each.required && isLine(subject, each)),
      );
      return known && putFar({ start: known.entry.key.end + 1, end: known.entry.value.end }, '', known.entry.key);
    },
  },
  {
    id: 'topics-emptied',
    rule: 'list-empty',
    safe: false,
    inject(subject) {
      const entry = rootEntry(subject, 'topics');
      if (entry?.value.kind !== 'list' || entry.value.flow) return undefined;
      const at = entry.key.end + 2;
      return {
        edit: { start: entry.key.end + 1, end: entry.value.end, newText: ' []' },
        expected: { start: at, end: at + 2 },
      };
    },
  },
];

function emptied(
  id: string,
  roles: Parameters<typeof texts>[1],
  safe: boolean,
  place: (node: ScalarNode, field: Field) => Injection | undefined,
): FaultKind {
  return {
    id,
    rule: 'empty-value',
    safe,
    inject(subject) {
      const field = subject.pick(
        texts(subject, roles, (_, { key, parent, name }) => {
          if (!key || !parent || !isMapField(parent)) return false;
          const shape = parent.shape.fields.get(name)?.shape;
          return shape?.kind === 'text' && shape.values === undefined;
        }),
      );
      return field && place(field.node, field);
    },
  };
}

/** A slip in a value of a fixed set. */
function value(id: string, safe: boolean, change: (text: string) => string | undefined): FaultKind {
  return {
    id,
    rule: 'value-not-allowed',
    safe,
    inject(subject) {
      const fields = subject.view.fields.filter(isTextField).filter(({ node, shape }) => {
        if (shape.values === undefined || node.style !== 'plain' || isTouched(subject.findings, node)) return false;
        const changed = change(node.text);
        return changed !== undefined && changed !== node.text && !shape.values.includes(changed);
      });
      const field = subject.pick(fields);
      const changed = field && change(field.node.text);
      return field && changed !== undefined ? swap(field.node, changed) : undefined;
    },
  };
}

const values: readonly FaultKind[] = [
  value('value-letter-lost', true, text => text.slice(0, 2) + text.slice(3)),
  value('value-letters-swapped', true, text => swapAt(text, 1)),
  value('value-capital', true, text => text.charAt(0).toUpperCase() + text.slice(1)),
  value('value-upper-case', true, text => text.toUpperCase()),
  value('value-lower-case', true, text => text.toLowerCase()),
  value('value-plural', true, text => (text === 'news' ? undefined : `${text}s`)),
  value('value-of-another-set', false, () => 'podcast'),
];

/** A number written in another way. Only whole numbers without a sign are tried. */
function number(
  id: string,
  rule: string,
  safe: boolean,
  change: (text: string, field: Field & { shape: NumberShape }) => string | undefined,
): FaultKind {
  return {
    id,
    rule,
    safe,
    inject(subject) {
      const fields = subject.view.fields.filter(
        (field): field is Field<ScalarNode, NumberShape> =>
          isScalar(field.node) &&
          field.shape.kind === 'number' &&
          /^\d+$/.test(sourceOf(subject.article, field.node)) &&
          !isTouched(subject.findings, field.node) &&
          change(field.node.text, field as Field<ScalarNode, NumberShape>) !== undefined,
      );
      const field = subject.pick(fields);
      const changed = field && change(field.node.text, field);
      return field && changed !== undefined ? swap(field.node, changed) : undefined;
    },
  };
}

const isSize = ({ name }: Field) => name === 'width' || name === 'height';

const numbers: readonly FaultKind[] = [
  number('number-in-quotes', 'number-quoted', true, text => `"${text}"`),
  number('number-in-single-quotes', 'number-quoted', true, text => `'${text}'`),
  number('number-px', 'number-unit', true, (text, field) => (isSize(field) ? `${text}px` : undefined)),
  number('number-blank-px', 'number-unit', true, (text, field) => (isSize(field) ? `${text} px` : undefined)),
  number('number-percent', 'number-unit', true, (text, field) => (isSize(field) ? undefined : `${text}%`)),
  number('number-plus', 'number-yaml11', true, text => `+${text}`),
  number('number-zero-before', 'number-yaml11', true, text => (/[89]/.test(text) ? `0${text}` : undefined)),
  number('number-underscore', 'number-yaml11', true, text =>
    text.length === 4 ? `${text.charAt(0)}_${text.slice(1)}` : undefined,
  ),
  number('number-comma', 'number-yaml11', true, text =>
    text.length === 4 ? `${text.charAt(0)},${text.slice(1)}` : undefined,
  ),
  number('number-point-zero', 'wrong-type', true, (text, { shape }) => (shape.integer ? `${text}.0` : undefined)),
  number('number-full-stop', 'wrong-type', true, (text, { shape }) => (shape.integer ? `${text},` : undefined)),
  number('number-fraction', 'wrong-type', false, (text, { shape }) => (shape.integer ? `${text}.5` : undefined)),
  number('number-word', 'wrong-type', false, () => 'high'),
  number('number-boolean', 'wrong-type', false, () => 'true'),
  number('number-too-low', 'number-range', false, (_, field) => (isSize(field) ? undefined : '-7')),
  number('number-too-high', 'number-range', false, (_, { shape }) =>
    Number.isFinite(shape.maximum) ? String(shape.maximum * 10 + 1) : undefined,
  ),
];

/** A boolean written in another way. */
function boolean(id: string, rule: string, safe: boolean, change: (value: boolean) => string): FaultKind {
  return {
    id,
    rule,
    safe,
    inject(subject) {
      const fields = subject.view.fields.filter(
        ({ node, shape }) =>
          shape.kind === 'boolean' &&
          isScalar(node) &&
          typeof node.value === 'boolean' &&
          !isTouched(subject.findings, node),
      );
      const node = subject.pick(fields)?.node;
      return isScalar(node) ? swap(node, change(node.value === true)) : undefined;
    },
  };
}

const booleans: readonly FaultKind[] = [
  boolean('boolean-in-quotes', 'boolean-quoted', true, on => `"${on}"`),
  boolean('boolean-in-single-quotes', 'boolean-quoted', true, on => `'${on}'`),
  boolean('boolean-yes', 'boolean-yaml11', true, on => (on ? 'yes' : 'no')),
  boolean('boolean-capital-yes', 'boolean-yaml11', true, on => (on ? 'Yes' : 'No')),
  boolean('boolean-on', 'boolean-yaml11', true, on => (on ? 'on' : 'off')),
  boolean('boolean-letters-swapped', 'wrong-type', true, on => (on ? 'ture' : 'flase')),
  boolean('boolean-digit', 'wrong-type', true, on => (on ? '1' : '0')),
  boolean('boolean-letter', 'wrong-type', true, on => (on ? 'y' : 'n')),
  boolean('boolean-word', 'wrong-type', false, () => 'maybe'),
];

/** A name that is read as something else without quotes. */
function unquoted(id: string, text: string): FaultKind {
  return {
    id,
    rule: 'text-unquoted',
    safe: false,
    differs: 'the name itself is another one; only the quotes are missing',
    inject(subject) {
      const field = subject.pick(
        texts(subject, ['name'], (_, { node, name }) => node.style === 'plain' && name === 'name'),
      );
      return field && swap(field.node, text);
    },
  };
}

const types: readonly FaultKind[] = [
  unquoted('text-as-number', '1984'),
  unquoted('text-as-boolean', 'Yes'),
  unquoted('text-as-date', '2026-05-12'),
  unquoted('text-as-time', '12:30'),
  unquoted('text-as-float', '4.10'),
  {
    id: 'topics-on-one-line',
    rule: 'wrong-type',
    safe: true,
    inject(subject) {
      const entry = rootEntry(subject, 'topics');
      if (entry?.value.kind !== 'list' || entry.value.flow || entry.value.items.length === 0) return undefined;
      const items = entry.value.items.map(item =>
        isScalar(item.value) && item.value.style === 'plain' ? item.value.text : ',',
      );
      if (items.some(item => item.includes(',')) || sourceOf(subject.article, entry.value).includes('#'))
        return undefined;
      const newText = items.join(', ');
      const start = entry.key.end + 2;
      return {
        edit: { start: entry.key.end + 1, end: entry.value.end, newText: ` ${newText}` },
        expected: { start, end: start + newText.length },
      };
    },
  },
  {
    id: 'dash-of-only-picture-lost',
    rule: 'wrong-type',
    safe: true,
    inject(subject) {
      const entry = rootEntry(subject, 'images');
      if (entry?.value.kind !== 'list' || entry.value.items.length !== 1 || entry.value.flow) return undefined;
      const source = sourceOf(subject.article, entry.value);
      if (!source.startsWith('- ')) return undefined;
      return putFar(entry.value, source.slice(2).replace(/\n {2}/g, '\n'), entry.key);
    },
  },
  {
    id: 'title-in-brackets',
    rule: 'wrong-type',
    safe: false,
    inject(subject) {
      const node = nodeAt(subject.view.root?.node, 'category');
      return isScalar(node) && !isTouched(subject.findings, node) ? swap(node, `[${node.text}]`) : undefined;
    },
  },
  {
    id: 'provider-as-text',
    rule: 'wrong-type',
    safe: false,
    inject(subject) {
      const entry = rootEntry(subject, 'provider');
      const name = nodeAt(entry?.value, 'name');
      if (entry?.value.kind !== 'map' || !isScalar(name)) return undefined;
      const start = entry.key.end + 2;
      const token = sourceOf(subject.article, name);
      return {
        edit: { start: entry.key.end + 1, end: entry.value.end, newText: ` ${token}` },
        expected: { start, end: start + token.length },
      };
    },
  },
];

export const shapeFaults: readonly FaultKind[] = [
  ...keys,
  ...duplicates,
  ...gaps,
  ...values,
  ...numbers,
  ...booleans,
  ...types,
];
