import type { CancellationToken } from 'vscode-jsonrpc';
import type {
  PrepareRenameParams,
  Range,
  RenameFilesParams,
  RenameParams,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { viewArticle } from '../../core/check/articleView.ts';
import { fileRenameIn, planFileRename } from '../../core/features/fileRename.ts';
import { mergeMessage, planRename, prepareRename } from '../../core/features/rename.ts';
import { renameIn } from '../../core/features/renameIn.ts';
import { say } from '../../core/say.ts';
import type { Buffers } from '../buffers.ts';
import type { Client } from '../client.ts';
import { toRange } from '../convert.ts';
import type { CheckedDocument } from '../documents.ts';
import { errorCodes, RequestError } from '../guard.ts';
import type { Site } from '../sites/site.ts';
import { canonical, pathWithin } from '../uris.ts';
import { articleIn } from './article.ts';
import { readArticles, type TextOf } from './articleFiles.ts';
import { type FileEdits, toWorkspaceEdits } from './workspaceEdits.ts';

export interface RenameSources {
  readonly client: Client;
  readonly buffers: Buffers;
  readonly textOf: TextOf;
}

/** `null`: nothing here has a name. Rejects with a reason for people where a name stands that is changed elsewhere. */
export function prepare(
  document: CheckedDocument,
  { position }: PrepareRenameParams,
): { range: Range; placeholder: string } | null {
  const view = articleIn(document)?.view;
  const place = view && prepareRename(view, document.document.offsetAt(position));
  if (!place) return null;
  if ('refusal' in place) throw refused(place.refusal);
  return { range: toRange(document.document, place.span), placeholder: place.placeholder };
}

/** Renames in every file of the repository, each read as it is now. */
export async function rename(
  document: CheckedDocument,
  { position, newName }: RenameParams,
  { client, buffers, textOf }: RenameSources,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  const view = articleIn(document)?.view;
  const plan = view && planRename(view, document.document.offsetAt(position), newName);
  if (!view || !plan) return null;
  if ('refusal' in plan) throw refused(plan.refusal);
  const { project } = document.options;
  const own = view.article.path;
  const { uri, version } = document.document;
  const files: FileEdits[] = [{ uri, version, text: view.article.text, edits: renameIn(view, plan) }];
  const paths = plan.paths.filter(path => path !== own && !project.ignores(path));
  await readArticles(
    document,
    paths,
    textOf,
    (article, at) => {
      const other = viewArticle(article, { contentType: project.contentTypeOf(article), now: 0 });
      const edits = renameIn(other, plan);
      files.push({ uri: at, version: buffers.find(at)?.version, text: article.text, edits });
    },
    () => !token.isCancellationRequested,
  );
  const message = mergeMessage(plan);
  if (message !== undefined && !client.features.confirmsEdits) client.show(message);
  return toWorkspaceEdits(
    files.filter(({ edits }) => edits.length > 0),
    client.features,
    {
      confirm: message === undefined ? undefined : { label: say`Make one of two`, description: message },
      renames: plan.files.flatMap(({ from, to }) => {
        const [oldUri, newUri] = [document.others?.uriOf(from), document.others?.uriOf(to)];
        return oldUri === undefined || newUri === undefined ? [] : [{ from: oldUri, to: newUri }];
      }),
    },
  );
}

/** What articles say of files that are about to move. `null`: nothing. */
export async function willRenameFiles(
  { files }: RenameFilesParams,
  sites: readonly Site[],
  { client, buffers, textOf }: RenameSources,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  const changed: FileEdits[] = [];
  const domains: string[] = [];
  for (const site of sites) {
    const { view } = site;
    const renames = files.flatMap(({ oldUri, newUri }) => {
      const [from, to] = [pathWithin(site.place.root, oldUri), pathWithin(site.place.root, newUri)];
      return from === undefined || to === undefined ? [] : [{ from, to }];
    });
    if (!view || renames.length === 0) continue;
    const { project } = site.place;
    const plan = planFileRename(renames, view);
    domains.push(...plan.domains.map(({ from, to }) => `${from} → ${to}`));
    await readArticles(
      site,
      plan.paths.filter(path => !project.ignores(path)),
      textOf,
      (article, uri) => {
        const other = viewArticle(article, { contentType: project.contentTypeOf(article), now: 0, site: view });
        const edits = fileRenameIn(other, view, plan);
        if (edits.length === 0 || changed.some(one => canonical(one.uri) === canonical(uri))) return;
        changed.push({ uri, version: buffers.find(uri)?.version, text: article.text, edits });
      },
      () => !token.isCancellationRequested,
    );
  }
  if (changed.length === 0) return null;
  const confirm =
    domains[0] === undefined ? undefined : { label: say`Rename the domain`, description: domains.join(', ') };
  return toWorkspaceEdits(changed, client.features, { confirm });
}

function refused(reason: string): RequestError {
  return new RequestError(errorCodes.requestFailed, reason);
}
