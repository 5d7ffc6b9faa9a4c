import type { CodeAction, CodeActionParams } from 'vscode-languageserver-protocol';
import type { Article } from '../../core/article/articleDocument.ts';
import type { ImageInfo } from '../../core/features/cards/cardHost.ts';
import type { Refactoring, RefactoringId } from '../../core/features/refactor/refactoring.ts';
import { filesForRefactorings, refactoringsAt } from '../../core/features/refactor/refactorings.ts';
import { say } from '../../core/say.ts';
import { touches } from '../../core/text.ts';
import type { ClientFeatures } from '../clientFeatures.ts';
import { toDiagnostic, toSpan } from '../convert.ts';
import type { CheckedDocument } from '../documents.ts';
import { extractKind, quickFixKind, rewriteKind, sortKeysKind } from '../kinds.ts';
import type { Runtime } from '../server.ts';
import { articleIn } from './article.ts';
import { readArticles, type TextOf } from './articleFiles.ts';
import { imageInfo } from './hover.ts';
import { toWorkspaceEdits } from './workspaceEdits.ts';

export interface RefactoringSources {
  readonly features: ClientFeatures;
  readonly runtime: Pick<Runtime, 'readStart'>;
  readonly textOf: TextOf;
}

/** LSP's `CodeActionTriggerKind.Automatic`. */
const AUTOMATIC = 2;

/** What may be changed at a place. Not on every move of the cursor: then only what repairs a finding. */
export async function refactorings(
  document: CheckedDocument,
  { range, context }: CodeActionParams,
  sources: RefactoringSources,
): Promise<CodeAction[]> {
  const { features } = sources;
  const checked = articleIn(document);
  if (!checked || !features.codeActions) return [];
  const span = toSpan(document.document, range);
  const lacking = checked.findings.filter(one => UNREGISTERED.has(one.rule) && touches(one, span));
  const isWanted = (kind: string) =>
    context.only === undefined
      ? context.triggerKind !== AUTOMATIC || kind === quickFixKind
      : context.only.some(one => one === '' || kind === one || kind.startsWith(`${one}.`));
  const kindsOf = (id: RefactoringId): readonly string[] => {
    if (id === 'sort-keys') return context.only === undefined ? [rewriteKind] : [rewriteKind, sortKeysKind];
    if (id === 'new-topic' || id === 'new-provider') return lacking.length > 0 ? [quickFixKind] : [extractKind];
    return [id === 'new-article' ? extractKind : rewriteKind];
  };
  const possible = [rewriteKind, extractKind, sortKeysKind, ...(lacking.length > 0 ? [quickFixKind] : [])];
  if (!possible.some(isWanted)) return [];
  const files = await filesOf(document, filesForRefactorings(checked, span), sources);
  return refactoringsAt(checked, span, files).flatMap(found => {
    const kind = kindsOf(found.id).find(isWanted);
    if (kind === undefined || (found.newFile && (!features.createsFiles || !document.others))) return [];
    const diagnostics =
      kind === quickFixKind ? lacking.map(one => toDiagnostic(document.document, one, features, document.others)) : [];
    return [toCodeAction(document, found, kind, features, diagnostics)];
  });
}

/** Rules that a new registry entry satisfies. */
const UNREGISTERED: ReadonlySet<string> = new Set(['unknown-topic', 'provider-unregistered']);

function toCodeAction(
  { document, others }: CheckedDocument,
  { title, edits, newFile, warnings = [] }: Refactoring,
  kind: string,
  features: ClientFeatures,
  diagnostics: NonNullable<CodeAction['diagnostics']>,
): CodeAction {
  const { uri, version } = document;
  const own = edits.length > 0 ? [{ uri, version, text: document.getText(), edits }] : [];
  const created = newFile && others ? [{ uri: others.uriOf(newFile.path), text: newFile.text }] : [];
  const open = features.commands.open;
  return {
    title,
    kind,
    ...(diagnostics.length > 0 && { diagnostics }),
    edit: toWorkspaceEdits(own, features, {
      creates: created,
      confirm: warnings.length > 0 ? { label: title, description: warnings.join(' ') } : undefined,
    }),
    ...(open !== undefined &&
      created[0] && { command: { title: say`Open`, command: open, arguments: [created[0].uri] } }),
  };
}

async function filesOf(
  document: CheckedDocument,
  needed: ReturnType<typeof filesForRefactorings>,
  { textOf, runtime }: RefactoringSources,
) {
  const articles = new Map<string, Article>();
  await readArticles(document, needed.articles, textOf, article => articles.set(article.path, article));
  const images = new Map<string, ImageInfo | undefined>();
  for (const path of needed.images) images.set(path, await imageInfo(document, path, { runtime }));
  return {
    readArticle: (path: string) => articles.get(path),
    imageInfo: (path: string) => images.get(path),
  };
}
