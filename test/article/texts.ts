/** Front matter of every shape, for the tests that must hold for any text. */
export const texts: Readonly<Record<string, string>> = {
  news: `---
category: news
title: "27 Rights Groups Demand Zoom Abandon 'Invasive' Software"
publishedDateTime: 2022-05-11T21:00:00Z
webUrl: "https://example.com/zoom?a=1&b=2#top"
quality: 59
published: true

provider:
  name: Example
  domain: example.com
  images:
    - url: "https://example.com/50x50.jpg"
      width: 50

topics:
  - Computer Vision
  - AI

related:
  - title: "First"
    provider:
      name: Protocol
  - title: 'It''s second'
    quality: 4

secured: "3JHo1AO3+D5a/tkG=;yqwXg4Q=="
---

Body: not YAML
`,
  flow: `---
topics: [AI, "Computer Vision", 'ML', ]
provider: {name: Example, domain: "example.com", images: [{url: x, width: 50}]}
empty: []
none: {}
lines: [
  one, # first
  two
]
---
`,
  blocks: `---
literal: |
  line one
    line "two"

  # no comment
folded: >-
  some
  text
kept: |+
  x

after: 1
---
`,
  plain: `---
title: text over
  two lines
other: "quoted
  over two"
url: https://example.com/a#b
key with spaces: x
'quoted key': y
"double key": z
---
`,
  anchors: `---
base: &base
  name: Example
  domain: example.com
copy: *base
provider:
  <<: *base
  name: Own
list: [*base, &x 1, *x]
---
`,
  comments: `---
# first
title: x # masthead-ignore a-rule

# masthead-ignore other-rule
topics: # which
  # inside
  - AI # one
# last
---
`,
  crlf: '---\r\ntitle: "a"\r\nprovider:\r\n  name: b\r\ntopics:\r\n- x\r\n- y\r\n---\r\nbody\r\n',
  mark: '\uFEFF---\ntitle: "\u{1F600} emoji"\nitems:\n- a: 1\n  b: 2\n-\n  c: 3\n- - nested\n---\n',
  tabs: '---\nprovider:\n\tname: x\n\timages:\n\t\t- url: y\n\t\t  width: 3\ntitle:\tx\n---\n',
  broken: `---
title: "He said "hi" to me"
excerpt: Zoom: the fight
provider:
  name: @handle
   domain: x
topics: [AI, ML
related:
  - title: "open
    quality: 3
  - url:"x"
publi
secured: "abc
---
`,
  conflict: `---
a: 1
<<<<<<< HEAD
b: 1
||||||| base
b: 0
=======
b: 2
>>>>>>> other
c: 3
---
`,
  unclosed: '---\ntitle: x\ntopics:\n  - AI\n',
  html: '---\ntitle: x\n---\n<html><body>--- {{ x }}</body></html>\n',
  empty: '---\n---\n',
};
