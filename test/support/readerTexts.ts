// YAML texts that the common reader reads, and such that it must leave to the full one.

const article = `category: news
title: "27 boats, one \\"harbour\\": who's first?"
excerpt: 'It''s the first time'
publishedDateTime: 2026-05-12T09:30:00Z
originalUrl: https://harbourtimes.example/a-b_c/?q=1&r=2#top
quality: 59
heat: -1
published: true

provider:
  name: Harbour Times & Co
  domain: harbourtimes.example # a comment
  images:
    - url: "/assets/images/organizations/harbourtimes.example-50x50.jpg"
      width: 50
      height: 50

# Topics come next.
topics:
  - Harbour
  - "Energy"

related:
- title: Second
  provider:
    name: Tidewater
  images:
  - url: /a.jpg
- title: Third
  images:
`;

export const readerTexts = {
  article,
  common: [
    article,
    article.replaceAll('\n', '\r\n'),
    article.trimEnd(),
    'a: 1',
    'a:',
    'a:\n',
    'a: \n\n',
    '\n\n  # comment\na: b # comment\n',
    'a:\n  b:\n    c: d\n  e: f\ng: h\n',
    'a:\n- b\n- c\nd: e\n',
    'a:\n-\n- b\n',
    'a:\n  - b: c\n    d: e\n  -\n  - f\n',
    'a:\n  -   b: c\n      d: e\n',
    '  a: b\n  c: d\n',
    'a: b:c\n',
    'a: b#c\n',
    'a: "b" # c\n',
    'a: ""\nb: \'\'\n',
    'a: -1\nb: +1\nc: .5\nd: -x\ne: ~\n',
    'a: "\\\\\\"\\n\\x41\\u00e9\\/"\n',
    'a: é\u00a0ü\nb: "\u00a0"\nc: "😀"\n',
    'a: b   \nc: d\t\n'.replace('\t', ''),
    '$schema: ./x.json\n_id: x\na.b-c: d\n',
    'a: 1\na: 2\n',
    'a: "tab\there"\n',
  ],
  uncommon: [
    '',
    '\n\n',
    '# comment\n',
    'a',
    '- a\n- b\n',
    '"a": b\n',
    "'a': b\n",
    '? a\n: b\n',
    'a : b\n',
    'a:b\n',
    'a: [b, c]\n',
    'a: {b: c}\n',
    'a: |\n  b\n',
    'a: >-\n  b\n',
    'a: &b c\n',
    'a: *b\n',
    'a: !b c\n',
    'a: b: c\n',
    'a: b:\n',
    'a: b\n  c\n',
    'a: "b\n  c"\n',
    'a: "b" c\n',
    'a: "b"#c\n',
    'a: "b\\d"\n',
    "a: 'b'c'\n",
    'a: @b\n',
    'a: `b`\n',
    'a: %b\n',
    'a: #b\n',
    'a:\n  - #b\n',
    'a:\n\tb: c\n',
    'a:\tb\n',
    'a: b\tc\n',
    'a: b\rc: d\n',
    'a:\n  b: c\n d: e\n',
    'a:\n    b: c\n  d: e\n',
    'a: b\n- c\n',
    'a:\n  - b\n - c\n',
    'a:\n  - b\n  c: d\n',
    'a:\n  - - b\n',
    'a:\n  - ? b\n',
    '<<: a\n',
    'a: b\n---\nc: d\n',
    '---\na: b\n',
    '%YAML 1.2\n',
    'a: b\n...\n',
    'a: "\u0001"\n',
    'a: b\u2028c\n',
    'a: \ufeffb\n',
    'a\n',
    'titl\na: b\n',
    ': a\n',
  ],
} as const;
