import fs from 'node:fs';
import path from 'node:path';
import { importViews, root } from '../lib/bundles.mjs';
import { site } from '../lib/site.mjs';
import { median, number, quantile, spread } from '../lib/statistics.mjs';
import { inTurns } from '../lib/turns.mjs';

const corpus = path.join(root, '../shared/corpus');
const FIRST = 5;

export const views = {
  id: 'views',
  title: 'Views and suggestions, 20,000 articles indexed',
  async run({ rounds, quick, scratch }) {
    const core = await importViews(scratch);
    const articles = quick ? 2000 : 20_000;
    const texts = Object.fromEntries([...site(articles)].map(({ path, text }) => [path, text]));
    const project = core.createProject();
    const index = core.indexTexts(texts, project);
    const search = new core.ArticleSearch();
    const first = timed(() => follow(search, index));
    const some = Object.keys(texts).find(name => name.startsWith('_news'));
    const { view } = core.checkArticle(core.parseArticle(some, texts[some]), { project, now: Date.now(), site: index });
    const name = () => undefined;
    let at = 0;
    const filters = ['h', 'ha', 'har', 'harb', 'harbo', 'harbour'];
    const samples = await inTurns(
      {
        'groups by month': () => timed(() => core.articleGroups(index, 'month', '', name)),
        'groups by topic': () => timed(() => core.articleGroups(index, 'topic', '', name)),
        'groups by finding': () => timed(() => core.articleGroups(index, 'finding', '', name)),
        'a key of the filter': () =>
          timed(() => core.articleGroups(index, 'month', filters[at++ % filters.length], name)),
        'articles of a state, the first 200': () =>
          timed(() => core.articlesOf(index, 'state', 'published', '', { offset: 0, limit: 200 })),
        topics: () => timed(() => core.topicRows(index)),
        providers: () => timed(() => core.providerRows(index)),
        'suggestions of an article': () =>
          timed(() => {
            follow(search, index);
            core.suggestRelated(view, index, search, 8);
          }),
      },
      rounds,
      { warmUp: 2 },
    );
    const rows = Object.entries(samples).map(([what, of]) => [what, number(median(of)), spread(of)]);
    const worst = names => Math.max(...names.map(one => quantile(samples[one], 0.95)));
    const goal = (id, value) => ({ id, value, shown: `${number(value)} ms` });
    return {
      tables: [
        { head: ['what', 'median ms', 'range'], rows },
        {
          caption: 'Real articles that share a story',
          head: ['by', 'the other one among the first five'],
          rows: ranks(core),
        },
      ],
      goals: [
        goal('G15 groups', worst(['groups by month', 'groups by topic', 'groups by finding'])),
        goal('G15 filter', worst(['a key of the filter'])),
      ],
      notes: [
        `In the server, without the way to the editor. To read all titles for the first suggestion took ${number(first)} ms, in slices.`,
        'A story is shared by two articles whose titles hold the same words, but for small ones; which the ranking is not told.',
      ],
    };
  },
};

function follow(search, index) {
  for (const _ of search.follow(index));
}

function timed(run) {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** How often the other article of a story ranks among the first, by the suggestions and by the words of the title alone. */
function ranks(core) {
  if (!fs.existsSync(corpus)) return [['no corpus', '–']];
  const project = core.createProject();
  const sums = { suggestions: 0, 'title words alone': 0 };
  let pairs = 0;
  for (const folder of fs.readdirSync(corpus)) {
    const texts = readTexts(path.join(corpus, folder));
    const index = core.indexTexts(texts, project);
    const search = new core.ArticleSearch();
    follow(search, index);
    const byStory = new Map();
    for (const article of index.articles()) {
      const title = core.markText(article, 'title');
      if (article.registry !== undefined || title === undefined) continue;
      const key = core.titleKey(title).split(' ').sort().join(' ');
      byStory.set(key, [...(byStory.get(key) ?? []), article]);
    }
    for (const story of byStory.values()) {
      for (const article of story) {
        for (const other of story) {
          // The same address is the same item, and one that is not published is nothing to relate: neither is suggested.
          if (other === article || other.published === false || sharesAddress(core, article, other)) continue;
          const { view } = core.checkArticle(core.parseArticle(article.path, texts[article.path]), {
            project,
            now: 0,
            site: index,
          });
          pairs++;
          const suggested = core.suggestRelated(view, index, search, FIRST).map(one => one.path);
          if (suggested.includes(other.path)) sums.suggestions++;
          const found = titleOnly(core, search, article).map(one => one.article.path);
          if (found.includes(other.path)) sums['title words alone']++;
        }
      }
    }
  }
  return Object.entries(sums).map(([by, count]) => [by, `${count} of ${pairs}`]);
}

function sharesAddress(core, a, b) {
  const of = article =>
    ['webUrl', 'originalUrl'].map(kind => core.markText(article, kind)).filter(url => url !== undefined);
  return of(a).some(url => of(b).includes(url));
}

function titleOnly(core, search, article) {
  const words = core.titleKey(core.markText(article, 'title')).split(' ');
  return search
    .find(words)
    .filter(hit => hit.article.path !== article.path)
    .sort((a, b) => b.score - a.score)
    .slice(0, FIRST);
}

function readTexts(folder) {
  const texts = {};
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (/\.(md|html|ya?ml)$/.test(name)) texts[name] = fs.readFileSync(path.join(folder, name), 'utf8');
  return texts;
}
