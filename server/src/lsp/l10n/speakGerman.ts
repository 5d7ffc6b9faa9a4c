// A part of the server by itself: only editors in German load it.
import { german } from './german.ts';
import { speak } from './say.ts';

export function speakGerman(): void {
  speak(german);
}
