// Invented articles in the shape of the real ones: same keys, same order, same lengths, same relations between values.
import * as words from './words.mjs';

/** @returns `{ path, text }` of a news item */
export function newsItem(random, unique) {
  const title = unique(newsTitle(random));
  const publisher = random.pick(words.publishers);
  const date = moment(random);
  const isVideo = random.chance(0.2);
  const published = random.chance(0.63);
  const url = `https://${random.chance(0.5) ? 'www.' : ''}${publisher.domain}/${random.pick(words.keywords)}/${slug(title)}-${random.between(1000, 9999999)}`;
  const hasAmp = !isVideo && random.chance(0.07);
  const lines = [
    'category: news',
    `title: "${title}"`,
    `excerpt: "${excerpt(random)}"`,
    `publishedDateTime: ${date}`,
    `originalUrl: "${url}"`,
    ...(isVideo ? [] : [`webUrl: "${url}"`]),
    ...(hasAmp ? ampPair(`${url}/amp`) : []),
    `type: ${isVideo ? 'video' : 'article'}`,
    `quality: ${random.between(0, 189)}`,
    `heat: ${published ? random.between(0, 189) : random.pick([-1, random.between(0, 40)])}`,
    `published: ${published}`,
    ...(isVideo && random.chance(0.1) ? ['', player(random)] : []),
    '',
    ...provider(publisher, random.chance(0.8)),
    '',
    'topics:',
    ...random.some(words.topics, random.between(1, 4)).map(topic => `  - ${topic}`),
    ...(random.chance(0.92) ? ['', 'images:', ...picture(random, publisher, '  ')] : []),
    ...(random.chance(0.15) ? ['', 'related:', ...relatedItems(random, random.between(1, 4))] : []),
    '',
    `secured: "${ciphertext(random)}"`,
  ];
  return { path: `_news/${date.slice(0, 10)}-${slug(title)}.md`, text: fenced(lines) };
}

/** Items of a `related` list, indented, each another one. */
export function relatedItems(random, count) {
  return Array.from({ length: count }, (_, index) => {
    const publisher = random.pick(words.publishers);
    const title = newsTitle(random);
    const url = `https://www.${publisher.domain}/${random.pick(words.keywords)}/${slug(title)}-${index}-${random.between(1000, 9999999)}`;
    return [
      `  - title: "${title}"`,
      `    excerpt: "${excerpt(random)}"`,
      `    publishedDateTime: ${moment(random)}`,
      `    webUrl: "${url}"`,
      ...(random.chance(0.2) ? ampPair(`${url}/amp`).map(line => `    ${line}`) : []),
      '    type: article',
      '    provider:',
      `      name: ${publisher.name}`,
      `      domain: ${publisher.domain}`,
      `    quality: ${random.between(0, 100)}`,
      ...(random.chance(0.7) ? ['    images:', ...picture(random, publisher, '      ')] : []),
    ];
  }).flat();
}

/** @returns `{ path, text }` of a film to learn from */
export function learningVideo(random, unique) {
  const title = unique(newsTitle(random));
  const publisher = random.pick(words.publishers);
  const id = random.hex(11);
  const lines = [
    `title: "${title}"`,
    `excerpt: "${excerpt(random)}"`,
    `originalUrl: https://www.${publisher.domain}/watch?v=${id}`,
    'type: video',
    'price: Free',
    `length: PT${random.between(1, 59)}M${random.between(1, 59)}S`,
    `publishedDateTime: ${moment(random)}`,
    `heat: ${random.between(0, 100)}`,
    '',
    player(random),
    '',
    ...provider(publisher, false),
    '',
    'topics:',
    `  - ${random.pick(words.topics)}`,
    '',
    'images:',
    ...picture(random, publisher, '  '),
    '',
    `secured: "${ciphertext(random)}"`,
  ];
  return { path: `_learning/videos/${slug(`${publisher.name} ${title}`)}.md`, text: fenced(lines) };
}

/** @returns `{ path, text }` of a course */
export function course(random, unique) {
  const title = unique(newsTitle(random));
  const publisher = random.pick(words.publishers);
  const lines = [
    `title: "${title}"`,
    `excerpt: "${excerpt(random)}"`,
    `webUrl: https://learn.${publisher.domain}/courses/${slug(title)}/`,
    'type: course',
    `price: ${random.chance(0.8) ? 'Free' : `$${random.between(5, 99)}.${random.between(10, 99)}`}`,
    `length: PT${random.between(1, 9)}H${random.between(1, 59)}M`,
    'ratings:',
    `  count: ${random.between(1, 500)}`,
    `  average: ${random.between(1, 4)}.${random.between(1, 9)}`,
    `heat: ${random.between(0, 100)}`,
    '',
    ...provider(publisher, true),
    '',
    'levels:',
    `  - ${random.pick(['Beginner', 'Intermediate', 'Advanced'])}`,
    '',
    'topics:',
    `  - ${random.pick(words.topics)}`,
    '',
    'images:',
    ...picture(random, publisher, '  '),
    '',
    `secured: "${ciphertext(random)}"`,
  ];
  return { path: `_learning/courses/${slug(`${publisher.name} ${title}`)}.md`, text: fenced(lines) };
}

/** @param items paths such as `videos/a-slug`; @returns `{ path, text }` of a collection of them */
export function collection(random, unique, items) {
  const title = unique(newsTitle(random));
  const publisher = random.pick(words.publishers);
  const lines = [
    `title: "${title}"`,
    `excerpt: "${excerpt(random)}"`,
    'type: collection',
    `heat: ${random.between(0, 100)}`,
    '',
    ...provider(publisher, false),
    '',
    'items:',
    ...items.map(item => `  - ${item}`),
    '',
    'topics:',
    `  - ${random.pick(words.topics)}`,
    '',
    'images:',
    ...picture(random, publisher, '  '),
    '',
    `secured: "${ciphertext(random)}"`,
  ];
  return { path: `_learning/collections/${slug(`${publisher.name} ${title}`)}.md`, text: fenced(lines) };
}

/** The registry of publishers. */
export function organizations() {
  return words.publishers.map(({ name, domain }) => ({
    path: `_data/organizations/${domain}.md`,
    text: fenced([
      'taxonomy: organization',
      `_id: ${domain}`,
      `name: ${name}`,
      `domain: ${domain}`,
      'images:',
      ...[50, 400].flatMap(size => [
        `  - url: /assets/images/organizations/${domain}-${size}x${size}.jpg`,
        `    width: ${size}`,
        `    height: ${size}`,
      ]),
    ]),
  }));
}

/** The registry of topics: plain YAML. */
export function topics() {
  return words.topics.map((name, index) => ({
    path: `_data/topics/${String(index).padStart(2, '0')}-${slug(name)}.yaml`,
    text: [
      'taxonomy: topic',
      `_id: ${slug(name)}`,
      `name: ${name}`,
      `shortname: ${name}`,
      ...(index > 0 ? [`parent: ${words.topics[0]}`] : []),
      'keywords:',
      `  - ${name.toLowerCase()}`,
      `  - ${words.keywords[index]}`,
      '',
    ].join('\n'),
  }));
}

/** As the real files are named: what is not `a-z 0-9 space -` is dropped, runs of blanks and hyphens become one hyphen. */
function slug(title) {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replace(/[ -]+/g, '-');
}

function newsTitle(random) {
  const { pick } = random;
  return [
    `${pick(words.places)} ${pick(words.subjects)}`,
    pick(words.verbs),
    `${pick(words.adjectives)} ${pick(words.nouns)}`,
    random.chance(0.5) ? pick(words.occasions) : `and ${pick(words.adjectives)} ${pick(words.nouns)}`,
  ].join(' ');
}

/** About 300 characters, cut off with dots now and then, as the real ones are. */
function excerpt(random) {
  const length = random.between(120, 300);
  let text = '';
  while (text.length < length) {
    const sentence = Array.from({ length: random.between(6, 16) }, () => random.pick(words.plain)).join(' ');
    text += `${text === '' ? '' : ' '}${sentence[0].toUpperCase()}${sentence.slice(1)}${random.pick(['.', '.', '.', '!', '?'])}`;
  }
  return random.chance(0.2) ? `${text.slice(0, -1)} ...` : text;
}

function moment(random) {
  const from = Date.UTC(2016, 0, 1);
  const to = Date.UTC(2025, 11, 31);
  return new Date(from + Math.floor((random.next() * (to - from)) / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}

function ampPair(ampWebUrl) {
  const { host } = new URL(ampWebUrl);
  const cache = host.replaceAll('-', '--').replaceAll('.', '-');
  return [
    `ampWebUrl: "${ampWebUrl}"`,
    `cdnAmpWebUrl: "https://${cache}.cdn.ampproject.org/c/s/${ampWebUrl.slice('https://'.length)}"`,
  ];
}

function player(random) {
  return `featuredContent: "<iframe width=\\"800\\" height=\\"500\\" src=\\"https://video.example/embed/${random.hex(11)}\\" allowfullscreen></iframe>"`;
}

function provider({ name, domain }, withLogo) {
  const logo = [
    '  images:',
    `    - url: "https://tidewater.example/assets/images/organizations/${domain}-50x50.jpg"`,
    '      width: 50',
    '      height: 50',
  ];
  return ['provider:', `  name: ${name}`, `  domain: ${domain}`, ...(withLogo ? logo : [])];
}

function picture(random, { domain }, indent) {
  const [width, height] = random.pick([
    [1280, 720],
    [800, 450],
    [480, 360],
    [1200, 630],
  ]);
  return [
    `${indent}- url: "https://media.${domain}/pictures/${random.hex(32)}.jpg"`,
    `${indent}  width: ${width}`,
    `${indent}  height: ${height}`,
    `${indent}  isCached: true`,
  ];
}

/** Stands for ciphertext: whole blocks of 16 bytes, and an initialisation vector of 16. */
function ciphertext(random) {
  return `${random.base64(16 * random.between(12, 20))};${random.base64(16)}`;
}

function fenced(lines) {
  return `---\n${lines.join('\n')}\n---\n`;
}
