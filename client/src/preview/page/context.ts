import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CurationAction } from '../../../../server/src/lsp/previewProtocol.ts';
import { send } from './host.ts';

/** What the parts of the page share. */
export interface PageContext {
  /** Addresses of files of the repository that may be loaded, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Pictures of other sites may be loaded. */
  readonly loadsRemote: boolean;
  /** Milliseconds since 1970; goes on minute by minute. */
  readonly now: number;
  /** Of the article that is shown. */
  readonly version: number;
  /** What is shown is not what the file holds now, so nothing may be done to it. */
  readonly isStale: boolean;
}

export const PageContext = createContext<PageContext>({
  files: {},
  loadsRemote: false,
  now: 0,
  version: 0,
  isStale: false,
});

/** Does something to the article. */
export function useCurate(): (action: CurationAction) => void {
  const { version, isStale } = useContext(PageContext);
  return action => {
    if (!isStale) send({ type: 'curate', version, action });
  };
}
