// Small parts that several cards have.
import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { ArticleCard, PreviewFinding } from '../../../../server/src/core/preview/previewModel.ts';
import { Logo } from './Cover.tsx';
import { PageContext } from './context.ts';
import { send } from './host.ts';
import { Icon } from './Icon.tsx';
import { dateTimeText, relativeText } from './moments.ts';
import { t } from './texts.ts';

interface ActionProps {
  readonly icon: Parameters<typeof Icon>[0]['name'];
  readonly label: string;
  readonly disabled?: boolean;
  readonly run: () => void;
}

/** A button that is an icon, with a name for those who do not see it. */
export function Action({ icon, label, disabled = false, run }: ActionProps) {
  const { isStale } = useContext(PageContext);
  return (
    <button type="button" class="action" title={label} aria-label={label} disabled={disabled || isStale} onClick={run}>
      <Icon name={icon} />
    </button>
  );
}

/** Quality or heat as a bar with its number. */
export function Meter({ label, value, kind }: { label: string; value: number | undefined; kind: 'quality' | 'heat' }) {
  const part = value === undefined ? 0 : Math.max(0, Math.min(100, value));
  return (
    <span class={`meter ${kind}`}>
      <span class="name">{label}</span>
      <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect class="track" width="100" height="6" rx="3" />
        <rect class="value" width={part} height="6" rx="3" />
      </svg>
      <span class="number">{value ?? t('none')}</span>
    </span>
  );
}

export function Provider({ card }: { readonly card: ArticleCard }) {
  const { provider } = card;
  return (
    <span class={provider ? 'provider' : 'provider lacking'}>
      <Logo picture={provider?.logo} />
      <span title={provider?.domain}>{provider?.name ?? provider?.domain ?? t('noProvider')}</span>
    </span>
  );
}

/** The moment in UTC, and how long ago that was. */
export function Moment({ card }: { readonly card: ArticleCard }) {
  const { now } = useContext(PageContext);
  if (!card.date) return <span class="lacking">{t('noDate')}</span>;
  const { epochMs } = card.date;
  return (
    <time dateTime={new Date(epochMs).toISOString()} title={card.date.text}>
      {dateTimeText(epochMs)} <span class="relative">{relativeText(epochMs, now)}</span>
    </time>
  );
}

/** Parts with a dot between them, those that are empty left out. */
export function Line({ children }: { readonly children: ComponentChildren }) {
  return <p class="line">{children}</p>;
}

export function Findings({ findings }: { readonly findings: readonly PreviewFinding[] }) {
  const { isStale } = useContext(PageContext);
  if (findings.length === 0) return null;
  return (
    <ul class="findings" aria-label={t('problems')}>
      {findings.map(finding => (
        <li class={finding.severity} key={`${finding.rule} ${finding.span.start} ${finding.message}`}>
          <Icon name="warning" />
          <button
            type="button"
            class="plain"
            title={t('showSource')}
            disabled={isStale}
            onClick={() => send({ type: 'reveal', ...finding.span })}
          >
            {finding.message}
          </button>
          <button
            type="button"
            class="small"
            disabled={isStale}
            aria-label={`${t('fix')}: ${finding.message}`}
            onClick={() => send({ type: 'fix', finding })}
          >
            {t('fix')}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Opens a web address in the browser. Never a link: a page in an editor has nowhere to go. */
export function OpenUrl({ url, label }: { readonly url: string | undefined; readonly label: string }) {
  if (url === undefined) return null;
  return <Action icon="open" label={`${t('open')}: ${label}`} run={() => send({ type: 'openUrl', url })} />;
}
