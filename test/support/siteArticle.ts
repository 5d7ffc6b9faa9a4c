/** A news article in which every rule finds nothing, to break in single places. */
export const articlePath = '/site/_news/2026-05-12-harbour-opens-again.md';

export const articleText = `---
category: news
title: "Harbour opens again"
excerpt: "After two years of work the harbour of Port Ellery takes ships again."
publishedDateTime: 2026-05-12T08:30:00Z
originalUrl: "https://harbourtimes.example/2026/05/harbour-opens-again"
webUrl: "https://harbourtimes.example/2026/05/harbour-opens-again"
type: article
quality: 40
heat: 40
published: true

provider:
  name: Harbour Times
  domain: harbourtimes.example

topics:
  - Harbours
  - Ferries

images:
  - url: "https://harbourtimes.example/pictures/quay"
    width: 800
    height: 450
---
`;

/** The article with some stretches of it replaced; each stands in it once. */
export function articleWith(...replacements: readonly (readonly [found: string, replacement: string])[]): string {
  return replacements.reduce((text, [found, replacement]) => {
    if (text.split(found).length !== 2) throw new Error(`“${found}” does not stand in the article once`);
    return text.replace(found, () => replacement);
  }, articleText);
}
