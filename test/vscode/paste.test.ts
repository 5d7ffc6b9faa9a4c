// Pasting and dropping into front matter, and snippets, by the real clipboard, keys and mouse, on the sample site.
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openArticle, original, type Pasting, slow } from './pasting.ts';

let editor: Pasting;

beforeAll(async () => {
  editor = await openArticle({ withExtension: true });
});
afterAll(() => editor?.close());

/** Each test leaves the article as it was. */
afterEach(async () => expect(await editor.saved()).toBe(original));

test('an address on an empty line below related items becomes one, undone in one step', async () => {
  await editor.goTo('secured:');
  await editor.page.keyboard.press('ArrowUp');
  await editor.paste('https://saltmarsh.example/2026/05/07/eels-come-back?utm_source=x');
  await editor.line('Eels').waitFor();
  expect(await editor.saved()).toBe(
    original.replace(
      '\n\nsecured:',
      `
  - title: "Eels come back"
    publishedDateTime: 2026-05-07T00:00:00Z
    webUrl: "https://saltmarsh.example/2026/05/07/eels-come-back"
    type: article
    provider:
      name: Saltmarsh Institute
      domain: saltmarsh.example

secured:`,
    ),
  );
  await editor.undo();
  await editor.line('Eels').waitFor({ state: 'detached' });
});

test('the plain text stays one choice away', async () => {
  await editor.goTo('secured:');
  await editor.page.keyboard.press('ArrowUp');
  await editor.paste('https://ferrybell.example/crossings/thousandth-silent-crossing');
  await editor.line('Electric ferry').waitFor();
  await editor.page.keyboard.press('Control+.');
  const rows = editor.page.locator('.action-widget .monaco-list-row');
  await rows.filter({ hasText: 'Insert as a Related Item' }).waitFor();
  await editor.shot('paste');
  await rows.filter({ hasText: 'Insert Plain Text' }).click();
  await editor.line('Electric ferry').waitFor({ state: 'detached' });
  expect(await editor.saved()).toBe(
    original.replace('\n\nsecured:', '\nhttps://ferrybell.example/crossings/thousandth-silent-crossing\nsecured:'),
  );
  await editor.undo();
  await editor.line('thousandth-silent').waitFor({ state: 'detached' });
});

test('a text with a colon and quotes does not break the line that it is pasted into', async () => {
  await editor.goTo('title:');
  await editor.page.keyboard.press('Shift+End');
  await editor.page.keyboard.type('title: ');
  await editor.paste('Heron: "all homes" # and more\n');
  await editor.line('# and more').waitFor();
  expect(await editor.saved()).toBe(original.replace(/^title: .*/m, 'title: "Heron: \\"all homes\\" # and more"'));
  // The cursor stands behind what was pasted.
  await editor.page.keyboard.type(' # !');
  await expect.poll(editor.saved, slow).toContain('\ntitle: "Heron: \\"all homes\\" # and more" # !\n');
  for (let i = 0; (await editor.saved()) !== original && i < 6; i++) await editor.undo();
});

test('in the body and in the midst of a value a paste is a paste', async () => {
  await editor.page.keyboard.press('Control+End');
  await editor.paste('a: "b": c\n');
  await expect.poll(editor.saved, slow).toBe(`${original}a: "b": c\n`);
  await editor.undo();
  await editor.goTo('title:');
  await editor.page.keyboard.press('End');
  await editor.page.keyboard.press('ArrowLeft');
  await editor.paste(' again');
  await expect.poll(editor.saved, slow).toBe(original.replace('in Port Ellery"', 'in Port Ellery again"'));
  await editor.undo();
});

test('a line that was copied as a whole goes above the line of the cursor', async () => {
  const { page } = editor;
  await editor.goTo('quality:');
  await page.keyboard.press('Control+C');
  await editor.goTo('title:');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+V');
  await expect.poll(editor.saved, slow).toBe(original.replace('\ntitle:', '\nquality: 74\ntitle:'));
  await editor.undo();
});

test('a snippet of the format is inserted by its name', async () => {
  const { page } = editor;
  const input = page.locator('.quick-input-widget input[type=text]');
  const row = (text: string) => page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text }).first();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('F1');
  await input.fill('>Snippets: Insert Snippet');
  await row('Insert Snippet').waitFor();
  await page.keyboard.press('Enter');
  await page.getByPlaceholder('Select a snippet').waitFor();
  await input.fill('Picture');
  await row('Picture').waitFor();
  await page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
  await page.keyboard.type('/a.png');
  await expect.poll(editor.saved, slow).toBe(`${original}- url: "/a.png"\n  width: \n  height: `);
  for (let i = 0; (await editor.saved()) !== original && i < 6; i++) await editor.undo();
});

test('a picture dropped from the explorer becomes an item with its size', async () => {
  await editor.drop(['assets', 'news'], 'fish-robots.jpg', 'tidal-turbine.jpg');
  await editor.line('fish-robots.jpg').waitFor();
  const item = `  - url: "https://port-ellery.example/assets/images/news/fish-robots.jpg"
    width: 800
    height: 450
`;
  expect(await editor.saved()).toBe(original.replace('\nrelated:', `${item}\nrelated:`));
  await editor.page.locator('.monaco-editor.focused').first().waitFor();
  await editor.undo();
  await editor.line('fish-robots.jpg').waitFor({ state: 'detached' });
});

test('a picture that the site does not publish is refused, and its path is not written either', async () => {
  fs.copyFileSync(
    path.join(editor.site, 'assets/images/news/kelp-forest.jpg'),
    path.join(editor.site, '_data/kelp.jpg'),
  );
  await editor.drop(['_data'], 'kelp.jpg', 'tidal-turbine.jpg');
  await editor.page.locator('.statusbar .codicon-bell-dot').waitFor();
  await editor.run('Notifications: Show Notifications');
  await editor.page.getByText('“kelp.jpg” lies in a folder that the site does not publish.').first().waitFor();
  expect(await editor.saved()).toBe(original);
});
