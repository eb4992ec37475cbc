import type {NavLink} from '../../../wire/app-bridge.ts';
import {labelOf} from './bar-action.ts';
import {followLink} from './follow-link.ts';

const follows = new WeakMap<Element, () => void>();

/** Reads the links of `s-app-nav` or `ui-nav-menu`. The link to the root is the app's name, so it is left out. */
export function readNavLinks(): readonly NavLink[] {
  const links = [
    ...document.querySelectorAll<HTMLElement>('ui-nav-menu a, s-app-nav a, s-app-nav s-link'),
  ].filter((link) => link.hasAttribute('href') && link.getAttribute('rel') !== 'home');

  return links.map((link) => {
    const follow = follows.get(link) ?? ((): void => followLink(link));
    follows.set(link, follow);
    return {
      label: labelOf(link),
      href: new URL(link.getAttribute('href') ?? '', location.href).pathname,
      follow,
    };
  });
}
