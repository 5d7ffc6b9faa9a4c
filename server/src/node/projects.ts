import fs from 'node:fs';
import path from 'node:path';
import { parseArticle } from '../core/article/articleDocument.ts';
import { createProject, type Project } from '../core/config/project.ts';
import { configFileNames, type ProjectConfig, readConfig } from '../core/config/readConfig.ts';
import { readText } from './readText.ts';

/** A project on the disk. */
export interface ProjectFolder {
  /** Absolute; paths of articles are relative to it. */
  readonly root: string;
  /** False when nothing marks the root as one: then its other files say nothing of an article. */
  readonly isRepository: boolean;
  /** What the project was made of. */
  readonly config: ProjectConfig;
  readonly project: Project;
}

/** Finds the project that a file on the disk belongs to; looks at each folder once. */
export interface ProjectFinder {
  /** @param file absolute */
  projectOf(file: string): ProjectFolder;
}

/**
 * The project of a file is the nearest folder upwards with a `masthead.config.*`; without one, with Jekyll's
 * `_config.yml` or a `.git`; without any, the file system's root, where the built-in globs match at any depth.
 *
 * @param config a configuration for every file, in place of the nearest one, whose globs are relative to `folder`
 */
export function findProjects(config?: { readonly file: string; readonly folder: string }): ProjectFinder {
  const given = config && folderWith(config.folder, true, readConfigFile(config.file));
  const found = new Map<string, ProjectFolder>();
  const projectAt = (folder: string): ProjectFolder => {
    const known = found.get(folder);
    if (known) return known;
    const parent = path.dirname(folder);
    const own = given === undefined ? configIn(folder) : undefined;
    const project =
      own !== undefined
        ? folderWith(folder, true, readConfigFile(own))
        : parent === folder || isSite(folder)
          ? withoutConfig(folder, parent)
          : projectAt(parent);
    found.set(folder, project);
    return project;
  };
  /** A site without a configuration of its own may stand below a folder that has one. */
  const withoutConfig = (folder: string, parent: string): ProjectFolder => {
    const above = parent === folder ? undefined : projectAt(parent);
    return above && configIn(above.root) !== undefined ? above : folderWith(folder, isSite(folder), {});
  };
  return { projectOf: file => given ?? projectAt(path.dirname(file)) };
}

/** The path of a file as its project sees it. */
export function pathInProject({ root }: ProjectFolder, file: string): string {
  // Nearly always the file stands below the root, and there are very many.
  if (path.sep === '/' && file.startsWith(root) && file[root.length] === '/') return file.slice(root.length + 1);
  return path.relative(root, file).split(path.sep).join('/');
}

/** The other way round: the absolute path of a file that the project knows as this. */
export function fullPath({ root }: ProjectFolder, relative: string): string {
  return path.sep === '/' && root !== '/' ? `${root}/${relative}` : path.join(root, relative);
}

function folderWith(root: string, isRepository: boolean, config: ProjectConfig): ProjectFolder {
  return { root, isRepository, config, project: createProject(config) };
}

function configIn(folder: string): string | undefined {
  return configFileNames.map(name => path.join(folder, name)).find(file => fs.existsSync(file));
}

function isSite(folder: string): boolean {
  return ['_config.yml', '.git'].some(name => fs.existsSync(path.join(folder, name)));
}

function readConfigFile(file: string) {
  return readConfig(parseArticle(path.basename(file), readText(file) ?? '', 'yaml'));
}
