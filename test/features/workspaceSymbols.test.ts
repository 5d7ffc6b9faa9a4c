import { describe, expect, test } from 'vitest';
import { fuzzyScore } from '../../server/src/core/features/fuzzyScore.ts';
import { workspaceSymbols } from '../../server/src/core/features/workspaceSymbols.ts';
import { siteOf } from '../support/site.ts';
import { harbourFiles } from './harbourSite.ts';

const site = siteOf(harbourFiles('title: "Harbour opens again"\npublishedDateTime: 2026-05-12T09:30:00Z'));
const found = (query: string, most?: number) =>
  workspaceSymbols(site.site, query, most).map(
    ({ kind, name, container }) => `${kind} ${name}${container && ` (${container})`}`,
  );

describe('symbols', () => {
  test.each<[string, readonly string[]]>([
    ['harb', ['topic Harbours (Port Ellery)', 'article Harbour opens again (2026-05-12)']],
    ['TIDE MILL', ['article The tide mill turns again (2026-05-11 · Tidewater)']],
    ['tdw', ['article How tides work', 'provider Tidewater (tidewater.example)']],
    ['tidewater.exa', ['provider Tidewater (tidewater.example)']],
    ['zzz', []],
  ])('%s', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  test('nothing asked: the registries, then the newest', () => {
    expect(found('', 6)).toEqual([
      'provider Tidewater (tidewater.example)',
      'topic Port Ellery',
      'topic Harbours (Port Ellery)',
      'article A night at the quay (2026-05-13 · Harbour Times)',
      'article Harbour opens again (2026-05-12)',
      'article The tide mill turns again (2026-05-11 · Tidewater)',
    ]);
  });

  test('each leads to where its name stands', () => {
    const [topic] = workspaceSymbols(site.site, 'Harbours');
    expect(topic && site.text(topic.path).slice(topic.start, topic.end)).toBe('Harbours');
  });
});

describe('scores', () => {
  test.each<[string, readonly string[]]>([
    ['mill', ['mill', 'mill wheel', 'the mill', 'windmill', 'my ill luck', 'most idle lamps live']],
    ['hoa', ['Harbour opens again', 'behind some water']],
    ['größe', ['Größe', 'Die Größe', 'gr\u00f6ber Riese \u00df e']],
  ])('%s: the best first', (query, texts) => {
    const scored = texts.map(text => ({ text, score: fuzzyScore(text, query) ?? Number.NEGATIVE_INFINITY }));
    expect(scored.sort((a, b) => b.score - a.score).map(({ text }) => text)).toEqual(texts);
  });

  test.each([
    ['mil', 'lim'],
    ['aa', 'a'],
    ['ü', 'u'],
  ])('%s does not stand in %s', (query, text) => {
    expect(fuzzyScore(text, query)).toBeUndefined();
  });
});
