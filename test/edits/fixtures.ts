/** Articles in many hands' styles, for the property tests; each is read with LF, CRLF and a byte order mark too. */
export const fixtures: Readonly<Record<string, string>> = {
  'news.md': `---
category: news
title: "Zoom's \\u201cemotion\\u201d  software &amp; more"
excerpt: "More than two dozen groups\\nare calling \\"on\\" Zoom. It's \\u2026"
publishedDateTime: 2022-05-11T21:00:00Z
originalUrl: "https://example.com/a?b=c&d=e"
type: article
quality: 59
heat: -1
published: true

provider:
  name: Gizmodo
  domain: gizmodo.com
  images:
    - url: "https://example.com/a-50x50.jpg"
      width: 50
      height: 50

topics:
  - Computer Vision
  - AI
  - Robots

images:
  - url: "https://example.com/b.jpg"
    width: 800
    height: 450
    isCached: true
  - url: "https://example.com/c.jpg"
    width: 1

related:
  - title: "One: a title"
    provider:
      name: Protocol
      domain: protocol.com
    quality: 57
  - title: "Another"
    images:
      - url: "https://example.com/d.jpg"
    quality: 4

secured: "q83vEjRWeJA=;EjRWeJCrze8="
---

The body: with a colon.
`,
  'byHand.md': `---
# The head of the file

# about the category
category: news # c
title: 'It''s  plain'
mine:   spaced   # s
empty:
also empty:    # e
excerpt: >
  A folded
  text with  two blanks

  and a paragraph.
provider:
    # the name
    name: Gizmodo # n
    # domain: gone

    domain: gizmodo.com
topics:
- AI # the first

# on ML
# and more on it
- ML
- 'Robots: good'
- Data
images:
-   url: https://example.com/b.jpg
    # how wide
    width: 800
    sizes: [1, 2, 3]

-   width: 5
    # its address
    url: "https://example.com/c.jpg"
secured: q83vEjRWeJA=;EjRWeJCrze8=
zebra: |+
  keeps

  its lines

yak: |-
  # no comment
    deeper
"quoted key": yes
'single': 012
# the end

---
Body
---
`,
  'flow.md': `---
a: {b: 1, c: [x, "y z", 'it''s'], d: {}, e: [], f: , g: true}
lines: {
  one: 1,
  two: "two",
  three: [ p, q ]
  }
list: [{url: x, width: 1}, {url: y}, z]
words: [
  alpha,
  beta,
  gamma,
  ]
multi: "one
  two \\
  three

  four"
plain: one
  two

  three
secured: {a: 1, b: [2, 3]}
---
`,
  'nested.md': `---
- a: 1
  b:
    - - x
      - y
    - z
  c:
    d:
      e:
        f: deep
- a: 2
-
  a: 3
  b: 4
-
- text
---
`,
  'unclosed.md': `---
title: x
type: y

topics:
  - AI
  - ML
`,
  'topic.yaml': `taxonomy: topic
name: Power Apps
keywords:
  - power apps
  - low code
services:
  learning: https://example.com/learning/
  news: https://example.com/news/`,
  'data.json': `{
  "name": "x",
  "list": ["a", "b", "c"],
  "nested": {
    "one": 1,
    "two": null,
    "three": [{ "a": "b" }, { "a": "c", "d": true }]
  }
}
`,
  'page.html': `---
title: "A page"
layout: null
tags:
  - x
  - y
---
<html>
---
title: not this
---
</html>
`,
};
