import fs from 'node:fs';
import { parseArticle } from '../core/article/articleDocument.ts';
import type { FileKind } from '../core/article/frontMatter.ts';
import { nextMoment } from '../core/check/moments.ts';
import type { ArticleSummary } from '../core/index/summary.ts';
import { fullPath, type ProjectFolder } from '../node/projects.ts';
import { readFrontMatter } from '../node/readFrontMatter.ts';
import { kindToRead } from '../node/repository.ts';
import type { FileStamp, RowCache } from '../node/rowCache.ts';
import { digestOf } from './cacheFiles.ts';
import { type CheckedFile, checkedFile, type FileChecker } from './checkFile.ts';
import { type Message, notUtf8 } from './fileResult.ts';
import type { Target } from './targets.ts';

/** A file as it was when it was checked. */
export interface SeenFile {
  readonly stamp: FileStamp;
  /** Milliseconds since 1970. Not before the stamp was taken. */
  readonly readAt: number;
}

/** Checks only files that have changed, and knows what the run rests on. */
export interface StoredChecker extends FileChecker {
  /** Every file that could be an article, by path. `undefined`: one of them could not be read. */
  readonly seen: ReadonlyMap<string, SeenFile> | undefined;
  /** Until when all of it stays true, in milliseconds since 1970. */
  readonly until: number;
}

/** A checker that asks a cache first. What it finds out goes there; writing it is up to the caller. */
export function storedChecker(folder: ProjectFolder, cache: RowCache, now: number): StoredChecker {
  return new Checker(folder, cache, now);
}

class Checker implements StoredChecker {
  readonly #folder: ProjectFolder;
  readonly #cache: RowCache;
  readonly #now: number;
  #seen: Map<string, SeenFile> | undefined = new Map();
  #until = Number.POSITIVE_INFINITY;

  constructor(folder: ProjectFolder, cache: RowCache, now: number) {
    this.#folder = folder;
    this.#cache = cache;
    this.#now = now;
  }

  get seen(): ReadonlyMap<string, SeenFile> | undefined {
    return this.#seen;
  }

  get until(): number {
    return this.#until;
  }

  check(relative: string, target: Target | undefined): CheckedFile {
    const kind = kindToRead(this.#folder, relative, target?.named);
    if (kind === undefined) return {};
    try {
      return this.#check(relative, kind, target !== undefined);
    } catch {
      this.#seen = undefined;
      return {};
    }
  }

  #check(relative: string, kind: FileKind, withMessages: boolean): CheckedFile {
    const full = fullPath(this.#folder, relative);
    const stamp = fs.statSync(full);
    const readAt = Date.now();
    this.#seen?.set(relative, { stamp, readAt });
    const stored = this.#stored(relative, withMessages, stamp);
    if (stored) return stored;
    const text = readFrontMatter(full, kind);
    if (text === undefined) return withMessages ? { messages: [notUtf8] } : {};
    const digest = digestOf(text);
    // A checkout gives files that are the same new times.
    for (const name of namesOf(relative, withMessages)) {
      const row = this.#cache.last(name);
      const known = row === undefined ? undefined : this.#current(row, digest);
      if (row === undefined || !known) continue;
      this.#cache.put(name, stamp, row, readAt);
      return withMessages ? known : { summary: known.summary };
    }
    const [found, view] = checkedFile(this.#folder, parseArticle(relative, text, kind), this.#now, withMessages);
    const { summary, messages } = found;
    const until = nextMoment(view);
    this.#until = Math.min(this.#until, until);
    const row: Row = [digest, this.#now, until === Number.POSITIVE_INFINITY ? null : until, summary ?? null, messages];
    this.#cache.put(nameOf(relative, withMessages), stamp, JSON.stringify(row), readAt);
    return found;
  }

  /** What is stored of a file that has not been touched. */
  #stored(relative: string, withMessages: boolean, stamp: FileStamp): CheckedFile | undefined {
    for (const name of namesOf(relative, withMessages)) {
      const row = this.#cache.get(name, stamp);
      const known = row === undefined ? undefined : this.#current(row);
      if (known) return withMessages ? known : { summary: known.summary };
    }
    return undefined;
  }

  /** What a row says, if it was made of this text and no date has come since. */
  #current(text: string, digest?: string): CheckedFile | undefined {
    const [of, from, to, summary, messages] = JSON.parse(text) as Row;
    const until = to ?? Number.POSITIVE_INFINITY;
    if ((digest !== undefined && digest !== of) || this.#now < from || this.#now >= until) return undefined;
    this.#until = Math.min(this.#until, until);
    return { summary: summary ?? undefined, messages: messages ?? undefined };
  }
}

/** The digest of the text, when it was checked, until when that holds (`null`: for ever), and what was found. */
type Row = readonly [string, number, number | null, ArticleSummary | null, (readonly Message[] | null | undefined)?];

/** Where a file may be stored. What holds messages serves those too who want none. */
function namesOf(relative: string, withMessages: boolean): readonly string[] {
  return withMessages ? [nameOf(relative, true)] : [nameOf(relative, true), nameOf(relative, false)];
}

/** No path holds a NUL. */
function nameOf(relative: string, withMessages: boolean): string {
  return withMessages ? relative : `${relative}\0`;
}
