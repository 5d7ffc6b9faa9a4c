import { Component } from 'preact';
import { useContext } from 'preact/hooks';
import type { Badge, RelatedCard as Related } from '../../../../server/src/core/preview/previewModel.ts';
import { Cover } from './Cover.tsx';
import { latest, PageContext, useCurate } from './context.ts';
import { send } from './host.ts';
import { Icon } from './Icon.tsx';
import { afterText, dateTimeText } from './moments.ts';
import { Action, Findings, Line, Meter, OpenUrl, Provider } from './parts.tsx';
import { t } from './texts.ts';

interface RelatedCardProps {
  readonly item: Related;
  readonly count: number;
  readonly isSelected: boolean;
  readonly isCompact: boolean;
  /** Another item is held above it. */
  readonly isOver: boolean;
  /** Always the same ones: a card is not drawn again for them. */
  readonly handlers: CardHandlers;
}

/** By the index of the card. */
export interface CardHandlers {
  /** Moves the item, and keeps the focus with it. */
  readonly move: (from: number, to: number) => void;
  readonly start: (index: number) => void;
  readonly over: (index: number) => void;
  readonly drop: (index: number) => void;
  readonly end: () => void;
}

/** One related item, drawn again only when it looks different: with every key a whole new model comes. */
export class RelatedCard extends Component<RelatedCardProps> {
  override shouldComponentUpdate({ item, ...next }: RelatedCardProps): boolean {
    const { item: before, ...former } = this.props;
    return (
      (Object.keys(next) as (keyof typeof next)[]).some(name => next[name] !== former[name]) ||
      looksOf(item) !== looksOf(before)
    );
  }

  override render() {
    return <DrawnCard {...this.props} />;
  }
}

/** All of an item but where it stands in the text. */
function looksOf(item: Related): string {
  let known = looks.get(item);
  if (known === undefined) {
    known = JSON.stringify({ ...item, span: undefined });
    looks.set(item, known);
  }
  return known;
}

const looks = new WeakMap<Related, string>();

/** With all that can be done to it. */
function DrawnCard({ item, count, isSelected, isCompact, isOver, handlers }: RelatedCardProps) {
  const curate = useCurate();
  const { index } = item;
  const title = item.title ?? t('noTitle');
  const { isStale } = useContext(PageContext);
  const move = (to: number) => handlers.move(index, to);
  const reveal = () => {
    const span = latest.article?.model.related.find(one => one.index === index)?.span;
    // The places of what is shown are those of another text.
    if (!isStale && span) send({ type: 'reveal', ...span });
  };
  const press = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const run = keysOf(event, index, count, { move, reveal, remove: () => curate({ kind: 'remove', index }) });
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  const classes = ['related', 'card', isSelected && 'selected', isOver && 'over', isCompact && 'compact'];
  return (
    <li
      class={classes.filter(Boolean).join(' ')}
      data-card={index}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys that move a card need a card that has the focus.
      tabIndex={0}
      draggable
      aria-current={isSelected}
      aria-label={`${index + 1}. ${title}`}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete Enter"
      title={isCompact ? undefined : t('moveHelp')}
      onKeyDown={press}
      onClick={event => {
        if (!(event.target instanceof Element) || !event.target.closest('button')) reveal();
      }}
      onDragStart={event => {
        event.dataTransfer?.setData('text/plain', title);
        handlers.start(index);
      }}
      onDragOver={event => {
        event.preventDefault();
        handlers.over(index);
      }}
      onDrop={event => {
        event.preventDefault();
        handlers.drop(index);
      }}
      onDragEnd={handlers.end}
    >
      <span class="rank" aria-hidden="true">
        {index + 1}
      </span>
      <Cover picture={item.cover} title={title} />
      <div class="body">
        <p class="kicker">
          <Provider card={item} />
          {item.afterMain !== undefined && (
            <span class="after" title={item.date && dateTimeText(item.date.epochMs)}>
              {afterText(item.afterMain)}
            </span>
          )}
        </p>
        <h3 class={item.title === undefined ? 'lacking' : undefined}>
          <button type="button" class="plain" onClick={reveal}>
            {title}
          </button>
        </h3>
        {!isCompact && item.excerpt !== undefined && <p class="excerpt">{item.excerpt}</p>}
        <Line>
          <Meter kind="quality" label={t('quality')} value={item.quality} />
          <Badges badges={item.badges} />
        </Line>
        {!isCompact && <Findings findings={item.findings} />}
      </div>
      <div class="actions">
        <span class="grip">
          <Icon name="grip" />
        </span>
        <Action icon="up" label={`${t('moveUp')}: ${title}`} disabled={index === 0} run={() => move(index - 1)} />
        <Action
          icon="down"
          label={`${t('moveDown')}: ${title}`}
          disabled={index === count - 1}
          run={() => move(index + 1)}
        />
        <Action icon="promote" label={`${t('promote')}: ${title}`} run={() => curate({ kind: 'promote', index })} />
        {item.here === undefined ? (
          <Action
            icon="file"
            label={`${t('makeArticle')}: ${title}`}
            run={() => curate({ kind: 'makeArticle', index })}
          />
        ) : (
          <OpenFile path={item.here} label={title} />
        )}
        <OpenUrl url={item.webUrl} label={title} />
        <Action icon="remove" label={`${t('remove')}: ${title}`} run={() => curate({ kind: 'remove', index })} />
      </div>
    </li>
  );
}

function OpenFile({ path, label }: { readonly path: string; readonly label: string }) {
  return <Action icon="file" label={`${t('openArticle')}: ${label}`} run={() => send({ type: 'openFile', path })} />;
}

function Badges({ badges }: { readonly badges: readonly Badge[] }) {
  return (
    <>
      {badges.map(badge => (
        <span class={`badge ${badge.kind}`} key={badge.kind}>
          {badgeText(badge)}
        </span>
      ))}
    </>
  );
}

function badgeText(badge: Badge): string {
  if (badge.kind !== 'duplicate') return t(badge.kind);
  return badge.of < 0 ? t('duplicateOfArticle') : t('duplicateOf', badge.of + 1);
}

/** What a key does to a card. `undefined`: nothing. */
function keysOf(
  { key, altKey }: KeyboardEvent,
  index: number,
  count: number,
  { move, reveal, remove }: Record<'reveal' | 'remove', () => void> & { move: (to: number) => void },
): (() => void) | undefined {
  if (altKey && key === 'ArrowUp') return index > 0 ? () => move(index - 1) : () => {};
  if (altKey && key === 'ArrowDown') return index < count - 1 ? () => move(index + 1) : () => {};
  if (key === 'Delete') return remove;
  return key === 'Enter' ? reveal : undefined;
}
