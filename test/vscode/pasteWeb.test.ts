// Pasting and dropping where the extension runs in a web worker, whose server can read no picture by itself.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openArticle, original, type Pasting } from './pasting.ts';

let editor: Pasting;

beforeAll(async () => {
  editor = await openArticle({ withExtension: false, web: true });
});
afterAll(() => editor?.close());

test('an address of the repository becomes a related item, as its article says itself', async () => {
  await editor.goTo('secured:');
  await editor.page.keyboard.press('ArrowUp');
  await editor.paste('https://ferrybell.example/crossings/thousandth-silent-crossing');
  await editor.line('Electric ferry').waitFor();
  const now = await editor.saved();
  expect(now).toContain(
    '\n  - title: "Electric ferry \'Saint Brannoc\' makes its thousandth silent crossing"\n    excerpt: ',
  );
  await editor.undo();
  await editor.line('Electric ferry').waitFor({ state: 'detached' });
  expect(await editor.saved()).toBe(original);
});

test('a picture dropped from the explorer comes with its size', async () => {
  await editor.drop(['assets', 'news'], 'fish-robots.jpg', 'tidal-turbine.jpg');
  await editor.line('fish-robots.jpg').waitFor();
  expect(await editor.saved()).toContain('/news/fish-robots.jpg"\n    width: 800\n    height: 450\n');
});
