// The texts that the client shows, found where they are written: what `vscode.l10n.t` is called with.
import fs from 'node:fs';
import path from 'node:path';
import { pageTexts } from '../../client/src/preview/pageTexts.ts';
import { root } from '../support/root.ts';

/** Hands over the texts of the page, which are not written at the call. */
const handsOverPageTexts = 'preview/pageTranslation.ts';

/** All texts in English, each once. Throws where one is put together at the call, as no translation could have it. */
export function clientTexts(): readonly string[] {
  const source = path.join(root, 'client', 'src');
  const names = fs.readdirSync(source, { recursive: true, encoding: 'utf8' });
  const files = names.map(name => name.replaceAll(path.sep, '/')).filter(name => /\.tsx?$/.test(name));
  const written = files
    .filter(name => name !== handsOverPageTexts)
    .flatMap(name => textsOf(name, fs.readFileSync(path.join(source, name), 'utf8')));
  return [...new Set([...written, ...Object.values(pageTexts)])];
}

/** The texts that one file has translated. Throws where a call does not begin with one plain literal. */
export function textsOf(name: string, content: string): readonly string[] {
  return [...content.matchAll(/\bl10n\s*\.\s*t\(\s*/g)].map(({ 0: call, index }) => {
    const literal = /^(?:'([^'\\\n]*)'|"([^"\\\n]*)"|`([^`\\$]*)`)\s*[,)]/.exec(content.slice(index + call.length));
    const text = literal?.[1] ?? literal?.[2] ?? literal?.[3];
    if (text === undefined) throw new Error(`${name}: l10n.t wants its text as one literal, without escapes`);
    return text;
  });
}
