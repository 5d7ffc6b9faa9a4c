// Pasting and dropping into front matter, and snippets, by the real clipboard, keys and mouse, on the sample site.
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from '../support/editor/workbench.ts';
import { root } from '../support/root.ts';

const turbine = '_news/2026-05-06-tidal-turbine-heron-lights-its-first-hundred-homes-in-port-ellery.md';
const sample = path.join(root, 'sample');
const original = fs.readFileSync(path.join(sample, turbine), 'utf8');
const slow = { timeout: 20_000 };
let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({ site: sample, withExtension: true });
  await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await workbench.open(turbine);
  // The hint says that all articles are read.
  await workbench.page.locator('.view-line', { hasText: '5 articles' }).first().waitFor();
});
afterAll(() => workbench?.close());

/** Each test leaves the article as it was. */
afterEach(async () => expect(await saved()).toBe(original));

const stored = (): string => fs.readFileSync(path.join(workbench.site, turbine), 'utf8');

async function saved(): Promise<string> {
  await workbench.run('File: Save All Files');
  await expect.poll(() => workbench.page.locator('.tab.dirty').count(), slow).toBe(0);
  return stored();
}

/** Puts the cursor at the start of a line that begins with a text. */
async function goTo(text: string): Promise<void> {
  const line = original.split('\n').findIndex(each => each.startsWith(text)) + 1;
  await workbench.page.keyboard.press('Control+G');
  const input = workbench.page.locator('.quick-input-widget input[type=text]');
  await input.fill(`:${line}`);
  await workbench.page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
}

async function paste(text: string): Promise<void> {
  await workbench.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await workbench.page.keyboard.press('Control+V');
}

async function undo(): Promise<void> {
  await workbench.page.keyboard.press('Control+Z');
}

const line = (text: string) => workbench.page.locator('.monaco-editor .view-line', { hasText: text }).first();

test('an address on an empty line below related items becomes one, undone in one step', async () => {
  await goTo('secured:');
  await workbench.page.keyboard.press('ArrowUp');
  await paste('https://saltmarsh.example/2026/05/07/eels-come-back?utm_source=x');
  await line('Eels').waitFor();
  expect(await saved()).toBe(
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
  await undo();
  await line('Eels').waitFor({ state: 'detached' });
});

test('the plain text stays one choice away', async () => {
  await goTo('secured:');
  await workbench.page.keyboard.press('ArrowUp');
  await paste('https://ferrybell.example/crossings/thousandth-silent-crossing');
  await line('Electric ferry').waitFor();
  await workbench.page.keyboard.press('Control+.');
  const rows = workbench.page.locator('.action-widget .monaco-list-row');
  await rows.filter({ hasText: 'Insert as a Related Item' }).waitFor();
  await workbench.shot('paste');
  await rows.filter({ hasText: 'Insert Plain Text' }).click();
  await line('Electric ferry').waitFor({ state: 'detached' });
  expect(await saved()).toBe(
    original.replace('\n\nsecured:', '\nhttps://ferrybell.example/crossings/thousandth-silent-crossing\nsecured:'),
  );
  await undo();
  await line('thousandth-silent').waitFor({ state: 'detached' });
});

test('a text with a colon and quotes does not break the line that it is pasted into', async () => {
  await goTo('title:');
  await workbench.page.keyboard.press('Shift+End');
  await workbench.page.keyboard.type('title: ');
  await paste('Heron: "all homes" # and more\n');
  await line('# and more').waitFor();
  expect(await saved()).toBe(original.replace(/^title: .*/m, 'title: "Heron: \\"all homes\\" # and more"'));
  // The cursor stands behind what was pasted.
  await workbench.page.keyboard.type(' # !');
  await expect.poll(saved, slow).toContain('\ntitle: "Heron: \\"all homes\\" # and more" # !\n');
  for (let i = 0; (await saved()) !== original && i < 6; i++) await undo();
});

test('in the body and in the midst of a value a paste is a paste', async () => {
  await workbench.page.keyboard.press('Control+End');
  await paste('a: "b": c\n');
  await expect.poll(saved, slow).toBe(`${original}a: "b": c\n`);
  await undo();
  await goTo('title:');
  await workbench.page.keyboard.press('End');
  await workbench.page.keyboard.press('ArrowLeft');
  await paste(' again');
  await expect.poll(saved, slow).toBe(original.replace('in Port Ellery"', 'in Port Ellery again"'));
  await undo();
});

test('a snippet of the format is inserted by its name', async () => {
  const { page } = workbench;
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
  await expect.poll(saved, slow).toBe(`${original}- url: "/a.png"\n  width: \n  height: `);
  for (let i = 0; (await saved()) !== original && i < 6; i++) await undo();
});

test('a picture dropped from the explorer becomes an item with its size', async () => {
  const { page } = workbench;
  const row = (name: string) =>
    page.locator('.explorer-folders-view .monaco-list-row').filter({ has: page.getByText(name, { exact: true }) });
  await row('assets').click();
  await row('news').click();
  await row('fish-robots.jpg').waitFor();
  await goTo('images:');
  const [from, to] = [await row('fish-robots.jpg').boundingBox(), await line('tidal-turbine.jpg').boundingBox()];
  if (!from || !to) throw new Error('There is nothing to drag, or nowhere to drop it');
  await page.mouse.move(from.x + 60, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 90, from.y + 20, { steps: 4 });
  // Without it the editor opens the file.
  await page.keyboard.down('Shift');
  await page.mouse.move(to.x + 120, to.y + 8, { steps: 8 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await line('fish-robots.jpg').waitFor();
  const item = `  - url: "https://port-ellery.example/assets/images/news/fish-robots.jpg"
    width: 800
    height: 450
`;
  expect(await saved()).toBe(original.replace('\nrelated:', `${item}\nrelated:`));
  await workbench.page.locator('.monaco-editor.focused').first().waitFor();
  await undo();
  await line('fish-robots.jpg').waitFor({ state: 'detached' });
});
