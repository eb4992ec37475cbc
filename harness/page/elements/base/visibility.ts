import {setOrRemove} from './dom.ts';

/**
 * Applies `accessibilityVisibility`: `hidden` is for the eyes only, `exclusive` for assistive technology
 * only.
 */
export function renderVisibility(element: Element, content: Element, visibility: string): void {
  setOrRemove(element, 'aria-hidden', visibility === 'hidden' ? 'true' : undefined);
  content.classList.toggle('unseen', visibility === 'exclusive');
}
