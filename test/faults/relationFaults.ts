// Values that contradict each other, and damage to the ciphertext.
import { nodeAt } from '../../server/src/core/article/nodes.ts';
import type { TextField } from '../../server/src/core/check/articleView.ts';
import {
  type FaultKind,
  insertAt,
  inText,
  putFar,
  rootEntry,
  rootScalar,
  type Subject,
  sourceOf,
  swap,
} from './fault.ts';

const isQuoted = (_: string, { node }: TextField) => node.style !== 'plain';
const relations: readonly FaultKind[] = [
  {
    id: 'title-of-another-item',
    rule: 'file-name-title',
    safe: false,
    inject(subject) {
      const title = rootScalar(subject, 'title');
      if (subject.view.contentType?.id !== 'news-article' || title?.style !== 'double') return undefined;
      return swap(title, '"Gulls take the tram to the fish market"');
    },
  },
  {
    id: 'heat-of-unpublished',
    rule: 'heat-unpublished',
    safe: false,
    inject(subject) {
      const heat = rootScalar(subject, 'heat');
      return heat && rootScalar(subject, 'published')?.value === true ? swap(heat, '-1') : undefined;
    },
  },
  {
    id: 'removed-but-published',
    rule: 'removed-published',
    safe: true,
    inject(subject) {
      const removed = rootScalar(subject, 'removed');
      const published = rootScalar(subject, 'published');
      if (removed?.value !== true || published?.value !== false) return undefined;
      return putFar(published, 'true', removed);
    },
  },
  {
    id: 'removed-without-published',
    rule: 'removed-published',
    safe: true,
    inject(subject) {
      const removed = rootScalar(subject, 'removed');
      const published = rootEntry(subject, 'published');
      if (removed?.value !== true || !published) return undefined;
      return putFar({ start: published.start, end: published.end + 1 }, '', removed);
    },
  },
  {
    id: 'removed-added',
    rule: 'removed-published',
    safe: false,
    differs: 'the fix hides the item, it does not take back that it was removed',
    inject({ view, article }) {
      const heat = view.root?.node.entries.find(entry => entry.name === 'heat');
      if (!heat || !view.root?.shape.fields.has('removed') || nodeAt(view.root.node, 'removed')) return undefined;
      if (nodeAt(view.root.node, 'published') || sourceOf(article, { start: heat.end, end: heat.end + 1 }) !== '\n') {
        return undefined;
      }
      const at = heat.end + 1;
      return insertAt(at, 'removed: true\n', { start: at + 9, end: at + 13 });
    },
  },
];

/** Damage to the ciphertext. The whole token is reported, and no tool may repair it. */
function secured(id: string, damage: (source: string, subject: Subject) => string | undefined): FaultKind {
  return inText(id, 'secured-malformed', false, ['secured'], isQuoted, (subject, { node }) => {
    const damaged = damage(sourceOf(subject.article, node), subject);
    return damaged === undefined ? undefined : swap(node, damaged);
  });
}

const securedFaults: readonly FaultKind[] = [
  secured('secured-cut-off', source => `${source.slice(0, 90)}"`),
  secured('secured-character-lost', source => source.slice(0, 40) + source.slice(41)),
  secured('secured-block-cut', source => source.slice(0, 20) + source.slice(32)),
  secured('secured-blank', source => `${source.slice(0, 40)} ${source.slice(40)}`),
  secured('secured-entity', source => source.replace('+', '&#43;')),
  secured('secured-without-semicolon', source => source.replace(';', '')),
  secured('secured-without-vector', source => source.replace(/;.*/, '"')),
  secured('secured-vector-cut', source => source.replace(/.{4}"$/, '"')),
  secured('secured-url-alphabet', source =>
    /[+/]/.test(source) ? source.replace(/\+/g, '-').replace(/\//g, '_') : undefined,
  ),
  secured('secured-shortened', source => `${source.slice(0, 30)}…${source.slice(-20)}`),
];

export const relationFaults: readonly FaultKind[] = [...relations, ...securedFaults];
