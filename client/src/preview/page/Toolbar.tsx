import type { PreviewLook } from '../pageMessages.ts';
import { send } from './host.ts';
import { Icon } from './Icon.tsx';
import { t } from './texts.ts';

interface ToolbarProps {
  readonly look: PreviewLook;
  readonly locked: boolean;
  readonly choose: (look: PreviewLook) => void;
}

const looks: readonly PreviewLook[] = ['cards', 'list', 'reader', 'compare'];

/** How the article is shown, and whether the page stays with it. */
export function Toolbar({ look, locked, choose }: ToolbarProps) {
  const label = t(locked ? 'unlock' : 'lock');
  return (
    <header class="toolbar">
      <fieldset class="looks">
        <legend class="hidden">{t('looks')}</legend>
        {looks.map(one => (
          <button type="button" key={one} aria-pressed={one === look} onClick={() => choose(one)}>
            {t(one)}
          </button>
        ))}
      </fieldset>
      <button
        type="button"
        class="action"
        aria-pressed={locked}
        title={label}
        aria-label={label}
        onClick={() => send({ type: 'lock', locked: !locked })}
      >
        <Icon name={locked ? 'lock' : 'unlock'} />
      </button>
    </header>
  );
}
