// A whole news article in which nothing is wrong, for tests that run all rules.

/** Its path is the default one of `rules.ts`. */
export const harbourArticle = `---
category: news
title: "Harbour opens again"
excerpt: "After two years of work the harbour of Port Ellery opens again, and with it the fish market on the old quay."
publishedDateTime: 2026-05-12T09:30:00Z
originalUrl: "https://harbourtimes.example/harbour-opens-again"
webUrl: "https://harbourtimes.example/harbour-opens-again"
ampWebUrl: "https://harbourtimes.example/amp/harbour-opens-again"
cdnAmpWebUrl: "https://harbourtimes-example.cdn.ampproject.org/c/s/harbourtimes.example/amp/harbour-opens-again"
type: article
quality: 59
heat: 79
published: true

provider:
  name: Harbour Times
  domain: harbourtimes.example
  images:
    - url: "/assets/images/organizations/harbourtimes.example-50x50.png"
      width: 50
      height: 50

topics:
  - Harbours
  - Port Ellery

images:
  - url: "https://pictures.harbourtimes.example/w_800/5f6a12d4906ee80a"
    width: 800
    height: 450
    isCached: true

related:
  - title: "The tide mill turns again"
    excerpt: "Tidewater has put the old tide mill back to work, and it feeds the harbour lights."
    publishedDateTime: 2026-05-11T10:00:00Z
    webUrl: "https://tidewater.example/mill-turns-again"
    type: article
    provider:
      name: Tidewater
      domain: tidewater.example
    quality: 57
  - title: "A ferry without a captain"
    excerpt: "Ada Quill rode the first boat that steers itself across the bay."
    publishedDateTime: 2026-05-10T15:17:00Z
    webUrl: "https://harbourtimes.example/ferry-without-captain"
    type: article
    provider:
      name: Harbour Times
      domain: harbourtimes.example
    quality: 41
    images:
      - url: "https://pictures.harbourtimes.example/ferry.jpg?width=400&height=711"
        width: 400
        height: 225

secured: "q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=;ASNFZ4mrze8BI0VniavN7w=="
---
`;

/** The article with one stretch of its text, which stands in it exactly once, written otherwise. */
export function harbourWith(old: string, other: string): string {
  const parts = harbourArticle.split(old);
  if (parts.length !== 2) throw new Error(`Stands ${parts.length - 1} times in the article: ${old}`);
  return parts.join(other);
}
