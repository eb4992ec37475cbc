import type {CheckoutChange} from '../world/checkout.ts';
import type {LiveChange} from '../world/live-changes.ts';

/** The changes of the world that a test may make while pages show it. */
export interface LiveWorldChange extends LiveChange {
  /** BCP 47 language of the page, for example `'fr'`; the same as `localization.language`. */
  locale?: string;
  /**
   * The cart, its instructions, the step that the buyer is on; every sum follows: `{discountCodes:
   * ['WELCOME10']}`.
   */
  checkout?: CheckoutChange;
}
