import type {AreaEvents} from '../area.ts';
import type {ExtensionPlaces} from './extension-places.ts';

/** The parts of the checkout page that its views use. */
export interface CheckoutViewContext {
  readonly places: ExtensionPlaces;
  /** Performs an action of the buyer. */
  readonly act: AreaEvents['act'];
  /** Shows a problem to the buyer; an empty string removes it. */
  showProblem(problem: string): void;
}
