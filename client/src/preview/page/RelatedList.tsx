import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PreviewModel } from '../../../../server/src/core/preview/previewModel.ts';
import { useCurate } from './context.ts';
import { type CardHandlers, RelatedCard } from './RelatedCard.tsx';
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
  const handlers = useHandlers({ move, start: setDragged, over: setOver, drop, end });
  const keys = keysOf(related);
  if (related.length === 0) return <p class="hint">{t('noRelated')}</p>;
  return (
    <>
      <ol class="relateds" ref={list}>
        {related.map((item, at) => (
          <RelatedCard
            key={keys[at]}
            item={item}
            count={related.length + relatedLeftOut}
            isSelected={selected === item.index}
            isCompact={isCompact}
            isOver={over === item.index && dragged !== undefined && dragged !== item.index}
            handlers={handlers}
          />
        ))}
      </ol>
      {relatedLeftOut > 0 && <p class="hint">{t('leftOut', relatedLeftOut)}</p>}
    </>
  );
}

/** The same object every time, which does what the ones given last do. */
function useHandlers(given: CardHandlers): CardHandlers {
  const last = useRef(given);
  last.current = given;
  return useMemo(
    () => ({
      move: (from, to) => last.current.move(from, to),
      start: index => last.current.start(index),
      over: index => last.current.over(index),
      drop: index => last.current.drop(index),
      end: () => last.current.end(),
    }),
    [],
  );
}

/** For each item a key that is the same wherever it stands, so that its card moves with it. */
function keysOf(items: PreviewModel['related']): string[] {
  const counts = new Map<string, number>();
  return items.map(({ webUrl, title }) => {
    const name = webUrl ?? title ?? '';
    const before = counts.get(name) ?? 0;
    counts.set(name, before + 1);
    return `${name} ${before}`;
  });
}
