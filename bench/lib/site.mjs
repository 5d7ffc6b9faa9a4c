import fs from 'node:fs';
import path from 'node:path';
import { collection, course, learningVideo, newsItem, organizations, topics } from './articles.mjs';
import { faults } from './faults.mjs';
import { randomFrom } from './random.mjs';

/** Share of the articles that have one fault each. */
const FAULTY = 0.02;

/**
 * The files of a site: `{ path, text, fault }`, where `fault` is `undefined` or one of `lib/faults.mjs`. The articles
 * are as mixed as in a real repository, mostly news; the two registries come on top of their number.
 */
export function* site(articles, seed = 1) {
  const random = randomFrom(seed);
  const unique = makeUnique();
  const learnable = [];
  yield* topics();
  yield* organizations();
  for (let i = 0; i < articles; i++) {
    const file = article(random, unique, learnable);
    const fault = random.chance(FAULTY) ? random.pick(faults) : undefined;
    const faulty = fault?.apply(file.text);
    yield faulty === undefined ? file : { path: file.path, text: faulty, fault };
  }
}

/** Writes a site below a folder that does not exist yet. */
export function writeSite(folder, articles, seed = 1) {
  const sum = { files: 0, articles, bytes: 0, faulty: 0 };
  const made = new Set();
  fs.mkdirSync(folder, { recursive: true });
  // Masthead and Jekyll know the root of a site by this file.
  fs.writeFileSync(path.join(folder, '_config.yml'), 'title: Harbour News Every Day\nurl: https://tidewater.example\n');
  for (const { path: name, text, fault } of site(articles, seed)) {
    const file = path.join(folder, name);
    const parent = path.dirname(file);
    if (!made.has(parent)) {
      fs.mkdirSync(parent, { recursive: true });
      made.add(parent);
    }
    fs.writeFileSync(file, text, { flag: 'wx' });
    sum.files++;
    sum.bytes += text.length;
    if (fault) sum.faulty++;
  }
  return sum;
}

function article(random, unique, learnable) {
  const kind = random.next();
  if (kind < 0.86) return newsItem(random, unique);
  if (kind < 0.99 || learnable.length < 5) {
    const file = kind < 0.96 ? learningVideo(random, unique) : course(random, unique);
    learnable.push(file.path.slice('_learning/'.length, -'.md'.length));
    return file;
  }
  return collection(random, unique, random.some(learnable.slice(-30), random.between(2, 20)));
}

/** Gives a title that was not there yet: file names and titles stand once. */
function makeUnique() {
  const known = new Map();
  return title => {
    const times = known.get(title) ?? 0;
    known.set(title, times + 1);
    return times === 0 ? title : `${title} ${times + 1}`;
  };
}
