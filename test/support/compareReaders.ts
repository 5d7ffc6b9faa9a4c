// The two readers side by side: what the common one gives must be what the full one gives.
import { isDeepStrictEqual } from 'node:util';
import { readCommon } from '../../server/src/core/article/commonReader.ts';
import { fileKindOf, findFrontMatter } from '../../server/src/core/article/frontMatter.ts';
import { readFully } from '../../server/src/core/article/readContent.ts';

/** `disagrees`: the common reader gave a tree, and the full one another, or a problem. */
export type Comparison = 'agrees' | 'abstains' | 'disagrees' | 'no front matter';

export function compareReaders(path: string, text: string): Comparison {
  const block = findFrontMatter(text, fileKindOf(path) ?? 'markdown');
  if (!block) return 'no front matter';
  const common = readCommon(text, block.content);
  if (!common) return 'abstains';
  const { root, problems } = readFully(text, block.content);
  return problems.length === 0 && isDeepStrictEqual(root, common) ? 'agrees' : 'disagrees';
}
