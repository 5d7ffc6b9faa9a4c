// What was found out about files, kept on disk for the next start: one file for each project.
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** How a file was when it was looked at. Another one of the same name, size and times is taken for the same. */
export interface FileStamp {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
}

/** A file that something was stored of. */
export interface StoredFile {
  readonly name: string;
  /** True when its stamp was this one. */
  has(stamp: FileStamp): boolean;
  /** Of its text, in bytes: hardly anything beside making a text of them. */
  readonly size: number;
  text(): string;
}

/** Texts by path, each good as long as its file has the stamp that it had. */
export interface RowCache {
  /** The text that is known of a file; `undefined` when there is none, or the file has changed. It is kept for the next start. */
  get(file: string, stamp: FileStamp): string | undefined;
  /** The text that is known of a file as it was, though it has changed since or may have. It is not kept for that. */
  last(file: string): string | undefined;
  /** All that was stored, in the order in which it was put; it is not kept for that. Each is good only until the next. */
  files(): Iterable<StoredFile>;
  /**
   * @param readAt when the file was read, in milliseconds since 1970
   * @returns false when the file is too fresh to be known again by its stamp: nothing is kept of it
   */
  put(file: string, stamp: FileStamp, row: string, readAt: number): boolean;
  /** True when what was put and what was asked for is not just what was stored. */
  readonly isChanged: boolean;
  /** Stores what was put or asked for; all else is forgotten. Does nothing when that fails: it is only for speed. */
  write(): void;
}

/**
 * Opens a cache. One that is missing, damaged, of another key or only half written is empty.
 *
 * @param key of everything besides the files that the texts follow from
 */
export function openRowCache(file: string, key: string): RowCache {
  const stored = readStored(file, key);
  const kept: number[] = [];
  const added: { readonly name: string; readonly stamp: FileStamp; readonly row: Buffer }[] = [];
  const { names, sizes, mtimes, ctimes, starts } = stored;
  let places: Map<string, number> | undefined;
  const placeOf = (name: string): number | undefined => {
    places ??= new Map(names.map((one, at) => [one, at]));
    return places.get(name);
  };
  const hasAt = (at: number, { size, mtimeMs, ctimeMs }: FileStamp): boolean =>
    sizes[at] === size && mtimes[at] === mtimeMs && ctimes[at] === ctimeMs;
  const textAt = (at: number): string => stored.rows.toString('utf8', starts[at], starts[at + 1]);
  return {
    get(name, stamp) {
      const at = placeOf(name);
      if (at === undefined || !hasAt(at, stamp)) return undefined;
      kept.push(at);
      return textAt(at);
    },
    last(name) {
      const at = placeOf(name);
      return at === undefined ? undefined : textAt(at);
    },
    *files() {
      let at = 0;
      const file: StoredFile = {
        get name() {
          return names[at] ?? '';
        },
        has: stamp => hasAt(at, stamp),
        get size() {
          return (starts[at + 1] ?? 0) - (starts[at] ?? 0);
        },
        text: () => textAt(at),
      };
      for (; at < names.length; at++) yield file;
    },
    put(name, stamp, row, readAt) {
      // Written in the same instant again it would look the same: it is read once more next time.
      if (readAt - Math.max(stamp.mtimeMs, stamp.ctimeMs) < exactness(stamp)) return false;
      added.push({ name, stamp, row: Buffer.from(row) });
      return true;
    },
    get isChanged() {
      return added.length > 0 || kept.length !== names.length;
    },
    write() {
      const rows = [
        ...kept.map(at => stored.rows.subarray(starts[at], starts[at + 1])),
        ...added.map(({ row }) => row),
      ];
      const stamps = added.map(({ stamp }) => stamp);
      const still = (column: Numbers): number[] => kept.map(at => column[at] ?? 0);
      const numbers = Float64Array.from([
        ...[...still(sizes), ...stamps.map(({ size }) => size)],
        ...[...still(mtimes), ...stamps.map(({ mtimeMs }) => mtimeMs)],
        ...[...still(ctimes), ...stamps.map(({ ctimeMs }) => ctimeMs)],
        ...rows.map(({ length }) => length),
      ]);
      const all = JSON.stringify([...kept.map(at => names[at] ?? ''), ...added.map(({ name }) => name)]);
      try {
        const body = [Buffer.from(all), Buffer.from(numbers.buffer), ...rows];
        const head: Head = { format: FORMAT, key, files: rows.length, names: body[0]?.length ?? 0, sum: sumOf(body) };
        writeAtOnce(file, [Buffer.from(`${JSON.stringify(head)}\n`), ...body]);
      } catch {
        // A full disk, no rights, another window: the next start is slower, that is all.
      }
    },
  };
}

/** How far apart in ms two changes must be to be told apart. A file system that counts in seconds gives itself away. */
function exactness({ ctimeMs }: FileStamp): number {
  return ctimeMs % 1000 === 0 ? 2000 : 50;
}

/** Numbers that are read as they lie in the file: as text they would take longer than all else. */
type Numbers = Float64Array;

interface Stored {
  readonly names: readonly string[];
  readonly sizes: Numbers;
  readonly mtimes: Numbers;
  readonly ctimes: Numbers;
  /** Where each text starts, and at last where all of them end. */
  readonly starts: readonly number[];
  readonly rows: Buffer;
}

/** The first line, as JSON; then come the names, as JSON, the numbers - all sizes, times of writing, times of change, lengths of texts -, and the texts. */
interface Head {
  readonly format: string;
  readonly key: string;
  readonly files: number;
  /** Of the names, in bytes. */
  readonly names: number;
  /** SHA-1 of all that follows. */
  readonly sum: string;
}

/** Goes up whenever this file writes something else. */
const FORMAT = `2 ${os.endianness()}`;

function readStored(file: string, key: string): Stored {
  try {
    const bytes = fs.readFileSync(file);
    const line = bytes.indexOf(10);
    const head = JSON.parse(bytes.toString('utf8', 0, line)) as Head;
    if (head.format !== FORMAT || head.key !== key || sumOf([bytes.subarray(line + 1)]) !== head.sum) return nothing;
    const [from, size] = [line + 1 + head.names, head.files * Float64Array.BYTES_PER_ELEMENT];
    // A copy, as an array of numbers has to start at a multiple of 8.
    const column = (i: number): Numbers =>
      new Float64Array(new Uint8Array(bytes.subarray(from + i * size, from + (i + 1) * size)).buffer);
    const starts = [0];
    let end = 0;
    for (const length of column(3)) starts.push((end += length));
    return {
      names: JSON.parse(bytes.toString('utf8', line + 1, from)) as string[],
      sizes: column(0),
      mtimes: column(1),
      ctimes: column(2),
      starts,
      rows: bytes.subarray(from + 4 * size),
    };
  } catch {
    return nothing;
  }
}

const none = new Float64Array();
const nothing: Stored = { names: [], sizes: none, mtimes: none, ctimes: none, starts: [0], rows: Buffer.alloc(0) };

function sumOf(parts: readonly Buffer[]): string {
  const hash = crypto.createHash('sha1');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** Another process sees the old file or the new one, never a part. */
function writeAtOnce(file: string, parts: readonly Buffer[]): void {
  const folder = path.dirname(file);
  fs.mkdirSync(folder, { recursive: true });
  removeLeftOver(folder);
  const temporary = `${file}.${process.pid}-${crypto.randomBytes(4).toString('hex')}.tmp`;
  try {
    const descriptor = fs.openSync(temporary, 'wx', 0o600);
    try {
      for (let i = 0; i < parts.length; i += AT_ONCE) {
        const bytes = Buffer.concat(parts.slice(i, i + AT_ONCE));
        for (let at = 0; at < bytes.length; ) at += fs.writeSync(descriptor, bytes, at);
      }
    } finally {
      fs.closeSync(descriptor);
    }
    fs.renameSync(temporary, file);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
}

/** Small parts are written together, but not all of a big file. */
const AT_ONCE = 1000;

/** What a process left that ended while it wrote. */
function removeLeftOver(folder: string): void {
  for (const name of fs.readdirSync(folder)) {
    if (!name.endsWith('.tmp')) continue;
    const file = path.join(folder, name);
    const stats = fs.statSync(file, { throwIfNoEntry: false });
    if (stats && Date.now() - stats.mtimeMs > 3_600_000) fs.rmSync(file, { force: true });
  }
}
