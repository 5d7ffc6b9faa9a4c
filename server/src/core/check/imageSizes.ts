import { type MapNode, nodeAt, type ScalarNode } from '../article/nodes.ts';
import type { MapShape } from '../schema/shape.ts';

/** No browser shows larger pictures as a whole. */
export const LARGEST = 20_000;
/** Longer side by shorter side. A digit is missing or too much beyond it. */
export const FLATTEST = 50;

/** The width or height of a picture. */
export interface Size {
  readonly name: string;
  readonly node: ScalarNode;
  /** In pixels, and finite. */
  readonly value: number;
}

/** `undefined` where none stands that is a number of its own. */
export function sizeOf(node: MapNode, shape: MapShape, name: 'width' | 'height'): Size | undefined {
  const value = shape.fields.get(name)?.shape.kind === 'number' ? nodeAt(node, name) : undefined;
  if (value?.kind !== 'scalar' || typeof value.value !== 'number' || value.aliased) return undefined;
  return Number.isFinite(value.value) ? { name, node: value, value: value.value } : undefined;
}

/** False for a picture whose width and height, as far as they stand there, may be those of one. */
export function isOddSize(node: MapNode, shape: MapShape): boolean {
  const width = sizeOf(node, shape, 'width')?.value ?? 1;
  const height = sizeOf(node, shape, 'height')?.value ?? 1;
  const [least, most] = width < height ? [width, height] : [height, width];
  return !(least > 0 && most <= LARGEST && most <= least * FLATTEST);
}
