import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CurationAction } from '../../../../server/src/lsp/previewProtocol.ts';
import type { ShownArticle } from '../pageMessages.ts';
import { send } from './host.ts';

/** What the parts of the page share. */
export interface PageContext {
  /** Addresses of files of the repository that may be loaded, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Pictures of other sites may be loaded. */
  readonly loadsRemote: boolean;
  /** Milliseconds since 1970; goes on minute by minute. */
  readonly now: number;
  /** What is shown is not what the file holds now, so nothing may be done to it. */
  readonly isStale: boolean;
}

export const PageContext = createContext<PageContext>({
  files: {},
  loadsRemote: false,
  now: 0,
  isStale: false,
});

/** What is shown now, for those who click: a card that looks as before is not drawn again, though it stands elsewhere in a new text. */
export const latest: { article: ShownArticle | undefined } = { article: undefined };

/** Does something to the article. */
export function useCurate(): (action: CurationAction) => void {
  const { isStale } = useContext(PageContext);
  return action => {
    if (!isStale && latest.article) send({ type: 'curate', version: latest.article.version, action });
  };
}
