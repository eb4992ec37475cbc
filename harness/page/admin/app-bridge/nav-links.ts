import type {AppNav, NavLink} from '../../../wire/app-bridge.ts';
import {labelOf} from './bar-action.ts';
import {followLink} from './follow-link.ts';

const follows = new WeakMap<Element, () => void>();

/** Reads the links of `s-app-nav` or `ui-nav-menu`. The app's name leads to the one with `rel="home"`. */
export function readNav(): AppNav {
  const links = [
    ...document.querySelectorAll<HTMLElement>('ui-nav-menu a, s-app-nav a, s-app-nav s-link'),
  ].filter((link) => link.hasAttribute('href'));

  const home = links.find(isHome);
  return {
    home: home === undefined ? null : navLink(home),
    links: links.filter((link) => !isHome(link)).map(navLink),
  };
}

function isHome(link: HTMLElement): boolean {
  return link.getAttribute('rel') === 'home';
}

function navLink(link: HTMLElement): NavLink {
  const follow = follows.get(link) ?? ((): void => followLink(link));
  follows.set(link, follow);
  return {
    label: labelOf(link),
    href: new URL(link.getAttribute('href') ?? '', location.href).pathname,
    follow,
  };
}
