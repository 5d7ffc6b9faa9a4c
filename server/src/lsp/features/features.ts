// What an editor may ask of an article beyond its findings. A bundle of its own, which is loaded with the first question.
import type { CodeAction, CodeActionParams } from 'vscode-languageserver-protocol';
import type { Buffers } from '../buffers.ts';
import type { Client } from '../client.ts';
import { codeActions } from '../codeActions.ts';
import type { OpenDocuments } from '../documents.ts';
import type { Answer } from '../guard.ts';
import type { Pace } from '../pace.ts';
import { pasteRequests } from '../paste/pasteRequests.ts';
import { previewRequests } from '../preview/previewRequests.ts';
import type { Projects } from '../projects.ts';
import type { Runtime } from '../server.ts';
import type { Sites } from '../sites/sites.ts';
import { viewRequests } from '../views/viewRequests.ts';
import type { TextOf } from './articleFiles.ts';
import { completionRequests } from './completion.ts';
import { editingRequests } from './editingRequests.ts';
import type { MakeRequest } from './makeRequest.ts';
import { navigationRequests } from './navigationRequests.ts';
import { refactorings } from './refactorings.ts';

export interface FeatureSources {
  readonly client: Client;
  readonly runtime: Runtime;
  readonly documents: OpenDocuments;
  readonly buffers: Buffers;
  readonly projects: Projects;
  readonly sites: Sites;
  readonly pace: Pace;
  readonly textOf: TextOf;
}

/** Answers of all features, by method. */
export function featureRequests(request: MakeRequest, sources: FeatureSources): Readonly<Record<string, Answer>> {
  const { client, documents, runtime, textOf } = sources;
  const { features } = client;
  return {
    ...request<CodeActionParams, CodeAction[]>('textDocument/codeAction', [], async given => {
      const checked = await documents.check(given.textDocument.uri);
      if (!checked) return [];
      const own = codeActions(checked, given, features);
      return [...own, ...(await refactorings(checked, given, { features, runtime, textOf }))];
    }),
    ...navigationRequests(request, { ...sources, features }),
    ...completionRequests(request, { ...sources, features }),
    ...editingRequests(request, sources),
    ...previewRequests(request, sources),
    ...pasteRequests(request, sources),
    ...viewRequests(request, sources),
  };
}
