import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { installEditor } from '../support/editor/install.ts';
import { loadGrammar, tokenTable } from '../support/grammar.ts';

const fixtures = path.join(import.meta.dirname, 'fixtures');
const scopes: Readonly<Record<string, string>> = { '.md': 'text.html.markdown', '.html': 'text.html.derivative' };

test.each(fs.readdirSync(fixtures))('%s', { timeout: 180_000 }, async file => {
  const grammar = await loadGrammar(installEditor(), scopes[path.extname(file)]!);
  if (!grammar) throw new Error(`no grammar for ${file}`);
  const table = tokenTable(grammar, fs.readFileSync(path.join(fixtures, file), 'utf8'));
  await expect(table).toMatchFileSnapshot(path.join('snapshots', `${file}.txt`));
});
