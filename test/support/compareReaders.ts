// The readers side by side: what the common one gives must be what the full one gives, and with the fences that it finds by itself too.
import { isDeepStrictEqual } from 'node:util';
import { readCommon } from '../../server/src/core/article/commonReader.ts';
import { fileKindOf, findFrontMatter, openingFence } from '../../server/src/core/article/frontMatter.ts';
import { readFencedContent, readFully } from '../../server/src/core/article/readContent.ts';
import { nextLine } from '../../server/src/core/text.ts';

/** `disagrees`: the common reader gave a tree, and the full one another, or a problem; or it found other fences. */
export type Comparison = 'agrees' | 'abstains' | 'disagrees' | 'no front matter';

export function compareReaders(path: string, text: string): Comparison {
  const kind = fileKindOf(path) ?? 'markdown';
  const block = findFrontMatter(text, kind);
  const opening = kind === 'yaml' ? undefined : openingFence(text);
  const fenced = opening && readFencedContent(text, nextLine(text, opening.start));
  if (!block) return fenced ? 'disagrees' : 'no front matter';
  const common = readCommon(text, block.content);
  if (fenced && !isDeepStrictEqual(fenced, { root: common, content: block.content })) return 'disagrees';
  if (!common) return 'abstains';
  const { root, problems } = readFully(text, block.content);
  return problems.length === 0 && isDeepStrictEqual(root, common) ? 'agrees' : 'disagrees';
}
