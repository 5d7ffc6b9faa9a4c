// A little repository that changes at random: few names, so that articles, topics, addresses and files meet again and again.
import fc from 'fast-check';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import { summaryOfText } from '../../server/src/core/index/indexTexts.ts';
import { readSiteAddress } from '../../server/src/core/index/siteAddress.ts';
import { createSiteIndex, type IndexChange, type SiteIndex } from '../../server/src/core/index/siteIndex.ts';

export const project = createProject();

export const topics = ['Sea Energy', 'sea energy', 'Sea-Energy', 'Ferries', 'Ferry', 'Robots'];
export const domains = ['tidewater.example', 'harbourtimes.example', 'saltmarsh.example'];
export const names = ['Tidewater', 'Tidewatr', 'Harbour Times'];
export const titles = ['The mill turns', 'The Mill turns!', 'Ferry'];
export const addresses = [
  'https://tidewater.example/mill',
  'http://www.tidewater.example/mill/',
  'https://x.example/a',
];
export const images = [
  '/assets/images/mill.jpg',
  '/assets/images/ferry.jpg',
  'https://port-ellery.example/assets/images/mill.jpg',
  'https://x.example/logo.png',
];
export const items = ['videos/a', 'videos/b', 'courses/a'];

const articlePaths = [
  '_news/2026-05-10-mill.md',
  '_news/2026-05-11-mill.md',
  '_news/2026-05-12-ferry.md',
  ...Array.from({ length: 6 }, (_, i) => `_news/2026-05-13-${i}.md`),
  '_learning/videos/a.md',
  '_learning/videos/b.md',
  '_learning/courses/a.md',
];
const collectionPaths = [
  '_learning/collections/one.md',
  '_learning/collections/two.md',
  'blog/_learning/collections/c.md',
];
const topicPaths = [
  '_data/topics/01-sea-energy.yaml',
  '_data/topics/02-ferries.yaml',
  'blog/_data/topics/01-robots.yaml',
];
const organizationPaths = domains.map(domain => `_data/organizations/${domain}.md`);
const otherPaths = [
  'assets/images/mill.jpg',
  'assets/images/ferry.jpg',
  '_data/organizations/gullandanchor.example',
  ...Array.from({ length: 14 }, (_, i) => `assets/images/p${i}.jpg`),
];

const some = (values: readonly string[], most: number) => fc.subarray([...values], { maxLength: most });
const one = (values: readonly string[]) => fc.constantFrom(...values);
const mostly = (usual: string, values: readonly string[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, one(values));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const image = (url: string) => `  - url: "${url}"\n    width: 640\n    height: 360\n`;

const article = fc
  .record({
    title: maybe(one(titles)),
    day: fc.integer({ min: 1, max: 20 }),
    url: maybe(one(addresses)),
    web: maybe(one(addresses)),
    published: maybe(fc.boolean()),
    provider: maybe(fc.tuple(mostly('Tidewater', names), mostly('tidewater.example', domains))),
    topics: fc
      .tuple(mostly('Sea Energy', topics), some(topics, 2))
      .map(([topic, others]) => [...new Set([topic, ...others])]),
    images: some([...images, ...otherPaths.slice(3).map(path => `/${path}`)], 8),
    related: maybe(fc.tuple(one(addresses), one(names), one(domains))),
    items: some(items, 2),
    ignore: maybe(fc.constantFrom('same-url', 'unknown-topic', 'item-missing')),
  })
  .map(
    a =>
      `---\n${a.ignore ? `# masthead-ignore-file ${a.ignore}\n` : ''}${a.title ? `title: "${a.title}"\n` : ''}` +
      `publishedDateTime: 2026-05-${String(a.day).padStart(2, '0')}T09:30:00Z\n` +
      `${a.url ? `originalUrl: ${a.url}\n` : ''}${a.web ? `webUrl: "${a.web}"\n` : ''}` +
      `${a.published === undefined ? '' : `published: ${a.published}\n`}` +
      `${a.provider ? `provider:\n  name: ${a.provider[0]}\n  domain: ${a.provider[1]}\n` : ''}` +
      `${a.items.length ? `items:\n${a.items.map(path => `  - ${path}\n`).join('')}` : ''}` +
      `${a.topics.length ? `topics:\n${a.topics.map(topic => `  - ${topic}\n`).join('')}` : ''}` +
      `${a.images.length ? `images:\n${a.images.map(image).join('')}` : ''}` +
      `${a.related ? `related:\n  - webUrl: ${a.related[0]}\n    provider:\n      name: ${a.related[1]}\n      domain: ${a.related[2]}\n` : ''}---\n`,
  );

const topicEntry = fc
  .record({ name: one(topics), parent: maybe(one(topics)), keyword: maybe(one(topics)) })
  .map(
    ({ name, parent, keyword }) =>
      `taxonomy: topic\n_id: ${name.toLowerCase()}\nname: ${name}\n${parent ? `parent: ${parent}\n` : ''}${keyword ? `keywords:\n  - ${keyword}\n` : ''}`,
  );
const organizationEntry = fc
  .record({ name: one(names), domain: one(domains), other: maybe(one(names)) })
  .map(
    ({ name, domain, other }) =>
      `---\ntaxonomy: organization\n_id: ${domain}\nname: ${name}\n${other ? `otherNames:\n  - ${other}\n` : ''}domain: ${domain}\n---\n`,
  );

const file = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(one(articlePaths), fc.oneof({ weight: 9, arbitrary: article }, fc.constant('# no article\n'))),
  },
  { weight: 2, arbitrary: fc.tuple(one(collectionPaths), article) },
  { weight: 2, arbitrary: fc.tuple(one(topicPaths), topicEntry) },
  { weight: 2, arbitrary: fc.tuple(one(organizationPaths), organizationEntry) },
  { weight: 3, arbitrary: fc.tuple(one(otherPaths), fc.constant('')) },
);

/** Something that happens to a repository. `move` renames a file; `switch` is a branch switch: another list of files, all read again. */
export type Event =
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'move'; readonly path: string; readonly to: string }
  | { readonly kind: 'address'; readonly text: string }
  | { readonly kind: 'switch'; readonly files: readonly (readonly [path: string, text: string])[] };

const anyPath = one([...articlePaths, ...collectionPaths, ...topicPaths, ...organizationPaths, ...otherPaths]);

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 12, arbitrary: file.map(([path, text]): Event => ({ kind: 'write', path, text })) },
  { weight: 4, arbitrary: anyPath.map((path): Event => ({ kind: 'remove', path })) },
  {
    weight: 2,
    arbitrary: fc.tuple(one(articlePaths), one(articlePaths)).map(([path, to]): Event => ({ kind: 'move', path, to })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('url: https://port-ellery.example\n', 'url: https://x.example\nbaseurl: /assets\n', '')
      .map((text): Event => ({ kind: 'address', text })),
  },
  { weight: 1, arbitrary: fc.array(file, { maxLength: 40 }).map((files): Event => ({ kind: 'switch', files })) },
);

/** A repository of some files, and what happens to it. */
export const events: fc.Arbitrary<Event[]> = fc
  .tuple(fc.array(file, { maxLength: 40 }), fc.array(event, { minLength: 1, maxLength: 25 }))
  .map(([files, later]) => [{ kind: 'switch', files }, ...later]);

/** What is true of the repository, whatever an index makes of it. */
export interface Repository {
  readonly texts: ReadonlyMap<string, string>;
  readonly address: string;
}

/** The repository after an event, and what the index said about it; the index is changed in place. */
export function happen(
  { texts, address }: Repository,
  event: Event,
  index: SiteIndex,
): { readonly repository: Repository; readonly changes: readonly IndexChange[]; readonly touched: readonly string[] } {
  const next = new Map(texts);
  const write = (path: string, text: string) => {
    next.set(path, text);
    return [index.addFile(path), index.update(path, summaryOfText(path, text, project))];
  };
  const remove = (path: string) => {
    next.delete(path);
    return [index.removeFile(path)];
  };
  switch (event.kind) {
    case 'write':
      return { changes: write(event.path, event.text), repository: { texts: next, address }, touched: [event.path] };
    case 'remove':
      return { changes: remove(event.path), repository: { texts: next, address }, touched: [event.path] };
    case 'move': {
      const text = texts.get(event.path);
      const changes = text === undefined ? [] : [...remove(event.path), ...write(event.to, text)];
      return { changes, repository: { texts: next, address }, touched: [event.path, event.to] };
    }
    case 'address':
      return {
        changes: [index.setAddress(readSiteAddress(parseArticle('_config.yml', event.text)))],
        repository: { texts, address: event.text },
        touched: [],
      };
    case 'switch': {
      const files = new Map(event.files);
      const changes = [index.setFiles(files.keys())];
      for (const [path, text] of files) changes.push(index.update(path, summaryOfText(path, text, project)));
      return { changes, repository: { texts: files, address }, touched: [...files.keys()] };
    }
  }
}

/** The same, made in one go. */
export function filledIndex({ texts, address }: Repository): SiteIndex {
  const index = createSiteIndex({ address: readSiteAddress(parseArticle('_config.yml', address)) });
  index.setFiles(texts.keys());
  index.fill([...texts].map(([path, text]) => [path, summaryOfText(path, text, project)] as const));
  return index;
}

/** An index of the repository that never knew another state. */
export function freshIndex({ texts, address }: Repository): SiteIndex {
  const index = createSiteIndex({ address: readSiteAddress(parseArticle('_config.yml', address)) });
  index.setFiles([...texts.keys()].reverse());
  for (const [path, text] of [...texts].reverse()) index.update(path, summaryOfText(path, text, project));
  return index;
}
