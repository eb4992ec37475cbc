import {setOrRemove} from './dom.ts';
import {isDefault} from './page-element.ts';

/** Styles of an image that has not loaded, or has no source. */
export const PLACEHOLDER_CSS =
  'background: var(--sim-subdued); color: var(--sim-quiet); font-size: var(--sim-size-small);';

/** Gives an image its sources and its text alternative. */
export function renderImage(image: HTMLImageElement, text: (property: string) => string): void {
  for (const name of ['sizes', 'srcSet', 'src']) setOrRemove(image, name, text(name));
  image.alt = text('alt');
  image.classList.toggle('empty', isDefault(text('src')) && isDefault(text('srcSet')));
}
