// The articles that are broken on purpose: our own sample's and test sites', and the real ones when they are at hand.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../support/root.ts';
import { type Specimen, specimenOf } from './runFault.ts';

/** Articles of this repository, which every checkout has. */
export const ownFolders: readonly string[] = ['sample', 'test/vscode/site/daily'];

/** Real articles: read, never copied. */
export const realFolders: readonly string[] = ['../shared/corpus/ai', '../shared/corpus/powerapps'];

/**
 * Every article below some folders of the repository's root, by path. Folders that are not there have none.
 *
 * @param takes whether to read the file of this number
 */
export function readSpecimens(folders: readonly string[], takes = (_file: number) => true): readonly Specimen[] {
  return folders.flatMap(folder => {
    const base = path.resolve(root, folder);
    if (!fs.existsSync(base)) return [];
    return fs
      .readdirSync(base, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /\.(md|html|ya?ml)$/.test(entry.name))
      .map(entry => path.join(entry.parentPath, entry.name))
      .sort()
      .filter((_, index) => takes(index))
      .map(file => specimenOf(path.relative(base, file).replaceAll(path.sep, '/'), fs.readFileSync(file, 'utf8')))
      .filter(({ checked }) => checked.view.contentType !== undefined && checked.view.root !== undefined);
  });
}

/** Articles that hold what those in our folders do not. */
export function ownSpecimens(): readonly Specimen[] {
  return Object.entries(texts).map(([file, text]) => specimenOf(file, text));
}

const texts: Readonly<Record<string, string>> = {
  '_news/2026-05-12-video-the-mill-turns-at-the-quays-end-tides-more.md': `---
category: news
title: "[Video] The mill turns at the quay’s end – tides & more"
excerpt: "The keeper calls it \\"the patient wheel\\". It has turned for two years & a day – and nobody knows why it’s silent."
publishedDateTime: 2026-05-12T00:00:00Z
originalUrl: "https://harbourtimes.example/pages/the%20mill?from=quay&to=mill"
webUrl: "https://harbourtimes.example/pages/the%20mill?from=quay&to=mill"
type: article
quality: 59
heat: 79
published: true

provider:
  name: Harbour Times
  domain: harbourtimes.example

topics:
  - Energy
  - Tides

images:
  - url: "https://harbourtimes.example/pictures/mill.jpg"
    width: 1280
    height: 720
---
`,
  '_learning/videos/tidewater-tv-how-to-mend-a-sail.md': `---
title: "How to mend a sail"
excerpt: "A needle, a palm and a quiet hour are all it takes."
originalUrl: https://youtube.com/watch?v=h4rb0ur
type: video
price: Free
length: PT41M
publishedDateTime: 2026-04-02T15:00:00Z
heat: 50
removed: true
published: false

provider:
  name: Tidewater TV
  domain: tidewater.example

topics:
  - Tides
---
`,
};
