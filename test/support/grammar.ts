// Tokens as VS Code makes them: the editor's own grammars with ours injected.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';
import { vscodeFolder } from './editor/install.ts';
import { root } from './root.ts';

interface GrammarEntry {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

/** `home` is an installed editor, see `installEditor`. `undefined`: no grammar of that scope. */
export async function loadGrammar(home: string, scopeName: string): Promise<IGrammar | null> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(fs.readFileSync(wasm));
  const own = readEntries(root);
  const builtin = ['html', 'markdown-basics', 'yaml'].map(name => path.join(vscodeFolder(home), 'extensions', name));
  const files = new Map([...builtin.flatMap(readEntries), ...own].map(entry => [entry.scopeName, entry.path]));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: patterns => new oniguruma.OnigScanner(patterns),
      createOnigString: text => new oniguruma.OnigString(text),
    }),
    loadGrammar: async scope => {
      const file = files.get(scope);
      return file ? textmate.parseRawGrammar(fs.readFileSync(file, 'utf8'), file) : null;
    },
    getInjections: scope => own.filter(entry => entry.injectTo?.includes(scope)).map(entry => entry.scopeName),
  });
  return registry.loadGrammar(scopeName);
}

/**
 * Each line of the text, then its tokens below it with their scopes.
 * The scopes that every token of the file shares, and those that only structure it (`meta.`), are left out.
 */
export function tokenTable(grammar: IGrammar, text: string): string {
  let state = textmate.INITIAL;
  const rows = text.split('\n').flatMap(line => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return [`> ${line}`, ...tokens.flatMap(token => row(line.slice(token.startIndex, token.endIndex), token.scopes))];
  });
  return `${rows.join('\n')}\n`;
}

function row(text: string, scopes: readonly string[]): string[] {
  const telling = scopes.slice(1).filter(scope => !/^meta\.(?!embedded)/.test(scope));
  return text.trim() === '' ? [] : [`    ${text.trim().padEnd(28)}  ${telling.join(' ')}`.trimEnd()];
}

function readEntries(extension: string): GrammarEntry[] {
  const manifest = JSON.parse(fs.readFileSync(path.join(extension, 'package.json'), 'utf8'));
  return manifest.contributes.grammars.map((entry: GrammarEntry) => ({
    ...entry,
    path: path.join(extension, entry.path),
  }));
}
