import type {FoundByRole} from '../../../wire/deed.ts';
import {accessiblesIn, foundAmong} from './accessible.ts';

/** The roles that say what an extension shows. */
const SHOWN = [
  'heading',
  'button',
  'link',
  'textbox',
  'checkbox',
  'radio',
  'switch',
  'combobox',
  'spinbutton',
  'img',
  'alert',
  'status',
  'tab',
  'menuitem',
];

/** Lists what a container shows: headings, controls and messages with a name, in order. */
export function contentOf(container: Element): readonly FoundByRole[] {
  const all = accessiblesIn(container);
  return all
    .filter(({role, name}) => SHOWN.includes(role) && name !== '')
    .map((each) => foundAmong(each, all));
}
