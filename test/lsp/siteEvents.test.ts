// Whatever happens, in whatever order and at whatever time: the live index ends as a fresh one of what there is then.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { globMatcher } from '../../server/src/core/config/glob.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import { createPace } from '../../server/src/lsp/pace.ts';
import type { Place } from '../../server/src/lsp/projects.ts';
import { defaultSettings } from '../../server/src/lsp/settings.ts';
import { Site } from '../../server/src/lsp/sites/site.ts';
import { createSlicedFiles } from '../../server/src/lsp/sites/slicedFiles.ts';
import { summarizeText } from '../../server/src/lsp/sites/summarizeText.ts';
import { type Event as DiskEvent, events as diskEvents } from '../index/siteEvents.ts';
import { findings, lookUps } from '../index/siteState.ts';
import { testNow } from '../support/rules.ts';

type Event =
  | { readonly kind: 'disk'; readonly event: DiskEvent }
  /** Opens the n-th file, or an article that is not stored yet. */
  | { readonly kind: 'open'; readonly at: number }
  /** The n-th open document gets the text of the n-th file. */
  | { readonly kind: 'type'; readonly at: number; readonly from: number }
  | { readonly kind: 'close'; readonly at: number }
  | { readonly kind: 'configure'; readonly ignore: readonly string[] }
  | { readonly kind: 'remove folder'; readonly folder: string }
  | { readonly kind: 'wait'; readonly ms: number };

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('open' as const), at: fc.nat(25) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('type' as const), at: fc.nat(9), from: fc.nat(60) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('close' as const), at: fc.nat(9) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('configure' as const),
      ignore: fc.constantFrom([], ['_news/2026-05-1?-*'], ['_data/**', '_learning/videos/']),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('remove folder' as const),
      folder: fc.constantFrom('_news', '_learning', 'assets/images', '_data/topics'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(8) }) },
);

const sequences = fc
  .tuple(diskEvents, fc.array(event, { maxLength: 40 }), fc.infiniteStream(fc.boolean()))
  .map(([disk, others, coin]) => {
    const onDisk = disk.map((one): Event => ({ kind: 'disk', event: one }));
    const all: Event[] = onDisk.slice(0, 1);
    let [a, b] = [1, 0];
    while (a < onDisk.length || b < others.length) {
      const takeDisk = b >= others.length || (a < onDisk.length && coin.next().value === true);
      const next = takeDisk ? onDisk[a++] : others[b++];
      if (next) all.push(next);
    }
    return all;
  });

test('after any sequence of events on disk and in the editor the index is that of a fresh scan', async () => {
  await fc.assert(
    fc.asyncProperty(sequences, async sequence => {
      const world = new World();
      const site = world.site();
      for (const one of sequence) await world.happen(one, site);
      await site.settled();
      const fresh = world.site();
      world.reopen(fresh);
      await fresh.settled();
      expect(lookUps(site.view!)).toEqual(lookUps(fresh.view!));
      expect(findings(site.view!)).toEqual(findings(fresh.view!));
      site.dispose();
      fresh.dispose();
    }),
    { seed: 7, numRuns: 100 },
  );
}, 60_000);

class World {
  readonly #disk = new Map<string, string>();
  readonly #open = new Map<string, string>();
  #place = placeOf([]);

  site(): Site {
    const pace = createPace({ delay });
    const files = createSlicedFiles(
      {
        list: async (folder, globs) => {
          const inside = folder === root ? '' : `${decodeURIComponent(folder.slice(root.length + 1))}/`;
          const matches = globMatcher(globs);
          const found = [...this.#disk.keys()].filter(
            path => path.startsWith(inside) && matches(path.slice(inside.length)),
          );
          return found.map(path => `${root}/${path}`);
        },
        read: async uri => {
          await new Promise<void>(resolve => setImmediate(resolve));
          return this.#disk.get(decodeURIComponent(uri.slice(root.length + 1)));
        },
      },
      pace,
    );
    return new Site(this.#place, {
      files,
      pace,
      delay,
      now: () => testNow,
      log: message => {
        throw new Error(message);
      },
      onScan: () => {},
      onChange: () => {},
      openDocument: path => {
        const text = this.#open.get(path);
        return text === undefined ? undefined : TextDocument.create(`${root}/${path}`, 'markdown', 1, text);
      },
    });
  }

  reopen(site: Site): void {
    for (const [path, text] of this.#open) site.documentChecked(path, this.#summary(path, text));
  }

  async happen(event: Event, site: Site): Promise<void> {
    switch (event.kind) {
      case 'disk':
        return this.#happenOnDisk(event.event, site);
      case 'open': {
        const path = [...this.#disk.keys(), '_news/2026-05-19-new.md', '_learning/videos/b.md'][event.at];
        if (path === undefined || path === '_config.yml' || this.#open.has(path)) return;
        return this.#type(path, this.#disk.get(path) ?? '---\ntitle: New\n---\n', site);
      }
      case 'type': {
        const path = [...this.#open.keys()][event.at];
        const text = [...this.#disk.values()][event.from];
        if (path !== undefined && text !== undefined) this.#type(path, text, site);
        return;
      }
      case 'close': {
        const path = [...this.#open.keys()][event.at];
        if (path === undefined) return;
        this.#open.delete(path);
        return site.documentClosed(path);
      }
      case 'configure':
        this.#place = placeOf(event.ignore);
        site.configure(this.#place);
        for (const [path, text] of this.#open) this.#type(path, text, site);
        return;
      case 'remove folder':
        for (const path of [...this.#disk.keys()]) if (path.startsWith(`${event.folder}/`)) this.#disk.delete(path);
        return site.filesChanged([event.folder]);
      case 'wait':
        await new Promise(resolve => setTimeout(resolve, event.ms));
    }
  }

  #happenOnDisk(event: DiskEvent, site: Site): void {
    const before = new Map(this.#disk);
    switch (event.kind) {
      case 'write':
        this.#disk.set(event.path, event.text);
        break;
      case 'remove':
        this.#disk.delete(event.path);
        break;
      case 'move': {
        const text = this.#disk.get(event.path);
        this.#disk.delete(event.path);
        if (text !== undefined) this.#disk.set(event.to, text);
        break;
      }
      case 'address':
        this.#disk.set('_config.yml', event.text);
        break;
      case 'switch':
        this.#disk.clear();
        for (const [path, text] of event.files) this.#disk.set(path, text);
    }
    const paths = new Set([...before.keys(), ...this.#disk.keys()]);
    site.filesChanged([...paths].filter(path => before.get(path) !== this.#disk.get(path)));
  }

  #type(path: string, text: string, site: Site): void {
    this.#open.set(path, text);
    site.documentChecked(path, this.#summary(path, text));
  }

  #summary(path: string, text: string) {
    return summarizeText(path, text, this.#place.project, testNow);
  }
}

const root = 'file:///site';

let revision = 0;
function placeOf(ignore: readonly string[]): Place {
  const config = { ignore };
  return {
    project: createProject(config),
    enabled: true,
    root,
    isWhole: true,
    config,
    rules: {},
    exclude: [],
    remoteImages: false,
    aids: defaultSettings.aids,
    revision: ++revision,
  };
}

function delay(ms: number, task: () => void): void {
  // Waiting for someone who types on is not what is tested here.
  if (ms > 5) setTimeout(task, 5);
  else setImmediate(task);
}
