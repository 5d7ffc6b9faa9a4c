import type { Article } from '../article/articleDocument.ts';
import { type FieldNode, isBroken, type ListNode, type MapNode, type ScalarNode } from '../article/nodes.ts';
import type { ContentType } from '../schema/contentType.ts';
import {
  anyShape,
  type ListRole,
  type ListShape,
  type MapRole,
  type MapShape,
  type Role,
  type Shape,
  shapeAt,
  type TextRole,
  type TextShape,
} from '../schema/shape.ts';
import type { Span } from '../text.ts';
import type { SiteView } from './siteView.ts';

/** One value of an article, with what its content type says of it. */
export interface Field<N extends FieldNode = FieldNode, S extends Shape = Shape> {
  readonly node: N;
  readonly shape: S;
  /** The key, or the key of the list that an item stands in; the empty string at the root. */
  readonly name: string;
  /** Where it stands: `related[1].provider.domain`; the empty string at the root. */
  readonly path: string;
  /** The key token. `undefined` at the root and for a list item. */
  readonly key: Span | undefined;
  /** `undefined` at the root. */
  readonly parent: Field | undefined;
  /** Its place in its list. `undefined` when it is no list item. */
  readonly index: number | undefined;
}

export type TextField = Field<ScalarNode, TextShape>;
export type MapField = Field<MapNode, MapShape>;
export type ListField = Field<ListNode, ListShape>;

/** An article as rules see it. */
export interface ArticleView {
  readonly article: Article;
  /** `undefined`: nobody declared the kind of file, so only the generic rules have something to say. */
  readonly contentType: ContentType | undefined;
  /** Milliseconds since 1970, as the caller says. */
  readonly now: number;
  /** What other files of the repository say. `undefined` where no index stands: rules that need it are silent. */
  readonly site: SiteView | undefined;
  /** Every value, each before those inside it, in the order of the file. A broken value is not among them. */
  readonly fields: readonly Field[];
  /** The root, when it is a mapping. */
  readonly root: MapField | undefined;
  /** Scalars that are meant to be a text of this role: never empty or broken, but perhaps written as a number or boolean. */
  texts(role: TextRole): readonly TextField[];
  /** Mappings of this role. */
  maps(role: MapRole): readonly MapField[];
  /** Lists of this role. */
  lists(role: ListRole): readonly ListField[];
}

export interface ViewOptions {
  readonly contentType: ContentType | undefined;
  readonly now: number;
  readonly site?: SiteView | undefined;
}

/** Pairs every value of an article with its shape, once for all rules. */
export function viewArticle(article: Article, { contentType, now, site }: ViewOptions): ArticleView {
  const fields: Field[] = [];
  const byRole = new Map<Role, Field[]>();
  if (article.root && !isBroken(article.root)) {
    const shape = contentType?.shape ?? anyShape;
    collect(fields, {
      node: article.root,
      shape,
      name: '',
      path: '',
      key: undefined,
      parent: undefined,
      index: undefined,
    });
  }
  for (const field of fields) {
    const role = roleOf(field);
    if (role === undefined) continue;
    const others = byRole.get(role);
    if (others) others.push(field);
    else byRole.set(role, [field]);
  }
  const withRole = (role: Role): readonly Field[] => byRole.get(role) ?? [];
  return {
    article,
    contentType,
    now,
    site,
    fields,
    root: fields.slice(0, 1).find(isMapField),
    texts: role => withRole(role) as readonly TextField[],
    maps: role => withRole(role) as readonly MapField[],
    lists: role => withRole(role) as readonly ListField[],
  };
}

/** True for a mapping that is meant to be one. */
export function isMapField(field: Field): field is MapField {
  return field.node.kind === 'map' && field.shape.kind === 'map';
}

/** True for a scalar with a value that is meant to be a text. */
export function isTextField(field: Field): field is TextField {
  return field.node.kind === 'scalar' && field.shape.kind === 'text' && field.node.style !== 'empty';
}

/** True for a list that is meant to be one. */
export function isListField(field: Field): field is ListField {
  return field.node.kind === 'list' && field.shape.kind === 'list';
}

/** The role of a value whose node is of the kind that the role speaks of. */
function roleOf(field: Field): Role | undefined {
  if (isTextField(field) || isMapField(field) || isListField(field)) return field.shape.role;
  return undefined;
}

function collect(fields: Field[], field: Field): void {
  fields.push(field);
  const { node, shape, path } = field;
  if (node.kind === 'map') {
    for (const entry of node.entries) {
      if (isBroken(entry.value)) continue;
      collect(fields, {
        node: entry.value,
        shape: (shape.kind === 'map' ? shapeAt(shape, entry.name) : undefined) ?? anyShape,
        name: entry.name,
        path: path === '' ? entry.name : `${path}.${entry.name}`,
        key: entry.key,
        parent: field,
        index: undefined,
      });
    }
  } else if (node.kind === 'list') {
    node.items.forEach((item, index) => {
      if (isBroken(item.value)) return;
      collect(fields, {
        node: item.value,
        shape: shape.kind === 'list' ? shape.item : anyShape,
        name: field.name,
        path: `${path}[${index}]`,
        key: undefined,
        parent: field,
        index,
      });
    });
  }
}
