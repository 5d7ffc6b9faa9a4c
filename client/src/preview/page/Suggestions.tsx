import type { Suggestion } from '../../../../server/src/core/preview/previewModel.ts';
import { useCurate } from './context.ts';
import { send } from './host.ts';
import { dayText } from './moments.ts';
import { t } from './texts.ts';

/** Articles of the repository that are near and not related yet, with the reason. */
export function Suggestions({ items }: { readonly items: readonly Suggestion[] | undefined }) {
  const curate = useCurate();
  if (!items) return null;
  return (
    <section class="suggestions" aria-labelledby="suggestions">
      <h2 id="suggestions">{t('suggestions')}</h2>
      {items.length === 0 && <p class="hint">{t('noSuggestions')}</p>}
      <ul>
        {items.map(({ path, title, provider, date, quality, reason }) => (
          <li key={path}>
            <div>
              <button type="button" class="plain title" onClick={() => send({ type: 'openFile', path })}>
                {title}
              </button>
              <p class="line">
                {provider && <span>{provider}</span>}
                {date !== undefined && <span>{dayText(date)}</span>}
                {quality !== undefined && <span>{`${t('quality')} ${quality}`}</span>}
              </p>
              <p class="reason">{reason}</p>
            </div>
            <button
              type="button"
              class="small"
              aria-label={`${t('add')}: ${title}`}
              onClick={() => curate({ kind: 'add', path })}
            >
              {t('add')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
