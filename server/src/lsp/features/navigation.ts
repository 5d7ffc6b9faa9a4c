import type {
  DefinitionParams,
  DocumentHighlight,
  DocumentHighlightKind,
  DocumentLink,
  Location,
  LocationLink,
  Position,
  ReferenceParams,
} from 'vscode-languageserver-protocol';
import { definitionAt } from '../../core/features/definition.ts';
import { documentLinks } from '../../core/features/documentLinks.ts';
import { type Highlight, highlightsAt } from '../../core/features/highlights.ts';
import { referencesAt } from '../../core/features/references.ts';
import type { ClientFeatures } from '../clientFeatures.ts';
import { toRange } from '../convert.ts';
import type { CheckedDocument } from '../documents.ts';
import { articleIn } from './article.ts';
import { toLocations } from './places.ts';

/** Where a value leads to. `null`: nowhere. */
export async function definition(
  document: CheckedDocument,
  { position }: DefinitionParams,
  client: Pick<ClientFeatures, 'definitionLinks'>,
): Promise<Location[] | LocationLink[] | null> {
  const view = articleIn(document)?.view;
  const found = view && definitionAt(view, document.document.offsetAt(position));
  if (!view || !found || !document.others) return null;
  const own = { path: view.article.path, document: document.document };
  const locations = await toLocations(found.targets, document.others, own);
  if (!client.definitionLinks) return locations;
  const originSelectionRange = toRange(document.document, found.origin);
  return locations.map(({ uri, range }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

/** Everywhere that the same is named. `null`: nothing of that kind stands there. */
export async function references(
  document: CheckedDocument,
  { position, context }: ReferenceParams,
): Promise<Location[] | null> {
  const view = articleIn(document)?.view;
  const found = view && referencesAt(view, document.document.offsetAt(position));
  if (!view || !found) return null;
  const wanted = context.includeDeclaration ? found : found.filter(one => !one.isDeclaration);
  const own = { path: view.article.path, document: document.document };
  if (document.others) return toLocations(wanted, document.others, own);
  return wanted.map(one => ({ uri: own.document.uri, range: toRange(own.document, one) }));
}

export function links(document: CheckedDocument): DocumentLink[] {
  const view = articleIn(document)?.view;
  if (!view) return [];
  return documentLinks(view).flatMap(link => {
    const target = link.kind === 'web' ? link.url : document.others?.uriOf(link.path);
    return target === undefined ? [] : [{ range: toRange(document.document, link), target }];
  });
}

/** `null` where the editor may highlight in its own way. */
export function highlights(
  document: CheckedDocument,
  { position }: { readonly position: Position },
): DocumentHighlight[] | null {
  const view = articleIn(document)?.view;
  const found = view && highlightsAt(view, document.document.offsetAt(position));
  return found ? found.map(one => ({ range: toRange(document.document, one), kind: highlightKinds[one.kind] })) : null;
}

/** LSP's `DocumentHighlightKind`: text, read, write. */
const highlightKinds: Readonly<Record<Highlight['kind'], DocumentHighlightKind>> = { key: 1, use: 2, declaration: 3 };
