import { parseArticle } from '../article/articleDocument.ts';
import { textAt } from '../article/nodes.ts';
import { nameOf } from '../index/paths.ts';
import { groupings, type SavedView } from './viewModel.ts';

/** Reads a file of `.masthead/views`. What it leaves out is as the Articles view begins. `undefined`: it is no mapping. */
export function readSavedView(path: string, text: string): SavedView | undefined {
  const { root } = parseArticle(path, text, 'yaml');
  if (root?.kind !== 'map') return undefined;
  const groupBy = textAt(root, 'groupBy')?.trim();
  return {
    name: textAt(root, 'name')?.trim() || nameOf(path).replace(/\.[^.]*$/, ''),
    groupBy: groupings.find(one => one === groupBy) ?? 'month',
    filter: textAt(root, 'filter')?.trim() ?? '',
  };
}

/** The file of a view. */
export function writeSavedView({ name, groupBy, filter }: SavedView): string {
  // Every string of JSON is one of YAML 1.2.
  return `name: ${JSON.stringify(name)}\ngroupBy: ${groupBy}\nfilter: ${JSON.stringify(filter)}\n`;
}
