import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PreviewModel } from '../../../../server/src/core/preview/previewModel.ts';
import type { PreviewLook } from '../pageMessages.ts';
import { Compare } from './Compare.tsx';
import { latest, PageContext } from './context.ts';
import { send } from './host.ts';
import { Icon } from './Icon.tsx';
import { MainCard } from './MainCard.tsx';
import type { Shown } from './pageState.ts';
import { Reader } from './Reader.tsx';
import { RelatedList } from './RelatedList.tsx';
import { RelatedTools } from './RelatedTools.tsx';
import { Suggestions } from './Suggestions.tsx';
import { Timeline } from './Timeline.tsx';
import { Toolbar } from './Toolbar.tsx';
import { t } from './texts.ts';
import { useSame } from './useSame.ts';

interface PageProps {
  readonly shown: Shown;
  readonly setLook: (look: PreviewLook) => void;
  readonly setCompared: (index: number) => void;
}

const noFiles: Readonly<Record<string, string>> = {};

/** All of the preview. */
export function Page({ shown, setLook, setCompared }: PageProps) {
  const now = useMinutes();
  const { article, selected, look, isStale } = shown;
  useEffect(() => {
    const card = document.querySelector(`[data-card="${selected}"]`);
    card?.scrollIntoView({ block: 'nearest' });
  }, [selected, article?.uri]);
  latest.article = article;
  const files = useSame(article?.files ?? noFiles);
  const loadsRemote = shown.remoteImages === 'always' && document.body.dataset.remote === 'true';
  // Whatever uses it is drawn again with a new one.
  const context = useMemo(() => ({ files, loadsRemote, now, isStale }), [files, loadsRemote, now, isStale]);
  if (!article) return <p class="nothing">{t('nothing')}</p>;
  const { model } = article;
  return (
    <PageContext.Provider value={context}>
      <Toolbar look={look} locked={shown.locked} choose={setLook} />
      <Notices shown={shown} />
      <div class={isStale ? 'content stale' : 'content'} aria-busy={isStale}>
        {look === 'reader' ? (
          <Reader model={model} />
        ) : (
          <>
            <MainCard main={model.main} isSelected={selected === 'main'} isBrief={look !== 'cards'} />
            {look === 'compare' ? (
              <Compare model={model} compared={shown.compared} choose={setCompared} />
            ) : (
              <Curation shown={shown} model={model} />
            )}
          </>
        )}
      </div>
      <p class="hidden" role="status" aria-live="polite">
        <span key={shown.saidCount}>{shown.said}</span>
      </p>
    </PageContext.Provider>
  );
}

function Curation({ shown, model }: { readonly shown: Shown; readonly model: PreviewModel }) {
  const count = model.related.length + model.relatedLeftOut;
  return (
    <>
      <Timeline model={model} />
      <section aria-labelledby="related">
        <h2 id="related">
          {t('related')} <span class="count">{count}</span>
        </h2>
        <RelatedTools canSort={count > 1} />
        <RelatedList model={model} selected={shown.selected} isCompact={shown.look === 'list'} />
      </section>
      <Suggestions items={shown.suggestions} />
    </>
  );
}

/** What has to be said before all else: that the file cannot be read, that pictures are held back. */
function Notices({ shown }: { readonly shown: Shown }) {
  const { broken, article, remoteImages } = shown;
  const asks = remoteImages === 'ask' && article !== undefined && hasRemote(article.model);
  return (
    <>
      {broken && (
        <div class="notice broken" role="alert">
          <Icon name="warning" />
          <p>
            {t('broken')} <strong>{broken.message}</strong>
          </p>
          <button type="button" class="small" onClick={() => send({ type: 'fix', finding: broken })}>
            {t('fix')}
          </button>
        </div>
      )}
      {asks && (
        <div class="notice">
          <Icon name="picture" />
          <p>{t('remoteHeld')}</p>
          <button type="button" class="small" onClick={() => send({ type: 'remoteImages', choice: 'always' })}>
            {t('loadAlways')}
          </button>
          <button type="button" class="small quiet" onClick={() => send({ type: 'remoteImages', choice: 'never' })}>
            {t('loadNever')}
          </button>
        </div>
      )}
    </>
  );
}

function hasRemote({ main, related }: PreviewModel): boolean {
  return [main, ...related].some(({ cover, provider }) => cover?.at === 'remote' || provider?.logo?.at === 'remote');
}

/** The present moment, anew every minute. */
function useMinutes(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
