import type {PageState} from '../../../../wire/control.ts';
import type {AreaEvents} from '../area.ts';
import type {ExtensionPlaces} from './extension-places.ts';

/** One part of the checkout page; the places of extensions in it stay in place when it changes. */
export interface CheckoutView {
  readonly root: HTMLElement;
  show(state: PageState): void;
}

/** What a part is made with. */
export interface ViewParts {
  readonly places: ExtensionPlaces;
  readonly act: AreaEvents['act'];
  /** Tells the buyer what is wrong; nothing for an empty text. */
  say(problem: string): void;
}
