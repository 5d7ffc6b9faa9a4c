import type {
  CodeLens,
  InlayHint,
  InlayHintParams,
  LinkedEditingRangeParams,
  LinkedEditingRanges,
  SemanticTokens,
} from 'vscode-languageserver-protocol';
import { type CodeLens as CoreLens, codeLenses } from '../../core/features/codeLenses.ts';
import { inlayHints } from '../../core/features/inlayHints.ts';
import { linkedEditingAt } from '../../core/features/linkedEditing.ts';
import { semanticTokens } from '../../core/features/semanticTokens.ts';
import type { ClientFeatures } from '../clientFeatures.ts';
import { toRange, toSpan } from '../convert.ts';
import type { CheckedDocument } from '../documents.ts';
import type { AidSettings } from '../settings.ts';
import { articleIn } from './article.ts';
import { semanticTokenTypes } from './editingCapabilities.ts';

export function hints(document: CheckedDocument, { range }: InlayHintParams, settings: AidSettings): InlayHint[] {
  const view = articleIn(document)?.view;
  if (!view || settings.inlayHints.length === 0) return [];
  return inlayHints(view, toSpan(document.document, range), new Set(settings.inlayHints)).map(({ offset, label }) => ({
    position: document.document.positionAt(offset),
    label,
    paddingLeft: true,
  }));
}

export function lenses(document: CheckedDocument, settings: AidSettings, client: ClientFeatures): CodeLens[] {
  const checked = articleIn(document);
  if (!checked || !settings.codeLens) return [];
  return codeLenses(checked).map(lens => ({
    range: toRange(document.document, lens),
    command: commandOf(document, lens, client),
  }));
}

/** `null`: nothing goes with what stands there. */
export function linkedRanges(
  document: CheckedDocument,
  { position }: LinkedEditingRangeParams,
): LinkedEditingRanges | null {
  const view = articleIn(document)?.view;
  const spans = view && linkedEditingAt(view, document.document.offsetAt(position));
  return spans ? { ranges: spans.map(span => toRange(document.document, span)), wordPattern: '[\\w.-]*' } : null;
}

/** Tokens as LSP packs them: five numbers each, places relative to the one before. */
export function tokens(document: CheckedDocument): SemanticTokens {
  const view = articleIn(document)?.view;
  const data: number[] = [];
  let [line, character] = [0, 0];
  for (const { start, end, kind, isHidden } of view ? semanticTokens(view) : []) {
    const at = document.document.positionAt(start);
    data.push(at.line - line, at.line === line ? at.character - character : at.character, end - start);
    data.push(semanticTokenTypes.indexOf(tokenTypes[kind]), isHidden ? 1 : 0);
    ({ line, character } = at);
  }
  return { data };
}

const tokenTypes = { topic: 'enumMember', provider: 'class', article: 'variable' } as const;

/** A client without the command shows the words alone. */
function commandOf({ document }: CheckedDocument, { title, action }: CoreLens, { commands }: ClientFeatures) {
  if (action.kind === 'references' && commands.references !== undefined) {
    const args = [document.uri, document.positionAt(action.offset)];
    return { title, command: commands.references, arguments: args };
  }
  if (action.kind === 'problems' && commands.problems !== undefined) return { title, command: commands.problems };
  return { title, command: '' };
}
