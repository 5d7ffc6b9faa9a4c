import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Article, parseArticle } from '../../server/src/core/article/articleDocument.ts';
import type { Entry, FieldNode, Item } from '../../server/src/core/article/nodes.ts';
import { suppressionsOf } from '../../server/src/core/article/suppressions.ts';
import { applyEdits, byPosition, conflicts, contains, type Edit, type Span } from '../../server/src/core/text.ts';
import { corpusFiles } from '../support/corpus.ts';
import { texts } from './texts.ts';

/** What must hold for every text: a list of what does not. */
function faultsOf(article: Article): string[] {
  const { text, block, root, problems } = article;
  const faults: string[] = [];
  const outer = block ? { start: block.opening?.start ?? block.content.start, end: block.content.end } : undefined;
  const inside = (span: Span, what: string, within: Span | undefined): void => {
    if (!within || span.start > span.end || !contains(within, span)) faults.push(`${what} ${span.start}-${span.end}`);
  };
  for (const problem of problems) {
    inside(problem, problem.code, outer);
    if (problem.message.includes('\n') || /undefined|NaN/.test(problem.message)) faults.push(problem.message);
    if (problem.fix) {
      const edits = [...problem.fix.edits].sort(byPosition);
      for (const edit of edits) {
        if (problem.code !== 'front-matter-unclosed') inside(edit, `edit of ${problem.code}`, block?.content);
      }
      if (applyEdits(text, edits) === text) faults.push(`${problem.code}: a fix that changes nothing`);
    }
  }
  for (const [index, problem] of problems.entries()) {
    if (index > 0 && problem.start < problems[index - 1]!.start) faults.push(`${problem.code} out of order`);
  }
  if (root) {
    inside(root, 'root', block?.content);
    checkNode(root, faults, inside);
  }
  suppressionsOf(article).silences('any', 0);
  return faults;
}

function checkNode(node: FieldNode, faults: string[], inside: (span: Span, what: string, within: Span) => void): void {
  if (node.kind === 'scalar') return;
  let at = node.start;
  for (const child of node.kind === 'map' ? node.entries : node.items) {
    inside(child, `child of ${node.kind}`, node);
    inside(child.value, 'value', child);
    if (!node.aliased && !child.value.aliased && child.start < at) faults.push(`child at ${child.start} before ${at}`);
    at = Math.max(at, child.end);
    if (isEntry(child)) {
      inside(child.key, `key ${child.name}`, child);
      if (!child.value.aliased && child.key.end > child.value.start)
        faults.push(`value of ${child.name} before its key`);
    }
    checkNode(child.value, faults, inside);
  }
}

function isEntry(child: Entry | Item): child is Entry {
  return 'key' in child;
}

function pathOf(name: string): string {
  return name === 'html' ? 'a.html' : 'a.md';
}

describe.each(Object.entries(texts))('%s', (name, text) => {
  test('every prefix', () => {
    const faults: string[] = [];
    for (let end = 0; end <= text.length; end++) {
      const prefix = text.slice(0, end);
      for (const one of [prefix, `${prefix}\n---\n`]) {
        const found = faultsOf(parseArticle(pathOf(name), one));
        if (found.length > 0) faults.push(`${JSON.stringify(one.slice(-60))}: ${found.join('; ')}`);
      }
    }
    expect(faults).toEqual([]);
  });

  test('any character in any place', () => {
    const sign = fc.constantFrom(...'\t\n\r "\'#:,-[]{}&*!|>%@`?\\~=<a1é'.split(''), '---\n', '\n  ', '\n- ', ': ', '');
    const change = fc.tuple(fc.nat(text.length), sign, fc.nat(2));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), changes => {
        let changed = text;
        for (const [at, put, drop] of changes) changed = changed.slice(0, at) + put + changed.slice(at + drop);
        expect(faultsOf(parseArticle(pathOf(name), changed))).toEqual([]);
      }),
      { seed: 11, numRuns: 150 },
    );
  });
});

test('safe fixes come to an end, and one more round changes nothing', () => {
  const sign = fc.constantFrom('"', "'", ' ', '\t', ': ', '[', '@', '\\', '- ', '  ', '\n', '#', '');
  const names = Object.keys(texts).filter(name => name !== 'unclosed');
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), sign, fc.nat(2), (name, at, put, drop) => {
      const source = texts[name]!;
      const place = 4 + (at % source.length);
      let text = source.slice(0, place) + put + source.slice(place + drop);
      for (let round = 0; ; round++) {
        const edits: Edit[] = [];
        for (const { fix } of parseArticle('a.md', text).problems) {
          if (fix?.safe && !fix.edits.some(one => edits.some(other => conflicts(one, other)))) edits.push(...fix.edits);
        }
        if (edits.length === 0) break;
        expect(round, JSON.stringify(text)).toBeLessThan(6);
        text = applyEdits(text, edits);
      }
    }),
    { seed: 17, numRuns: Number(process.env.N ?? 1000) },
  );
});

test('any lines', () => {
  const line = fc.tuple(
    fc.constantFrom('', ' ', '  ', '   ', '    ', '\t', '  \t', '- ', '  - ', '    - '),
    fc.constantFrom(
      'a:',
      'a: b',
      'a:b',
      'b: "x',
      "c: 'x'",
      'd: [x',
      'e: {f: ]',
      '- x',
      'word',
      'two words',
      '"q" r',
      '| x',
      '|',
      '#c',
      'x: |',
    ),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), lines => {
      const text = `---\n${lines.map(parts => parts.join('')).join('\n')}\n---\n`;
      expect(faultsOf(parseArticle('a.md', text))).toEqual([]);
    }),
    { seed: 5, numRuns: Number(process.env.N ?? 1000) },
  );
});

test('any text', () => {
  const text = fc.string({ unit: fc.constantFrom(...'---\n\n  :"\'[]{}#&*!|>-ab\t\r\\'.split('')), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.constantFrom('a.md', 'a.yaml', 'a.html'), (content, file) => {
      expect(faultsOf(parseArticle(file, content))).toEqual([]);
      expect(faultsOf(parseArticle(file, `---\n${content}\n---\n`))).toEqual([]);
    }),
    { seed: 3, numRuns: Number(process.env.N ?? 600) },
  );
});

const realFiles = corpusFiles().filter(file => !file.path.endsWith('.html'));

test.runIf(realFiles.length > 0)('real files with one character changed', () => {
  const sign = fc.constantFrom('"', "'", ' ', '\t', ':', '\n', '[', '#', '');
  fc.assert(
    fc.property(fc.constantFrom(...realFiles), fc.nat(), sign, (file, at, put) => {
      const place = at % file.text.length;
      const text = file.text.slice(0, place) + put + file.text.slice(place + 1);
      expect(faultsOf(parseArticle(file.path, text))).toEqual([]);
    }),
    { seed: 7, numRuns: Number(process.env.N ?? 500) },
  );
});
