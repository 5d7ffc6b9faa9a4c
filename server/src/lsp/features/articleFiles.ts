import { type Article, parseArticle } from '../../core/article/articleDocument.ts';
import type { CheckedDocument } from '../documents.ts';

/** Text of a file, as it is open or stored. `undefined`: there is none, or it cannot be read. Never rejects. */
export type TextOf = (uri: string) => Promise<string | undefined>;

/**
 * Reads articles of a document's repository as they are now, some at a time.
 *
 * @param read gets each with its URI
 * @param isWanted false: the rest is not read
 */
export async function readArticles(
  { others }: Pick<CheckedDocument, 'others'>,
  paths: readonly string[],
  textOf: TextOf,
  read: (article: Article, uri: string) => void,
  isWanted: () => boolean = () => true,
): Promise<void> {
  for (let at = 0; others && at < paths.length && isWanted(); at += AT_A_TIME) {
    const part = paths.slice(at, at + AT_A_TIME).map(path => ({ path, uri: others.uriOf(path) }));
    const texts = await Promise.all(part.map(({ uri }) => textOf(uri)));
    part.forEach(({ path, uri }, i) => {
      const text = texts[i];
      if (text !== undefined) read(parseArticle(path, text), uri);
    });
  }
}

/** As many files as are read at once: an editor waits for none of them longer than for a hundred. */
const AT_A_TIME = 50;
