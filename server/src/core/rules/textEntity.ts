import { quoted } from '../article/problem.ts';
import { valueSpan } from '../article/valueSpan.ts';
import type { TextField } from '../check/articleView.ts';
import { fieldsLook } from '../check/look.ts';
import { Sign } from '../check/sign.ts';
import { whenAny } from '../check/whenAny.ts';
import { replaceText } from '../edits/edits.ts';
import { decodeEntities, findEntities } from '../format/entities.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const textEntity = defineRule({
  id: 'text-entity',
  severity: 'warning',
  summary: 'An HTML entity in a text that is no HTML.',
  why: 'Titles and excerpts are plain text: feeds, mails and search engines show `&quot;` as it stands, and a doubly encoded `&amp;quot;` shows on the site too.',
  repair:
    'Write the character itself. The quick fix does so for the whole text; it wants a look where a `<` comes out, which may be a tag.',
  fix: 'both',
  examples: {
    valid: [
      { text: 'title: "Fish & chips at AT&T; Q&A"' },
      { text: 'webUrl: "https://harbourtimes.example/?a=1&amp;b=2"' },
      { text: 'featuredContent: \'<iframe title="Fish &amp; chips"></iframe>\'' },
    ],
    invalid: [
      { text: 'title: "Fish <|&amp;|> chips"', fixed: 'title: "Fish & chips"' },
      {
        text: 'excerpt: "The <|&amp;quot;|>Harbour&amp;quot; opens&nbsp;again."',
        fixed: 'excerpt: "The \\"Harbour\\" opens again."',
      },
      { text: 'provider:\n  name: Gull <|&#38;|> Anchor', fixed: 'provider:\n  name: Gull & Anchor' },
      { text: 'title: "The <|&lt;|>b&gt; tag"', fixed: 'title: "The <b> tag"' },
    ],
  },
  check: whenAny(fieldsLook<TextField>(Sign.entity), function* (texts, { article }) {
    for (const { node } of texts) {
      const entities = findEntities(node.text);
      const first = entities[0];
      if (!first) continue;
      const more = entities.length - 1;
      const others = more > 0 ? say` (one of ${entities.length} in this text)` : '';
      const source = quoted(node.text.slice(first.start, first.end));
      yield {
        ...valueSpan(article.text, node, first),
        message: say`${source} is HTML: write ${nameOf(first.decoded)} in its place${others}.`,
        fixes: () => {
          const edit = replaceText(article, node, decodeEntities(node.text));
          const safe = entities.every(entity => !entity.decoded.includes('<'));
          const title =
            more > 0 ? say`Write characters in place of the entities` : say`Change to ${nameOf(first.decoded)}`;
          return edit ? [{ title, safe, edits: [edit] }] : [];
        },
      };
    }
  }),
});

function nameOf(decoded: string): string {
  if (decoded === '') return say`nothing`;
  return decoded === ' ' ? say`a blank` : decoded;
}
