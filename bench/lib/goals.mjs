// The project's goals for speed, as ratios between candidates of one run. `must` binds; `stretch` is what a prototype did.
const modern = Number(process.versions.node.split('.')[0]) >= 22;

/** `than`: whether a good value is large or small. `pending`: why it cannot be measured yet. */
export const goals = [
  {
    id: 'G1',
    what: 'check of real front matters, times faster than yaml-language-server',
    than: 'large',
    must: 12,
    stretch: 20,
  },
  {
    id: 'G2',
    what: '`masthead check`, whole process, times faster than remark-lint-frontmatter-schema',
    than: 'large',
    must: 60,
    stretch: 100,
  },
  { id: 'G2 memory', what: 'its peak memory, times smaller', than: 'large', must: 5, stretch: 8 },
  { id: 'G3', what: '`masthead check` of 20,000 articles, times list + read', than: 'small', must: 5, stretch: 2.5 },
  { id: 'G4', what: 'growth of it from 20,000 to 100,000 articles (5x)', than: 'small', must: 6, stretch: 5.2 },
  {
    id: 'G5',
    what: '`masthead check --cache` of 20,000 articles, nothing changed, times list + stat',
    than: 'small',
    must: 1.8,
    stretch: 1.3,
  },
  {
    id: 'G6',
    what: 'keystroke → findings, p95, times a server that publishes nothing',
    than: 'small',
    must: 3,
    stretch: 2,
  },
  {
    id: 'G6 compute',
    what: 'keystroke: read and check the seed article, p95 in ms',
    than: 'small',
    must: 2,
    stretch: 0.5,
  },
  {
    id: 'G7',
    what: 'the same while 100,000 articles are indexed, p95, times idle',
    than: 'small',
    must: 5,
    stretch: 3,
  },
  {
    id: 'G7 longest',
    what: 'the longest answer of these, in ms',
    than: 'small',
    must: 50,
    stretch: 20,
  },
  {
    id: 'G8',
    what: 'spawn → initialize, times `node -e 0`',
    than: 'small',
    must: modern ? 2.6 : 2,
    stretch: modern ? 2 : 1.5,
  },
  {
    id: 'G9',
    what: 'spawn → first findings, times faster than yaml-language-server',
    than: 'large',
    must: modern ? 5 : 4,
    stretch: modern ? 9 : 6,
  },
  {
    id: 'G10',
    what: 'heap per indexed article in kB',
    than: 'small',
    must: 1.5,
    stretch: 0.8,
  },
  {
    id: 'one change',
    what: 'one changed file → all its new findings, 20,000 articles indexed, median in ms',
    than: 'small',
    must: 10,
    stretch: 3,
  },
  {
    id: 'one change work',
    what: 'the same in processor time of the server, p95 in ms',
    than: 'small',
    must: 10,
    stretch: 3,
  },
  { id: 'G11 related', what: 'growth from 200 to 1,000 related items (5x)', than: 'small', must: 10, stretch: 6 },
  { id: 'G11 keys', what: 'growth from 2,000 to 10,000 keys (5x)', than: 'small', must: 10, stretch: 6 },
  {
    id: 'G11 peer',
    what: '10,000 keys, times faster than yaml-language-server',
    than: 'large',
    must: 20,
    stretch: 100,
  },
  { id: 'G12', what: 'bundle of the server in kB', than: 'small', must: 450, stretch: 350 },
  {
    id: 'G13',
    what: 'completion after an edit, p95, share of yaml-language-server’s',
    than: 'small',
    must: 0.5,
    stretch: 0.25,
  },
  {
    id: 'G14 outline',
    what: 'preview: a moved cursor → its outline painted, p95 in ms',
    than: 'small',
    must: 50,
    stretch: 33,
  },
  {
    id: 'G14 card',
    what: 'preview: a changed article → its card painted, p95 in ms',
    than: 'small',
    must: 100,
    stretch: 33,
  },
  {
    id: 'G15 groups',
    what: 'views: 20,000 articles in groups, p95 in ms',
    than: 'small',
    must: 300,
    stretch: 50,
  },
  {
    id: 'G15 filter',
    what: 'views: a key of the filter, p95 in ms',
    than: 'small',
    must: 100,
    stretch: 33,
  },
  {
    id: 'G16 open',
    what: 'in VS Code, 20,000 articles: a click → the Articles view painted, p95 in ms',
    than: 'small',
    must: 300,
    stretch: 150,
  },
  {
    id: 'G16 filter',
    what: 'in VS Code: a key of the filter → other rows painted, p95 in ms',
    than: 'small',
    must: 100,
    stretch: 50,
  },
  {
    id: 'G16 outline',
    what: 'in VS Code: a moved cursor → its outline painted, p95 in ms',
    than: 'small',
    must: 50,
    stretch: 33,
  },
  {
    id: 'G16 card',
    what: 'in VS Code: a key in the editor → its card painted, p95 in ms',
    than: 'small',
    must: 100,
    stretch: 50,
  },
];

/** How a measured value stands to its goal. */
export function verdict({ than, must, stretch }, value) {
  const reaches = bound => (than === 'large' ? value >= bound : value <= bound);
  if (reaches(stretch)) return 'met, stretch too';
  return reaches(must) ? 'met' : 'NOT met';
}

export function bound({ than }, value) {
  return `${than === 'large' ? '≥' : '≤'} ${value}`;
}
