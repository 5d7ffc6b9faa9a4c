import type { MapShape } from './shape.ts';

/** A kind of file, built in or declared by a project, ready to check with. */
export interface ContentType {
  readonly id: string;
  /** For people. */
  readonly name: string;
  /** Globs of the files, relative to the project's root. */
  readonly include: readonly string[];
  /** Values of the file's own `type` or `taxonomy` that decide where globs of two types match. */
  readonly types: readonly string[];
  readonly shape: MapShape;
}
