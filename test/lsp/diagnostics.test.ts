import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fullCapabilities, type LspClient, plainCapabilities, startLspClient } from '../support/lspClient.ts';
import { articlePath, articleText, articleWith } from '../support/siteArticle.ts';

const twice = articleWith(['quality: 40', 'heat: 40\nquality: 40']);
const blank = articleWith(['opens again"\nexcerpt', 'opens  again"\nexcerpt']);

describe('a client that asks for diagnostics', () => {
  let client: LspClient;
  beforeEach(async () => {
    client = await startLspClient({ initializationOptions: { status: true } });
  });
  afterEach(() => client.stop());

  test('gets them as LSP has them', async () => {
    client.open(articlePath, twice);
    expect(await client.report(articlePath)).toEqual({
      kind: 'full',
      resultId: expect.any(String),
      items: [
        {
          range: { start: { line: 10, character: 0 }, end: { line: 10, character: 4 } },
          severity: 1,
          source: 'masthead',
          code: 'duplicate-key',
          codeDescription: {
            href: 'https://github.com/masthead-tools/masthead/blob/main/docs/rules/duplicate-key.md',
          },
          message: '“heat” stands twice.',
          relatedInformation: [
            {
              location: {
                uri: client.uri(articlePath),
                range: { start: { line: 8, character: 0 }, end: { line: 8, character: 4 } },
              },
              message: '“heat” stands here first.',
            },
          ],
        },
      ],
    });
    expect(client.published).toEqual([]);
  });

  test('hears that nothing changed, and hears of what did', async () => {
    client.open(articlePath, twice);
    const first = await client.report(articlePath);
    const again = await client.report(articlePath, first.resultId);
    expect(again).toEqual({ kind: 'unchanged', resultId: first.resultId });
    client.change(articlePath, 'heat: 40\nquality: 40', 'quality: 40');
    const third = await client.report(articlePath, first.resultId);
    expect(third).toEqual({ kind: 'full', resultId: expect.not.stringMatching(`^${first.resultId}$`), items: [] });
  });

  test('gets no old result for a file that was closed and opened again at the same version', async () => {
    client.open(articlePath, twice);
    const { resultId } = await client.report(articlePath);
    client.close(articlePath);
    client.open(articlePath, articleText);
    expect(await client.report(articlePath, resultId)).toMatchObject({ kind: 'full', items: [] });
  });

  test('gets an empty report for a file that is not open', async () => {
    expect(await client.report('/site/_news/nowhere.md')).toEqual({ kind: 'full', items: [] });
  });

  test('is told the kind of article and the number of findings, once for each check', async () => {
    const page = '/site/README.md';
    client.open(articlePath, twice);
    client.open(page, '# A page\n\ntitle: x\n');
    await client.report(articlePath);
    await client.report(page);
    await client.report(articlePath);
    const none = { error: 0, warning: 0, info: 0, hint: 0 };
    expect(client.statuses).toEqual([
      { uri: client.uri(articlePath), state: 'article', contentType: 'News article', counts: { ...none, error: 1 } },
      { uri: client.uri(page), state: 'none', counts: none },
    ]);
  });

  test.each([
    ['Markdown without front matter', '/site/_news/a.md', 'markdown', 'title:  x\n\n---\ntitle: y\ntitle: y\n---\n'],
    ['a YAML file of no declared type', '/site/_data/settings.yaml', 'yaml', 'a: 1\na: 1\n'],
    ['JSON of another tool', '/site/package.json', 'json', '{"a": 1, "a": 1}'],
    ['an empty file', '/site/_news/a.md', 'markdown', ''],
  ])('sees nothing in %s', async (_, path, language, text) => {
    client.open(path, text, language);
    expect(await client.findings(path)).toEqual([]);
  });

  test.each([
    ['a newsletter', '/site/_newsletters/2026-05-12-a.html', 'html', '---\ntitle: "A"\ntitle: "A"\n---\n<p>'],
    ['Markdown of another language id', '/site/_news/2026-05-12-a.md', 'jekyll', '---\ntitle: "A"\ntitle: "A"\n---\n'],
    [
      'an extension that was forgotten',
      '/site/_data/organizations/tidewater.example',
      'markdown',
      '---\nname: A\nname: A\n---\n',
    ],
    ['a topic', '/site/_data/topics/01-a.yaml', 'yaml', 'name: A\nname: A\n'],
    ['a configuration', '/site/masthead.config.json', 'json', '{"ignore": [], "ignore": []}'],
  ])('sees findings in %s', async (_, path, language, text) => {
    client.open(path, text, language);
    expect((await client.findings(path)).filter(finding => finding.startsWith('duplicate-key'))).toHaveLength(1);
  });
});

describe('a client that does not ask', () => {
  let client: LspClient;
  beforeEach(async () => {
    client = await startLspClient({ capabilities: plainCapabilities });
  });
  afterEach(() => client.stop());

  test('is sent diagnostics for each version, without related places that it cannot show', async () => {
    client.open(articlePath, twice);
    expect(await client.pushed(articlePath)).toEqual(['duplicate-key: heat']);
    expect(client.published.at(-1)?.diagnostics[0]).not.toHaveProperty('relatedInformation');
    client.change(articlePath, 'heat: 40\nquality: 40', 'quality: 40');
    expect(await client.pushed(articlePath)).toEqual([]);
    client.change(articlePath, 'opens again"\nexcerpt', 'opens  again"\nexcerpt');
    expect(await client.pushed(articlePath)).toEqual(['text-double-blank:   ']);
  });

  test('is sent an empty list when the file is closed, and nothing after it', async () => {
    client.open(articlePath, blank);
    await client.pushed(articlePath, findings => findings.length === 1);
    client.change(articlePath, 'opens  again', 'opens   again');
    client.close(articlePath);
    client.open('/site/_news/2026-05-13-other.md', articleText);
    await client.pushed('/site/_news/2026-05-13-other.md');
    const last = client.published.filter(({ uri }) => uri === client.uri(articlePath)).at(-1);
    expect(last).toEqual({ uri: client.uri(articlePath), diagnostics: [] });
  });
});

describe('incremental changes', () => {
  test.each([
    ['with LF', articleText],
    ['with CRLF', articleText.replaceAll('\n', '\r\n')],
    ['after characters outside the basic plane', articleText.replace('again.', '🚢 again.')],
    ['after a byte order mark', `\uFEFF${articleText}`],
  ])('%s keep every finding on its token', async (_, text) => {
    const client = await startLspClient();
    client.open(articlePath, text);
    expect(await client.findings(articlePath)).toEqual([]);
    client.change(articlePath, 'ships', 'ships  ');
    client.change(articlePath, 'published: true', 'type: article');
    client.change(articlePath, '"Harbour opens', '"Harbour  opens');
    expect(await client.findings(articlePath)).toEqual([
      'text-double-blank:   ',
      'text-double-blank:    ',
      'duplicate-key: type',
    ]);
    await client.stop();
  });

  test('in one message are applied one after the other', async () => {
    const client = await startLspClient();
    client.open(articlePath, articleText);
    const at = (line: number, character: number) => ({ line, character });
    client.changeRaw(articlePath, [
      { range: { start: at(1, 0), end: at(2, 0) }, text: '' },
      { range: { start: at(1, 0), end: at(1, 0) }, text: 'category: news\ncategory: news\n' },
    ]);
    expect(await client.findings(articlePath)).toEqual(['duplicate-key: category']);
    client.changeRaw(articlePath, [{ text: articleText }]);
    expect(await client.findings(articlePath)).toEqual([]);
    await client.stop();
  });
});

test('what is dated in the future stops being so as time goes by', async () => {
  let now = Date.parse('2026-05-12T08:00:00Z');
  const client = await startLspClient({ now: () => now, capabilities: fullCapabilities });
  client.open(articlePath, articleText);
  const first = await client.report(articlePath);
  expect(first).toMatchObject({ items: [{ code: 'date-future' }] });
  now += 3_600_000;
  expect(await client.report(articlePath, first.resultId)).toMatchObject({ kind: 'full', items: [] });
  await client.stop();
});
