import * as vscode from 'vscode';
import { equal, test, until } from './harness.ts';

test('activates in a folder with articles, without being asked', async () => {
  const extension = vscode.extensions.getExtension('masthead.masthead');
  if (!extension) throw new Error('the extension is not installed');
  await until('activation', () => extension.isActive);
});

test('offers its commands', async () => {
  const commands = await vscode.commands.getCommands(true);
  const own = commands.filter(command => command.startsWith('masthead.')).sort();
  equal(own, ['masthead.fixAll', 'masthead.restartServer', 'masthead.showOutput']);
});

test('keeps running after a restart of the server', async () => {
  await vscode.commands.executeCommand('masthead.restartServer');
});
