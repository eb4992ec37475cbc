import type {PickerBadge} from '../../wire/app-bridge.ts';
import {make} from '../elements/base/dom.ts';

/** The signs of progress. A person who cannot see them hears nothing, because the content says the same. */
const SIGNS = {incomplete: '○', partiallyComplete: '◐', complete: '●'};

/** Creates a badge next to the heading of a row. */
export function badge({content, tone, progress}: PickerBadge): HTMLElement {
  const root = make('span', {class: 'sim-picker-badge'}, content);
  if (tone !== undefined) root.dataset['tone'] = tone;
  const sign = progress === undefined ? undefined : SIGNS[progress];
  if (sign !== undefined) root.prepend(make('span', {'aria-hidden': 'true'}, `${sign} `));
  return root;
}
