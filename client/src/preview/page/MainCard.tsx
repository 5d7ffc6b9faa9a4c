import type { MainCard as Main } from '../../../../server/src/core/preview/previewModel.ts';
import { Cover } from './Cover.tsx';
import { useCurate } from './context.ts';
import { send } from './host.ts';
import { Findings, Line, Meter, Moment, OpenUrl, Provider } from './parts.tsx';
import { t } from './texts.ts';

interface MainCardProps {
  readonly main: Main;
  readonly isSelected: boolean;
  /** Without its picture: what stands below it matters more. */
  readonly isBrief: boolean;
}

/** The article itself. */
export function MainCard({ main, isSelected, isBrief }: MainCardProps) {
  const curate = useCurate();
  const title = main.title ?? t('noTitle');
  const { start } = main.span;
  return (
    <article
      class={['main card', isSelected && 'selected', isBrief && 'brief'].filter(Boolean).join(' ')}
      data-card="main"
      aria-current={isSelected}
    >
      <Cover picture={main.cover} title={title} withSize />
      <div class="body">
        <p class="kicker">
          <Provider card={main} />
          {(main.type ?? main.contentType) && <span class="type">{main.type ?? main.contentType}</span>}
          <span class={main.published ? 'state on' : 'state off'}>
            {t(main.published ? 'published' : 'unpublished')}
          </span>
          <button type="button" class="small" onClick={() => curate({ kind: 'togglePublished' })}>
            {t(main.published ? 'hide' : 'publish')}
          </button>
        </p>
        <h1 class={main.title === undefined ? 'lacking' : undefined}>
          <button
            type="button"
            class="plain"
            title={t('showSource')}
            onClick={() => send({ type: 'reveal', start, end: start })}
          >
            {title}
          </button>
        </h1>
        <Line>
          <Moment card={main} />
          <OpenUrl url={main.webUrl} label={title} />
        </Line>
        <p class={main.excerpt === undefined ? 'excerpt lacking' : 'excerpt'}>{main.excerpt ?? t('noExcerpt')}</p>
        <Topics main={main} />
        <div class="meters">
          <Meter kind="quality" label={t('quality')} value={main.quality} />
          <Meter kind="heat" label={t('heat')} value={main.heat} />
        </div>
        <ul class="addresses" aria-label={t('addresses')}>
          {main.urls.map(({ field, value, state }) => (
            <li key={field} class={state} title={value}>
              <span class="dot" aria-hidden="true" />
              {field} <span class="word">{t(state)}</span>
            </li>
          ))}
          {main.secured && (
            <li class={main.secured}>
              <span class="dot" aria-hidden="true" />
              secured <span class="word">{t(main.secured)}</span>
            </li>
          )}
        </ul>
        <Findings findings={main.findings} />
      </div>
    </article>
  );
}

function Topics({ main }: { readonly main: Main }) {
  if (main.topics.length === 0) return null;
  return (
    <ul class="topics" aria-label={t('topics')}>
      {main.topics.map(({ name, registryPath, count }, i) => {
        const uses = count === undefined ? undefined : t('topicUses', count);
        const title = registryPath === undefined ? [uses, t('topicUnknown')].filter(Boolean).join(', ') : uses;
        return (
          <li key={`${i} ${name}`}>
            {registryPath === undefined ? (
              <span class="chip" title={title}>
                {name}
              </span>
            ) : (
              <button
                type="button"
                class="chip"
                title={title}
                onClick={() => send({ type: 'openFile', path: registryPath })}
              >
                {name}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
