import type { Count, Distribution, Statistics } from '../core/index/statistics.ts';
import { numberText } from '../core/say.ts';

/** One table of the report: its heading, its columns and its rows. */
interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How many rows are left out. */
  readonly more: number;
}

/** Longer lists are cut in a report for people; JSON has all of them. */
const MAX_ROWS = 20;

/** For a terminal. */
export function statsText(statistics: Statistics): string {
  const blocks = tablesOf(statistics).map(({ title, head, rows, more }) => {
    // Two columns explain themselves.
    const shown = head.length > 2 ? [head.map((cell, i) => (i > 0 ? cell : '')), ...rows] : rows;
    const widths = columnWidths(shown);
    const lines = shown.map(cells =>
      `  ${cells.map((cell, i) => pad(cell, widths[i] ?? 0, isNumeric(rows, i))).join('  ')}`.trimEnd(),
    );
    return [title, ...lines, ...(more > 0 ? [`  … and ${counted(more)} more`] : []), ''].join('\n');
  });
  return `${headline(statistics)}\n\n${blocks.join('\n')}`;
}

/** For a page. */
export function statsMarkdown(statistics: Statistics): string {
  const blocks = tablesOf(statistics).map(({ title, head, rows, more }) =>
    [
      `## ${title}`,
      '',
      `| ${head.join(' | ')} |`,
      `| ${head.map((_, i) => (isNumeric(rows, i) ? '---:' : '---')).join(' | ')} |`,
      ...rows.map(row => `| ${row.map(escaped).join(' | ')} |`),
      ...(more > 0 ? ['', `… and ${counted(more)} more`] : []),
      '',
    ].join('\n'),
  );
  return `# The repository in numbers\n\n${headline(statistics)}\n\n${blocks.join('\n')}`;
}

function headline({ articles, unpublished, registryEntries }: Statistics): string {
  const hidden = unpublished > 0 ? `, ${counted(unpublished)} of them not published` : '';
  return `${counted(articles)} ${articles === 1 ? 'article' : 'articles'}${hidden}; ${counted(registryEntries)} registry ${registryEntries === 1 ? 'entry' : 'entries'}`;
}

function tablesOf({ contentTypes, topics, providers, months, quality, heat, findings }: Statistics): readonly Table[] {
  const spread = [row('quality', quality), row('heat', heat)].flatMap(one => (one ? [one] : []));
  const found = findings.map(({ name, severity, count }) => [name, severity, counted(count)]);
  const tables = [
    countTable('Content types', 'Type', contentTypes),
    countTable('Topics', 'Topic', topics),
    countTable('Providers', 'Domain', providers),
    countTable('Months', 'Month', months),
    {
      title: 'Ranking',
      head: ['Field', 'least', 'quarter', 'median', 'three quarters', 'most'],
      rows: spread,
      more: 0,
    },
    cut({ title: 'Findings', head: ['Rule', 'Level', 'Count'], rows: found, more: 0 }),
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

function countTable(title: string, what: string, counts: readonly Count[]): Table {
  return cut({ title, head: [what, 'Count'], rows: counts.map(({ name, count }) => [name, counted(count)]), more: 0 });
}

function cut(table: Table): Table {
  return { ...table, rows: table.rows.slice(0, MAX_ROWS), more: Math.max(0, table.rows.length - MAX_ROWS) };
}

function row(name: string, spread: Distribution | undefined): readonly string[] | undefined {
  if (!spread) return undefined;
  const { minimum, quartile, median, upperQuartile, maximum } = spread;
  return [name, ...[minimum, quartile, median, upperQuartile, maximum].map(String)];
}

function columnWidths(rows: readonly (readonly string[])[]): number[] {
  return (rows[0] ?? []).map((_, i) => Math.max(...rows.map(cells => (cells[i] ?? '').length)));
}

function isNumeric(rows: readonly (readonly string[])[], column: number): boolean {
  return column > 0 && rows.every(cells => /^-?[\d,.]+$/.test(cells[column] ?? ''));
}

function pad(cell: string, width: number, right: boolean): string {
  return right ? cell.padStart(width) : cell.padEnd(width);
}

function counted(count: number): string {
  return numberText(count);
}

function escaped(cell: string): string {
  return cell.replace(/[\\|`*_<>[\]]/g, '\\$&');
}
