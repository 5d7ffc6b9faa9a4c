import { useRef } from 'preact/hooks';
import { useCurate } from './context.ts';
import { t } from './texts.ts';

const orders = [
  ['quality', 'byQuality'],
  ['date', 'byDate'],
  ['nearness', 'byNearness'],
] as const;

/** Sorts the related items, and adds one by its address. */
export function RelatedTools({ canSort }: { readonly canSort: boolean }) {
  const curate = useCurate();
  const field = useRef<HTMLInputElement>(null);
  const add = (): void => {
    const url = field.current?.value.trim();
    if (!url) return;
    curate({ kind: 'addUrl', url });
    if (field.current) field.current.value = '';
  };
  return (
    <div class="tools">
      {canSort && (
        <select
          aria-label={t('sort')}
          value=""
          onChange={event => {
            const by = orders.map(([order]) => order).find(order => order === event.currentTarget.value);
            event.currentTarget.value = '';
            if (by) curate({ kind: 'sort', by });
          }}
        >
          <option value="" disabled>
            {t('sortBy')}
          </option>
          {orders.map(([order, text]) => (
            <option value={order} key={order}>
              {t(text)}
            </option>
          ))}
        </select>
      )}
      <div class="adder">
        <input
          type="url"
          ref={field}
          aria-label={t('addUrl')}
          placeholder={`${t('addUrl')}: ${t('addUrlHint')}`}
          onKeyDown={event => {
            if (event.key === 'Enter') add();
          }}
        />
        <button type="button" class="small" aria-label={t('addUrl')} onClick={add}>
          {t('add')}
        </button>
      </div>
    </div>
  );
}
