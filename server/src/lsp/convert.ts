// The translation between the core and LSP: offsets and positions, findings and diagnostics, edits. Nothing else does it.
import type {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../core/check/runRules.ts';
import type { RelatedPlace, Severity } from '../core/rules/rule.ts';
import { ruleAddress } from '../core/rules/ruleAddress.ts';
import type { Edit, Span } from '../core/text.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import type { OtherFiles } from './sites/otherFiles.ts';

/** Offsets are UTF-16 code units on both sides, as LSP has it unless another encoding was agreed on. */
export function toRange(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** Positions outside the document are moved to its nearest end. */
export function toSpan(document: TextDocument, { start, end }: Range): Span {
  const [a, b] = [document.offsetAt(start), document.offsetAt(end)];
  return { start: Math.min(a, b), end: Math.max(a, b) };
}

/** @param others the files that findings lead to */
export function toDiagnostic(
  document: TextDocument,
  finding: Finding,
  client: ClientFeatures,
  others: OtherFiles | undefined,
): Diagnostic {
  const related = client.relatedPlaces ? finding.related.map(place => toRelated(document, place, others)) : [];
  return {
    range: toRange(document, finding),
    severity: severities[finding.severity],
    source: 'masthead',
    code: finding.rule,
    codeDescription: { href: ruleAddress(finding.rule) },
    message: finding.message,
    ...(related.length > 0 && { relatedInformation: related }),
  };
}

/** Edits of one document; for a client that can tell, only while it is at the version that they were made for. */
export function toWorkspaceEdit(document: TextDocument, edits: readonly Edit[], client: ClientFeatures): WorkspaceEdit {
  const { uri, version } = document;
  const textEdits = edits.map((edit): TextEdit => ({ range: toRange(document, edit), newText: edit.newText }));
  if (client.versionedEdits) return { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] };
  return { changes: { [uri]: textEdits } };
}

/** LSP's `DiagnosticSeverity`. */
const severities: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, info: 3, hint: 4 };

function toRelated(
  document: TextDocument,
  place: RelatedPlace,
  others: OtherFiles | undefined,
): DiagnosticRelatedInformation {
  const { path, message } = place;
  if (path === undefined) return { location: { uri: document.uri, range: toRange(document, place) }, message };
  const other = others?.get(path);
  const range = other ? toRange(other, place) : fileStart;
  return { location: { uri: others?.uriOf(path) ?? document.uri, range }, message };
}

const fileStart: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
