import * as vscode from 'vscode';
import { equal, test, until } from './harness.ts';
import { article, findings, findingsAre, open, replace, revert } from './site.ts';

const both = ['unknown-field: titel', 'boolean-quoted: "true"'];

test('activates in a folder with articles, without being asked', async () => {
  const extension = vscode.extensions.getExtension('masthead.masthead');
  if (!extension) throw new Error('the extension is not installed');
  await until('activation', () => extension.isActive);
});

test('offers its commands', async () => {
  const commands = await vscode.commands.getCommands(true);
  // The editor makes some for each view.
  const ofViews = /\.(focus|open|removeView|resetViewLocation|toggleVisibility)$/;
  const own = commands.filter(command => command.startsWith('masthead.') && !ofViews.test(command)).sort();
  equal(own, [
    'masthead.addRelated',
    'masthead.addRelatedUrl',
    'masthead.articleActions',
    'masthead.articles.clearFilter',
    'masthead.articles.filter',
    'masthead.articles.groupBy',
    'masthead.articles.more',
    'masthead.articles.openView',
    'masthead.articles.saveView',
    'masthead.checkAll',
    'masthead.checkWorkspace',
    'masthead.fixAll',
    'masthead.lockPreview',
    'masthead.makeArticle',
    'masthead.moveRelatedDown',
    'masthead.moveRelatedUp',
    'masthead.names.findUses',
    'masthead.names.openEntry',
    'masthead.names.rename',
    'masthead.newArticle',
    'masthead.openPreview',
    'masthead.problems.fixRule',
    'masthead.promoteRelated',
    'masthead.related.down',
    'masthead.related.makeArticle',
    'masthead.related.promote',
    'masthead.related.remove',
    'masthead.related.reveal',
    'masthead.related.up',
    'masthead.removeRelated',
    'masthead.restartServer',
    'masthead.showOutput',
    'masthead.showReferences',
    'masthead.sortRelated',
    'masthead.togglePublished',
  ]);
});

test('shows findings on the tokens that are wrong', async () => {
  await findingsAre(await open('daily', article), both);
});

test('reads the configuration of the folder that the article is in', async () => {
  await findingsAre(await open('school', article), ['unknown-field: titel']);
});

test('follows the configuration as it is typed', async () => {
  const document = await open('school', article);
  const config = await open('school', 'masthead.config.yaml');
  await open('school', article);
  await findingsAre(document, ['unknown-field: titel']);
  await replace(config, 'boolean-quoted', 'unknown-field');
  await findingsAre(document, ['boolean-quoted: "true"']);
  await revert(config);
  await open('school', article);
  await findingsAre(document, ['unknown-field: titel']);
});

test('finds a fault as it is typed, and forgets it when it is gone', async () => {
  const document = await open('daily', article);
  await findingsAre(document, both);
  await replace(document, 'heat: 40', 'heat: "40"');
  await findingsAre(document, ['unknown-field: titel', 'number-quoted: "40"', 'boolean-quoted: "true"']);
  await replace(document, 'heat: "40"', 'heat: 40');
  await findingsAre(document, both);
  await revert(document);
});

test('checks the front matter of HTML, and not its body', async () => {
  await findingsAre(await open('daily', '_newsletters/2026-05-12-harbour-letter.html'), ['unknown-field: titel']);
});

test('says nothing about a page without front matter', async () => {
  const page = await open('daily', 'README.md');
  await findingsAre(await open('daily', article), both); // the server has read both
  equal(findings(page), []);
});

test('offers a quick fix whose edit clears the finding', async () => {
  const document = await open('daily', article);
  await findingsAre(document, both);
  const fix = await until('the quick fix', async () => (await quickFixes(document, 'titel')).find(({ edit }) => edit));
  await vscode.workspace.applyEdit(fix.edit as vscode.WorkspaceEdit);
  equal(document.lineAt(2).text, 'title: "Harbour opens again"');
  await findingsAre(document, ['boolean-quoted: "true"']);
  await revert(document);
  await findingsAre(document, both);
});

test('fixes all of a file by command, and nothing else in it', async () => {
  const document = await open('daily', article);
  const before = document.getText();
  await findingsAre(document, both);
  await vscode.commands.executeCommand('masthead.fixAll');
  equal(document.getText(), before.replace('titel', 'title').replace('"true"', 'true'));
  await findingsAre(document, []);
  await revert(document);
});

test('finds the same after a restart of the server', async () => {
  const document = await open('daily', article);
  await vscode.commands.executeCommand('masthead.restartServer');
  await findingsAre(document, both);
});

test('is silent where it is turned off, and speaks again when turned on', async () => {
  const document = await open('daily', article);
  const settings = vscode.workspace.getConfiguration('masthead');
  await settings.update('enable', false, vscode.ConfigurationTarget.Workspace);
  await findingsAre(document, []);
  await settings.update('enable', undefined, vscode.ConfigurationTarget.Workspace);
  await findingsAre(document, both);
});

test('takes the severity of a rule from the settings', async () => {
  const document = await open('daily', article);
  const settings = vscode.workspace.getConfiguration('masthead');
  await settings.update('rules', { 'unknown-field': 'off' }, vscode.ConfigurationTarget.Workspace);
  await findingsAre(document, ['boolean-quoted: "true"']);
  await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
  await findingsAre(document, both);
});

async function quickFixes(document: vscode.TextDocument, word: string): Promise<vscode.CodeAction[]> {
  const start = document.positionAt(document.getText().indexOf(word));
  const range = new vscode.Range(start, start.translate(0, word.length));
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, 'quickfix', 5);
}
