// A whole article of each kind, as completion offers it in an empty file, and the snippets that VS Code lists.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { viewArticle } from '../../server/src/core/check/articleView.ts';
import { checkArticle } from '../../server/src/core/check/runRules.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import { replaceValue } from '../../server/src/core/edits/edits.ts';
import { applyEdits } from '../../server/src/core/text.ts';
import { harbourArticle } from '../support/harbourArticle.ts';
import { root } from '../support/root.ts';
import { defaultPath, testNow } from '../support/rules.ts';
import { accept, ask, askAt, expanded, labels } from './completing.ts';

const project = createProject();
const types = project.contentTypes.filter(({ shape }) => shape.role === 'article');

/** A path that a content type has for itself. */
const pathOf = (id: string, include: readonly string[]): string => {
  if (id === 'topic') return '_data/topics/07-tides.yaml';
  const folder = (include[0] ?? '').replaceAll('**/', '').replace('/**', '');
  return id === 'newsletter' ? `${folder}/2026-05-12-letter.html` : `${folder}/2026-05-12-harbour-opens-again.md`;
};

/** Fills what is empty with the first example of its field. */
function filled(text: string, file: string): string {
  for (let current = text; ; ) {
    const article = parseArticle(file, current);
    const { fields } = viewArticle(article, { contentType: project.contentTypeOf(article), now: testNow });
    const edit = fields
      .flatMap(({ node, shape }) => {
        const [example] = shape.examples;
        const isOpen = node.kind === 'scalar' && node.text === '' && (shape.kind === 'text' || shape.kind === 'number');
        return isOpen && example !== undefined ? [replaceValue(article, node, example as string | number)] : [];
      })
      .find(one => one !== undefined);
    if (!edit) return current;
    current = applyEdits(current, [edit]);
  }
}

const problemsOf = (text: string, file: string) =>
  checkArticle(parseArticle(file, text), { project, now: testNow }).findings.map(
    ({ rule, severity, message }) => `${severity} ${rule}: ${message}`,
  );
const errorsOf = (text: string, file: string) => problemsOf(text, file).filter(one => one.startsWith('error'));

describe('a whole article in an empty file', () => {
  test.each(types.filter(({ id }) => id !== 'topic'))('$name', ({ id, name, include }) => {
    const file = pathOf(id, include);
    for (const start of ['', '-', '---', '\ufeff---']) {
      const asked = askAt(start, file, start.length, undefined, {}, { snippets: true, lazyEdits: false });
      const snippet = accept(asked, name);
      const plain = accept(
        askAt(start, file, start.length, undefined, {}, { snippets: false, lazyEdits: false }),
        name,
      );
      for (const text of [expanded(snippet), plain]) {
        expect(text).toMatch(/^\ufeff?---\n[\s\S]*\n---\n$/);
        expect(errorsOf(filled(text, file), file)).toEqual([]);
      }
    }
  });

  test.each(types)('between the fences: $name', ({ id, name, include }) => {
    const file = pathOf(id, include);
    const start = id === 'topic' ? '<|>' : '---\n<|>\n---\n';
    for (const snippets of [true, false]) {
      const text = expanded(accept(ask(start, { path: file, snippets }), name));
      expect(errorsOf(filled(text, file), file)).toEqual([]);
    }
  });

  test('of an open fence, which it closes', () => {
    expect(accept(ask('---\n<|>', { path: '_learning/books/a.md' }), 'Book')).toBe('---\ntitle: ""\ntype: book\n---\n');
  });

  test('all kinds that may stand in a folder', () => {
    const { list } = askAt('', '_learning/a.md', 0, undefined, {}, { snippets: false, lazyEdits: false });
    expect(list?.items.map(({ label }) => label)).toEqual([
      'Video',
      'Course',
      'Collection',
      'Book',
      'Answer',
      'Learning article',
    ]);
  });

  test('none where something stands, and none of a file that is none of ours', () => {
    const nowhere = { snippets: false, lazyEdits: false };
    expect(labels(ask('title: "A"\n<|>'))).not.toContain('News article');
    expect(askAt('Words', defaultPath, 0, undefined, {}, nowhere).list).toBeUndefined();
    expect(askAt('', 'README.md', 0, undefined, {}, nowhere).list).toBeUndefined();
    expect(labels(ask('<|>', { path: 'masthead.config.yaml' }))).not.toContain('News article');
  });
});

describe('the snippets of VS Code', () => {
  const all = JSON.parse(fs.readFileSync(path.join(root, 'snippets/front-matter.json'), 'utf8')) as Record<
    string,
    { readonly body: readonly string[]; readonly isFileTemplate?: true }
  >;
  const textOf = (name: string) => expanded((all[name]?.body ?? []).join('\n'));

  test.each(types.filter(({ id }) => id !== 'topic'))('a whole file: $name', ({ id, name, include }) => {
    const file = pathOf(id, include);
    expect(all[name]?.isFileTemplate).toBe(true);
    expect(errorsOf(filled(textOf(name), file), file)).toEqual([]);
  });

  test.each([
    ['Related items', '\n'],
    ['Pictures', '\n'],
    ['Provider', '\n'],
    ['Topics', '\n'],
    ['Related item', '\nrelated:\n'],
    ['Picture', '\nimages:\n'],
  ])('a part: %s', (name, above) => {
    const part = above === '\n' ? textOf(name) : textOf(name).replace(/^/gm, '  ');
    const key = (above + part).trim().split(':')[0] ?? '';
    const without = harbourArticle.replace(new RegExp(`\\n${key}:\\n(?:[ ].*\\n)+`), '\n');
    const text = filled(without.replace('\n\nsecured:', `\n${above}${part}\n\nsecured:`), defaultPath);
    expect(text).toContain(`\n${key}:\n`);
    expect(errorsOf(text, defaultPath)).toEqual([]);
  });
});
