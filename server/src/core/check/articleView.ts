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
  type TextRole,
  type TextShape,
} from '../schema/shape.ts';
import type { Span } from '../text.ts';
import { emptyLooks } from './perView.ts';
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
  /**
   * True for a mapping as nearly all are: its shape knows every key, each stands behind those that precede it in canonical
   * order, so none stands twice, and no required one is missing.
   */
  readonly regular: boolean;
  /** What a first look at it showed, as bits of `Sign`. Of `firstLook`, and nobody else touches it. */
  signs: number;
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
  /** The same article where other files are known, with all that was worked out already. */
  onSite(site: SiteView): ArticleView;
  /** What `perView` keeps, and nobody else touches. */
  readonly looks: unknown[];
}

export interface ViewOptions {
  readonly contentType: ContentType | undefined;
  readonly now: number;
  readonly site?: SiteView | undefined;
}

/** Pairs every value of an article with its shape, once for all rules. */
export function viewArticle(article: Article, { contentType, now, site }: ViewOptions): ArticleView {
  const fields: Field[] = [];
  const { root } = article;
  if (root && !isBroken(root))
    collect(fields, new ViewField(root, contentType?.shape ?? anyShape, '', undefined, undefined, undefined));
  return new View(article, contentType, now, site, fields, emptyLooks());
}

class View implements ArticleView {
  readonly article: Article;
  readonly contentType: ContentType | undefined;
  readonly now: number;
  readonly site: SiteView | undefined;
  readonly fields: readonly Field[];
  readonly root: MapField | undefined;
  /** Looks see no site, so views of one article share them. */
  readonly looks: unknown[];
  #byRole: ReadonlyMap<Role, readonly Field[]> | undefined;

  constructor(
    article: Article,
    contentType: ContentType | undefined,
    now: number,
    site: SiteView | undefined,
    fields: readonly Field[],
    looks: unknown[],
  ) {
    const first = fields[0];
    this.article = article;
    this.contentType = contentType;
    this.now = now;
    this.site = site;
    this.fields = fields;
    this.root = first && isMapField(first) ? first : undefined;
    this.looks = looks;
  }

  onSite(site: SiteView): ArticleView {
    const view = new View(this.article, this.contentType, this.now, site, this.fields, this.looks);
    view.#byRole = this.#byRole;
    return view;
  }

  texts(role: TextRole): readonly TextField[] {
    return this.#withRole(role) as readonly TextField[];
  }

  maps(role: MapRole): readonly MapField[] {
    return this.#withRole(role) as readonly MapField[];
  }

  lists(role: ListRole): readonly ListField[] {
    return this.#withRole(role) as readonly ListField[];
  }

  #withRole(role: Role): readonly Field[] {
    this.#byRole ??= fieldsByRole(this.fields);
    return this.#byRole.get(role) ?? none;
  }
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

const none: readonly Field[] = [];
const noNames: readonly string[] = [];

class ViewField implements Field {
  readonly node: FieldNode;
  readonly shape: Shape;
  readonly name: string;
  readonly key: Span | undefined;
  readonly parent: Field | undefined;
  readonly index: number | undefined;
  regular = false;
  signs = 0;

  constructor(
    node: FieldNode,
    shape: Shape,
    name: string,
    key: Span | undefined,
    parent: Field | undefined,
    index: number | undefined,
  ) {
    this.node = node;
    this.shape = shape;
    this.name = name;
    this.key = key;
    this.parent = parent;
    this.index = index;
  }

  /** Put together when asked for: hardly anybody does. */
  get path(): string {
    const { parent, name, index } = this;
    if (!parent) return '';
    if (index !== undefined) return `${parent.path}[${index}]`;
    return parent.path === '' ? name : `${parent.path}.${name}`;
  }
}

function fieldsByRole(fields: readonly Field[]): ReadonlyMap<Role, readonly Field[]> {
  const byRole = new Map<Role, Field[]>();
  for (const field of fields) {
    const role = roleOf(field);
    if (role === undefined) continue;
    const others = byRole.get(role);
    if (others) others.push(field);
    else byRole.set(role, [field]);
  }
  return byRole;
}

/** The role of a value whose node is of the kind that the role speaks of. */
function roleOf({ node, shape }: Field): Role | undefined {
  switch (shape.kind) {
    case 'text':
      return node.kind === 'scalar' && node.style !== 'empty' ? shape.role : undefined;
    case 'map':
    case 'list':
      return node.kind === shape.kind ? shape.role : undefined;
    default:
      return undefined;
  }
}

function collect(fields: Field[], field: ViewField): void {
  fields.push(field);
  const { node, shape } = field;
  if (node.kind === 'map') collectEntries(fields, field, node, shape.kind === 'map' ? shape : undefined);
  else if (node.kind === 'list') collectItems(fields, field, node, shape.kind === 'list' ? shape.item : anyShape);
}

function collectEntries(fields: Field[], map: ViewField, node: MapNode, shape: MapShape | undefined): void {
  const order = shape?.order ?? noNames;
  let ordered = shape !== undefined;
  let next = 0;
  let required = 0;
  for (const { name, key, value } of node.entries) {
    // Most keys come soon behind the last one in canonical order: to look there is faster than to look a new string up.
    const at = ordered ? order.indexOf(name, next) : -1;
    ordered = at >= 0;
    next = at + 1;
    const known = ordered ? shape?.inOrder[at] : shape?.fields.get(name);
    if (known?.required) required++;
    if (isBroken(value)) continue;
    collect(fields, new ViewField(value, known?.shape ?? shape?.rest ?? anyShape, name, key, map, undefined));
  }
  map.regular = ordered && required === shape?.required.length;
}

function collectItems(fields: Field[], list: ViewField, node: ListNode, shape: Shape): void {
  let index = 0;
  for (const { value } of node.items) {
    if (!isBroken(value)) collect(fields, new ViewField(value, shape, list.name, undefined, list, index));
    index++;
  }
}
