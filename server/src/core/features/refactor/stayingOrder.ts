/**
 * Which things may stay where they are when all are brought into another order: as many as can.
 *
 * @param places the place of each thing in the new order, in the order of now
 * @param forced of a thing that must not move
 * @returns indices into `places`, ascending; `undefined` when two that must not move would change their order
 */
export function stayingOrder(
  places: readonly number[],
  forced: (index: number) => boolean = () => false,
): readonly number[] | undefined {
  const fixed = places.flatMap((_, i) => (forced(i) ? [i] : []));
  if (fixed.some((at, i) => i > 0 && (places[fixed[i - 1] ?? 0] ?? 0) > (places[at] ?? 0))) return undefined;
  const fits = (i: number) => fixed.every(at => at === i || at < i === (places[at] ?? 0) < (places[i] ?? 0));
  const open = places.flatMap((_, i) => (fits(i) ? [i] : []));
  // The longest rising run that ends at each, from the first on.
  const length: number[] = [];
  const before: number[] = [];
  let best = -1;
  open.forEach((index, i) => {
    length[i] = 1;
    before[i] = -1;
    for (let j = 0; j < i; j++) {
      if ((places[open[j] ?? 0] ?? 0) > (places[index] ?? 0) || (length[j] ?? 0) < (length[i] ?? 0)) continue;
      length[i] = (length[j] ?? 0) + 1;
      before[i] = j;
    }
    if (best < 0 || (length[i] ?? 0) > (length[best] ?? 0)) best = i;
  });
  const staying: number[] = [];
  for (let i = best; i >= 0; i = before[i] ?? -1) staying.push(open[i] ?? 0);
  return staying.reverse();
}
