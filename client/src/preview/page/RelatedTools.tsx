import { useContext, useRef } from 'preact/hooks';
import { PageContext, useCurate } from './context.ts';
import { t } from './texts.ts';

const orders = [
  ['quality', 'byQuality'],
  ['date', 'byDate'],
  ['nearness', 'byNearness'],
] as const;

/** Sorts the related items, and adds one by its address. */
export function RelatedTools({ canSort }: { readonly canSort: boolean }) {
  const curate = useCurate();
  const { isStale } = useContext(PageContext);
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
        <fieldset class="sorts">
          <legend class="hidden">{t('sortBy')}</legend>
          <span aria-hidden="true">{t('sort')}</span>
          {orders.map(([by, text]) => (
            <button
              type="button"
              class="small"
              key={by}
              disabled={isStale}
              onClick={() => curate({ kind: 'sort', by })}
            >
              {t(text)}
            </button>
          ))}
        </fieldset>
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
