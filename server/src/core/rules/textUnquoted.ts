import { isSecured, type ScalarNode } from '../article/nodes.ts';
import { quoted } from '../article/problem.ts';
import { yaml11Boolean, yaml11Type } from '../article/yaml11.ts';
import type { ArticleView, Field, TextField } from '../check/articleView.ts';
import { fieldsWith } from '../check/firstLook.ts';
import { fixList } from '../check/fixList.ts';
import { otherMeaning } from '../check/plainMeaning.ts';
import { onSigns, Sign } from '../check/sign.ts';
import { quoteValue, replaceValue } from '../edits/edits.ts';
import { say } from '../say.ts';
import type { TextRole } from '../schema/shape.ts';
import { defineRule, type RuleFinding } from './rule.ts';

export const textUnquoted = defineRule({
  id: 'text-unquoted',
  severity: 'warning',
  summary: 'A text without quotes that is read as something else.',
  why: 'Without quotes `2022` is a number, `yes` is true and `12:30` is a number again, at least to Jekyll, which reads YAML 1.1. The site then shows something else, or fails on it.',
  repair:
    'Put it in quotes. The quick fix does. In files of no declared kind it is a hint, since a true or false may be meant.',
  fix: 'both',
  examples: {
    valid: [
      { text: 'title: "2022"\ntopics:\n  - 5G\n  - Energy' },
      { text: 'publishedDateTime: 2026-05-12T09:30:00Z\nheat: 79' },
      { text: 'comments: true\ntitle: Harbour', path: 'about.md' },
    ],
    invalid: [
      { text: 'title: <|2022|>', fixed: 'title: "2022"' },
      { text: 'title: <|Yes|> # it opens', fixed: 'title: "Yes" # it opens' },
      { text: 'topics:\n  - Energy\n  - <|2026-05-12|>', fixed: 'topics:\n  - Energy\n  - "2026-05-12"' },
      {
        text: 'provider:\n  name: <|:ferry|>\n  domain: ferry.example',
        fixed: 'provider:\n  name: ":ferry"\n  domain: ferry.example',
      },
      { text: 'country: <|no|>', path: 'about.md', fixed: 'country: "no"' },
    ],
  },
  check: onSigns(Sign.unquoted | Sign.undeclared, view => (view.contentType ? declared(view) : undeclared(view))),
});

function* declared(view: ArticleView): Iterable<RuleFinding> {
  const { article, contentType } = view;
  // Nobody but Masthead reads its configuration, and it reads YAML 1.2.
  const ruby = contentType?.shape.role !== 'config';
  for (const field of fieldsWith(view, Sign.unquoted) as readonly TextField[]) {
    if (!isOurs(field)) continue;
    const { node } = field;
    const source = article.text.slice(node.start, node.end);
    const message = otherMeaning(source, ruby);
    if (message === undefined) continue;
    yield {
      start: node.start,
      end: node.end,
      message,
      fixes: () => (isAddress(field) ? [] : fixList(quoteValue(article, node), say`Add quotes`, true)),
    };
  }
}

/** In a file that nobody declared, only what readers disagree on, or what surprises. */
function* undeclared({ article, fields }: ArticleView): Iterable<RuleFinding> {
  for (const { node, name } of fields) {
    if (node.kind !== 'scalar' || !isPlain(node) || isSecured(name)) continue;
    const source = article.text.slice(node.start, node.end);
    const word = typeof node.value === 'string' ? yaml11Boolean(source) : undefined;
    if (word === undefined && yaml11Type(source) !== 'sexagesimal' && !/^[-+]?0[0-7]+$/.test(source)) continue;
    yield {
      start: node.start,
      end: node.end,
      severity: 'hint',
      message: say`Without quotes ${quoted(source)} is ${word ?? say`another number`} to Jekyll.`,
      fixes: () => [
        ...fixList(quoteValue(article, node), say`Add quotes`, false),
        ...(word === undefined ? [] : fixList(replaceValue(article, node, word), say`Change to ${word}`, false)),
      ],
    };
  }
}

function isPlain({ style, aliased }: ScalarNode): boolean {
  return style === 'plain' && !aliased;
}

/** False where another rule speaks of the value. */
function isOurs({ node, shape, index, name }: TextField): boolean {
  if ((shape.role !== undefined && OWN_FORMAT.has(shape.role)) || isSecured(name)) return false;
  if (node.value === null && (index === undefined || node.text === '~')) return false;
  if (shape.values && !shape.values.includes(node.text)) return false;
  return typeof node.value !== 'string' || !isAddress({ shape });
}

/** True for a text with a form of its own, which quotes alone do not give it. */
function isAddress({ shape }: Pick<Field, 'shape'>): boolean {
  return shape.kind === 'text' && shape.role !== undefined && ADDRESSES.has(shape.role);
}

const OWN_FORMAT: ReadonlySet<TextRole> = new Set(['price', 'duration', 'date-time', 'secured']);
const ADDRESSES: ReadonlySet<TextRole> = new Set(['url', 'image-url', 'domain']);
