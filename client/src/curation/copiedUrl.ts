import * as vscode from 'vscode';

/** The web address in the clipboard; empty when there is none, and where the editor has to ask for leave first, as in a browser. */
export async function copiedUrl(): Promise<string> {
  const waited = new Promise<string>(resolve => setTimeout(() => resolve(''), LONGEST));
  const copied = await Promise.race([vscode.env.clipboard.readText(), waited]).catch(() => '');
  return /^https?:\/\/\S+$/i.test(copied.trim()) ? copied.trim() : '';
}

/** In ms. */
const LONGEST = 200;
