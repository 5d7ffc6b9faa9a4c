import { useEffect, useRef, useState } from 'preact/hooks';
import type { PreviewModel } from '../../../../server/src/core/preview/previewModel.ts';
import { useCurate } from './context.ts';
import { RelatedCard } from './RelatedCard.tsx';
import { t } from './texts.ts';

interface RelatedListProps {
  readonly model: PreviewModel;
  readonly selected: number | 'main' | undefined;
  readonly isCompact: boolean;
}

/** The related items in order; they can be moved by drag and by keyboard. */
export function RelatedList({ model, selected, isCompact }: RelatedListProps) {
  const { related, relatedLeftOut } = model;
  const curate = useCurate();
  const list = useRef<HTMLOListElement>(null);
  /** Where the focus goes once the item that had it has moved. */
  const following = useRef<number | undefined>(undefined);
  const [dragged, setDragged] = useState<number>();
  const [over, setOver] = useState<number>();

  useEffect(() => {
    const to = following.current;
    following.current = undefined;
    // Only a focus that has not gone elsewhere meanwhile.
    if (
      to === undefined ||
      !(list.current?.contains(document.activeElement) || document.activeElement === document.body)
    )
      return;
    list.current?.querySelector<HTMLElement>(`[data-card="${to}"]`)?.focus();
  }, [related]);

  const move = (from: number, to: number): void => {
    if (list.current?.contains(document.activeElement)) following.current = to;
    curate({ kind: 'move', from, to });
  };
  const end = (): void => {
    setDragged(undefined);
    setOver(undefined);
  };
  const drop = (to: number): void => {
    if (dragged !== undefined && dragged !== to) move(dragged, to);
    end();
  };
  if (related.length === 0) return <p class="hint">{t('noRelated')}</p>;
  return (
    <>
      <ol class="relateds" ref={list}>
        {related.map(item => (
          <RelatedCard
            key={keyOf(item, related)}
            item={item}
            count={related.length + relatedLeftOut}
            isSelected={selected === item.index}
            isCompact={isCompact}
            move={to => move(item.index, to)}
            drag={{
              isOver: over === item.index && dragged !== undefined && dragged !== item.index,
              start: () => setDragged(item.index),
              over: () => setOver(item.index),
              drop: () => drop(item.index),
              end,
            }}
          />
        ))}
      </ol>
      {relatedLeftOut > 0 && <p class="hint">{t('leftOut', relatedLeftOut)}</p>}
    </>
  );
}

type Item = PreviewModel['related'][number];

/** The same for an item wherever it stands, so that its card moves with it. */
function keyOf(item: Item, all: readonly Item[]): string {
  const name = (one: Item) => one.webUrl ?? one.title ?? '';
  const own = name(item);
  const before = all.filter(one => one.index < item.index && name(one) === own).length;
  return `${own} ${before}`;
}
