import type { PreviewModel } from '../../../../server/src/core/preview/previewModel.ts';
import { Cover } from './Cover.tsx';
import { send } from './host.ts';
import { dayText } from './moments.ts';
import { Provider } from './parts.tsx';
import { t } from './texts.ts';

/** The article as readers of the site get it: no tools, nothing that only curators need. */
export function Reader({ model }: { readonly model: PreviewModel }) {
  const { main, related } = model;
  const { webUrl } = main;
  const title = main.title ?? t('noTitle');
  return (
    <article class="reader">
      {main.cover && main.cover.at !== 'invalid' && <Cover picture={main.cover} title={title} />}
      <p class="kicker">{main.topics.map(({ name }) => name).join(' · ')}</p>
      <h1>{title}</h1>
      <p class="line">
        <Provider card={main} />
        {main.date && <span>{dayText(main.date.epochMs)}</span>}
      </p>
      {main.excerpt !== undefined && <p class="excerpt">{main.excerpt}</p>}
      {webUrl !== undefined && (
        <button type="button" class="primary" onClick={() => send({ type: 'openUrl', url: webUrl })}>
          {t('readAt', main.provider?.name ?? main.provider?.domain ?? new URL(webUrl).host)}
        </button>
      )}
      {related.length > 0 && (
        <section aria-labelledby="more">
          <h2 id="more">{t('moreOnThis')}</h2>
          <ul class="more">
            {related.map(item => (
              <li key={item.index}>
                <Cover picture={item.cover} title={item.title ?? t('noTitle')} />
                <div>
                  <p class="title">{item.title ?? t('noTitle')}</p>
                  <p class="line">
                    <Provider card={item} />
                    {item.date && <span>{dayText(item.date.epochMs)}</span>}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
