import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import { skeletonOf } from '../../server/src/core/features/completion/skeleton.ts';
import { render, type Template } from '../../server/src/core/features/completion/template.ts';
import { writerOf } from '../../server/src/core/features/completion/writer.ts';
import type { FieldShape, MapShape } from '../../server/src/core/schema/shape.ts';

/** A snippet of VS Code. It has no prefix, so that it shows in “Insert Snippet” and not among the suggestions of every body. */
interface Snippet {
  readonly description: string;
  readonly body: readonly string[];
  /** Offered for a whole file by “Snippets: Fill File with Snippet”. */
  readonly isFileTemplate?: true;
}

/** The snippets that VS Code lists, as its file wants them: a whole file of each kind with fences, and the parts that stand in lists and blocks. */
export function snippets(): string {
  const types = createProject().contentTypes.filter(({ shape }) => shape.role === 'article');
  const files = types.flatMap(({ name, include, shape }): [string, Snippet][] => {
    // Entries of the registry of topics have no fences, and are no Markdown.
    if (include.some(glob => glob.includes('_data/topics'))) return [];
    const body: Template = ['---\n', ...skeletonOf(writer, shape), '\n---\n'];
    return [[name, { ...snippet(`A whole ${name.toLowerCase()}: all that it must have`, body), isFileTemplate: true }]];
  });
  const news = types.find(({ id }) => id === 'news-article');
  const parts = news ? partsOf(news.shape) : [];
  return `${JSON.stringify(Object.fromEntries([...files, ...parts]), null, 2)}\n`;
}

/** Written as the article format has it. */
const writer = writerOf(parseArticle('a.md', '---\n---\n'), undefined, false);

function partsOf({ fields }: MapShape): [string, Snippet][] {
  const field = (name: string): FieldShape => {
    const found = fields.get(name);
    if (!found) throw new Error(`There is no field ${name}`);
    return found;
  };
  const entry = (name: string): Template => writer.emptyEntry(name, field(name).shape);
  const item = (name: string): Template => {
    const { shape } = field(name);
    if (shape.kind !== 'list') throw new Error(`${name} is no list`);
    return writer.emptyItem(name, shape.item);
  };
  return [
    ['Related item', snippet('An item of “related”', item('related'))],
    ['Related items', snippet('The list of related items, with one', entry('related'))],
    ['Picture', snippet('An item of “images”', item('images'))],
    ['Pictures', snippet('The list of pictures, with one', entry('images'))],
    ['Provider', snippet('The provider’s name and domain', entry('provider'))],
    ['Topics', snippet('The list of topics, with one', entry('topics'))],
  ];
}

function snippet(description: string, body: Template): Snippet {
  return { description, body: render(body, { snippets: true, eol: '\n', indent: 0 }).split('\n') };
}
