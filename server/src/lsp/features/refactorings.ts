import type { CodeAction, CodeActionParams } from 'vscode-languageserver-protocol';
import type { Article } from '../../core/article/articleDocument.ts';
import type { ImageInfo } from '../../core/features/cards/cardHost.ts';
import type { Refactoring, RefactoringId } from '../../core/features/refactor/refactoring.ts';
import {
  filesForRefactorings,
  type NeededFiles,
  type RefactorSources,
  refactoringsAt,
} from '../../core/features/refactor/refactorings.ts';
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
  const repairable = checked.findings.filter(one => touches(one, span));
  const repairedBy = (id: RefactoringId) => repairable.filter(one => REPAIRS.get(id) === one.rule);
  const isWanted = (kind: string) =>
    context.only === undefined
      ? context.triggerKind !== AUTOMATIC || kind === quickFixKind
      : context.only.some(one => one === '' || kind === one || kind.startsWith(`${one}.`));
  const kindsOf = (id: RefactoringId): readonly string[] => {
    if (id === 'sort-keys') return context.only === undefined ? [rewriteKind] : [rewriteKind, sortKeysKind];
    if (repairedBy(id).length > 0) return [quickFixKind];
    return [id === 'new-article' || id === 'new-topic' || id === 'new-provider' ? extractKind : rewriteKind];
  };
  const repairs = [...REPAIRS.keys()].some(id => repairedBy(id).length > 0);
  const possible = [rewriteKind, extractKind, sortKeysKind, ...(repairs ? [quickFixKind] : [])];
  if (!possible.some(isWanted)) return [];
  const files = await filesOf(document, filesForRefactorings(checked, span), sources);
  return refactoringsAt(checked, span, files).flatMap(found => {
    const kind = kindsOf(found.id).find(isWanted);
    if (kind === undefined || (found.newFile && (!features.createsFiles || !document.others))) return [];
    const repaired = kind === quickFixKind ? repairedBy(found.id) : [];
    const diagnostics = repaired.map(one => toDiagnostic(document.document, one, features, document.others));
    return [toCodeAction(document, found, kind, features, diagnostics)];
  });
}

/** The rule whose finding a refactoring repairs. */
const REPAIRS: ReadonlyMap<RefactoringId, string> = new Map([
  ['new-topic', 'unknown-topic'],
  ['new-provider', 'provider-unregistered'],
  ['make-item', 'wrong-type'],
]);

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

/** Reads the files that something asks for, as they are now. */
export async function filesOf(
  document: Pick<CheckedDocument, 'others'>,
  needed: NeededFiles,
  { textOf, runtime }: Pick<RefactoringSources, 'runtime' | 'textOf'>,
): Promise<RefactorSources> {
  const articles = new Map<string, Article>();
  await readArticles(document, needed.articles, textOf, article => articles.set(article.path, article));
  const images = new Map<string, ImageInfo | undefined>();
  for (const path of needed.images) images.set(path, await imageInfo(document, path, { runtime }));
  return {
    readArticle: (path: string) => articles.get(path),
    imageInfo: (path: string) => images.get(path),
  };
}
