import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { relatedItems } from '../lib/articles.mjs';
import { importPreview, root } from '../lib/bundles.mjs';
import { readSeed } from '../lib/documents.mjs';
import { randomFrom } from '../lib/random.mjs';
import { median, number, quantile, spread } from '../lib/statistics.mjs';
import { inTurns } from '../lib/turns.mjs';

/** Messages of one turn. */
const MESSAGES = 20;
/** How many related items the goals are for; an article rarely has more. */
const USUAL = 20;
const sizes = [2, USUAL, 200];

export const preview = {
  id: 'preview',
  title: 'Preview: a message to the page → what it shows',
  async run({ rounds, scratch }) {
    const parts = await importPreview(scratch);
    const seed = readSeed(parts);
    const site = await serve(parts);
    const browser = await parts.launchBrowser();
    try {
      const candidates = {};
      for (const count of sizes) {
        const page = await openPage(browser, site.address);
        const article = shown(parts, seed, count);
        const run = (name, kind) => {
          candidates[`${name}, ${count} related`] = async () => {
            await page.bringToFront(); // what is not seen is not painted
            return page.evaluate(measured(kind, article, count));
          };
        };
        run('nothing changes', 'nothing');
        run('cursor', 'select');
        run('typing', 'show');
      }
      const turns = await inTurns(candidates, rounds, { warmUp: 2 });
      const samples = Object.fromEntries(Object.entries(turns).map(([name, all]) => [name, all.flat()]));
      const p95 = name => quantile(painted(samples[`${name}, ${USUAL} related`]), 0.95);
      const goal = (id, value) => ({ id, value, shown: `${number(value)} ms` });
      return {
        tables: [
          {
            head: ['message', 'changed, median ms', 'p95', 'painted, median ms', 'p95', 'range'],
            rows: Object.entries(samples).map(([name, of]) => [
              name,
              number(median(changed(of))),
              number(quantile(changed(of), 0.95)),
              number(median(painted(of))),
              number(quantile(painted(of), 0.95)),
              spread(painted(of)),
            ]),
          },
        ],
        goals: [goal('G14 outline', p95('cursor')), goal('G14 card', p95('typing'))],
        notes: [
          'By `performance.now()` in the page, from before the message is posted: until the elements are changed and laid out, and until the frame with them is painted. At 60 frames a second a frame alone may take 16.7 ms, which is what a message that changes nothing shows.',
          'Without the way from the editor to the page, which the tests in VS Code go.',
        ],
      };
    } finally {
      await browser.close();
      site.close();
    }
  },
};

const changed = samples => samples.map(one => one.changed);
const painted = samples => samples.map(one => one.painted);

/** The example article with so many related items, as the extension shows it. */
function shown(core, seed, count) {
  const before = seed.text.slice(0, /^(related|secured):/m.exec(seed.text).index);
  const text = `${before}related:\n${relatedItems(randomFrom(14), count).join('\n')}\n---\n`;
  const checked = core.checkArticle(core.parseArticle(seed.path, text), {
    project: core.createProject(),
    now: Date.now(),
  });
  const model = core.previewOf(checked);
  if (model.related.length !== count) throw new Error(`${model.related.length} related items instead of ${count}`);
  return { uri: 'file:///site/article.md', version: 1, name: 'article.md', model, files: {} };
}

/** The page with its own policy, at an address of this machine. */
async function serve({ pageHtml, pageTexts }) {
  const html = pageHtml({
    nonce: 'n0nce',
    scriptUri: '/preview.js',
    styleUri: '/preview.css',
    cspSource: "'self'",
    remoteImages: false,
    texts: pageTexts,
    language: 'en',
  });
  const files = {
    '/': ['text/html', html],
    '/preview.js': ['text/javascript', fs.readFileSync(path.join(root, 'dist/preview.js'))],
    '/preview.css': ['text/css', fs.readFileSync(path.join(root, 'dist/preview.css'))],
  };
  const server = http.createServer((request, response) => {
    const [type, content] = files[request.url] ?? [];
    response.writeHead(type ? 200 : 404, type && { 'content-type': type }).end(content);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

async function openPage(browser, address) {
  const page = await browser.newPage({ viewport: { width: 640, height: 900 } });
  await page.addInitScript(
    'window.acquireVsCodeApi = () => ({ postMessage() {}, getState: () => undefined, setState() {} });',
  );
  await page.goto(address);
  return page;
}

/** Run in the page: as many messages as one turn has, one after the other, each with its times in ms. Fails where one shows nothing. */
function measured(kind, article, count) {
  return `(async () => {
    const article = ${JSON.stringify(article)};
    const post = message =>
      new Promise(resolve => {
        const from = performance.now();
        // After the page's own listener, which was there before.
        addEventListener('message', () => {
          document.body.getBoundingClientRect();
          const changed = performance.now() - from;
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve({ changed, painted: performance.now() - from });
            port2.postMessage(undefined);
          });
        }, { once: true });
        postMessage(message, '*');
      });
    const must = (holds, what) => {
      if (!holds) throw new Error(what);
    };
    await post({ type: 'show', article });
    must(document.querySelectorAll('.related.card').length === ${count}, 'not all cards are shown');
    const samples = [];
    for (let i = 0; i < ${MESSAGES}; i++) {
      const at = i % ${count};
      if ('${kind}' === 'nothing') samples.push(await post({ type: 'settings', locked: false, remoteImages: 'ask' }));
      else if ('${kind}' === 'select') {
        samples.push(await post({ type: 'select', card: at }));
        must(document.querySelector('.related.selected')?.dataset.card === String(at), 'no outline');
      } else {
        const title = 'Typed ' + i;
        const related = article.model.related.map(item => (item.index === at ? { ...item, title } : item));
        const model = { ...article.model, related };
        samples.push(await post({ type: 'show', article: { ...article, version: i + 2, model } }));
        must(document.querySelector('[data-card="' + at + '"] h3').textContent === title, 'no new title');
      }
    }
    return samples;
  })()`;
}
