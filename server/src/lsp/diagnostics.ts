import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import type { Client } from './client.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { toDiagnostic } from './convert.ts';
import type { CheckedDocument, OpenDocuments } from './documents.ts';
import { guardEvent } from './guard.ts';

export const noDiagnostics: DocumentDiagnosticReport = { kind: 'full', items: [] };

/** The answer to a client that asks. `previous` is the result that it has. */
export function diagnosticReport(
  checked: CheckedDocument | undefined,
  previous: string | undefined,
  client: ClientFeatures,
): DocumentDiagnosticReport {
  if (!checked) return noDiagnostics;
  const { resultId } = checked;
  if (resultId === previous) return { kind: 'unchanged', resultId };
  return { kind: 'full', resultId, items: diagnosticsOf(checked, client) };
}

export interface PushSources {
  readonly client: Client;
  readonly documents: OpenDocuments;
  /** Runs a task after what is being handled. */
  defer(task: () => void): void;
}

/** Sends diagnostics to a client that does not ask for them. */
export class DiagnosticPush {
  readonly #sources: PushSources;
  readonly #publish: (uri: string) => Promise<void>;
  readonly #queued = new Set<string>();

  constructor(sources: PushSources) {
    this.#sources = sources;
    this.#publish = guardEvent(sources.client.log, 'publishDiagnostics', (uri: string) => this.#publishNow(uri));
  }

  /** The document changed, or what it is checked with. Changes that come together are checked together. */
  queue(uri: string): void {
    if (this.#queued.has(uri)) return;
    this.#queued.add(uri);
    this.#sources.defer(() => {
      this.#queued.delete(uri);
      void this.#publish(uri);
    });
  }

  /** The document was closed. */
  clear(uri: string): void {
    this.#sources.client.publish({ uri, diagnostics: [] });
  }

  async #publishNow(uri: string): Promise<void> {
    const { client, documents } = this.#sources;
    const checked = await documents.check(uri);
    if (!checked) return;
    const { version } = checked.document;
    client.publish({ uri, version, diagnostics: diagnosticsOf(checked, client.features) });
  }
}

function diagnosticsOf({ document, checked, others }: CheckedDocument, client: ClientFeatures): Diagnostic[] {
  return (checked?.findings ?? []).map(finding => toDiagnostic(document, finding, client, others));
}

/** How a client is told to ask for the whole workspace. Of open documents it says nothing: they are asked for under another name. */
export const workspaceIdentifier = 'masthead-workspace';
