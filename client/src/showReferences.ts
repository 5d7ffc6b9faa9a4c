import * as vscode from 'vscode';

/** The command behind a code lens. Not for the palette: it needs a place. */
export const showReferences = 'masthead.showReferences';

/** Opens the list of references of a place. The editor's own command takes no plain data, as a server sends it. */
export function registerShowReferences(): vscode.Disposable {
  return vscode.commands.registerCommand(
    showReferences,
    async (uri: string, at: { line: number; character: number }) => {
      const target = vscode.Uri.parse(uri);
      const position = new vscode.Position(at.line, at.character);
      const locations = await vscode.commands.executeCommand('vscode.executeReferenceProvider', target, position);
      await vscode.commands.executeCommand('editor.action.showReferences', target, position, locations);
    },
  );
}
