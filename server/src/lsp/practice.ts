import { parseArticle } from '../core/article/articleDocument.ts';
import { type CheckedArticle, checkAlone, checkOnSite, isArticle } from '../core/check/runRules.ts';
import type { CheckedDocument } from './documents.ts';
import { failureOf, type Log } from './guard.ts';
import type { Pace } from './pace.ts';
import { summaryOfChecked } from './sites/summarizeText.ts';

export interface PracticeSources {
  readonly pace: Pace;
  readonly log: Log;
  /** A document with its findings, as it is now. `undefined`: it is closed. */
  check(uri: string): Promise<CheckedDocument | undefined>;
  delay(ms: number, task: () => void): void;
}

export interface Practice {
  /** A document was checked. */
  checked(document: CheckedDocument): void;
  dispose(): void;
}

/**
 * Checks the first article of a usual length again and again once it has its findings, to no end but that the engine compiles what keystrokes will run. People
 * look at an article before they type in it; without this their first words wait for the compiler, which makes one answer in twenty twice as
 * slow. It takes some 0.15 s of one processor, in stretches that nobody notices.
 */
export function createPractice({ pace, log, check, delay }: PracticeSources): Practice {
  let isOver = false;
  const practise = async (uri: string): Promise<void> => {
    // By now other files may have their say.
    const document = await check(uri);
    if (!document?.checked || !isFit(document.checked)) return;
    const { path, text, kind } = document.checked.view.article;
    const { options } = document;
    for (let time = 0; time < TIMES; time++) {
      await pace.step();
      if (isOver) return;
      const alone = checkAlone(parseArticle(path, text, kind), options);
      const summary = summaryOfChecked(alone, options.project);
      const { site } = options;
      if (site) checkOnSite(alone, { ...options, site }, summary);
    }
  };
  let isChosen = false;
  return {
    checked({ checked, document }) {
      if (isChosen || !checked || !isFit(checked)) return;
      isChosen = true;
      delay(AFTER_START, () => practise(document.uri).catch(error => log(failureOf('practice', error))));
    },
    dispose() {
      isOver = true;
    },
  };
}

/** An article as nearly all are: to check a very long one takes longer than a keystroke may wait. */
function isFit({ view }: CheckedArticle): boolean {
  const { block } = view.article;
  return isArticle(view) && block !== undefined && block.content.end - block.content.start <= MOST_LENGTH;
}

/** In UTF-16 units of front matter, some times as long as the longest real one. */
const MOST_LENGTH = 10_000;

/** In ms: what clients ask when they open a file has been answered. */
const AFTER_START = 500;
/** With more the answers get no faster. */
const TIMES = 600;
