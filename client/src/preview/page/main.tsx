// Entry of the page: keeps what is shown, and shows it again when a message or a click changes it.
import { render } from 'preact';
import type { ToPage } from '../pageMessages.ts';
import { send, storedState, storeState } from './host.ts';
import { Page } from './Page.tsx';
import { nothingShown, received, type Shown } from './pageState.ts';

const stored = storedState();
let shown: Shown = { ...nothingShown, look: stored?.look ?? 'cards', locked: stored?.locked ?? false };

function update(next: Shown): void {
  shown = next;
  storeState({ uri: shown.article?.uri, look: shown.look, locked: shown.locked });
  const target = document.getElementById('page');
  if (!target) return;
  render(
    <Page
      shown={shown}
      setLook={look => update({ ...shown, look })}
      setCompared={compared => update({ ...shown, compared })}
    />,
    target,
  );
}

window.addEventListener('message', (event: MessageEvent<ToPage>) => update(received(shown, event.data)));
update(shown);
send({ type: 'ready' });
