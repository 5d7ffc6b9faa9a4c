import { isListField } from '../../server/src/core/check/articleView.ts';
import { lineEnd, nextLine } from '../../server/src/core/text.ts';
import {
  blockEntries,
  type FaultKind,
  isInline,
  isScalar,
  isTouched,
  linesOf,
  put,
  putFar,
  sourceOf,
  swap,
  texts,
} from './fault.ts';

const ONLY_QUOTES = 'the name itself is another one; only the quotes are missing';

const structure: readonly FaultKind[] = [
  {
    id: 'closing-fence-lost',
    rule: 'front-matter-unclosed',
    safe: true,
    inject({ article }) {
      const { block, text } = article;
      if (!block?.opening || !block.closing || text.slice(block.closing.end).trim() !== '') return undefined;
      // Blank lines below the fence would tell where it stood, but not how many of them stood above.
      if (text.slice(block.closing.end) !== '\n' || text.slice(0, block.closing.start).endsWith('\n\n'))
        return undefined;
      return putFar({ start: block.closing.start, end: text.length }, '', block.opening);
    },
  },
  {
    id: 'closing-fence-lost-above-text',
    rule: 'front-matter-unclosed',
    safe: false,
    inject({ article }) {
      const { block, text } = article;
      if (!block?.opening || !block.closing || text.slice(block.closing.end).trim() === '') return undefined;
      return putFar({ start: block.closing.start, end: nextLine(text, block.closing.start) }, '', block.opening);
    },
  },
  {
    id: 'closing-fence-of-two',
    rule: 'front-matter-unclosed',
    safe: false,
    inject({ article }) {
      const { block } = article;
      if (!block?.opening || !block.closing) return undefined;
      return putFar({ start: block.closing.start, end: block.closing.start + 1 }, '', block.opening);
    },
  },
  {
    id: 'merge-conflict',
    rule: 'yaml-conflict-marker',
    safe: false,
    inject(subject) {
      const { article } = subject;
      const entry = subject.pick(
        blockEntries(subject).filter(({ entry, place }) => place.depth === 0 && isInline(entry, place, subject)),
      )?.entry;
      if (!entry || isTouched(subject.findings, entry)) return undefined;
      const line = linesOf(article, entry);
      const source = sourceOf(article, line);
      if (!source.endsWith('\n')) return undefined;
      return put(line, `<|<<<<<<< HEAD|>\n${source}=======\n${source}>>>>>>> curation\n`);
    },
  },
  {
    id: 'second-document',
    rule: 'yaml-syntax',
    safe: false,
    inject(subject) {
      const { article } = subject;
      const entry = subject.pick(blockEntries(subject).filter(({ place }) => place.depth === 0 && place.before))?.entry;
      if (!entry || article.kind !== 'yaml') return undefined;
      return put({ start: entry.start, end: entry.start }, '<|---|>\n');
    },
  },
  {
    id: 'ignored-rule-misspelt',
    rule: 'ignore-unknown',
    safe: false,
    inject(subject) {
      const entry = subject.pick(blockEntries(subject).filter(one => isInline(one.entry, one.place, subject)))?.entry;
      if (!entry || lineEnd(subject.article.text, entry.end) !== entry.end || /^secured$/i.test(entry.name))
        return undefined;
      return put({ start: entry.end, end: entry.end }, ' # masthead-ignore <|everything|>');
    },
  },
  // An anchor above may have been misspelt.
  named('alias-for-name', 'yaml-alias', text => `*${text.replace(/\W/g, '')}`),
  named('mark-before-name', 'yaml-unquoted', text => `@${text.replace(/\W/g, '')}`, ONLY_QUOTES),
  named('percent-before-name', 'yaml-unquoted', text => `%${text.replace(/\W/g, '')}`, ONLY_QUOTES),
  {
    id: 'tag-for-name',
    rule: 'yaml-tag',
    // A tag of another program may be meant.
    safe: false,
    inject(subject) {
      const field = subject.pick(
        texts(subject, ['name'], (_, { node, name }) => node.style === 'plain' && name === 'name'),
      );
      return field && swap(field.node, `!${field.node.text.replace(/\W/g, '')}`);
    },
  },
  {
    id: 'bracket-of-topics-lost',
    rule: 'yaml-flow',
    safe: false,
    differs: 'the topics stood below one another',
    inject(subject) {
      const list = subject.view.fields.filter(isListField).find(({ path }) => path === 'topics');
      if (!list?.key || list.node.flow || isTouched(subject.findings, list.node)) return undefined;
      const names = list.node.items.map(item =>
        isScalar(item.value) && item.value.style === 'plain' ? item.value.text : ',',
      );
      if (names.length < 2 || names.some(name => name.includes(','))) return undefined;
      const edit = { start: list.key.end + 1, end: list.node.end, newText: ` [${names.join(', ')}` };
      const at = list.key.end + 2;
      return { edit, expected: { start: at, end: at + 1 } };
    },
  },
];

function named(id: string, rule: string, change: (text: string) => string, differs?: string): FaultKind {
  return {
    id,
    rule,
    safe: false,
    ...(differs !== undefined && { differs }),
    inject(subject) {
      const field = subject.pick(
        texts(subject, ['name'], (_, { node, name }) => node.style === 'plain' && name === 'name'),
      );
      return field && swap(field.node, change(field.node.text));
    },
  };
}

export const structureFaults: readonly FaultKind[] = structure;
