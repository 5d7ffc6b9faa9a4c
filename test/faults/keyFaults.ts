// Keys that are misspelt, doubled, missing or without a value.
import type { Entry, ScalarNode } from '../../server/src/core/article/nodes.ts';
import { type Field, isMapField, type MapField } from '../../server/src/core/check/articleView.ts';
import type { Shape } from '../../server/src/core/schema/shape.ts';
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
  swapAt,
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
        knownKeys(subject).filter(
          // Where lines do not read, none is taken away; and nobody may take `secured` away.
          one => isLine(subject, one) && one.entry.name !== 'secured' && subject.article.problems.length === 0,
        ),
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
      const other = line?.replace(/(?<= )\d+\n$/, digits => `${(Number(digits) + 1) % 200}\n`);
      return known && other !== undefined && other !== line ? again(subject, known, other) : undefined;
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

export const keyFaults: readonly FaultKind[] = [...keys, ...duplicates, ...gaps];
