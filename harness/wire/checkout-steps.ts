/** The steps of a checkout, by its layout. */

/**
 * All steps in the order in which a buyer takes them. A checkout has some of them.
 *
 * @see https://shopify.dev/docs/api/checkout-ui-extensions/latest/apis/buyer-journey
 */
export const CHECKOUT_STEPS = ['checkout', 'information', 'shipping', 'payment', 'thank-you'] as const;

/** A step of the checkout. `checkout` is everything before the thank-you page of a one-page checkout. */
export type CheckoutStep = (typeof CHECKOUT_STEPS)[number];

/** The number of pages that a checkout has before the thank-you page. */
export type CheckoutLayout = 'three-page' | 'one-page';

const STEPS: Readonly<Record<CheckoutLayout, readonly CheckoutStep[]>> = {
  'three-page': ['information', 'shipping', 'payment', 'thank-you'],
  'one-page': ['checkout', 'thank-you'],
};

/** The parts of a checkout that its steps follow from. */
export interface Progress {
  readonly step: CheckoutStep;
  readonly layout: CheckoutLayout;
  readonly accelerated: boolean;
}

/** Lists the steps that a layout has. */
export function stepsIn(layout: CheckoutLayout): readonly CheckoutStep[] {
  return STEPS[layout];
}

/** Whether the buyer has everything before the thank-you page on one page. Shop Pay always shows one page. */
export function isOnePage({layout, accelerated}: Omit<Progress, 'step'>): boolean {
  return layout === 'one-page' || accelerated;
}

/** Lists the steps that the buyer sees. */
export function shownSteps(progress: Omit<Progress, 'step'>): readonly CheckoutStep[] {
  return STEPS[isOnePage(progress) ? 'one-page' : 'three-page'];
}

/** Returns the step that the buyer sees, which `shopify.buyerJourney.activeStep` names. */
export function shownStep({step, ...progress}: Progress): CheckoutStep {
  return step !== 'thank-you' && isOnePage(progress) ? 'checkout' : step;
}

/** Whether one step comes before another. */
export function isBefore(step: CheckoutStep, other: CheckoutStep): boolean {
  return CHECKOUT_STEPS.indexOf(step) < CHECKOUT_STEPS.indexOf(other);
}
