import type {TitleBar} from '../../../wire/app-bridge.ts';
import {actionOf, labelOf, textOf} from './bar-action.ts';

/** The elements that the admin draws a title bar from. The newest one in the document counts. */
const SOURCES = 'ui-title-bar, s-page';

/** Reads the title bar of the document; null if it has none. A bar inside of a modal belongs to that. */
export function readTitleBar(): TitleBar | null {
  const source = [...document.querySelectorAll<HTMLElement>(SOURCES)].findLast(
    (element) => element.closest('ui-modal, s-app-window') === null,
  );
  if (source === undefined) return null;
  return source.localName === 's-page' ? ofPage(source) : ofTitleBar(source);
}

/** Reads a `ui-title-bar`: its title, its buttons and links, and its sections. */
export function ofTitleBar(bar: HTMLElement): TitleBar {
  const own = [...bar.querySelectorAll<HTMLElement>(':scope > button, :scope > a')];
  const withVariant = (variant: string): HTMLElement | undefined =>
    own.find((element) => element.getAttribute('variant') === variant);

  const breadcrumb = withVariant('breadcrumb');
  const primary = withVariant('primary');
  const sections = [...bar.querySelectorAll<HTMLElement>(':scope > section')];
  return {
    title: bar.getAttribute('title') ?? document.title,
    breadcrumb: breadcrumb === undefined ? null : actionOf(breadcrumb),
    primary: primary === undefined ? null : actionOf(primary),
    secondary: own.filter((element) => element !== breadcrumb && element !== primary).map(actionOf),
    groups: sections.map((section) => ({
      label: section.getAttribute('label') ?? '',
      actions: [...section.querySelectorAll<HTMLElement>('button, a')].map(actionOf),
    })),
  };
}

/** Reads an `s-page`: its heading, and the elements in its slots. */
function ofPage(page: HTMLElement): TitleBar {
  const inSlot = (...names: readonly string[]): HTMLElement[] =>
    names.flatMap((name) => [...page.querySelectorAll<HTMLElement>(`:scope > [slot="${name}"]`)]);

  const [breadcrumb] = inSlot('breadcrumb-actions', 'breadcrumb-action');
  const [primary] = inSlot('primary-action');
  const others = inSlot('secondary-actions').flatMap(actionsIn);
  return {
    title: textOf(page, 'heading') ?? document.title,
    breadcrumb: breadcrumb === undefined ? null : actionOf(breadcrumb),
    primary: primary === undefined ? null : actionOf(primary),
    secondary: others.filter((element) => menuOf(element) === null).map(actionOf),
    groups: others.flatMap((element) => {
      const menu = menuOf(element);
      return menu === null ? [] : [{label: labelOf(element), actions: actionsIn(menu).map(actionOf)}];
    }),
  };
}

/** Returns the menu that a button opens; `null` for any other button. */
function menuOf(element: HTMLElement): HTMLElement | null {
  const id = textOf(element, 'commandFor');
  const menu = id === null ? null : document.getElementById(id);
  return menu?.localName === 's-menu' ? menu : null;
}

/** Returns the actions of a slotted element: itself, or those of a group. */
function actionsIn(element: HTMLElement): HTMLElement[] {
  const inside = [...element.querySelectorAll<HTMLElement>('s-button, s-link, button, a')];
  return inside.length === 0 ? [element] : inside;
}
