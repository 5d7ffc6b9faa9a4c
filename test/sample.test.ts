import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from './support/root.ts';

const sample = path.join(root, 'sample');
const files = (fs.readdirSync(sample, { recursive: true, withFileTypes: true }) as fs.Dirent[])
  .filter(entry => entry.isFile())
  .map(entry => path.relative(sample, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
  .sort();
const read = (file: string) => fs.readFileSync(path.join(sample, file), 'utf8');

/** The articles that show findings, with what a curator did to them, by line; the README tells people about them. */
const faults: Record<string, readonly (readonly [line: number, text: string])[]> = {
  '_news/2026-06-11-sign-painters-leave-a-letter-out-and-the-harbour-keeps-the-sign.md': [
    [3, 'titel: "Sign painters leave a letter out and the harbour keeps the sign"'],
    [11, 'published: "true"'],
  ],
  '_news/2026-06-18-clock-tower-keeps-its-own-time-zone-for-a-week.md': [
    [5, 'publishedDateTime: 2026-06-18 09:15:00'],
    [11, 'published: yes'],
  ],
  '_news/2026-07-30-two-ferries-one-timetable-the-night-service-doubles-up.md': [
    [3, 'title: Two ferries, one timetable: the night service doubles up'],
    [24, '  - Ferries'],
    [51, '  - title: "Night owls ask for a ferry after the last concert"'],
  ],
  '_news/2026-08-27-inventor-without-a-name-wins-the-fish-market-prize.md': [
    [
      4,
      `excerpt: "A set of scales that weighs fish in a rolling boat took first place at the market&nbsp;hall on Saturday. Nobody has claimed the rosette so far: the entry form says only 'a friend of the gulls'. "`,
    ],
    [8, 'type: artcle'],
    [13, 'topics:'],
  ],
  '_news/2026-10-15-lighthouse-radio-takes-a-detour-on-its-way-to-your-phone.md': [
    [7, 'webUrl: "www.north-light.example/2026/10/lighthouse-radio"'],
    [
      9,
      'cdnAmpWebUrl: "https://www-north-light-example.cdn.ampproject.org/c/s/www.north-light.example/amp/2026/10/lighthouse-radio"',
    ],
    [30, '    width: 800px'],
  ],
};

interface Image {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}
interface Provider {
  readonly name: string;
  readonly domain: string;
  readonly images?: readonly Image[];
}
interface Article {
  readonly title?: string;
  readonly name?: string;
  readonly excerpt?: string;
  readonly publishedDateTime?: string;
  readonly originalUrl?: string;
  readonly webUrl?: string;
  readonly ampWebUrl?: string;
  readonly cdnAmpWebUrl?: string;
  readonly featuredContent?: string;
  readonly provider?: Provider;
  readonly affiliation?: Provider;
  readonly topics?: readonly string[];
  readonly images?: readonly Image[];
  readonly items?: readonly string[];
  readonly related?: readonly Article[];
}

const articleFiles = files.filter(file => /^_(?!data\/|config)/.test(file));
const cleanFiles = articleFiles.filter(file => !Object.hasOwn(faults, file));
const articles = cleanFiles.map(file => ({ file, text: read(file), data: frontMatter(read(file)) as Article }));
const organizations = files
  .filter(file => file.startsWith('_data/organizations/'))
  .map(file => ({ file, data: frontMatter(read(file)) as Provider & { _id: string } }));
const topics = files
  .filter(file => file.startsWith('_data/topics/'))
  .map(file => ({ file, data: parse(read(file)) as { _id: string; name: string; parent?: string } }));
const { url: siteUrl, topic: mainTopic } = parse(read('_config.yml')) as { url: string; topic: string };
const news = articles.filter(({ file }) => file.startsWith('_news/'));

test('has articles of every kind', () => {
  const folders = articleFiles.map(file => path.posix.dirname(file));
  const count = (folder: string) => folders.filter(name => name === folder).length;
  expect(count('_news')).toBeGreaterThanOrEqual(13);
  expect(count('_learning/videos')).toBe(2);
  for (const folder of ['_learning/courses', '_learning/collections', '_learning/books', '_samples', '_communities']) {
    expect(count(folder), folder).toBe(1);
  }
  for (const folder of ['_people', '_newsletters', '_projects']) expect(count(folder), folder).toBe(1);
  expect(organizations.length).toBeGreaterThanOrEqual(5);
  expect(topics.length).toBeGreaterThanOrEqual(4);
});

describe('the articles with findings', () => {
  test.each(Object.entries(faults))('%s', (file, lines) => {
    const actual = read(file).split('\n');
    for (const [line, text] of lines) expect(actual[line - 1], `line ${line}`).toBe(text);
  });

  test('are those that the README lists', () => {
    const listed = [...read('README.md').matchAll(/`(\d{4}-[^`]+\.md)`/g)].map(match => `_news/${match[1]}`);
    expect(listed).toEqual(Object.keys(faults));
    expect(read('README.md')).not.toMatch(/^---/);
  });

  test('lack a provider, and name a topic and a related item twice', () => {
    expect(read(Object.keys(faults)[3]!)).not.toMatch(/^provider:/m);
    expect(read(Object.keys(faults)[2]!).match(/^ {2}- Ferries$/gm)).toHaveLength(2);
    expect(read(Object.keys(faults)[2]!).match(/ferry-after-the-concert"$/gm)).toHaveLength(2);
  });
});

describe.each(articles)('$file', ({ file, data }) => {
  const nested = [data, ...(data.related ?? [])];

  test('names providers and topics of the registries', () => {
    for (const provider of nested.flatMap(({ provider, affiliation }) => [provider, affiliation])) {
      if (!provider) continue;
      const entry = organizations.find(organization => organization.data.domain === provider.domain);
      expect(entry?.data.name, provider.domain).toBe(provider.name);
    }
    expect(data.topics?.length).toBeGreaterThan(0);
    expect(new Set(data.topics).size).toBe(data.topics?.length);
    for (const topic of data.topics ?? []) expect(topics.map(entry => entry.data.name)).toContain(topic);
  });

  test('refers to lessons that are there', () => {
    for (const item of data.items ?? []) expect(files).toContain(`_learning/${item}.md`);
    expect(data.items === undefined).toBe(!file.startsWith('_learning/collections/'));
  });

  test('declares the true size of pictures that are there', () => {
    const images = nested.flatMap(({ images, provider, affiliation }) => [
      ...(images ?? []),
      ...(provider?.images ?? []),
      ...(affiliation?.images ?? []),
    ]);
    for (const image of images) expect(pictureSize(image.url), image.url).toEqual([image.width, image.height]);
  });

  test('has tidy text, a date of the year of the sample, and AMP addresses that follow', () => {
    for (const { title, name, excerpt, publishedDateTime, ampWebUrl, cdnAmpWebUrl } of nested) {
      for (const text of [title ?? name, excerpt]) {
        if (file.startsWith('_people/') && text === undefined) continue;
        expect(text).toMatch(/^\S+( \S+)*$/);
        expect(text).not.toMatch(/&#?\w+;/);
      }
      if (publishedDateTime) expect(publishedDateTime).toMatch(/^2026-(0[5-9]|10)-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(cdnAmpWebUrl).toBe(ampWebUrl && cdnAddress(ampWebUrl));
    }
  });
});

describe.each(news)('$file', ({ file, text, data }) => {
  test('is called after its title and its day', () => {
    const [, day, slug] = /^_news\/(\d{4}-\d\d-\d\d)-(.+)\.md$/.exec(file) ?? [];
    expect(slug).toBe(slugOf(data.title!));
    const days = [0, 1].map(later => new Date(Date.parse(data.publishedDateTime!) + later * 86_400_000));
    expect(days.map(date => date.toISOString().slice(0, 10))).toContain(day);
  });

  test('has its keys in the usual order, and blank lines between its parts', () => {
    const order =
      'category title excerpt publishedDateTime originalUrl webUrl ampWebUrl cdnAmpWebUrl type quality heat published ' +
      'featuredContent provider topics images related secured';
    const keys = Object.keys(data);
    expect(keys).toEqual(order.split(' ').filter(key => keys.includes(key)));
    const parts = text.split('\n\n').map(part => /^\w+/.exec(part.replace(/^---\n/, ''))?.[0] ?? '');
    const expected = ['category', ...keys.slice(keys.indexOf('published') + 1), ''];
    expect(parts).toEqual(expected);
  });
});

test('shows related items, a video, AMP addresses, and an article without rank', () => {
  expect(news.filter(({ data }) => data.related && data.related.length >= 2).length).toBeGreaterThanOrEqual(2);
  expect(news.filter(({ data }) => data.featuredContent?.startsWith('<iframe '))).toHaveLength(1);
  expect(news.filter(({ data }) => data.ampWebUrl).length).toBeGreaterThanOrEqual(1);
  expect(news.filter(({ text }) => text.includes('\nheat: -1\npublished: false\n'))).toHaveLength(1);
});

test('every secured value has its shape, and no two are alike', () => {
  const values = articleFiles.flatMap(file =>
    [...read(file).matchAll(/^secured: "([^"]*)"$/gm)].map(match => match[1]!),
  );
  for (const value of values) {
    const [ciphertext, iv, ...rest] = value.split(';');
    expect(rest).toEqual([]);
    const bytes = Buffer.from(ciphertext!, 'base64');
    expect(bytes.toString('base64')).toBe(ciphertext);
    expect(bytes.length % 16).toBe(0);
    expect(bytes.length).toBeGreaterThanOrEqual(200);
    expect(bytes.length).toBeLessThanOrEqual(400);
    expect(Buffer.from(iv!, 'base64')).toHaveLength(16);
    expect(Buffer.from(iv!, 'base64').toString('base64')).toBe(iv);
  }
  expect(new Set(values).size).toBe(values.length);
  const without = articleFiles.filter(file => !/^secured: /m.test(read(file)));
  expect(without.map(file => path.posix.dirname(file))).toEqual(['_communities', '_projects']);
});

test('no two articles are the same item', () => {
  for (const key of ['title', 'originalUrl', 'webUrl'] as const) {
    const values = articles.flatMap(({ data }) => [data, ...(data.related ?? [])].flatMap(item => item[key] ?? []));
    expect(
      values.filter((value, index) => values.indexOf(value) !== index),
      key,
    ).toEqual([]);
  }
});

test('the registries are named after what they hold', () => {
  for (const { file, data } of organizations) {
    expect(file).toBe(`_data/organizations/${data.domain}.md`);
    expect(data._id).toBe(data.domain);
    expect(data.images?.map(image => [image.width, image.height])).toEqual([
      [50, 50],
      [400, 400],
    ]);
    for (const image of data.images ?? [])
      expect(pictureSize(image.url), image.url).toEqual([image.width, image.height]);
  }
  topics.forEach(({ file, data }, index) => {
    expect(data._id).toBe(slugOf(data.name));
    expect(file).toBe(`_data/topics/${String(index).padStart(2, '0')}-${data._id}.yaml`);
    expect(data.parent).toBe(data.name === mainTopic ? undefined : mainTopic);
  });
});

test('every picture is used, and all of them together are small', () => {
  const pictures = files.filter(file => file.startsWith('assets/'));
  const texts = files.filter(file => !file.startsWith('assets/')).map(read);
  expect(pictures.filter(picture => !texts.some(text => text.includes(`/${picture}`)))).toEqual([]);
  const bytes = pictures.reduce((sum, picture) => sum + fs.statSync(path.join(sample, picture)).size, 0);
  expect(bytes).toBeLessThan(900_000);
});

test('names no host of the real world', () => {
  for (const file of files.filter(name => !name.startsWith('assets/'))) {
    const hosts = [...read(file).matchAll(/https?:\/\/([a-z][^/"'\s<>]+)/g)].map(match => match[1]!);
    expect(
      hosts.filter(host => !/\.example$|-example\.cdn\.ampproject\.org$/.test(host)),
      file,
    ).toEqual([]);
  }
});

/** Dates stay text, and a key that stands twice throws. */
function frontMatter(text: string): unknown {
  const block = /^---\n([\s\S]*?\n)---\n/.exec(text)?.[1];
  if (block === undefined) throw new Error('No front matter');
  return parse(block, { uniqueKeys: true });
}

function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replace(/[ -]+/g, '-');
}

function cdnAddress(amp: string): string {
  const { host, pathname, search } = new URL(amp);
  const label = host.replaceAll('-', '--').replaceAll('.', '-');
  return `https://${label}.cdn.ampproject.org/c/s/${host}${pathname}${search}`;
}

/** Width and height in pixels, from the header of the PNG or JPEG file that an address of this site names. */
function pictureSize(url: string): [width: number, height: number] {
  const place = url.startsWith('/') ? url : url.startsWith(`${siteUrl}/`) ? url.slice(siteUrl.length) : undefined;
  if (!place) throw new Error(`${url} is not on this site`);
  const bytes = fs.readFileSync(path.join(sample, place));
  if (bytes.subarray(1, 4).toString('latin1') === 'PNG') return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (bytes.readUInt16BE(0) !== 0xffd8) throw new Error(`${url} is neither PNG nor JPEG`);
  let at = 2;
  while (bytes[at + 1] !== 0xc0 && bytes[at + 1] !== 0xc2) at += 2 + bytes.readUInt16BE(at + 2);
  return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
}
