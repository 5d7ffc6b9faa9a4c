import type {
  DocumentSymbol,
  FoldingRange,
  SelectionRange,
  SelectionRangeParams,
  SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver-protocol';
import { type DocumentSymbol as CoreSymbol, documentSymbols } from '../../core/features/documentSymbols.ts';
import { foldingRanges } from '../../core/features/foldingRanges.ts';
import { selectionAt } from '../../core/features/selectionRanges.ts';
import type { ClientFeatures } from '../clientFeatures.ts';
import { toRange } from '../convert.ts';
import type { CheckedDocument } from '../documents.ts';
import { articleIn } from './article.ts';

/** The outline. */
export function symbols(
  document: CheckedDocument,
  client: Pick<ClientFeatures, 'symbolTrees'>,
): DocumentSymbol[] | SymbolInformation[] {
  const view = articleIn(document)?.view;
  const found = view ? documentSymbols(view) : [];
  return client.symbolTrees
    ? found.map(one => toSymbol(document, one))
    : found.flatMap(one => toFlatSymbols(document, one, undefined));
}

/** `null` where the editor may fold in its own way. */
export function folds(document: CheckedDocument, client: Pick<ClientFeatures, 'mostFolds'>): FoldingRange[] | null {
  const view = articleIn(document)?.view;
  const found = view && foldingRanges(view);
  if (!found) return null;
  return found.slice(0, client.mostFolds).map(fold => {
    const { start, end } = toRange(document.document, fold);
    const kind = fold.kind === 'fields' ? undefined : fold.kind === 'comment' ? 'comment' : 'region';
    return { startLine: start.line, endLine: end.line, ...(kind && { kind }) };
  });
}

/** One for each position, as LSP wants it; `null` where no position is in front matter. */
export function selections(document: CheckedDocument, { positions }: SelectionRangeParams): SelectionRange[] | null {
  const view = articleIn(document)?.view;
  if (!view) return null;
  const chains = positions.map(position => selectionAt(view, document.document.offsetAt(position)));
  if (chains.every(chain => chain.length === 0)) return null;
  return chains.map((chain, i) => {
    let range: SelectionRange | undefined;
    for (const span of [...chain].reverse())
      range = { range: toRange(document.document, span), ...(range && { parent: range }) };
    const position = positions[i] ?? { line: 0, character: 0 };
    return range ?? { range: { start: position, end: position } };
  });
}

function toSymbol(
  document: CheckedDocument,
  { name, detail, kind, span, selection, children }: CoreSymbol,
): DocumentSymbol {
  return {
    name,
    ...(detail !== '' && { detail }),
    kind: symbolKinds[kind],
    range: toRange(document.document, span),
    selectionRange: toRange(document.document, selection),
    ...(children.length > 0 && { children: children.map(child => toSymbol(document, child)) }),
  };
}

function toFlatSymbols(
  document: CheckedDocument,
  { name, kind, span, children }: CoreSymbol,
  containerName: string | undefined,
): SymbolInformation[] {
  const location = { uri: document.document.uri, range: toRange(document.document, span) };
  return [
    { name, kind: symbolKinds[kind], location, ...(containerName !== undefined && { containerName }) },
    ...children.flatMap(child => toFlatSymbols(document, child, name)),
  ];
}

/** LSP's `SymbolKind`, which gives the icon. */
const symbolKinds: Readonly<Record<CoreSymbol['kind'], SymbolKind>> = {
  text: 15,
  number: 16,
  boolean: 17,
  date: 24,
  address: 8,
  list: 18,
  fields: 19,
  topic: 22,
  image: 13,
  'related-item': 23,
  provider: 3,
  file: 1,
  secured: 20,
  empty: 21,
};
