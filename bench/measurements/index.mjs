import { bundle } from './bundle.mjs';
import { cache } from './cache.mjs';
import { check } from './check.mjs';
import { command } from './command.mjs';
import { indexing } from './indexing.mjs';
import { keystroke } from './keystroke.mjs';
import { manyArticles } from './manyArticles.mjs';
import { memory } from './memory.mjs';
import { oneChange } from './oneChange.mjs';
import { preview } from './preview.mjs';
import { questions } from './questions.mjs';
import { screen } from './screen.mjs';
import { size } from './size.mjs';
import { start } from './start.mjs';
import { views } from './views.mjs';

/**
 * All that is measured, in the order of the report. A measurement has an `id`, a `title`, and `run({ rounds, quick, scratch })`,
 * which runs in a process of its own and resolves to `{ tables, goals, notes }`: `tables` of `{ caption?, head, rows }`,
 * `goals` of `{ id, value, shown }` for `lib/goals.mjs`.
 */
export const measurements = [
  check,
  keystroke,
  indexing,
  oneChange,
  memory,
  questions,
  preview,
  views,
  screen,
  start,
  command,
  manyArticles,
  cache,
  size,
  bundle,
];
