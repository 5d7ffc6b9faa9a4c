// A little repository that completions learn from.

const article = (fields: string): string => `---\ncategory: news\n${fields}\n---\n`;

export const files: Readonly<Record<string, string>> = {
  '_config.yml': 'url: https://port-ellery.example\n',
  '_data/topics/00-port-ellery.yaml': 'taxonomy: topic\n_id: port-ellery\nname: Port Ellery\n',
  '_data/topics/01-sea-energy.yaml':
    'taxonomy: topic\n_id: sea-energy\nname: Sea Energy\nshortname: Energy\nparent: Port Ellery\nkeywords:\n  - tidal power\nhashtags:\n  - "#TidePower"\n',
  '_data/topics/02-ferries.yaml': 'taxonomy: topic\n_id: ferries\nname: Ferries\nkeywords:\n  - boats\n',
  '_data/organizations/harbourtimes.example.md':
    '---\ntaxonomy: organization\n_id: harbourtimes.example\nname: Harbour Times\notherNames:\n  - The Daily Quay\ndomain: harbourtimes.example\nimages:\n  - url: /assets/harbourtimes.example-50x50.png\n    width: 50\n    height: 50\n---\n',
  '_news/2026-05-11-mill.md': article(`title: "The tide mill: it turns"
excerpt: "Tidewater has put the \\"old\\" mill to work."
publishedDateTime: 2026-05-11T10:00:00Z
originalUrl: "https://tidewater.example/found/mill"
webUrl: "https://www.tidewater.example/mill/"
ampWebUrl: "https://www.tidewater.example/mill/amp/"
cdnAmpWebUrl: "https://www-tidewater-example.cdn.ampproject.org/c/s/www.tidewater.example/mill/amp/"
type: article
quality: 57
heat: 80

provider:
  name: Tidewater
  domain: tidewater.example

topics:
  - Sea Energy

images:
  - url: "https://pictures.example/mill.jpg"
    width: 400
    height: 225
    isCached: true

secured: "q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=;ASNFZ4mrze8BI0VniavN7w=="`),
  '_news/2026-05-12-ferry.md': article(`title: "A ferry without a captain"
excerpt: "It steers itself."
publishedDateTime: 2026-05-12T07:15:00Z
originalUrl: "https://harbourtimes.example/ferry"
webUrl: "https://harbourtimes.example/ferry"
ampWebUrl: "https://harbourtimes.example/amp/ferry"
type: article
provider:
  name: Harbour Times
  domain: harbourtimes.example
  images:
    - url: "https://port-ellery.example/assets/harbourtimes.example-50x50.png"
      width: 50
      height: 50
topics:
  - Ferries
  - Port Ellery`),
  '_news/2026-05-10-quay.md': article(`title: "Quay 4 sinks"
publishedDateTime: 2026-05-10T07:15:00Z
originalUrl: "https://harbourtimes.example/quay"
webUrl: "https://harbourtimes.example/quay"
type: article
provider:
  name: Harbour Times
  domain: harbourtimes.example
  images:
    - url: "https://port-ellery.example/assets/harbourtimes.example-50x50.png"
      width: 50
      height: 50
topics:
  - Port Ellery`),
  '_learning/videos/how-tides-work.md':
    '---\ntitle: "How tides work"\ntype: video\noriginalUrl: "https://tube.example/1"\n---\n',
  '_learning/courses/sail.md':
    '---\ntitle: "Learn to sail"\ntype: course\nwebUrl: "https://school.example/sail"\n---\n',
  'assets/harbour.jpg': '',
};
