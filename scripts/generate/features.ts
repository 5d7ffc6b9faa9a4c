// What the language server can do, for README's table and for the test that holds it to what is advertised and tested.

/** One row of the table. Cells of others are from their own documentation and source, and from what was tried, in 2026. */
export interface Feature {
  readonly name: string;
  /** Keys of LSP's `ServerCapabilities` or of `workspace` in it. Empty: it is none. */
  readonly capabilities: readonly string[];
  /** LSP's methods; each is asked in a test of `test/lsp`. */
  readonly methods: readonly string[];
  readonly masthead: string;
  readonly others: Readonly<Record<Other, string>>;
}

/** Who else works on front matter, or on YAML. */
export const others = {
  yaml: 'YAML (Red Hat)¹',
  astro: 'Astro',
  cms: 'Front Matter CMS',
  remark: 'remark-lint²',
  mdsmith: 'mdsmith',
} as const;
type Other = keyof typeof others;

const no = '–';

function row(
  name: string,
  capability: string | readonly string[],
  method: string | readonly string[],
  masthead: string,
  [yaml, astro, cms, remark, mdsmith]: readonly [string, string, string, string, string],
): Feature {
  const list = (one: string | readonly string[]) => (typeof one !== 'string' ? one : one === '' ? [] : [one]);
  return {
    name,
    capabilities: list(capability),
    methods: list(method),
    masthead,
    others: { yaml, astro, cms, remark, mdsmith },
  };
}

export const features: readonly Feature[] = [
  row('Findings as you type', 'diagnosticProvider', 'textDocument/diagnostic', 'pulled or pushed', [
    'pushed',
    'yes',
    'yes',
    'yes',
    'yes',
  ]),
  row('Findings of the whole workspace', '', 'workspace/diagnostic', 'yes', [
    no,
    no,
    no,
    'command line',
    'command line',
  ]),
  row('What other files say: topics, items, the same address twice', '', 'textDocument/diagnostic', 'yes', [
    no,
    no,
    'links, pictures',
    no,
    'links in the body',
  ]),
  row('Quick fixes, refactorings', 'codeActionProvider', 'textDocument/codeAction', 'yes', [
    'yes',
    'as YAML',
    no,
    'values of a list',
    'yes',
  ]),
  row('Fix all, on save too', 'codeActionProvider', 'textDocument/codeAction', 'byte-exact', [no, no, no, no, 'yes']),
  row(
    'Completion',
    'completionProvider',
    ['textDocument/completion', 'completionItem/resolve'],
    'keys, values, topics, providers, articles',
    ['keys, values', 'keys, values', 'in a form', no, '`kind`'],
  ),
  row('Hover', 'hoverProvider', 'textDocument/hover', 'fields, pictures, addresses, topics, findings', [
    'fields',
    'fields',
    no,
    no,
    'rules',
  ]),
  row(
    'Go to definition',
    'definitionProvider',
    'textDocument/definition',
    'topics, providers, items, articles, pictures',
    ['anchors', 'schema', no, no, 'yes'],
  ),
  row('References', 'referencesProvider', 'textDocument/references', 'yes', [no, no, no, no, 'yes']),
  row('Highlights', 'documentHighlightProvider', 'textDocument/documentHighlight', 'yes', [no, '?', '?', '?', '?']),
  row(
    'Rename',
    'renameProvider',
    ['textDocument/rename', 'textDocument/prepareRename'],
    'topics, providers, addresses',
    ['anchors', no, 'files', no, 'headings'],
  ),
  row('Files renamed in the explorer', 'fileOperations', 'workspace/willRenameFiles', 'what names them follows', [
    no,
    '?',
    '?',
    '?',
    '?',
  ]),
  row('Outline', 'documentSymbolProvider', 'textDocument/documentSymbol', 'items by their title', [
    'items by number',
    'yes',
    no,
    no,
    'yes',
  ]),
  row('Symbols of the workspace', 'workspaceSymbolProvider', 'workspace/symbol', 'articles, topics, providers', [
    no,
    no,
    no,
    no,
    'yes',
  ]),
  row('Links', 'documentLinkProvider', 'textDocument/documentLink', 'addresses, pictures, items', [
    '`$ref`',
    no,
    no,
    no,
    'in the body',
  ]),
  row('Folding', 'foldingRangeProvider', 'textDocument/foldingRange', 'yes', ['yes', 'yes', 'the whole block', no, no]),
  row('Selection ranges', 'selectionRangeProvider', 'textDocument/selectionRange', 'yes', ['yes', 'yes', no, no, no]),
  row('Inlay hints', 'inlayHintProvider', 'textDocument/inlayHint', 'age, counts, titles', [no, no, no, no, no]),
  row('Code lenses', 'codeLensProvider', 'textDocument/codeLens', 'uses, findings', ['schema', no, no, no, no]),
  row('Semantic tokens', 'semanticTokensProvider', 'textDocument/semanticTokens/full', 'yes', [no, no, no, no, no]),
  row('Linked editing', 'linkedEditingRangeProvider', 'textDocument/linkedEditingRange', 'yes', [
    no,
    '?',
    '?',
    '?',
    '?',
  ]),
  row(
    'Formatting of front matter alone',
    ['documentFormattingProvider', 'documentRangeFormattingProvider', 'documentOnTypeFormattingProvider'],
    ['textDocument/formatting', 'textDocument/rangeFormatting', 'textDocument/onTypeFormatting'],
    'when asked for; values keep every byte',
    ['Prettier', no, 'rewritten on save', 'the whole file', 'the whole file'],
  ),
  row('Check all articles', 'executeCommandProvider', 'workspace/executeCommand', 'with progress', [
    no,
    no,
    no,
    'command line',
    'command line',
  ]),
  // Requests of our own: LSP has none for it.
  row('Pasting and dropping', '', '', 'addresses and pictures as items, texts in quotes', ['?', '?', '?', no, no]),
  row('VS Code for the Web', '', '', 'yes', ['yes', no, no, no, no]),
];

/** The table as Markdown. */
export function featureTable(): string {
  const names = Object.keys(others) as Other[];
  const lines = [
    `| | Masthead | ${names.map(name => others[name]).join(' | ')} |`,
    `| --- | --- |${' --- |'.repeat(names.length)}`,
    ...features.map(
      each => `| ${each.name} | ${each.masthead} | ${names.map(name => each.others[name]).join(' | ')} |`,
    ),
  ];
  return [
    ...lines,
    '',
    '¹ On `.yaml` files; of front matter in Markdown it says nothing. ² With remark-lint-frontmatter-schema and the remark',
    'extension. – no, ? not looked at.',
    '',
  ].join('\n');
}
