import { isSecured, type ScalarNode } from '../article/nodes.ts';
import { type Fix, quoted } from '../article/problem.ts';
import { type ArticleView, type Field, isMapField } from '../check/articleView.ts';
import { fixList } from '../check/fixList.ts';
import { fieldsLook } from '../check/look.ts';
import { proposedValue } from '../check/proposedValue.ts';
import { Sign } from '../check/sign.ts';
import { whenAny } from '../check/whenAny.ts';
import { fillValue, removeEntry, replaceText } from '../edits/edits.ts';
import { say } from '../say.ts';
import type { Span } from '../text.ts';
import { defineRule } from './rule.ts';

export const emptyValue = defineRule({
  id: 'empty-value',
  severity: 'warning',
  summary: 'A field without a value.',
  why: 'The site shows a gap where the value should be. An address that is empty leads back to the page itself.',
  repair:
    'Write the value, or take the key away when there is none. The quick fix removes a field that may be missing, and fills in one that must not.',
  fix: 'both',
  examples: {
    valid: [{ text: 'title: "Harbour opens again"\nimages: []' }, { text: 'mood:' }],
    invalid: [
      { text: 'title: <|""|>', fixed: 'title: "Harbour opens again"' },
      { text: '<|category|>:\ntype: article', fixed: 'category: news\ntype: article' },
      { text: 'type: article\n<|webUrl|>: # later\nheat: 79', fixed: 'type: article\nheat: 79' },
      { text: 'type: article\nheat: <|~|>', fixed: 'type: article' },
      { text: 'topics:\n  - Energy\n  <|-|>' },
    ],
  },
  check: whenAny(fieldsLook(Sign.empty), function* (fields, view) {
    for (const field of fields) {
      const { node, shape } = field;
      if (node.kind !== 'scalar' || shape.kind === 'any' || node.aliased || !isEmptyScalar(view, field, node)) continue;
      const required = isRequired(field);
      yield {
        ...spanOf(field, node),
        message:
          field.index === undefined
            ? say`${quoted(field.name)} has no value.`
            : say`This item of ${quoted(field.name)} is empty.`,
        ...(required && { severity: 'error' }),
        ...(field.index === undefined && { fixes: () => fixesOf(view, field, node, required) }),
      };
    }
  }),
});

function isEmptyScalar({ article }: ArticleView, { index, shape }: Field, node: ScalarNode): boolean {
  if (node.value !== null) return node.text.trim() === '';
  if (isTag(article, node)) return false;
  // `- null` in a list of texts may be a word.
  return index === undefined || shape.kind !== 'text' || !/^null$/i.test(article.text.slice(node.start, node.end));
}

/** `name: !tidewater` is read as a tag, which is reported, and no value. */
function isTag({ text, problems }: ArticleView['article'], { start }: ScalarNode): boolean {
  const tag = problems.find(problem => problem.code === 'yaml-tag' && problem.start >= start);
  return tag !== undefined && text.slice(start, tag.start).trim() === '';
}

function isRequired({ parent, name }: Field): boolean {
  return parent !== undefined && isMapField(parent) && parent.shape.fields.get(name)?.required === true;
}

/** The token when there is one, else the key, or the dash of a list item. */
function spanOf({ key, parent, index }: Field, node: ScalarNode): Span {
  if (node.style !== 'empty') return { start: node.start, end: node.end };
  const item = parent?.node.kind === 'list' && index !== undefined ? parent.node.items[index] : undefined;
  return key ?? (item ? { start: item.start, end: item.start + 1 } : { start: node.start, end: node.end });
}

function fixesOf(view: ArticleView, { parent, name }: Field, node: ScalarNode, required: boolean): readonly Fix[] {
  if (!parent || !isMapField(parent) || isSecured(name)) return [];
  if (required) return fill(view, parent, name, node);
  const entry = parent.node.entries.find(one => one.value === node);
  return entry ? fixList(removeEntry(view.article, parent.node, entry), say`Remove ${quoted(name)}`, false) : [];
}

function fill(view: ArticleView, parent: Field, name: string, node: ScalarNode): readonly Fix[] {
  const proposal = isMapField(parent) ? proposedValue(view, parent, name) : undefined;
  if (!proposal) return [];
  const { value, certain } = proposal;
  const edit =
    node.style === 'empty'
      ? fillValue(view.article, node, value)
      : typeof value === 'string'
        ? replaceText(view.article, node, value)
        : undefined;
  const title = typeof value === 'object' ? say`Fill in an example` : say`Change to ${quoted(String(value))}`;
  return fixList(edit, title, certain);
}
