import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { importTypeScript } from '../../scripts/importTypeScript.mjs';
import { relatedItems } from '../lib/articles.mjs';
import { root } from '../lib/bundles.mjs';
import { randomFrom } from '../lib/random.mjs';
import { fromEvent, probe } from '../lib/screenProbe.mjs';
import { writeSite } from '../lib/site.mjs';
import { median, number, quantile, spread } from '../lib/statistics.mjs';

const ARTICLE = '_news/2026-11-07-lock-keepers-count-the-herons.md';
/** An article rarely has more. */
const RELATED = 20;
/** Keys of the filter, each of which leaves fewer articles or more. */
const KEYS = ['q', 'Backspace', 'k', 'Backspace', 'q', 'Backspace', 'k', 'Backspace'];

export const screen = {
  id: 'screen',
  title: 'On the screen of VS Code, 20,000 articles in the folder',
  async run({ rounds, quick, scratch }) {
    execFileSync(process.execPath, ['scripts/package.mjs'], { cwd: root, stdio: 'ignore' });
    const site = path.join(scratch, 'site');
    writeSite(site, quick ? 2000 : 20_000);
    const lines = article();
    fs.writeFileSync(path.join(site, ARTICLE), lines.join('\n'));
    const { openStage } = await importTypeScript('test/support/editor/stage.ts');
    const { pageAddress } = await importTypeScript('test/support/editor/page.ts');
    const stage = await openStage({ site, withExtension: true });
    try {
      const address = pageAddress(stage.editor.url, stage.site, { file: path.join(stage.site, ARTICLE) });
      const samples = { search: [], open: [], filter: [], cursor: [], typing: [], editor: [] };
      for (let round = 0; round < rounds; round++) {
        // As when the window is opened for the first time: nothing of the views is kept.
        const context = await stage.page
          .context()
          .browser()
          .newContext({ viewport: { width: 1280, height: 800 } });
        await context.addInitScript(probe);
        const page = await context.newPage();
        page.setDefaultTimeout(60_000);
        await page.goto(address, { waitUntil: 'commit' });
        // The hint says that all articles are read.
        await page
          .locator('.view-line', { hasText: /\d+.articles/ })
          .first()
          .waitFor();
        await quiet(page);
        samples.search.push(await openView(page, 'Search', searchBox));
        await quiet(page);
        samples.open.push(await openView(page, 'Masthead', rows));
        samples.filter.push(...(await filterArticles(page)));
        await openPreview(page);
        const edited = await editArticle(page, lines);
        for (const name of ['cursor', 'typing', 'editor']) samples[name].push(...edited[name]);
        await context.close();
      }
      return report(samples);
    } finally {
      await stage.close();
    }
  },
};

/** The example article with related items, as lines. */
function article() {
  return `---
category: news
title: "Lock Keepers Count the Herons"
excerpt: "Every morning the keepers of the tide lock write down how many herons wait below the gate."
publishedDateTime: 2026-11-07T08:00:00Z
originalUrl: "https://tidewater.example/lock-keepers-count-the-herons"
webUrl: "https://tidewater.example/lock-keepers-count-the-herons"
type: article
quality: 60
heat: 60
published: true

provider:
  name: Tidewater
  domain: tidewater.example

topics:
  - Tides
  - Sea life

related:
${relatedItems(randomFrom(14), RELATED).join('\n')}
---
`.split('\n');
}

/** Editors have much to do after a start, and none of it is measured. */
const quiet = page => page.waitForTimeout(3000);

const rows = `document => [...document.querySelectorAll('.pane')]
  .filter(pane => pane.querySelector('.pane-header[aria-label^="Articles"]'))
  .flatMap(pane => [...pane.querySelectorAll('.monaco-list-row')].map(row => row.textContent)).join('|')`;

async function openView(page, name, look) {
  const icon = page.locator(`.activitybar .action-label[aria-label^="${name}"]`);
  await icon.hover();
  await page.waitForTimeout(1000);
  return fromEvent(page, { kind: 'click', look, act: () => icon.click() });
}

const searchBox = `document => String(document.querySelector('.search-view .search-widget') !== null)`;

async function filterArticles(page) {
  await command(page, 'Masthead: Filter Articles …');
  await page.waitForFunction(`!document.querySelector('.quick-input-widget input[type=text]').value.startsWith('>')`);
  const samples = [];
  for (const key of KEYS) {
    await page.waitForTimeout(700);
    samples.push(await fromEvent(page, { kind: 'keydown', look: rows, act: () => page.keyboard.press(key) }));
  }
  await page.keyboard.press('Escape');
  return samples;
}

async function openPreview(page) {
  await command(page, 'Masthead: Open Article Preview');
  const cards = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('.related.card');
  await cards.nth(RELATED - 1).waitFor();
  await quiet(page);
}

/** Steps into one item after the other, then types in a title. */
async function editArticle(page, lines) {
  const titles = lines.flatMap((line, index) => (line.startsWith('  - title: ') ? [index + 1] : []));
  const [cursor, typing, editor] = [[], [], []];
  const selected = `document => document.querySelector('.related.selected')?.dataset.card ?? ''`;
  for (const line of titles.slice(1, 8)) {
    await goTo(page, line - 1);
    cursor.push(
      await fromEvent(page, {
        kind: 'keydown',
        place: 'preview',
        look: selected,
        act: () => page.keyboard.press('ArrowDown'),
      }),
    );
  }
  await goTo(page, titles[7]);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  const title = `document => document.querySelector('[data-card="7"] h3').textContent`;
  const text = `document => document.querySelector('.monaco-editor[data-uri$="${path.basename(ARTICLE)}"] .view-lines').textContent`;
  for (const letter of 'abcdefgh') {
    await page.waitForTimeout(400);
    editor.push(await fromEvent(page, { kind: 'keydown', look: text, act: () => page.keyboard.press('x') }));
    await page.waitForTimeout(400);
    typing.push(
      await fromEvent(page, { kind: 'keydown', place: 'preview', look: title, act: () => page.keyboard.press(letter) }),
    );
  }
  await page.keyboard.press('Control+Z');
  await page.waitForTimeout(500);
  return { cursor, typing, editor };
}

async function goTo(page, line) {
  await page.keyboard.press('Control+1');
  await page.locator('.monaco-editor.focused').first().waitFor();
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input[type=text]').fill(`:${line}`);
  await page.keyboard.press('Enter');
  await page.locator('.monaco-editor.focused').first().waitFor();
  await page.waitForTimeout(400);
}

async function command(page, title) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input[type=text]').fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

function report(samples) {
  const names = {
    search: 'a click on an icon → the editor’s own Search view',
    open: 'a click on the icon → groups of articles',
    filter: 'a key of the filter → other groups',
    cursor: 'a key that moves the cursor → another card outlined',
    typing: 'a key in a title → the title in its card',
    editor: 'a key → the letter in the editor itself',
  };
  const painted = name => samples[name].map(one => one.painted);
  const changed = name => samples[name].map(one => one.changed);
  const goal = (id, name) => {
    const value = quantile(painted(name), 0.95);
    return { id, value, shown: `${number(value)} ms` };
  };
  return {
    tables: [
      {
        head: ['what', 'times', 'changed, median ms', 'p95', 'painted, median ms', 'p95', 'range'],
        rows: Object.keys(names).map(name => [
          names[name],
          String(samples[name].length),
          number(median(changed(name))),
          number(quantile(changed(name), 0.95)),
          number(median(painted(name))),
          number(quantile(painted(name), 0.95)),
          spread(painted(name)),
        ]),
      },
    ],
    goals: [
      goal('G16 open', 'open'),
      goal('G16 filter', 'filter'),
      goal('G16 outline', 'cursor'),
      goal('G16 card', 'typing'),
    ],
    notes: [
      `By the clock of the editor’s own page: from the time stamp of the browser’s event until the elements are others, and until the frame with them is painted. The preview is a frame of the same origin, watched from there. The article has ${RELATED} related items. Each round is a new window, so a view is opened for the first time.`,
      'With the real editor, its extension host, the language server, the browser and this script on the same machine; nothing is slowed down, and nothing waits for a debounce of ours between keys: 0.4 s or more lie between them.',
    ],
  };
}
