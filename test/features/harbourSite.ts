// The repository that tests of hover and navigation look at: registries, articles that share things, a collection, pictures.
import { defaultPath } from '../support/rules.ts';

/** Its `<|>` may be put into any of the files by `harbourFiles`. */
const files = {
  '_config.yml': 'url: https://port-ellery.example\n',
  '_data/topics/00-port-ellery.yaml': 'taxonomy: topic\n_id: port-ellery\nname: Port Ellery\n',
  '_data/topics/01-harbours.yaml':
    'taxonomy: topic\n_id: harbours\nname: Harbours\nshortname: Docks\nparent: Port Ellery\nkeywords:\n  - quay\nhashtags:\n  - "#Harbours"\n',
  '_data/organizations/tidewater.example.md':
    '---\ntaxonomy: organization\n_id: tidewater.example\nname: Tidewater\notherNames:\n  - Tidewater Labs\ndomain: tidewater.example\nimages:\n  - url: /assets/logo.png\n    width: 50\n    height: 50\n---\n',
  '_news/2026-05-11-mill.md':
    '---\ntitle: "The tide mill turns again"\npublishedDateTime: 2026-05-11T10:00:00Z\noriginalUrl: "https://tidewater.example/mill"\nwebUrl: "https://www.tidewater.example/mill/"\ntype: article\nquality: 57\nprovider:\n  name: Tidewater\n  domain: tidewater.example\n  images:\n    - url: "https://port-ellery.example/assets/logo.png"\n      width: 50\n      height: 50\ntopics:\n  - Harbours\nimages:\n  - url: /assets/ferry.jpg\n    width: 640\n    height: 360\n---\n',
  '_news/2026-05-13-night.md':
    '---\ntitle: "A night at the quay"\npublishedDateTime: 2026-05-13T10:00:00Z\nwebUrl: "https://harbourtimes.example/night"\ntype: article\nquality: 20\nprovider:\n  name: Harbour Times\n  domain: harbourtimes.example\ntopics:\n  - Port Ellery\nrelated:\n  - title: "The tide mill turns again"\n    webUrl: "https://tidewater.example/mill"\n    provider:\n      name: Tidewater Labs\n      domain: tidewater.example\n---\n',
  '_learning/videos/tides.md': '---\ntitle: "How tides work"\ntype: video\ntopics:\n  - Harbours\n---\n',
  '_learning/collections/sea.md':
    '---\ntitle: "All about the sea"\ntype: collection\nitems:\n  - videos/tides\n  - videos/gone\n---\n',
  'assets/ferry.jpg': '',
  'assets/logo.png': '',
} as const satisfies Readonly<Record<string, string>>;

export const articlePath = defaultPath;

/** The files, some of them replaced, with an article of the given front matter. */
export function harbourFiles(frontMatter: string, others: Readonly<Record<string, string>> = {}) {
  return { ...files, [articlePath]: `---\n${frontMatter}\n---\n`, ...others };
}
