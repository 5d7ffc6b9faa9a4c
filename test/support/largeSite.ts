import { createProject } from '../../server/src/core/config/project.ts';
import { summaryOfText } from '../../server/src/core/index/indexTexts.ts';
import { createSiteIndex, type SiteIndex } from '../../server/src/core/index/siteIndex.ts';
import { harbourArticle } from './harbourArticle.ts';
import { defaultPath, testNow } from './rules.ts';

/** How many articles it has, besides the entries of its registry. */
export const LARGE = 20_000;
const project = createProject();

/** A repository of many articles: all share their topics, every fourth a provider, a few an address. Its topics are registered. */
export function largeSite(): SiteIndex {
  const site = createSiteIndex();
  const base = summaryOfText(defaultPath, harbourArticle, project)!;
  const words = 'tide harbour ferry mill robot star kelp lamp wharf gull'.split(' ');
  for (let i = 0; i < LARGE; i++) {
    const title = [i, i * 7, i * 31, i * 101].map(n => words[(n + (n >> 4)) % words.length]).join(' ');
    site.update(`_news/${2000 + (i % 26)}-05-${10 + (i % 20)}-item-${i}.md`, {
      ...base,
      date: testNow - i * 3_600_000,
      quality: i % 190,
      values: base.values.map((value, at) => {
        if (at === 0) return `${title} ${i}`;
        if (value === 'harbourtimes.example') return i % 4 === 0 ? value : `${words[i % 10]}${i % 300}.example`;
        return value.startsWith('https:') ? `${value}/${i % 5000}` : value;
      }),
    });
  }
  for (let i = 0; i < 100; i++) {
    const path = `_data/topics/${i}-topic.yaml`;
    const parent = i % 2 === 0 ? 'parent: Harbours\n' : '';
    site.update(path, summaryOfText(path, `taxonomy: topic\n_id: a\nname: Topic ${i}\n${parent}`, project));
  }
  site.setFiles(site.paths());
  return site;
}
