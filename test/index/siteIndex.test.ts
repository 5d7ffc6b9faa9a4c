import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { summaryOfText } from '../../server/src/core/index/indexTexts.ts';
import { readSiteAddress } from '../../server/src/core/index/siteAddress.ts';
import { createSiteIndex, type SiteIndex } from '../../server/src/core/index/siteIndex.ts';
import { type Event, events, filledIndex, freshIndex, happen, project, type Repository } from './siteEvents.ts';
import { findings, lookUps } from './siteState.ts';

describe('after any sequence of changes', () => {
  test('every look-up and every finding is that of a fresh index', () => {
    fc.assert(
      fc.property(events, sequence => {
        const { index, repository } = play(sequence);
        const fresh = freshIndex(repository);
        expect(lookUps(index)).toEqual(lookUps(fresh));
        expect(findings(index)).toEqual(findings(fresh));
      }),
      { seed: 4, numRuns: 200 },
    );
  }, 30_000);

  test('every file whose findings changed was named', () => {
    fc.assert(
      fc.property(events, sequence => {
        const index = createSiteIndex();
        index.setFiles([]);
        let repository: Repository = { texts: new Map(), address: '' };
        let before = findings(index);
        for (const event of sequence) {
          const { changes, repository: next, touched } = happen(repository, event, index);
          repository = next;
          const after = findings(index);
          const named = new Set([...touched, ...changes.flatMap(change => [...change.affected])]);
          const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
          const changed = [...paths].filter(path => JSON.stringify(before[path]) !== JSON.stringify(after[path]));
          const gone = changed.filter(path => !index.hasFile(path));
          expect(changed.filter(path => !named.has(path) && !gone.includes(path))).toEqual([]);
          before = after;
        }
      }),
      { seed: 5, numRuns: 120 },
    );
  }, 30_000);

  test('the revision goes up when, and only when, something changed', () => {
    fc.assert(
      fc.property(events, sequence => {
        const index = createSiteIndex();
        let repository: Repository = { texts: new Map(), address: '' };
        for (const event of sequence) {
          const revision = index.revision;
          const { changes, repository: next } = happen(repository, event, index);
          repository = next;
          expect(index.revision > revision).toBe(changes.some(change => change.changed));
          const again = happen(repository, event.kind === 'move' ? { ...event, path: 'none.md' } : event, index);
          expect(again.changes.filter(change => change.changed && event.kind !== 'remove')).toEqual([]);
        }
      }),
      { seed: 6, numRuns: 60 },
    );
  }, 30_000);
});

describe('an index filled in one go', () => {
  test('says what one says that took in file by file, and goes on to', () => {
    fc.assert(
      fc.property(events, events, (first, later) => {
        let { repository } = play(first);
        const filled = filledIndex(repository);
        expect(lookUps(filled)).toEqual(lookUps(freshIndex(repository)));
        expect(findings(filled)).toEqual(findings(freshIndex(repository)));
        const updated = freshIndex(repository);
        for (const event of later) {
          const { changes } = happen(repository, event, updated);
          const again = happen(repository, event, filled);
          // Whom a change affects may depend on the order of the lists: more may be named than need be.
          expect(again.changes.map(({ changed }) => changed)).toEqual(changes.map(({ changed }) => changed));
          repository = again.repository;
        }
        expect(lookUps(filled)).toEqual(lookUps(freshIndex(repository)));
        expect(findings(filled)).toEqual(findings(freshIndex(repository)));
      }),
      { seed: 7, numRuns: 150 },
    );
  }, 30_000);

  test('in several goes, in any order, over what is there already', () => {
    fc.assert(
      fc.property(events, fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (sequence, order) => {
        const { repository } = play(sequence);
        const articles = [...repository.texts]
          .map(([path, text]) => [path, summaryOfText(path, text, project)] as const)
          .map((article, i) => ({ article, at: order[i % order.length]! }))
          .sort((a, b) => a.at - b.at)
          .map(({ article }) => article);
        const index = createSiteIndex();
        const [cut, from] = [Math.floor(articles.length / 2), Math.floor(articles.length / 3)];
        index.setFiles(articles.slice(0, from).map(([path]) => path));
        index.fill(articles.slice(0, cut));
        index.setAddress(readSiteAddress(parseArticle('_config.yml', repository.address)));
        const revision = index.revision;
        index.fill(articles.slice(0, cut));
        expect(index.revision).toBe(revision);
        index.fill(articles.slice(from));
        index.setFiles(repository.texts.keys());
        expect(lookUps(index)).toEqual(lookUps(freshIndex(repository)));
        expect(findings(index)).toEqual(findings(freshIndex(repository)));
      }),
      { seed: 9, numRuns: 150 },
    );
  }, 30_000);
});

describe('after one edit', () => {
  const article = (name: string, more = '') =>
    `---\ntitle: "${name}"\npublishedDateTime: 2026-05-10T09:30:00Z\npublished: true\nprovider:\n  name: Tidewater\n  domain: tidewater.example\ntopics:\n  - Sea Energy\n${more}---\n`;
  const files = new Map([
    ...['1', '2', '3', '4'].map(n => [`_news/2026-05-13-${n}.md`, article(`Item ${n}`)] as const),
    ['_news/2026-05-10-mill.md', article('The mill turns', 'related:\n  - webUrl: https://x.example/a\n')],
    [
      '_news/2026-05-11-mill.md',
      article('Ferry', 'images:\n  - url: /assets/images/mill.jpg\n    width: 1\n    height: 1\n'),
    ],
    [
      '_news/2026-05-12-ferry.md',
      article('Ferry').replace('Tidewater\n', 'Tidewatr\n').replace('2026-05-10T', '2026-05-20T'),
    ],
    ['_learning/videos/a.md', article('Tides')],
    ['_learning/collections/one.md', '---\ntitle: "One"\nitems:\n  - videos/a\n---\n'],
    ['assets/images/mill.jpg', ''],
    [
      '_data/organizations/harbourtimes.example.md',
      '---\ntaxonomy: organization\n_id: harbourtimes.example\nname: Harbour Times\ndomain: harbourtimes.example\n---\n',
    ],
    ['_learning/courses/a.md', article('Knots').replaceAll('idewater', 'saltmarsh')],
    ['_learning/videos/b.md', article('Ropes').replaceAll('idewater', 'saltmarsh')],
  ]);

  test.each([
    ['a date', '_news/2026-05-12-ferry.md', '2026-05-20T', '2026-05-15T', ['_news/2026-05-11-mill.md']],
    ['a day back', '_news/2026-05-11-mill.md', '2026-05-10T', '2026-05-13T', ['_news/2026-05-12-ferry.md']],
    ['a title', '_news/2026-05-10-mill.md', 'The mill turns', 'Ferry', ['_news/2026-05-11-mill.md']],
    ['another title', '_news/2026-05-10-mill.md', 'The mill turns', 'Item 1', ['_news/2026-05-13-1.md']],
    [
      'what is published',
      '_learning/videos/a.md',
      'published: true',
      'published: false',
      ['_learning/collections/one.md'],
    ],
    ['a name, so that another is no slip any more', '_news/2026-05-13-1.md', 'Tidewater', 'Saltmarsh', []],
    [
      'a name, so that another has too few uses',
      '_news/2026-05-13-1.md',
      'name: Tidewater',
      'name: Tidewatr',
      ['_news/2026-05-12-ferry.md'],
    ],
    [
      'the last use of a domain but one',
      '_learning/videos/b.md',
      'tsaltmarsh.example',
      'tidewater.example',
      ['_learning/courses/a.md'],
    ],
    [
      'the use of a registered domain',
      '_learning/videos/b.md',
      'tsaltmarsh.example',
      'harbourtimes.example',
      ['_data/organizations/harbourtimes.example.md'],
    ],
    ['a topic', '_news/2026-05-13-1.md', 'Sea Energy', 'sea energy', []],
    [
      'an address',
      '_news/2026-05-13-1.md',
      'published: true',
      'originalUrl: https://x.example/a',
      ['_news/2026-05-10-mill.md'],
    ],
    ['a quality', '_news/2026-05-13-1.md', 'published: true', 'quality: 4', []],
    ['a text', '_news/2026-05-13-1.md', 'title:', 'excerpt: "More words"\ntitle:', []],
  ] as const)('%s', (_, path, from, to, others) => {
    const before: Repository = { texts: files, address: '' };
    const index = freshIndex(before);
    const was = findings(index);
    const text = files.get(path)!.replace(from, to);
    expect(text).not.toBe(files.get(path));
    const { repository, changes } = happen(before, { kind: 'write', path, text }, index);
    const fresh = freshIndex(repository);
    expect(lookUps(index)).toEqual(lookUps(fresh));
    expect(findings(index)).toEqual(findings(fresh));
    const named = changes.flatMap(change => [...change.affected]);
    const changed = [...files.keys()].filter(
      one => one !== path && JSON.stringify(was[one]) !== JSON.stringify(findings(index)[one]),
    );
    expect(named).toEqual(expect.arrayContaining(changed));
    expect(named).toEqual(expect.arrayContaining([...others]));
  });

  test('nothing else is named when nothing that others see has changed', () => {
    const index = freshIndex({ texts: files, address: '' });
    const path = '_news/2026-05-13-1.md';
    const text = `${files.get(path)!}Body.`;
    const { changes } = happen({ texts: files, address: '' }, { kind: 'write', path, text }, index);
    expect(changes.map(({ changed, affected }) => [changed, affected.size])).toEqual([
      [false, 0],
      [false, 0],
    ]);
  });
});

function play(sequence: readonly Event[]): { index: SiteIndex; repository: Repository } {
  const index = createSiteIndex();
  index.setFiles([]);
  let repository: Repository = { texts: new Map(), address: '' };
  for (const event of sequence) ({ repository } = happen(repository, event, index));
  return { index, repository };
}
