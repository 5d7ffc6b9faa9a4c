import { byPosition, conflicts, type Edit, lineStart, type Span } from '../text.ts';
import type { FieldNode, MapNode } from './nodes.ts';
import type { SyntaxProblem } from './problem.ts';
import { YamlReader } from './yamlReader.ts';

/** More broken entries than these are no slips; their fixes are not tried. */
const MAX_TRIES = 1_000;

/**
 * Keeps a fix only where it helps. Where every problem of a top-level entry has a fix, all of them together must give
 * YAML with the keys and values that the recovery found; else a change of indentation loses its fix, and any other fix
 * is no longer safe.
 */
export function verified(
  text: string,
  span: Span,
  root: FieldNode | undefined,
  problems: readonly SyntaxProblem[],
): readonly SyntaxProblem[] {
  const sorted = [...problems].sort(byPosition);
  const result: SyntaxProblem[] = [];
  let at = 0;
  let tries = 0;
  for (const chunk of chunksOf(text, span, root)) {
    const here: SyntaxProblem[] = [];
    for (; at < sorted.length; at++) {
      const problem = sorted[at];
      if (!problem || problem.start >= chunk.end) break;
      here.push(problem);
    }
    const open = here.length === 0 || here.some(problem => !problem.fix);
    const holds = open || (tries++ < MAX_TRIES && isRepaired(text, chunk, here));
    for (const problem of here) result.push(holds ? problem : doubted(problem));
  }
  return [...result, ...sorted.slice(at)];
}

interface Chunk extends Span {
  readonly node: FieldNode | undefined;
}

/** The lines of each top-level entry. */
function chunksOf(text: string, span: Span, root: FieldNode | undefined): Chunk[] {
  if (root?.kind !== 'map' || root.flow) return [{ ...span, node: root }];
  const starts = root.entries.map((entry, index) => (index === 0 ? span.start : lineStart(text, entry.start)));
  return root.entries.map((entry, index): Chunk => {
    const start = starts[index] ?? span.start;
    const node: MapNode = { ...root, entries: [entry] };
    return { start, end: starts[index + 1] ?? span.end, node };
  });
}

function isRepaired(text: string, chunk: Chunk, problems: readonly SyntaxProblem[]): boolean {
  const edits = problems.flatMap(problem => problem.fix?.edits ?? []).sort(byPosition);
  if (edits.some((one, index) => index > 0 && conflicts(edits[index - 1] ?? one, one))) return false;
  const source = withEdits(text, chunk, edits);
  const { root, errors } = new YamlReader(source).read({ start: 0, end: source.length });
  return errors.length === 0 && root !== undefined && chunk.node !== undefined && agrees(chunk.node, root);
}

/** Whether a node of the recovery and one of the repaired text hold the same, as far as the first one could be read. */
function agrees(found: FieldNode, repaired: FieldNode): boolean {
  if (found.kind === 'scalar' && found.style === 'broken') return true;
  if (found.aliased || repaired.aliased) return true;
  if (found.kind === 'list') {
    if (repaired.kind !== 'list' || found.items.length !== repaired.items.length) return false;
    return found.items.every((item, index) => agrees(item.value, repaired.items[index]?.value ?? repaired));
  }
  if (found.kind === 'map') {
    if (repaired.kind !== 'map' || found.entries.length !== repaired.entries.length) return false;
    return found.entries.every((entry, index) => {
      const other = repaired.entries[index];
      return entry.name === other?.name && agrees(entry.value, other.value);
    });
  }
  return repaired.kind === 'scalar' && found.value === repaired.value;
}

function doubted(problem: SyntaxProblem): SyntaxProblem {
  const { fix, ...rest } = problem;
  if (!fix || problem.code === 'yaml-indent' || problem.code === 'yaml-tab') return rest;
  return { ...rest, fix: { ...fix, safe: false } };
}

/** A stretch of text with some edits inside it. */
export function withEdits(text: string, span: Span, edits: readonly Edit[]): string {
  let result = '';
  let at = span.start;
  for (const one of [...edits].sort(byPosition)) {
    result += text.slice(at, one.start) + one.newText;
    at = one.end;
  }
  return result + text.slice(at, span.end);
}
