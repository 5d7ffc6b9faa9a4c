import { textAt, nodeAt as valueAt } from '../../article/nodes.ts';
import { normalizeUrl, siteRelative } from '../../format/url.ts';
import { say } from '../../say.ts';
import { type Place, rolesAbove } from './place.ts';
import type { Suggestion } from './suggestion.ts';

interface Size {
  readonly width: number;
  readonly height: number;
  readonly detail: string;
}

/** Widths or heights for a picture: its real size, what its address says, and the usual ones; both at once where none stands yet. */
export function sizeSuggestions(place: Place, part: 'width' | 'height'): readonly Suggestion[] {
  const other = part === 'width' ? 'height' : 'width';
  const given = numberAt(place, other);
  const found: Suggestion[] = [];
  for (const size of sizesOf(place)) {
    if (given !== undefined && size[other] !== given) continue;
    if (found.some(one => one.value === size[part] && one.others?.[0]?.[1] === size[other])) continue;
    found.push({
      value: size[part],
      label: given === undefined ? `${size.width} × ${size.height}` : String(size[part]),
      detail: size.detail,
      kind: 'size',
      keywords: [String(size[part])],
      others: [[other, size[other]]],
    });
  }
  // With one part given, the usual proportions give the other.
  if (given !== undefined)
    for (const [w, h] of proportions) {
      const value = Math.round(part === 'width' ? (given * w) / h : (given * h) / w);
      if (value > 0 && !found.some(one => one.value === value))
        found.push({ value, detail: `${w}:${h}`, kind: 'size' });
    }
  return found;
}

function sizesOf(place: Place): readonly Size[] {
  const url = textAt(place.map, 'url')?.trim() ?? '';
  const real = realSize(place, url);
  const said = saidSize(url);
  const logo =
    rolesAbove(place).includes('provider') || place.view.contentType?.types.includes('organization') === true;
  return [
    ...(real ? [{ ...real, detail: say`size of the file` }] : []),
    ...(said ? [{ ...said, detail: say`from the address` }] : []),
    ...(logo ? logos : usual).map(([width, height]) => ({ width, height, detail: say`usual` })),
  ];
}

function realSize(place: Place, url: string): { width: number; height: number } | undefined {
  const path = picturePath(place, url);
  return path === undefined ? undefined : place.options.imageSize?.(path);
}

/** The file of this repository that a picture's address means. */
export function picturePath({ site }: Pick<Place, 'site'>, url: string): string | undefined {
  if (url === '') return undefined;
  const inside = siteRelative(url);
  return site?.localPath(inside === undefined ? normalizeUrl(url) : `/${inside}`);
}

/** `…-50x50.jpg`, `w_800,h_450`, `?width=400&height=225`. It is what was asked for, not always what comes. */
export function saidSize(url: string): { width: number; height: number } | undefined {
  const pair = /(?:^|[^\da-z])(\d{2,4})x(\d{2,4})(?!\d)/i.exec(url);
  const width = Number(pair?.[1] ?? /(?:^|[?&,/_])w(?:idth)?[=_](\d{2,4})(?!\d)/.exec(url)?.[1]);
  const height = Number(pair?.[2] ?? /(?:^|[?&,/_])h(?:eight)?[=_](\d{2,4})(?!\d)/.exec(url)?.[1]);
  return width > 0 && height > 0 ? { width, height } : undefined;
}

function numberAt({ map, context }: Place, name: string): number | undefined {
  const node = context.keys.includes(name) ? valueAt(map, name) : undefined;
  return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined;
}

/** The most frequent sizes of real covers, and of publishers' logos. */
const usual: readonly (readonly [width: number, height: number])[] = [
  [1280, 720],
  [1200, 630],
  [800, 450],
  [800, 400],
  [640, 320],
  [480, 360],
  [400, 225],
];
const logos: readonly (readonly [width: number, height: number])[] = [
  [50, 50],
  [400, 400],
];
const proportions: readonly (readonly [number, number])[] = [
  [16, 9],
  [2, 1],
  [4, 3],
  [1, 1],
];
