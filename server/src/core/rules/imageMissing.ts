import { quoted } from '../article/problem.ts';
import { isSure, nearestName, replaceAt, scalarAt } from '../check/siteFixes.ts';
import { whenMarks } from '../check/whenMarks.ts';
import { folderOf, nameOf } from '../index/paths.ts';
import { say } from '../say.ts';
import { defineSiteRule } from './rule.ts';

const files = {
  '_config.yml': 'url: https://port-ellery.example\n',
  'assets/images/ferry.jpg': '',
  'assets/images/mill.jpg': '',
};
const size = '\n    width: 640\n    height: 360';

export const imageMissing = defineSiteRule({
  id: 'image-missing',
  scope: 'site',
  severity: 'warning',
  summary: 'A picture of this site that does not exist.',
  why: 'Readers see a hole in its place.',
  repair:
    'Correct the path or add the file. The quick fix corrects a slip of the name. The rule is silent for a folder that is not in the repository, or of which most pictures are not.',
  fix: 'both',
  examples: {
    valid: [
      { text: `images:\n  - url: /assets/images/ferry.jpg${size}`, files },
      { text: `images:\n  - url: https://port-ellery.example/assets/images/mill.jpg?v=2${size}`, files },
      { text: `images:\n  - url: /generated/ferry.jpg${size}`, files },
    ],
    invalid: [
      {
        text: `images:\n  - url: <|"/assets/images/fery.jpg"|>${size}`,
        fixed: `images:\n  - url: "/assets/images/ferry.jpg"${size}`,
        files,
      },
      {
        text: `images:\n  - url: <|https://port-ellery.example/assets/images/Mill.jpg|>${size}`,
        fixed: `images:\n  - url: https://port-ellery.example/assets/images/mill.jpg${size}`,
        files,
      },
      { text: `images:\n  - url: <|/assets/images/lighthouse.jpg|>${size}`, files },
      {
        text: `images:\n  - url: <|/assets/images/ferries.jpg|>${size}`,
        fixed: `images:\n  - url: /assets/images/ferry.jpg${size}`,
        files,
      },
    ],
  },
  checkSite: whenMarks(
    ['image', 'picture'],
    (value, site) => site.localPath(value) !== undefined,
    function* (marks, _summary, site) {
      if (!site.knowsFiles) return;
      for (const mark of marks) {
        const path = site.localPath(mark.value);
        if (path === undefined || site.hasFile(path) || !site.isWholeFolder(folderOf(path))) continue;
        const name = nameOf(path);
        yield {
          start: mark.start,
          end: mark.end,
          message: say`There is no picture ${quoted(name)} in ${quoted(folderOf(path))}.`,
          fixes: view => {
            const node = scalarAt(view, mark);
            const near = nearestName(name, site.filesIn(folderOf(path)));
            // A name with other characters stands encoded in an address.
            if (!near || !node?.text.includes(name) || !/^[\w.~-]+$/.test(near.match)) return [];
            const at = node.text.lastIndexOf(name);
            const text = node.text.slice(0, at) + near.match + node.text.slice(at + name.length);
            return replaceAt(view, mark, text, isSure(name, near));
          },
        };
      }
    },
  ),
});
