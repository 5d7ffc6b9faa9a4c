import { parseArticle } from '../core/article/articleDocument.ts';
import { createProject, type Project } from '../core/config/project.ts';
import { configFileNames, type ProjectConfig, readConfig } from '../core/config/readConfig.ts';
import type { RuleSeverities } from '../core/config/severity.ts';
import type { AidSettings, FolderSettings } from './settings.ts';
import { canonical, nameOf, parentOf, pathWithin } from './uris.ts';

/** The project that a document belongs to. */
export interface Place {
  readonly project: Project;
  /** False where the settings turn Masthead off. */
  readonly enabled: boolean;
  /** URI of the folder that the project's paths are relative to. */
  readonly root: string;
  /** False when the project is not, or not as a whole, in a workspace folder: then its other files say nothing. */
  readonly isWhole: boolean;
  /** What the project follows from. */
  readonly config: ProjectConfig;
  readonly rules: RuleSeverities;
  /** Globs of files that the editor does not show. */
  readonly exclude: readonly string[];
  /** Whether pictures of other sites may be shown. */
  readonly remoteImages: boolean;
  readonly aids: AidSettings;
  /** The same number means the same project at the same root; any change of configuration or settings gives another. */
  readonly revision: number;
}

export interface ProjectSources {
  /** Text of a file as it is stored. `undefined`: there is no such file, or it cannot be read. Never rejects. */
  storedText(uri: string): Promise<string | undefined>;
  /** Text of a file that is open in the editor; it wins over what is stored. */
  openText(uri: string): string | undefined;
  /** Settings of a workspace folder; `undefined` for files outside all folders. Never rejects. */
  settingsOf(folder: string | undefined): Promise<FolderSettings>;
}

/** True for a file that configures a project. */
export function isConfigFile(uri: string): boolean {
  const name = nameOf(uri);
  return configFileNames.some(each => each === name);
}

/** The path of a document in its project, which globs match against. */
export function pathIn(place: Place, uri: string): string {
  return pathWithin(place.root, uri) ?? nameOf(uri);
}

/**
 * Finds the project of each document: the nearest configuration file from the document upwards to the top of its
 * workspace folder is the project's, and its folder is the project's root; without one the workspace folder is.
 * Everything read is remembered until it is said to have changed.
 */
export class Projects {
  readonly #sources: ProjectSources;
  #folders: readonly string[];
  /** Goes up with every change, so that an answer that was under way is not taken for a new one. */
  #epoch = 0;
  /** By folder of documents. */
  readonly #places = new Map<string, Promise<Place>>();
  readonly #settings = new Map<string, Promise<FolderSettings>>();
  /** By folder that may hold a configuration file. */
  readonly #configs = new Map<string, Promise<ProjectConfig | undefined>>();
  /** By configuration file: as it was when its YAML was last whole. */
  readonly #wholeConfigs = new Map<string, ProjectConfig>();
  /** By root, configuration and settings, as JSON: what is read again and is the same stays the same project. */
  readonly #known = new Map<string, Place>();
  #revision = 0;

  constructor(sources: ProjectSources, folders: readonly string[]) {
    this.#sources = sources;
    this.#folders = folders;
  }

  async placeOf(uri: string): Promise<Place> {
    const folder = parentOf(uri) ?? uri;
    for (;;) {
      const epoch = this.#epoch;
      const place = await remembered(this.#places, canonical(folder), () => this.#find(folder));
      if (epoch === this.#epoch) return place;
    }
  }

  /** URIs of the workspace folders. */
  get folders(): readonly string[] {
    return this.#folders;
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.map(canonical));
    this.#folders = [...this.#folders.filter(folder => !gone.has(canonical(folder))), ...added];
    this.forgetSettings();
  }

  forgetSettings(): void {
    this.#settings.clear();
    this.#forgetPlaces();
  }

  /** @param uri of a configuration file; all of them when left out */
  forgetConfig(uri?: string): void {
    if (uri === undefined) this.#configs.clear();
    else this.#configs.delete(canonical(parentOf(uri) ?? uri));
    this.#forgetPlaces();
  }

  #forgetPlaces(): void {
    this.#epoch++;
    this.#places.clear();
  }

  async #find(folder: string): Promise<Place> {
    const workspaceFolder = this.#workspaceFolderOf(folder);
    const top = siteRootOf(workspaceFolder ?? folder);
    const [settings, found] = await Promise.all([this.settingsOf(workspaceFolder), this.#configAbove(folder, top)]);
    const { root, config } = found ?? { root: top, config: {} };
    const { enable, rules, exclude, remoteImages, aids } = settings;
    const isWhole = workspaceFolder !== undefined && isWithin(workspaceFolder, root);
    const key = JSON.stringify([canonical(root), config, enable, rules, exclude, remoteImages, aids, isWhole]);
    const known = this.#known.get(key);
    if (known) return known;
    const project = createProject(config, rules);
    const revision = ++this.#revision;
    const place = { project, enabled: enable, root, isWhole, config, rules, exclude, remoteImages, aids, revision };
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.set(key, place);
    return place;
  }

  /** The innermost workspace folder. */
  #workspaceFolderOf(folder: string): string | undefined {
    const inside = this.#folders.filter(each => isWithin(each, folder));
    return inside.sort((a, b) => canonical(b).length - canonical(a).length)[0];
  }

  /** Settings of a workspace folder; `undefined` for files outside all of them. */
  settingsOf(folder: string | undefined): Promise<FolderSettings> {
    return remembered(this.#settings, folder ?? '', () => this.#sources.settingsOf(folder));
  }

  async #configAbove(folder: string, top: string): Promise<{ root: string; config: ProjectConfig } | undefined> {
    const last = canonical(top);
    for (let root: string | undefined = folder; root !== undefined; root = parentOf(root)) {
      const config = await remembered(this.#configs, canonical(root), () => this.#configIn(root));
      if (config) return { root, config };
      if (canonical(root) === last) return undefined;
    }
    return undefined;
  }

  async #configIn(folder: string): Promise<ProjectConfig | undefined> {
    const uris = configFileNames.map(name => `${folder}/${name}`);
    const texts = await Promise.all(uris.map(uri => this.#sources.openText(uri) ?? this.#sources.storedText(uri)));
    const at = texts.findIndex(text => text !== undefined);
    const [uri, text] = [uris[at], texts[at]];
    return uri === undefined || text === undefined ? undefined : this.#read(uri, text);
  }

  /** While someone types in it, its YAML is broken now and then; then what it said before still holds. */
  #read(uri: string, text: string): ProjectConfig {
    const article = parseArticle(nameOf(uri), text, 'yaml');
    const key = canonical(uri);
    const before = this.#wholeConfigs.get(key);
    if (article.problems.length > 0 && before && this.#sources.openText(uri) !== undefined) return before;
    const config = readConfig(article);
    this.#wholeConfigs.set(key, config);
    return config;
  }
}

/** Typing in a configuration file makes many. */
const MAX_KNOWN = 50;

/**
 * The folder that a folder's paths are relative to when no configuration file says it: the folder itself, or, for a
 * part of a site that was opened alone, such as `site/_data/topics`, the site above it.
 */
function siteRootOf(folder: string): string {
  let root = folder;
  for (let at: string | undefined = folder; at !== undefined; at = parentOf(at)) {
    if (articleFolders().has(nameOf(at))) root = parentOf(at) ?? at;
  }
  return root;
}

function isWithin(folder: string, inner: string): boolean {
  return canonical(folder) === canonical(inner) || pathWithin(folder, inner) !== undefined;
}

let names: ReadonlySet<string> | undefined;

/** Names of the folders that articles of the built-in types stand in: `_news` and its like. */
function articleFolders(): ReadonlySet<string> {
  names ??= new Set(
    createProject().contentTypes.flatMap(type =>
      type.include.flatMap(glob => glob.split('/').filter(part => /^_\w+$/.test(part))),
    ),
  );
  return names;
}

function remembered<T>(memory: Map<string, Promise<T>>, key: string, find: () => Promise<T>): Promise<T> {
  const known = memory.get(key);
  if (known) return known;
  const found = find();
  memory.set(key, found);
  found.catch(() => memory.delete(key)); // what failed is tried again
  return found;
}
