import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FromPage } from '../../client/src/preview/pageMessages.ts';
import { harbourArticle, harbourWith } from '../support/harbourArticle.ts';
import {
  openPage,
  otherSite,
  type PreviewPage,
  requested,
  shownArticle,
  startPages,
  stopPages,
} from './previewPage.ts';

beforeAll(startPages);
afterAll(stopPages);
beforeEach(() => void (requested.length = 0));

/** With pictures that another site really has. */
const pictured = () =>
  harbourArticle
    .replaceAll('https://pictures.harbourtimes.example/ferry.jpg?width=400&height=711', `${otherSite()}/ferry.svg`)
    .replace('https://pictures.harbourtimes.example/w_800/5f6a12d4906ee80a', `${otherSite()}/quay.svg`);

async function open(text = harbourArticle, options: Parameters<typeof openPage>[0] = {}): Promise<PreviewPage> {
  const page = await openPage(options);
  await page.post({ type: 'show', article: shownArticle(text) });
  return page;
}

/** What the page has sent but that it is ready. */
async function told(page: PreviewPage): Promise<readonly FromPage[]> {
  return (await page.sent()).filter(({ type }) => type !== 'ready');
}

const card = ({ page }: PreviewPage, index: number) => page.locator(`[data-card="${index}"]`);
const titles = ({ page }: PreviewPage) => page.locator('.related h3').allTextContents();

describe('what is shown', () => {
  test('nothing, before there is an article', async () => {
    const page = await openPage();
    expect(await page.page.textContent('main')).toBe('Open an article to see it here.');
    expect(await page.sent()).toEqual([{ type: 'ready' }]);
  });

  test('the article', async () => {
    const { page } = await open();
    const main = page.locator('.main.card');
    for (const text of [
      'Harbour opens again',
      'Harbour Times',
      'Published',
      'May 12, 2026',
      'UTC',
      'Harbours',
      'Port Ellery',
      '59',
      '79',
    ])
      await expect.poll(() => main.textContent()).toContain(text);
    expect(await page.locator('.addresses .valid').count()).toBe(5);
  });

  test('its related items, with their distance and what a curator should see', async () => {
    const page = await open();
    expect(await titles(page)).toEqual(['The tide mill turns again', 'A ferry without a captain']);
    expect(await card(page, 0).textContent()).toContain('−23 h');
    expect(await card(page, 0).locator('.badge').allTextContents()).toEqual(['no picture']);
    expect(await page.page.locator('.timeline [role=img]').getAttribute('aria-label')).toContain('2 related items');
  });

  test('in another language', async () => {
    const shown = { nothing: 'Öffnen Sie einen Artikel.', published: 'Veröffentlicht' };
    const page = await open(harbourArticle, { language: 'de', texts: shown });
    expect(await page.page.locator('.state').textContent()).toBe('Veröffentlicht');
    expect(await page.page.locator('time').textContent()).toContain('12.05.2026');
  });

  test('as readers see it, and beside an item', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'As readers see it' }).click();
    expect(await page.locator('.reader h1').textContent()).toBe('Harbour opens again');
    expect(await page.locator('.actions').count()).toBe(0);
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByLabel('Compare with').selectOption('1');
    expect(await page.locator('tr.differs th').allTextContents()).not.toContainEqual(
      expect.stringContaining('Provider'),
    );
    expect(await page.locator('tr.same').count()).toBe(2);
  });
});

describe('what a click does', () => {
  test.each<[string, FromPage]>([
    ['Move down: The tide mill turns again', { type: 'curate', version: 1, action: { kind: 'move', from: 0, to: 1 } }],
    ['Move up: A ferry without a captain', { type: 'curate', version: 1, action: { kind: 'move', from: 1, to: 0 } }],
    ['Remove: A ferry without a captain', { type: 'curate', version: 1, action: { kind: 'remove', index: 1 } }],
    [
      'Make it the article: The tide mill turns again',
      { type: 'curate', version: 1, action: { kind: 'promote', index: 0 } },
    ],
    [
      'Make an article of it: The tide mill turns again',
      { type: 'curate', version: 1, action: { kind: 'makeArticle', index: 0 } },
    ],
    [
      'Open in the browser: The tide mill turns again',
      { type: 'openUrl', url: 'https://tidewater.example/mill-turns-again' },
    ],
    ['Hide', { type: 'curate', version: 1, action: { kind: 'togglePublished' } }],
    ['Stay with this article', { type: 'lock', locked: true }],
  ])('%s', async (name, message) => {
    const page = await open();
    await page.page.getByRole('button', { name, exact: true }).click();
    expect(await told(page)).toEqual([message]);
  });

  test('a card shows its lines', async () => {
    const page = await open();
    await card(page, 1).locator('.excerpt').click();
    const [message] = await told(page);
    expect(message).toMatchObject({ type: 'reveal' });
    if (message?.type === 'reveal')
      expect(harbourArticle.slice(message.start, message.end)).toMatch(/^- title: "A ferry without a captain"/);
  });

  test('sorting, adding from an address and from the repository', async () => {
    const page = await open();
    const { uri } = shownArticle(harbourArticle);
    await page.post({
      type: 'suggestions',
      uri,
      items: [{ path: '_news/a.md', title: 'The quay', provider: 'A', date: 0, quality: 3, reason: 'same topic' }],
    });
    await page.page.getByRole('button', { name: 'Quality', exact: true }).click();
    await page.page.getByLabel('Add from an address').first().fill('https://a.example/b');
    await page.page.keyboard.press('Enter');
    await page.page.getByRole('button', { name: 'Add: The quay' }).click();
    expect((await told(page)).map(one => one.type === 'curate' && one.action)).toEqual([
      { kind: 'sort', by: 'quality' },
      { kind: 'addUrl', url: 'https://a.example/b' },
      { kind: 'add', path: '_news/a.md' },
    ]);
  });

  test('a finding leads to its place and to its fix', async () => {
    const page = await open(harbourWith('quality: 41', 'quality: many'));
    await card(page, 1).getByRole('button', { name: /^Fix/ }).click();
    await card(page, 1).getByRole('button', { name: '“many” is not a whole number.', exact: true }).click();
    expect((await told(page)).map(({ type }) => type)).toEqual(['fix', 'reveal']);
  });

  test('dragging a card onto another', async () => {
    const page = await open();
    await card(page, 1).locator('.rank').dragTo(card(page, 0).locator('.rank'));
    expect(await told(page)).toEqual([{ type: 'curate', version: 1, action: { kind: 'move', from: 1, to: 0 } }]);
  });
});

describe('the keyboard', () => {
  test('moves a card, and the focus stays with it', async () => {
    const page = await open();
    await card(page, 1).focus();
    await page.page.keyboard.press('Alt+ArrowDown');
    await page.page.keyboard.press('Alt+ArrowUp');
    expect(await told(page)).toEqual([{ type: 'curate', version: 1, action: { kind: 'move', from: 1, to: 0 } }]);
    const moved = harbourArticle
      .replace(/( {2}- title: "The tide[\s\S]*?)( {2}- title: "A ferry[\s\S]*?)(\n\nsecured)/, '$2\n$1$3')
      .replace(/\n\n\nsecured/, '\n\nsecured');
    await page.post({ type: 'show', article: shownArticle(moved, { version: 2 }) });
    expect(await titles(page)).toEqual(['A ferry without a captain', 'The tide mill turns again']);
    expect(await page.page.evaluate('document.activeElement.dataset.card')).toBe('0');
  });

  test('a move that changes nothing takes the focus from nobody', async () => {
    const page = await open();
    await card(page, 1).focus();
    await page.page.keyboard.press('Alt+ArrowUp');
    await page.page.getByRole('textbox').focus();
    await page.post({ type: 'show', article: shownArticle(harbourArticle, { version: 2 }) });
    expect(await page.page.evaluate('document.activeElement.tagName')).toBe('INPUT');
  });

  test('a card that looks as before does what the new text needs', async () => {
    const page = await open();
    const longer = harbourWith('Harbour opens again"\nexcerpt', 'Harbour opens once again"\nexcerpt');
    await page.post({ type: 'show', article: shownArticle(longer, { version: 2 }) });
    await card(page, 1).locator('h3 button').click();
    await card(page, 1).getByRole('button', { name: 'Remove: A ferry without a captain' }).click();
    const [reveal, curate] = await told(page);
    expect(reveal?.type === 'reveal' && longer.slice(reveal.start, reveal.end)).toMatch(/^- title: "A ferry without/);
    expect(curate).toEqual({ type: 'curate', version: 2, action: { kind: 'remove', index: 1 } });
  });

  test('removes, reveals, and reaches every button', async () => {
    const page = await open();
    await card(page, 0).focus();
    await page.page.keyboard.press('Delete');
    await page.page.keyboard.press('Enter');
    expect((await told(page)).map(({ type }) => type)).toEqual(['curate', 'reveal']);
    const all = await page.page.evaluate(
      "[...document.querySelectorAll('button:not(:disabled), input, select, li[tabindex]')].every(one => one.tabIndex === 0)",
    );
    expect(all).toBe(true);
  });
});

describe('what changes', () => {
  test('the cursor outlines its card and brings it into view', async () => {
    const page = await open();
    await page.page.setViewportSize({ width: 500, height: 300 });
    await page.post({ type: 'select', card: 1 });
    expect(await page.page.locator('.selected').getAttribute('data-card')).toBe('1');
    const box = await card(page, 1).boundingBox();
    expect(box && box.y < 300).toBe(true);
    await page.post({ type: 'select', card: undefined });
    expect(await page.page.locator('.selected').count()).toBe(0);
  });

  test('typing changes the text and nothing else: the place and the elements stay', async () => {
    const page = await open();
    await page.page.setViewportSize({ width: 500, height: 300 });
    await page.page.evaluate('window.scrollTo(0, 250); window.before = document.querySelector(\'[data-card="1"]\')');
    await page.post({
      type: 'show',
      article: shownArticle(harbourWith('A ferry without', 'A boat without'), { version: 2 }),
    });
    expect(await titles(page)).toContain('A boat without a captain');
    expect(await page.page.evaluate('[window.scrollY, window.before.isConnected]')).toEqual([250, true]);
  });

  test('what cannot be read leaves the last good state, dimmed, with the reason; nothing can be done to it', async () => {
    const page = await open();
    const broken = harbourWith('title: "The tide mill turns again"', 'title: "The tide');
    await page.post({ type: 'show', article: shownArticle(broken, { version: 2 }) });
    expect(await titles(page)).toEqual(['The tide mill turns again', 'A ferry without a captain']);
    expect(await page.page.getByRole('alert').textContent()).toContain('cannot be read');
    expect(await page.page.locator('.content').getAttribute('aria-busy')).toBe('true');
    expect(await page.page.getByRole('button', { name: 'Remove: A ferry without a captain' }).isDisabled()).toBe(true);
    await card(page, 1).focus();
    await page.page.keyboard.press('Delete');
    await page.page.keyboard.press('Enter');
    expect(await told(page)).toEqual([]);
    await page.post({ type: 'show', article: shownArticle(harbourArticle, { version: 3 }) });
    expect(await page.page.getByRole('alert').count()).toBe(0);
  });

  test('what is kept for a reload', async () => {
    const page = await openPage({ state: { uri: 'x', look: 'list', locked: true } });
    await page.post(
      { type: 'settings', locked: true, remoteImages: 'ask' },
      { type: 'show', article: shownArticle(harbourArticle) },
    );
    expect(await page.page.getByRole('button', { name: 'List' }).getAttribute('aria-pressed')).toBe('true');
    expect(await page.page.evaluate('window.keptState()')).toEqual({
      uri: shownArticle('').uri,
      look: 'list',
      locked: true,
    });
  });

  test('what was done is read out', async () => {
    const page = await open();
    await page.post({ type: 'said', text: 'related 2 → 1, 13 lines moved' });
    expect(await page.page.getByRole('status').textContent()).toBe('related 2 → 1, 13 lines moved');
  });
});

describe('pictures', () => {
  test('none of another site is asked for before consent', async () => {
    const page = await open(pictured());
    await page.page.waitForLoadState('networkidle');
    expect(requested).toEqual([]);
    expect(await page.page.locator('.main .placeholder').textContent()).toBe('Not loaded: from another site');
    await page.page.getByRole('button', { name: 'Load them in this workspace' }).click();
    await page.page.getByRole('button', { name: 'Never ask' }).click();
    expect(await told(page)).toEqual([
      { type: 'remoteImages', choice: 'always' },
      { type: 'remoteImages', choice: 'never' },
    ]);
  });

  test('not even when the page is told to, as its policy forbids it', async () => {
    const page = await open(pictured());
    await page.post({ type: 'settings', locked: false, remoteImages: 'always' });
    await page.page.evaluate(
      `new Promise(resolve => { const one = new Image(); one.onerror = resolve; one.onload = resolve; one.src = '${otherSite()}/x.svg'; })`,
    );
    expect(requested).toEqual([]);
  });

  test('with consent they are loaded, with no word of where from', async () => {
    const page = await open(pictured(), { remoteImages: 'always' });
    await expect.poll(() => page.page.locator('.size').first().textContent(), { timeout: 10_000 }).toBe('800 × 450');
    expect([...requested].sort()).toEqual(['/ferry.svg', '/quay.svg']);
    expect(await page.page.locator('.main img').first().getAttribute('referrerpolicy')).toBe('no-referrer');
  });

  test('a size that is not the real one, and a picture that does not load', async () => {
    const text = pictured().replace('width: 800', 'width: 640').replace('/ferry.svg', '/gone.svg');
    const { page } = await open(text, { remoteImages: 'always' });
    await expect
      .poll(() => page.locator('.size.wrong').textContent(), { timeout: 10_000 })
      .toBe('640 × 450 declared, really 800 × 450');
    await expect
      .poll(() => page.locator('[data-card="1"] .placeholder').textContent(), { timeout: 10_000 })
      .toBe('The picture cannot be loaded');
  });

  test('those of the repository come from where the extension says', async () => {
    const page = await openPage();
    const article = shownArticle(harbourArticle);
    const cover = { url: '/assets/a.jpg', at: 'file' as const, path: 'assets/a.jpg', width: 800, height: 450 };
    const model = { ...article.model, main: { ...article.model.main, cover } };
    await page.post({ type: 'show', article: { ...article, model, files: { 'assets/a.jpg': '/a.svg' } } });
    await expect.poll(() => page.page.locator('.main img').getAttribute('src'), { timeout: 10_000 }).toBe('/a.svg');
  });
});

describe('a hostile article', () => {
  const item = (i: number) =>
    `  - title: "<img src=x onerror=window.hacked=1> ${i}"\n    webUrl: "javascript:window.hacked=1"\n    excerpt: "</script><script>window.hacked=1</script>"\n`;
  const hostile = () =>
    `---\ntitle: "<script>window.hacked=1</script><b>bold</b>"\nexcerpt: "${'<iframe src=x>'.repeat(30_000)}"\nfeaturedContent: "<iframe src='${otherSite()}/evil'></iframe>"\nwebUrl: "javascript:window.hacked=1"\nimages:\n  - url: "javascript:window.hacked=1"\nprovider:\n  name: "<u>x</u>"\nrelated:\n${Array.from({ length: 1000 }, (_, i) => item(i)).join('')}---\n`;

  test('shows as text, loads nothing, and stays usable', async () => {
    const page = await open(hostile(), { remoteImages: 'always' });
    expect(await page.page.locator('h1').textContent()).toBe('<script>window.hacked=1</script><b>bold</b>');
    expect(await page.page.evaluate('window.hacked')).toBeUndefined();
    expect(await page.page.locator('iframe, main script, b, u').count()).toBe(0);
    expect(await page.page.locator('a, [href^="javascript"], [src^="javascript"]').count()).toBe(0);
    expect(requested).toEqual([]);
    expect(await page.page.locator('.related.card').count()).toBe(200);
    expect(await page.page.textContent('main')).toContain('800 more items are not shown.');
    await page.page.getByRole('button', { name: /^Remove: .* 3$/ }).click();
    expect(await told(page)).toEqual([{ type: 'curate', version: 1, action: { kind: 'remove', index: 3 } }]);
    expect(page.errors).toEqual([]);
  });
});
