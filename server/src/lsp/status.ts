import { isArticle } from '../core/check/runRules.ts';
import { translated } from '../core/say.ts';
import type { CheckedDocument } from './documents.ts';
import type { ArticleStatus } from './protocol.ts';

/** Tells the client the status of documents, each only when it is another than before. */
export function createStatusTeller(tell: (status: ArticleStatus) => void) {
  const told = new Map<string, string>();
  return {
    checked(checked: CheckedDocument): void {
      const status = statusOf(checked);
      const text = JSON.stringify(status);
      if (told.get(status.uri) === text) return;
      told.set(status.uri, text);
      tell(status);
    },
    /** After a document was closed. */
    forget: (uri: string): void => void told.delete(uri),
  };
}

/** What the status item shows of a document. */
export function statusOf({ document, checked }: CheckedDocument): ArticleStatus {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  if (!checked || !isArticle(checked.view)) return { uri: document.uri, state: 'none', counts };
  for (const finding of checked.findings) counts[finding.severity]++;
  const name = checked.view.contentType?.name;
  return { uri: document.uri, state: 'article', counts, ...(name !== undefined && { contentType: translated(name) }) };
}
