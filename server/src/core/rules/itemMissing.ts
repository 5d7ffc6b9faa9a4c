import { quoted } from '../article/problem.ts';
import { isSure, nearestName, replaceAt } from '../check/siteFixes.ts';
import type { SiteView } from '../check/siteView.ts';
import { whenMarks } from '../check/whenMarks.ts';
import { folderOf, itemExtensions, itemStem, nameOf, stemOf } from '../index/paths.ts';
import { say } from '../say.ts';
import { defineSiteRule } from './rule.ts';

const path = '_learning/collections/first-week-afloat.md';
const files = {
  '_learning/videos/how-tides-work.md': '---\ntitle: "How tides work"\n---\n',
  '_learning/courses/knots.md': '---\ntitle: "Knots"\n---\n',
};

export const itemMissing = defineSiteRule({
  id: 'item-missing',
  scope: 'site',
  severity: 'error',
  summary: 'An item of a collection that does not exist.',
  why: 'The page of the collection has a hole there, or is not built at all.',
  repair:
    'Write the file’s path below `_learning/`, without its extension. The quick fix corrects a slip of the path; it is safe where one file is meant for sure.',
  fix: 'both',
  examples: {
    valid: [
      { text: 'items:\n  - videos/how-tides-work\n  - courses/knots', path, files },
      { text: 'title: "The mill"', files },
    ],
    invalid: [
      {
        text: 'items:\n  - <|videos/how-tide-works|>',
        fixed: 'items:\n  - videos/how-tides-work',
        path,
        files,
      },
      { text: 'items:\n  - <|"videos/knots"|>', fixed: 'items:\n  - "courses/knots"', path, files },
      { text: 'items:\n  - <|courses/knots.md|>', fixed: 'items:\n  - courses/knots', path, files },
      { text: 'items:\n  - <|videos/knotz|>', fixed: 'items:\n  - courses/knots', path, files },
      { text: 'items:\n  - <|videos/sailing|>', path, files },
    ],
  },
  checkSite: whenMarks(
    ['item'],
    (value, site, { path }) => site.itemFile(itemStem(path, value)) === undefined,
    function* (marks, summary, site) {
      if (!site.knowsFiles) return;
      for (const mark of marks) {
        const { value, start, end } = mark;
        const stem = itemStem(summary.path, value);
        if (site.itemFile(stem) !== undefined || !site.hasAllItems(folderOf(stem))) continue;
        yield {
          start,
          end,
          message:
            site.hasFile(stem) && itemExtensions.some(one => stem.endsWith(one))
              ? say`${quoted(value)} must stand without its extension.`
              : say`There is no file for the item ${quoted(value)}.`,
          fixes: view => {
            const found = meant(summary.path, value, site);
            return found ? replaceAt(view, mark, found.item, found.sure) : [];
          },
        };
      }
    },
  ),
});

/** The item that is meant: the same file without its extension or in another folder, or one of nearly the same name. */
function meant(
  path: string,
  item: string,
  site: SiteView,
): { readonly item: string; readonly sure: boolean } | undefined {
  const plain = stemOf(item.replace(/\\/g, '/').replace(/^\.?\/+/, ''));
  if (plain !== item && site.itemFile(itemStem(path, plain)) !== undefined) return { item: plain, sure: true };
  const base = itemStem(path, '');
  const folders = [...site.folders()].filter(folder => folder.startsWith(base) && folder !== folderOf(path)).sort();
  const elsewhere = folders.map(folder => `${folder.slice(base.length)}/${nameOf(plain)}`);
  const same = elsewhere.filter(one => site.itemFile(itemStem(path, one)) !== undefined);
  const [only] = same;
  if (only !== undefined) return same.length === 1 ? { item: only, sure: true } : undefined;
  const own = itemsIn(folderOf(itemStem(path, plain)), base, site);
  const near = nearestName(plain, own);
  if (near) return { item: near.match, sure: isSure(plain, near) };
  const names = folders.flatMap(folder => itemsIn(folder, base, site));
  const name = nearestName(nameOf(plain), names.map(nameOf));
  const found = names.filter(one => nameOf(one) === name?.match);
  return found[0] !== undefined && found.length === 1 ? { item: found[0], sure: false } : undefined;
}

function itemsIn(folder: string, base: string, site: SiteView): readonly string[] {
  return site
    .filesIn(folder)
    .filter(name => stemOf(name) !== name)
    .map(name => `${folder}/${stemOf(name)}`.slice(base.length));
}
