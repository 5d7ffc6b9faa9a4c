import { entryOf, textOf } from '../article/nodes.ts';
import { newsFileName } from '../check/newsFileName.ts';
import { onSigns, Sign } from '../check/sign.ts';
import { nothing } from '../check/whenAny.ts';
import { decodeEntities } from '../format/entities.ts';
import { repairProse } from '../format/prose.ts';
import { slugMatchesTitle, slugOf } from '../format/slug.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const fileNameTitle = defineRule({
  id: 'file-name-title',
  severity: 'hint',
  summary: 'A title that is not the one in the file’s name.',
  why: 'The address of a news item comes from its file’s name. Where title and name have nothing to do with each other, one of them may be of another item.',
  repair:
    'Nothing, when the source has changed its headline. Else correct the title, or rename the file while nobody links to it.',
  fix: 'none',
  examples: {
    valid: [
      { text: 'title: "Harbour opens again"' },
      { text: 'title: "“Harbour” opens – again!"' },
      { text: 'title: "How tides work"', path: '_learning/videos/tides.md' },
    ],
    invalid: [
      { text: 'title: <|"Ferry fares rise"|>' },
      {
        text: 'title: <|"Harbour opens again in May"|>\ntype: article',
        path: 'daily/_news/2026-05-12-harbour-opens.md',
      },
    ],
  },
  check: onSigns(Sign.otherTitle, view => {
    const parts = newsFileName(view);
    const { root } = view;
    const node = entryOf(root?.node, 'title')?.value;
    const title = textOf(node)?.trim();
    if (!parts || !node || !title) return nothing;
    // Entities and stray blanks are reported as that; the name comes from what they should be.
    if (slugMatchesTitle(parts.slug, title)) return nothing;
    if (slugMatchesTitle(parts.slug, repairProse(decodeEntities(title)))) return nothing;
    const message = say`The file’s name says “${shortened(parts.slug)}”, the title “${shortened(slugOf(title))}”.`;
    return [{ start: node.start, end: node.end, message }];
  }),
});

function shortened(slug: string): string {
  return slug.length > 40 ? `${slug.slice(0, 39)}…` : slug;
}
