import type {
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { formatFrontMatter, formatRange } from '../../core/features/format/formatFrontMatter.ts';
import { indentNewLine } from '../../core/features/format/newLine.ts';
import type { Edit } from '../../core/text.ts';
import { toRange, toSpan } from '../convert.ts';
import type { CheckedDocument } from '../documents.ts';
import { articleIn } from './article.ts';

export function format(document: CheckedDocument): TextEdit[] {
  const view = articleIn(document)?.view;
  return view ? toTextEdits(document, formatFrontMatter(view)) : [];
}

export function formatLines(document: CheckedDocument, { range }: DocumentRangeFormattingParams): TextEdit[] {
  const view = articleIn(document)?.view;
  return view ? toTextEdits(document, formatRange(view, toSpan(document.document, range))) : [];
}

/** After the Enter key. */
export function formatNewLine(document: CheckedDocument, { position }: DocumentOnTypeFormattingParams): TextEdit[] {
  const view = articleIn(document)?.view;
  return view ? toTextEdits(document, indentNewLine(view, document.document.offsetAt(position))) : [];
}

function toTextEdits({ document }: CheckedDocument, edits: readonly Edit[]): TextEdit[] {
  return edits.map(one => ({ range: toRange(document, one), newText: one.newText }));
}
