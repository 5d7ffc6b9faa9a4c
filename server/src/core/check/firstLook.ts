import { type MapNode, type ScalarNode, textAt } from '../article/nodes.ts';
import { hasSuppressions } from '../article/suppressions.ts';
import { canonicalEpoch } from '../format/dateTime.ts';
import { isPlainDomain } from '../format/domain.ts';
import { isPlainDuration } from '../format/duration.ts';
import { mayHoldEntity } from '../format/entities.ts';
import { isPlainImageUrl, isPlainUrl } from '../format/plainUrl.ts';
import { isPlainPrice } from '../format/price.ts';
import { isBlank, isCleanProse, isPlainProse } from '../format/prose.ts';
import { isWellFormedSecured } from '../format/secured.ts';
import { isSlugOfPlain } from '../format/slug.ts';
import type { ListShape, MapShape, NumberShape, TextShape } from '../schema/shape.ts';
import type { ArticleView, Field } from './articleView.ts';
import { isOddSize } from './imageSizes.ts';
import { newsFileName } from './newsFileName.ts';
import { perView } from './perView.ts';
import { isSurelyText } from './plainMeaning.ts';
import { standsOnSite } from './providerSite.ts';
import { Sign } from './sign.ts';

/** The signs of an article and all its values, as bits of `Sign`. */
export function signsOf(view: ArticleView): number {
  return looked(view).signs;
}

/** The values that show a sign, in the order of the file. */
export function fieldsWith(view: ArticleView, sign: number): readonly Field[] {
  return (signsOf(view) & sign) === 0 ? none : view.fields.filter(field => (field.signs & sign) !== 0);
}

const none: readonly never[] = [];

const looked = perView(view => {
  const { article, contentType, fields } = view;
  let signs = 0;
  if (article.problems.length > 0) signs |= Sign.problem;
  if (hasSuppressions(article)) signs |= Sign.suppression;
  if (!contentType) signs |= Sign.undeclared;
  if (!article.root) signs |= Sign.oddMap;
  const name = newsFileName(view);
  const title = name && textAt(article.root, 'title');
  if (title !== undefined && !isSlugOfPlain(name?.slug ?? '', title.trim())) signs |= Sign.otherTitle;
  for (const field of fields) {
    field.signs = lookAt(field, view, name?.date);
    signs |= field.signs;
  }
  return { signs };
});

/** @param day the day in the name of a news item's file */
function lookAt(field: Field, view: ArticleView, day: string | undefined): number {
  const { node, shape } = field;
  if (node.kind === 'map') {
    const signs = field.regular ? 0 : Sign.oddMap;
    if (shape.kind === 'map') return signs | lookAtMap(field, node, shape);
    return shape.kind === 'any' ? signs : signs | Sign.mistyped;
  }
  if (node.kind === 'list') {
    if (shape.kind === 'list') return lookAtList(node.items, shape);
    return shape.kind === 'any' ? 0 : Sign.mistyped;
  }
  let signs = 0;
  if (node.value === -1) signs = Sign.minusOne;
  else if (node.value === true && field.name === 'removed') signs = Sign.removed;
  if (shape.kind === 'any') return signs;
  if (node.value === null || (node.style !== 'plain' && isBlank(node.text))) signs |= Sign.empty;
  switch (shape.kind) {
    case 'text':
      return node.style === 'empty' ? signs : signs | lookAtText(field, node, shape, view, day);
    case 'number':
      return isUsualNumber(view.article.text, node, shape) ? signs : signs | Sign.mistyped;
    case 'boolean':
      return typeof node.value === 'boolean' ? signs : signs | Sign.mistyped;
    default:
      return signs | Sign.mistyped;
  }
}

function lookAtMap(field: Field, node: MapNode, shape: MapShape): number {
  if (shape.role === 'image') return isOddSize(node, shape) ? Sign.oddSize : 0;
  return shape.role === 'provider' && !standsOnSite(field.parent?.node, node) ? Sign.stranger : 0;
}

function lookAtList(items: Extract<Field['node'], { kind: 'list' }>['items'], shape: ListShape): number {
  const { role, minItems, maxItems } = shape;
  let signs = isOutside(items.length, minItems, maxItems) ? Sign.oddList : 0;
  if (role === 'related') return items.length > 0 ? signs | Sign.related : signs;
  if (items.length < 2) return signs;
  if (role === 'images') return signs | Sign.severalImages;
  if (role !== undefined && mayRepeat(items)) signs |= Sign.twice;
  return signs;
}

/** False only where no two items have one length. */
function mayRepeat(items: Extract<Field['node'], { kind: 'list' }>['items']): boolean {
  if (items.length > FEW) return true;
  for (let one = 1; one < items.length; one++) {
    const a = items[one]?.value;
    if (a?.kind !== 'scalar') continue;
    for (let other = 0; other < one; other++) {
      const b = items[other]?.value;
      if (b?.kind === 'scalar' && a.text.length === b.text.length) return true;
    }
  }
  return false;
}

/** To compare each with each takes less time than a set up to here. */
const FEW = 12;

function lookAtText(
  field: Field,
  node: ScalarNode,
  shape: TextShape,
  { now }: ArticleView,
  day: string | undefined,
): number {
  let signs = isUnfit(node, shape) ? Sign.unfit : 0;
  const isText = typeof node.value === 'string';
  switch (shape.role) {
    case 'url':
    case 'image-url':
      if (isText && !node.aliased && !(shape.role === 'url' ? isPlainUrl(node.text) : isPlainImageUrl(node.text)))
        signs |= Sign.oddUrl;
      if (field.name === 'ampWebUrl' || field.name === 'cdnAmpWebUrl') signs |= Sign.amp;
      return isText ? signs : signs | lookAtQuotes(node);
    case 'title':
    case 'prose':
    case 'name':
    case 'keyword':
    case 'topic':
    case 'item-path':
      if (isText && !node.aliased && !isPlainProse(node.text)) {
        if (!isCleanProse(node.text)) signs |= Sign.unclean;
        if (mayHoldEntity(node.text)) signs |= Sign.entity;
      }
      return signs | lookAtQuotes(node);
    case 'date-time': {
      const epoch = canonicalEpoch(node.text);
      if (epoch === undefined) return signs | Sign.oddDate;
      if (epoch > now) signs |= Sign.futureDate;
      if (day !== undefined && !node.text.startsWith(day)) signs |= Sign.otherDay;
      return signs;
    }
    case 'domain':
      if (!isPlainDomain(node.text)) signs |= Sign.oddDomain;
      return isText ? signs : signs | lookAtQuotes(node);
    case 'duration':
      return isPlainDuration(node.text) ? signs : signs | Sign.oddDuration;
    case 'price':
      return isPlainPrice(node.text) ? signs : signs | Sign.oddPrice;
    case 'secured':
      return isWellFormedSecured(node.text) ? signs : signs | Sign.oddSecured;
    case 'pattern':
      return signs | Sign.pattern | lookAtQuotes(node);
    default:
      return signs | lookAtQuotes(node);
  }
}

function lookAtQuotes({ style, aliased, text }: ScalarNode): number {
  return style === 'plain' && !aliased && !isSurelyText(text) ? Sign.unquoted : 0;
}

function isUnfit({ text }: ScalarNode, { minLength, maxLength, pattern, values }: TextShape): boolean {
  if (pattern || isOutside(text.length, minLength, maxLength)) return true;
  return values !== undefined && !values.includes(text);
}

function isOutside(value: number, minimum: number, maximum: number): boolean {
  return value < minimum || value > maximum;
}

/** True only for digits without quotes, perhaps with a minus or a decimal point among them, that are a number of the field. */
function isUsualNumber(text: string, { start, end, style, value }: ScalarNode, shape: NumberShape): boolean {
  if (style !== 'plain' || typeof value !== 'number' || isOutside(value, shape.minimum, shape.maximum)) return false;
  // Two characters are too few for any notation but a plain one, and a point or sign would have a digit less.
  if (value >= 10 && value < 100 && end - start === 2) return true;
  const first = text.charCodeAt(start) === MINUS ? start + 1 : start;
  let point = -1;
  for (let at = first; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === POINT && point < 0 && at > first && at < end - 1 && !shape.integer) point = at;
    else if (code < ZERO || code > ZERO + 9) return false;
  }
  // A zero before other digits makes an octal number of some.
  return first < end && (text.charCodeAt(first) !== ZERO || (point < 0 ? end : point) === first + 1);
}

const MINUS = 45;
const POINT = 46;
const ZERO = 48;
