// The settings: the one table that package.json, its strings and the documentation are generated from, and how they are read.
import { isSeveritySetting, type RuleSeverities } from '../core/config/severity.ts';
import { type InlayHintKind, inlayHintKinds } from '../core/features/inlayHintKinds.ts';

/** One setting, as `contributes.configuration` describes it. */
export interface Setting {
  /** After `masthead.`. */
  readonly name: string;
  /** JSON Schema of the value. `rules` gets one property for each rule when package.json is generated. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** `resource`: each folder of a workspace may have its own. */
  readonly scope: 'resource' | 'window';
  /** Markdown, for the settings editor. */
  readonly description: string;
}

export const settings: readonly Setting[] = [
  {
    name: 'enable',
    schema: { type: 'boolean', default: true },
    scope: 'resource',
    description: 'Check front matter in this folder.',
  },
  {
    name: 'rules',
    schema: { type: 'object', default: {} },
    scope: 'resource',
    description:
      'Severity of single rules, by rule id: `off`, `hint`, `info`, `warning` or `error`. It wins over `masthead.config.yaml`, which is the better place for what a whole team shares.',
  },
  {
    name: 'problems',
    schema: {
      type: 'string',
      enum: ['openFiles', 'workspace'],
      default: 'openFiles',
      enumDescriptions: ['Findings of the articles that are open.', 'Findings of all articles of the workspace.'],
    },
    scope: 'window',
    description:
      'Whose findings the Problems panel shows. `Masthead: Check All Articles` shows those of all articles until the window is closed.',
  },
  {
    name: 'remoteImages',
    schema: {
      type: 'string',
      enum: ['ask', 'always', 'never'],
      default: 'ask',
      enumDescriptions: [
        'Load none, and offer to load them in the preview.',
        'Load them, in the preview and when the pointer rests on their address.',
        'Load none, and do not ask.',
      ],
    },
    scope: 'resource',
    description:
      'Whether pictures of other sites are loaded. The editor loads them from there, so these sites learn that you looked. Pictures of your own site are always shown.',
  },
  {
    name: 'format.enable',
    schema: { type: 'boolean', default: false },
    scope: 'resource',
    description:
      'Format front matter: order of keys, blank lines, indentation. Values keep every byte, and the rest of the file is not touched. Another formatter for the same files has to be chosen or left in VS Code’s `editor.defaultFormatter`.',
  },
  {
    name: 'inlayHints.age',
    schema: { type: 'boolean', default: true },
    scope: 'resource',
    description: 'Show behind a date how long ago it was.',
  },
  {
    name: 'inlayHints.topics',
    schema: { type: 'boolean', default: true },
    scope: 'resource',
    description: 'Show behind a topic how many articles have it.',
  },
  {
    name: 'inlayHints.items',
    schema: { type: 'boolean', default: true },
    scope: 'resource',
    description: 'Show behind an item of a collection its title.',
  },
  {
    name: 'inlayHints.hosts',
    schema: { type: 'boolean', default: false },
    scope: 'resource',
    description: 'Show behind a very long address its host.',
  },
  {
    name: 'codeLens.enable',
    schema: { type: 'boolean', default: true },
    scope: 'resource',
    description: 'Show above fields how often other articles name them, and above an article how many findings it has.',
  },
  {
    name: 'trace.server',
    schema: { type: 'string', enum: ['off', 'messages', 'verbose'], default: 'off' },
    scope: 'window',
    description:
      'Log the messages between the editor and the language server to the output channel. Useful only when reporting a problem.',
  },
];

/** What the server makes of the settings. */
export interface FolderSettings {
  readonly enable: boolean;
  readonly rules: RuleSeverities;
  /** Globs of files that the editor does not show: VS Code's `files.exclude`. */
  readonly exclude: readonly string[];
  /** Whose findings are told unasked. */
  readonly problems: 'openFiles' | 'workspace';
  /** Whether pictures of other sites may be shown. */
  readonly remoteImages: boolean;
  readonly aids: AidSettings;
}

/** What is shown in the text of an article, and whether it is formatted. */
export interface AidSettings {
  readonly format: boolean;
  readonly inlayHints: readonly InlayHintKind[];
  readonly codeLens: boolean;
}

export const defaultSettings: FolderSettings = {
  enable: true,
  rules: {},
  exclude: [],
  problems: 'openFiles',
  remoteImages: false,
  aids: { format: false, inlayHints: ['age', 'topics', 'items'], codeLens: true },
};

/** Reads a client's answer as far as it is right; `otherwise` stands for what is missing. */
export function readSettings(value: unknown, otherwise: FolderSettings = defaultSettings): FolderSettings {
  const { enable, rules, problems, remoteImages, format, inlayHints, codeLens } = record(value);
  return {
    ...otherwise,
    enable: typeof enable === 'boolean' ? enable : otherwise.enable,
    rules: rules === undefined || rules === null ? otherwise.rules : severitiesOf(rules),
    problems: problems === 'workspace' || problems === 'openFiles' ? problems : otherwise.problems,
    // True and false are for clients that have no settings to ask for.
    remoteImages:
      typeof remoteImages === 'string' ? remoteImages === 'always' : switched(remoteImages, otherwise.remoteImages),
    aids: {
      format: switched(record(format).enable, otherwise.aids.format),
      inlayHints: inlayHintKinds.filter(kind =>
        switched(record(inlayHints)[kind], otherwise.aids.inlayHints.includes(kind)),
      ),
      codeLens: switched(record(codeLens).enable, otherwise.aids.codeLens),
    },
  };
}

/** Reads VS Code's `files.exclude`: globs with `true`. One that depends on a file beside it hides nothing. */
export function readExclude(value: unknown): readonly string[] {
  return Object.entries(record(value))
    .filter(([, isHidden]) => isHidden === true)
    .map(([glob]) => glob)
    .sort();
}

function switched(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise;
}

function severitiesOf(value: unknown): RuleSeverities {
  return Object.fromEntries(
    Object.entries(record(value)).flatMap(([id, one]) => (isSeveritySetting(one) ? [[id, one] as const] : [])),
  );
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
