import * as z from 'zod';

/**
 * Every field of an article, one entry each: its type, bounds, role and documentation. A field's place in the order and
 * whether it is required are a content type's business. Facts: docs of the format, counted in real content.
 */
const url = (description: string, example: string) =>
  z.string().meta({ role: 'url', description, examples: [example] });
const image = z
  .object({
    url: z.string().meta({
      role: 'image-url',
      description: 'Address of the picture: absolute, or relative to the site.',
      examples: ['https://harbourtimes.example/pictures/ferry.jpg'],
    }),
    width: z.int().meta({ description: 'Width of the picture in pixels.', examples: [1280] }),
    height: z.int().meta({ description: 'Height of the picture in pixels.', examples: [720] }),
    isCached: z
      .boolean()
      .optional()
      .meta({ description: 'Whether the site keeps a copy of the picture.', examples: [true] }),
    title: z
      .string()
      .optional()
      .meta({ role: 'title', description: 'What the picture shows.', examples: ['The new ferry'] }),
  })
  .meta({ role: 'image', description: 'A picture and its size.' });
const images = z
  .array(image)
  .meta({ role: 'images', section: true, description: 'Pictures of the item; the first is its cover.' });
const provider = z
  .object({
    name: z.string().meta({ role: 'name', description: 'Name of the publisher.', examples: ['Harbour Times'] }),
    domain: z.string().meta({
      role: 'domain',
      description: 'Domain of the publisher, without `https://` and `www.`.',
      examples: ['harbourtimes.example'],
    }),
    images: z.array(image).optional().meta({ role: 'images', description: 'The publisher’s logo, 50 by 50 pixels.' }),
    authors: z
      .array(
        z.object({
          name: z.string().meta({ role: 'name', description: 'Name of the author.', examples: ['Ada Quill'] }),
        }),
      )
      .optional()
      .meta({ description: 'Who wrote it.' }),
  })
  .meta({ role: 'provider', section: true, description: 'Who published the item.' });
const title = z.string().meta({ role: 'title', description: 'The headline.', examples: ['Harbour opens again'] });
const name = z.string().meta({ role: 'name', description: 'The name that readers see.', examples: ['Harbour Times'] });
const excerpt = z.string().meta({
  role: 'prose',
  description: 'The first sentences of the item, about 300 characters.',
  examples: ['After two years of work the harbour of Port Ellery opens again.'],
});
const publishedDateTime = z.string().meta({
  role: 'date-time',
  description: 'When the item was published, in UTC: `YYYY-MM-DDTHH:MM:SSZ`.',
  examples: ['2026-05-12T09:30:00Z'],
});
const webUrl = url('Where the item is read now.', 'https://harbourtimes.example/harbour-opens-again');
const ampWebUrl = url(
  'The AMP page of the item. Comes with `cdnAmpWebUrl`.',
  'https://harbourtimes.example/amp/harbour-opens-again',
);
const cdnAmpWebUrl = url(
  'The AMP page in the AMP cache. It follows from `ampWebUrl`.',
  'https://harbourtimes-example.cdn.ampproject.org/c/s/harbourtimes.example/amp/harbour-opens-again',
);
const type = z.string().meta({ description: 'What kind of item it is.', examples: ['article'] });
const quality = z
  .int()
  .min(0)
  .max(1000)
  .meta({ description: 'How good the item is, by the ranking of the publisher.', examples: [59] });

const related = z
  .array(
    z
      .object({
        title,
        excerpt,
        publishedDateTime,
        webUrl,
        ampWebUrl: ampWebUrl.optional(),
        cdnAmpWebUrl: cdnAmpWebUrl.optional(),
        type: z.enum(['article', 'video']).meta({ description: 'What kind of item it is.', examples: ['article'] }),
        provider: provider.meta({ role: 'provider', description: 'Who published the item.' }),
        quality: quality.optional(),
        images: images
          .optional()
          .meta({ role: 'images', description: 'Pictures of the item; the first is its cover.' }),
      })
      .meta({ role: 'related-item', description: 'Another item on the same story.' }),
  )
  .meta({ role: 'related', section: true, description: 'Other items on the same story, the best first.' });

export const fields = {
  category: z.string().meta({ description: 'The collection that the item belongs to.', examples: ['news'] }),
  taxonomy: z.string().meta({ description: 'What kind of registry entry it is.', examples: ['topic'] }),
  _id: z.string().meta({ description: 'Key of the registry entry, as in its file name.', examples: ['harbour-times'] }),
  title,
  name,
  shortname: z
    .string()
    .meta({ role: 'name', description: 'A shorter name, for narrow places.', examples: ['Harbour'] }),
  otherNames: z
    .array(z.string().meta({ role: 'name', description: 'Another name.', examples: ['The Harbour Times'] }))
    .meta({ role: 'set', description: 'Other names under which it is known.' }),
  domain: z
    .string()
    .meta({ role: 'domain', description: 'Domain of the publisher.', examples: ['harbourtimes.example'] }),
  description: z
    .string()
    .meta({ role: 'prose', description: 'One or two sentences.', examples: ['News from the coast.'] }),
  parent: z.string().meta({ role: 'topic', description: 'Name of the topic above this one.', examples: ['Energy'] }),
  keywords: z
    .array(
      z.string().meta({ role: 'keyword', description: 'A word that stands for the topic.', examples: ['tidal power'] }),
    )
    .meta({ role: 'set', description: 'Words that stand for the topic in texts.' }),
  hashtags: z
    .array(z.string().meta({ role: 'keyword', description: 'A hashtag, in quotes.', examples: ['#TidalPower'] }))
    .meta({ role: 'set', description: 'Hashtags of the topic.' }),
  services: z
    .record(z.string(), url('Where the site serves the topic.', 'https://port-ellery.example/api/news/'))
    .meta({ description: 'Addresses under which the site serves the topic.' }),
  bio: z
    .string()
    .meta({ role: 'prose', description: 'What the person does, in a line.', examples: ['Builds tide mills'] }),
  location: z.string().meta({ role: 'prose', description: 'Where the person lives.', examples: ['Port Ellery'] }),
  affiliation: provider.meta({
    role: 'provider',
    section: true,
    description: 'The organization the person belongs to.',
  }),
  website: url('The person’s own page.', 'https://ada-quill.example/'),
  twitter: z
    .object({
      username: z
        .string()
        .optional()
        .meta({ role: 'name', description: 'Name of the account, without `@`.', examples: ['adaquill'] }),
      url: url('Address of the account.', 'https://twitter.com/adaquill').optional(),
      followers: z
        .int()
        .min(0)
        .optional()
        .meta({ description: 'How many follow the account.', examples: [1200] }),
    })
    .meta({ section: true, description: 'The account on Twitter.' }),
  linkedin: z
    .object({ url: url('Address of the profile.', 'https://www.linkedin.com/in/adaquill').optional() })
    .meta({ section: true, description: 'The profile on LinkedIn.' }),
  excerpt,
  publishedDateTime,
  originalUrl: url('Where the item was found.', 'https://harbourtimes.example/harbour-opens-again'),
  webUrl,
  ampWebUrl,
  cdnAmpWebUrl,
  type,
  price: z
    .string()
    .meta({ role: 'price', description: 'What it costs: `Free`, or an amount such as `$38.79`.', examples: ['Free'] }),
  length: z
    .string()
    .meta({ role: 'duration', description: 'How long it takes, as an ISO 8601 duration.', examples: ['PT13M34S'] }),
  ratings: z
    .object({
      count: z
        .int()
        .min(0)
        .meta({ description: 'How many rated it.', examples: [54] }),
      average: z
        .number()
        .min(0)
        .max(5)
        .meta({ description: 'The average, 0 to 5.', examples: [4.8] }),
    })
    .meta({ description: 'How learners rated it.' }),
  members: z
    .int()
    .min(0)
    .meta({ description: 'How many members it has.', examples: [8400] }),
  followers: z
    .int()
    .min(0)
    .meta({ description: 'How many follow it.', examples: [1200] }),
  quality,
  heat: z
    .int()
    .min(-1)
    .max(1000)
    .meta({ description: 'How hot the item is now. `-1`: not ranked, and not published.', examples: [79] }),
  published: z.boolean().meta({ description: 'Whether the site shows the item.', examples: [true] }),
  removed: z
    .boolean()
    .meta({ description: 'The source has taken the item down. Comes with `published: false`.', examples: [true] }),
  featuredContent: z.string().meta({
    role: 'html',
    section: true,
    description: 'A player to show in place of the picture, as HTML.',
    examples: ['<iframe src="https://video.example/embed/1"></iframe>'],
  }),
  actions: z
    .array(
      z.object({
        url: url('Where the action leads.', 'https://tidewater.example/tide-table.zip'),
        type: z.string().meta({ description: 'What the action does.', examples: ['download'] }),
        title: z
          .string()
          .optional()
          .meta({ role: 'title', description: 'What the button says.', examples: ['Download'] }),
        attribution: z
          .string()
          .optional()
          .meta({ role: 'name', description: 'Who offers it.', examples: ['Tidewater Labs'] }),
      }),
    )
    .meta({ section: true, description: 'What readers can do with it.' }),
  github: z
    .object({
      url: url('Address of the repository.', 'https://github.com/tidewater/tide-table'),
      watches: z
        .int()
        .min(0)
        .optional()
        .meta({ description: 'How many watch it.', examples: [36] }),
      stars: z
        .int()
        .min(0)
        .optional()
        .meta({ description: 'How many starred it.', examples: [1204] }),
      forks: z
        .int()
        .min(0)
        .optional()
        .meta({ description: 'How often it was forked.', examples: [87] }),
      languages: z
        .array(z.string().meta({ role: 'name', description: 'A programming language.', examples: ['Python'] }))
        .optional()
        .meta({ role: 'set', description: 'Programming languages, the most used first.' }),
    })
    .meta({ section: true, description: 'The repository on GitHub.' }),
  tags: z
    .array(z.string().meta({ role: 'keyword', description: 'A word to find it by.', examples: ['tides'] }))
    .meta({ role: 'set', section: true, description: 'Words to find it by.' }),
  provider,
  levels: z
    .array(z.enum(['Beginner', 'Intermediate', 'Advanced']).meta({ description: 'A level.', examples: ['Beginner'] }))
    .meta({ role: 'set', section: true, description: 'For whom it is.' }),
  items: z
    .array(
      z.string().meta({
        role: 'item-path',
        description: 'A file below `_learning/`, without its extension.',
        examples: ['videos/how-tides-work'],
      }),
    )
    .min(1)
    .meta({ role: 'items', section: true, description: 'What the collection holds, in order.' }),
  topics: z
    .array(z.string().meta({ role: 'topic', description: 'Name of a topic.', examples: ['Energy'] }))
    .min(1)
    .meta({ role: 'topics', section: true, description: 'What the item is about; the most specific topic first.' }),
  images,
  related,
  secured: z.string().meta({
    role: 'secured',
    section: true,
    description: 'The publisher’s ciphertext. It cannot be made or changed here: leave it as it is.',
  }),
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type FieldName = keyof typeof fields;
