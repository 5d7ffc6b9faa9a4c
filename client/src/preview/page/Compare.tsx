import type { ComponentChildren } from 'preact';
import type { ArticleCard, PreviewModel } from '../../../../server/src/core/preview/previewModel.ts';
import type { PageTextKey } from '../pageTexts.ts';
import { Cover } from './Cover.tsx';
import { dateTimeText } from './moments.ts';
import { t } from './texts.ts';

interface CompareProps {
  readonly model: PreviewModel;
  readonly compared: number;
  readonly choose: (index: number) => void;
}

/** The article and one related item side by side; what differs is marked. */
export function Compare({ model, compared, choose }: CompareProps) {
  const { main, related } = model;
  const item = related[compared];
  if (!item) return <p class="hint">{t('noRelated')}</p>;
  return (
    <section class="compare">
      <p>
        <label>
          {t('compareWith')}{' '}
          <select value={String(compared)} onChange={event => choose(Number(event.currentTarget.value))}>
            {related.map(({ index, title }) => (
              <option value={String(index)} key={index}>{`${index + 1}. ${title ?? t('noTitle')}`}</option>
            ))}
          </select>
        </label>
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            <th scope="col">{t('theArticle')}</th>
            <th scope="col">{`${compared + 1}`}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, textOf]) => {
            const [own, other] = [textOf(main), textOf(item)];
            const same = own === other;
            return (
              <tr class={same ? 'same' : 'differs'} key={key}>
                <th scope="row">
                  {t(key)} <span class="word">{t(same ? 'same' : 'differs')}</span>
                </th>
                <td>{own ?? <Missing />}</td>
                <td>{other ?? <Missing />}</td>
              </tr>
            );
          })}
          <tr>
            <th scope="row">{t('picture')}</th>
            <td>
              <Cover picture={main.cover} title={main.title ?? t('noTitle')} withSize />
            </td>
            <td>
              <Cover picture={item.cover} title={item.title ?? t('noTitle')} withSize />
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function Missing(): ComponentChildren {
  return <span class="lacking">{t('missing')}</span>;
}

const rows: readonly (readonly [PageTextKey, (card: ArticleCard) => string | undefined])[] = [
  ['title', card => card.title],
  ['excerpt', card => card.excerpt],
  ['provider', card => card.provider?.name ?? card.provider?.domain],
  ['date', card => card.date && dateTimeText(card.date.epochMs)],
  ['type', card => card.type],
  ['quality', card => (card.quality === undefined ? undefined : String(card.quality))],
  ['address', card => card.webUrl],
];
