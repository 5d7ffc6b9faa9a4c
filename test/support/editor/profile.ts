// The folders and settings of one run of the editor.
import fs from 'node:fs';
import path from 'node:path';

export interface Profile {
  /** Everything the editor writes goes below this folder. */
  readonly folder: string;
  readonly userData: string;
  readonly extensions: string;
}

export function makeProfile(folder: string, settings: Record<string, unknown> = {}): Profile {
  const userData = path.join(folder, 'data');
  const extensions = path.join(folder, 'extensions');
  fs.mkdirSync(path.join(userData, 'User'), { recursive: true });
  fs.mkdirSync(extensions, { recursive: true });
  fs.writeFileSync(configFile(folder), 'auth: none\n');
  fs.writeFileSync(path.join(userData, 'User', 'settings.json'), JSON.stringify({ ...quiet, ...settings }, null, 2));
  return { folder, userData, extensions };
}

/** Command line arguments that keep code-server inside the profile. */
export function profileArguments({ folder, userData, extensions }: Profile): string[] {
  return ['--config', configFile(folder), '--user-data-dir', userData, '--extensions-dir', extensions];
}

const configFile = (folder: string): string => path.join(folder, 'config.yaml');

/** A still, empty window in the light theme that asks nobody for anything. */
const quiet = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'files.hotExit': 'off',
  'files.simpleDialog.enable': true,
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.autoDetectColorScheme': false,
  'window.commandCenter': false,
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.editor.enablePreview': false,
  'workbench.enableExperiments': false,
  'workbench.layoutControl.enabled': false,
  'workbench.list.smoothScrolling': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};
