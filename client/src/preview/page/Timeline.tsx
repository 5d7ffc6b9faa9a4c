import type { PreviewModel } from '../../../../server/src/core/preview/previewModel.ts';
import { dateTimeText, dayText } from './moments.ts';
import { t } from './texts.ts';

/** The article and its related items in time, as points on a line. Nothing where there is only one date. */
export function Timeline({ model }: { readonly model: PreviewModel }) {
  const { main, related } = model;
  const dated = related.flatMap(({ date, index, title }) => (date ? [{ at: date.epochMs, index, title }] : []));
  if (!main.date || dated.length === 0) return null;
  const moments = [main.date.epochMs, ...dated.map(({ at }) => at)];
  const [from, to] = [Math.min(...moments), Math.max(...moments)];
  const place = (at: number): number => (to === from ? 50 : 4 + ((at - from) / (to - from)) * 92);
  const label = t('timelineOf', dated.length, dayText(from), dayText(to));
  return (
    <figure class="timeline">
      <svg role="img" aria-label={label} width="100%" height="34">
        <title>{label}</title>
        <line class="axis" x1="2%" x2="98%" y1="14" y2="14" />
        {dated.map(({ at, index, title }) => (
          <g key={index}>
            <title>{`${index + 1}. ${title ?? t('noTitle')}: ${dateTimeText(at)}`}</title>
            <circle class="point" cx={`${place(at)}%`} cy="14" r="8" />
            <text class="label" x={`${place(at)}%`} y="17.500" text-anchor="middle">
              {index + 1}
            </text>
          </g>
        ))}
        <g>
          <title>{`${t('theArticle')}: ${dateTimeText(main.date.epochMs)}`}</title>
          <rect class="own" x={`${place(main.date.epochMs)}%`} y="4" width="3" height="20" rx="1.500" />
        </g>
      </svg>
      <figcaption>
        <span>{dayText(from)}</span>
        <span>{dayText(to)}</span>
      </figcaption>
    </figure>
  );
}
