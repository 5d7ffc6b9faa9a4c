import { expect, test } from 'vitest';
import { createProject } from '../../server/src/core/config/project.ts';
import { indexTexts } from '../../server/src/core/index/indexTexts.ts';
import { statisticsOf } from '../../server/src/core/index/statistics.ts';

const article = (date: string, heat: number, extra = '') => `---
title: "Harbour opens again"
publishedDateTime: ${date}
type: article
heat: ${heat}
provider:
  name: Harbour Times
  domain: harbourtimes.example
topics:
  - Harbour
${extra}---
`;

test('counts articles by what they say, and registry entries apart', () => {
  const project = createProject();
  const site = indexTexts(
    {
      '_news/2026-05-12-a.md': article('2026-05-12T09:30:00Z', -1, 'published: false\n'),
      '_news/2026-05-13-b.md': article('2026-05-31T23:59:59Z', 10),
      '_news/2026-06-01-c.md': article('2026-06-01T00:00:00Z', 30, '').replace(
        '  - Harbour',
        '  - Harbour\n  - Energy',
      ),
      'pages/about.md': '---\ntitle: About us\n---\n',
      '_data/topics/01-harbour.yaml': 'taxonomy: topic\n_id: harbour\nname: Harbour\n',
    },
    project,
  );
  const summaries = [...site.paths()].map(path => site.get(path)!);
  const names = new Map(project.contentTypes.map(({ id, name }) => [id, name]));
  const found = [
    { rule: 'date-zone', severity: 'warning' as const },
    { rule: 'duplicate-key', severity: 'error' as const },
    { rule: 'date-zone', severity: 'warning' as const },
  ];
  expect(statisticsOf(summaries, id => names.get(id), found)).toEqual({
    articles: 4,
    unpublished: 1,
    registryEntries: 1,
    contentTypes: [
      { name: 'News article', count: 3 },
      { name: 'Other', count: 1 },
    ],
    topics: [
      { name: 'Harbour', count: 3 },
      { name: 'Energy', count: 1 },
    ],
    providers: [{ name: 'harbourtimes.example', count: 3 }],
    months: [
      { name: '2026-06', count: 1 },
      { name: '2026-05', count: 2 },
    ],
    quality: undefined,
    heat: { count: 3, minimum: -1, quartile: -1, median: 10, upperQuartile: 30, maximum: 30 },
    findings: [
      { name: 'date-zone', severity: 'warning', count: 2 },
      { name: 'duplicate-key', severity: 'error', count: 1 },
    ],
  });
});
