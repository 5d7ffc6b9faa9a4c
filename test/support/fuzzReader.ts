import { fileKindOf, findFrontMatter } from '../../server/src/core/article/frontMatter.ts';
import { type Comparison, compareReaders } from './compareReaders.ts';
import { corpusFiles } from './corpus.ts';
import { mutated, random } from './mutations.ts';
import { readerTexts } from './readerTexts.ts';

/** Compares the readers on so many changed texts of the corpus and of our own; prints the count, and the texts on which they disagree. */
export function fuzzReader(runs: number, seed: number): boolean {
  const next = random(seed);
  const own = [...readerTexts.common, ...readerTexts.uncommon].map(text => ({ path: 'x.yaml', text }));
  // The body says nothing to the readers; without it a run is much faster.
  const texts = [...own, ...corpusFiles().map(({ path, text }) => ({ path, text: withoutBody(path, text) }))];
  const counts: Record<Comparison, number> = { agrees: 0, abstains: 0, disagrees: 0, 'no front matter': 0 };
  for (let run = 0; run < runs; run++) {
    const { path, text } = texts[next(texts.length)] ?? { path: '', text: '' };
    const content = findFrontMatter(text, fileKindOf(path) ?? 'markdown')?.content;
    if (!content) continue;
    // Mostly what stands between the fences, sometimes the fences themselves.
    const [start, end] = next(8) === 0 ? [0, text.length] : [content.start, content.end];
    const changed = mutated(text, start, end, next);
    const result = compareReaders(path, changed);
    counts[result]++;
    if (result === 'disagrees' && counts.disagrees <= 10)
      console.log(`disagree on ${path}: ${JSON.stringify(changed)}`);
    if ((run + 1) % 100_000 === 0) console.log(`${run + 1}: ${JSON.stringify(counts)}`);
  }
  console.log(`${runs} texts, seed ${seed}: ${JSON.stringify(counts)}`);
  return counts.disagrees === 0;
}

function withoutBody(path: string, text: string): string {
  const closing = findFrontMatter(text, fileKindOf(path) ?? 'markdown')?.closing;
  return closing ? text.slice(0, closing.end) : text;
}
