import { bound, goals, verdict } from './goals.mjs';

/** The results as Markdown, which a terminal shows as well. */
export function report({ machine, results }) {
  return [
    '# How fast Masthead is',
    '',
    'Written by `npm run bench`; do not edit. Every ratio is between candidates that took turns in one run, round by round:',
    'median (least..greatest). Absolute times are of this machine only.',
    '',
    ...machine.map(line => `- ${line}`),
    '',
    '## Goals',
    '',
    ...table(
      ['goal', 'what', 'must', 'stretch', 'measured', ''],
      goals.map(goal =>
        goalRow(
          goal,
          results.flatMap(result => result.goals),
        ),
      ),
    ),
    '',
    ...results.flatMap(section),
  ].join('\n');
}

export function section({ title, tables, notes, seconds }) {
  return [
    `## ${title}`,
    '',
    ...tables.flatMap(({ caption, head, rows }) => [...(caption ? [`${caption}:`, ''] : []), ...table(head, rows), '']),
    ...notes.map(note => `- ${note}`),
    `- Took ${Math.round(seconds)} s.`,
    '',
  ];
}

function goalRow(goal, measured) {
  const found = measured.find(({ id }) => id === goal.id);
  const { id, what, must, stretch, pending } = goal;
  const result = found
    ? [found.shown, verdict(goal, found.value)]
    : ['–', pending ? `not yet: ${pending}` : 'not measured in this run'];
  return [id, what, bound(goal, must), bound(goal, stretch), ...result];
}

/** A Markdown table with its columns in line. */
function table(head, rows) {
  const cells = [head, ...rows].map(row => row.map(String));
  const widths = head.map((_, column) => Math.max(3, ...cells.map(row => row[column].length)));
  const line = row => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [line(cells[0]), `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`, ...cells.slice(1).map(line)];
}
