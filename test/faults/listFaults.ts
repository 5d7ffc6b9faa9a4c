// Pictures, and values that stand twice.
import { entryOf, type ListNode, nodeAt, type ScalarNode } from '../../server/src/core/article/nodes.ts';
import { isListField, isMapField, type ListField } from '../../server/src/core/check/articleView.ts';
import type { ListRole } from '../../server/src/core/schema/shape.ts';
import { type FaultKind, insertAt, isScalar, isTouched, linesOf, sourceOf, swap, texts } from './fault.ts';

/** A wrong width or height of one picture. */
function size(id: string, safe: boolean, make: (node: ScalarNode) => string | undefined): FaultKind {
  return {
    id,
    rule: 'image-size',
    safe,
    inject(subject) {
      const nodes = subject.view.fields.flatMap(({ name, node, parent }) =>
        (name === 'width' || name === 'height') &&
        parent &&
        isMapField(parent) &&
        parent.shape.role === 'image' &&
        isScalar(node)
          ? [node]
          : [],
      );
      const node = subject.pick(
        nodes.filter(one => typeof one.value === 'number' && !isTouched(subject.findings, one)),
      );
      const made = node && make(node);
      return node && made !== undefined ? swap(node, made) : undefined;
    },
  };
}

const sizes: readonly FaultKind[] = [
  size('picture-size-minus', true, node => `-${node.text}`),
  size('picture-size-zero', false, () => '0'),
  size('picture-size-two-digits-too-many', false, node => (Number(node.text) >= 250 ? `${node.text}00` : undefined)),
  size('picture-size-digits-lost', false, node => (Number(node.text) >= 300 ? '1' : undefined)),
];

/** An item of a list that stands there twice. `change` may alter the second one, but not its length. */
function repeated(
  id: string,
  rule: string,
  safe: boolean,
  roles: readonly ListRole[],
  token: (value: ListNode['items'][number]['value']) => ScalarNode | undefined,
  change: (source: string) => string | undefined = source => source,
): FaultKind {
  return {
    id,
    rule,
    safe,
    inject(subject) {
      const { article, view, findings } = subject;
      const lists = view.fields.filter((field): field is ListField => {
        if (!isListField(field) || field.node.flow || field.node.aliased || field.node.items.length === 0) return false;
        return field.shape.role !== undefined && roles.includes(field.shape.role) && !isTouched(findings, field.node);
      });
      const list = subject.pick(lists)?.node;
      const item = list && subject.pick(list.items);
      const last = list?.items.at(-1);
      const wrong = item && token(item.value);
      if (!item || !last || !wrong) return undefined;
      const lines = linesOf(article, item);
      const source = sourceOf(article, lines);
      const copy = change(source);
      const at = linesOf(article, last).end;
      if (!source.endsWith('\n') || copy?.length !== source.length) return undefined;
      const by = at - lines.start;
      return insertAt(at, copy, { start: wrong.start + by, end: wrong.end + by });
    },
  };
}

/** `undefined` when nothing came of a change. */
function altered(before: string, after: string): string | undefined {
  return before === after ? undefined : after;
}

const itself = (value: ListNode['items'][number]['value']) => (isScalar(value) ? value : undefined);
const addressOf = (value: ListNode['items'][number]['value']) => {
  const found = nodeAt(value, 'url') ?? nodeAt(value, 'webUrl') ?? nodeAt(value, 'title');
  return isScalar(found) ? found : undefined;
};

const twice: readonly FaultKind[] = [
  repeated('topic-twice', 'list-repeated', true, ['topics'], itself),
  repeated('topic-twice-in-lower-case', 'list-repeated', false, ['topics'], itself, source =>
    altered(source, source.toLowerCase()),
  ),
  repeated('item-twice', 'list-repeated', true, ['items'], itself),
  repeated('set-value-twice', 'list-repeated', true, ['set'], itself),
  repeated('picture-twice', 'image-duplicate', true, ['images'], addressOf),
  repeated('picture-twice-with-another-size', 'image-duplicate', false, ['images'], addressOf, source =>
    altered(source, source.replace(/(?<=width: )\d/, '9')),
  ),
  repeated('related-item-twice', 'related-duplicate', true, ['related'], addressOf),
  repeated('related-item-twice-with-another-quality', 'related-duplicate', false, ['related'], addressOf, source =>
    altered(source, source.replace(/(?<=\n {4}quality: )\d/, '9')),
  ),
  {
    id: 'related-item-is-article',
    rule: 'related-self',
    safe: false,
    inject(subject) {
      const own = entryOf(subject.view.root?.node, 'originalUrl')?.value;
      const others = texts(
        subject,
        ['url'],
        (_, { path, parent }) => /^related\[\d+\]\.webUrl$/.test(path) && !nodeAt(parent?.node, 'ampWebUrl'),
      );
      const other = subject.pick(others);
      return isScalar(own) && other ? swap(other.node, `"${own.text}"`) : undefined;
    },
  },
];

export const listFaults: readonly FaultKind[] = [...sizes, ...twice];
