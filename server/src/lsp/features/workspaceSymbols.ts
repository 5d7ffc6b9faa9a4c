import type { Location, SymbolKind, WorkspaceSymbol } from 'vscode-languageserver-protocol';
import { type WorkspaceSymbol as CoreSymbol, workspaceSymbols } from '../../core/features/workspaceSymbols.ts';
import { markOf } from '../../core/index/summary.ts';
import type { ClientFeatures } from '../clientFeatures.ts';
import type { Site } from '../sites/site.ts';
import { pathWithin } from '../uris.ts';
import { toLocations } from './places.ts';

/** Articles, topics and providers of the workspace whose names fit a query. A client that can asks for their lines later. */
export async function symbolsOfWorkspace(
  sites: readonly Site[],
  query: string,
  client: Pick<ClientFeatures, 'resolvesSymbolPlaces'>,
): Promise<WorkspaceSymbol[]> {
  const found: WorkspaceSymbol[] = [];
  for (const { view, others } of sites) {
    if (!view || found.length >= MOST) continue;
    const symbols = workspaceSymbols(view, query, MOST - found.length);
    const locations = client.resolvesSymbolPlaces
      ? symbols.map(({ path }) => ({ uri: others.uriOf(path) }))
      : await toLocations(symbols, others);
    symbols.forEach((symbol, i) => {
      const location = locations[i];
      if (location) found.push(toSymbol(symbol, location));
    });
  }
  return found;
}

/** Adds the line to a symbol. What the client sends back only says which file it is. */
export async function resolveSymbol(sites: readonly Site[], symbol: WorkspaceSymbol): Promise<WorkspaceSymbol> {
  for (const { view, others, place } of sites) {
    const path = pathWithin(place.root, symbol.location.uri);
    const article = path === undefined ? undefined : view?.get(path);
    if (path === undefined || !article) continue;
    const { start, end } = markOf(article, 'title') ?? { start: 0, end: 0 };
    const [location] = await toLocations([{ path, start, end }], others);
    if (location) return { ...symbol, location };
  }
  return { ...symbol, location: { uri: symbol.location.uri, range: fileStart } };
}

const MOST = 200;

const fileStart: Location['range'] = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function toSymbol({ name, kind, container }: CoreSymbol, location: WorkspaceSymbol['location']): WorkspaceSymbol {
  return { name, kind: kinds[kind], location, ...(container !== '' && { containerName: container }) };
}

/** LSP's `SymbolKind`. */
const kinds: Readonly<Record<CoreSymbol['kind'], SymbolKind>> = { article: 1, topic: 22, provider: 3 };
