import {boxCss} from './box-css.ts';
import {make, setOrRemove} from './dom.ts';
import {renderVisibility} from './visibility.ts';
import type {PageElement} from './page-element.ts';

/** The ARIA role of each `accessibilityRole`, after the HTML element that the published types name for it. */
const ROLES = {
  generic: '',
  none: 'none',
  presentation: 'none',
  main: 'main',
  header: 'banner',
  footer: 'contentinfo',
  section: 'region',
  aside: 'complementary',
  navigation: 'navigation',
  'ordered-list': 'list',
  'unordered-list': 'list',
  'list-item': 'listitem',
  'list-item-separator': 'separator',
  separator: 'separator',
  status: 'status',
  alert: 'alert',
} as const;

/** A box around the content of an element. Its style sheet follows from the element's properties. */
export class BoxView {
  readonly node: HTMLElement = make('div', {class: 'box'}, make('slot'));
  readonly sheet: CSSStyleSheet = new CSSStyleSheet();
  #css = '';

  render(valueOf: (property: string) => string, outside = ''): void {
    const css = `${boxCss('.box', valueOf)}\n${outside}`;
    if (css !== this.#css) this.sheet.replaceSync(css);
    this.#css = css;
  }
}

/** Sets an element's role, its name, and its visibility to assistive technology. */
export function renderRole(element: PageElement, face: BoxView, valueOf: (property: string) => string): void {
  const given = valueOf('accessibilityRole');
  const role = Object.hasOwn(ROLES, given) ? ROLES[given as keyof typeof ROLES] : '';
  const label = valueOf('accessibilityLabel');

  // Browsers ignore the name of an element without a role, so a named one becomes a group.
  setOrRemove(element, 'role', role === '' && label !== '' ? 'group' : role);
  setOrRemove(element, 'aria-label', label);
  renderVisibility(element, face.node, valueOf('accessibilityVisibility'));
}
