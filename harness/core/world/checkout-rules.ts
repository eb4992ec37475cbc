import type {CheckoutRules} from '../../wire/checkout-rules.ts';
import {part} from './object-shapes.ts';
import {FLAG} from './platform-values.ts';
import {oneOf} from './shape.ts';
import type {PartOf, Shape} from './shape.ts';

/**
 * The options of the checkout; each has a default.
 *
 * @example
 * ```ts
 * import {createSimulation} from 'simhost';
 *
 * createSimulation({checkout: {interceptAt: 'continue'}});
 * ```
 */
export type CheckoutOptions = PartOf<CheckoutRules>;

/** The rules as they were seen on Shopify. */
export const CHECKOUT_RULES: CheckoutRules = {
  layout: 'three-page',
  interceptAt: 'every-change',
  interceptOnHover: true,
  lineIds: 'stable',
  changeSignals: 'before-result',
  lineChangesWhileBlocked: 'applied',
  orderIdType: 'OrderIdentity',
  appMetafields: 'later',
};

const RULES: Shape<PartOf<CheckoutRules>> = part<CheckoutRules>({
  layout: oneOf<CheckoutRules['layout']>({'three-page': true, 'one-page': true}),
  interceptAt: oneOf<CheckoutRules['interceptAt']>({'every-change': true, continue: true}),
  interceptOnHover: FLAG,
  lineIds: oneOf<CheckoutRules['lineIds']>({stable: true, renewed: true}),
  changeSignals: oneOf<CheckoutRules['changeSignals']>({'before-result': true, 'after-result': true}),
  lineChangesWhileBlocked: oneOf<CheckoutRules['lineChangesWhileBlocked']>({applied: true, refused: true}),
  orderIdType: oneOf<CheckoutRules['orderIdType']>({OrderIdentity: true, Order: true}),
  appMetafields: oneOf<CheckoutRules['appMetafields']>({later: true, 'at-start': true}),
});

/**
 * Completes the options of the checkout.
 *
 * @throws {SimhostError} `ERR_BAD_OPTION`, `ERR_UNKNOWN_OPTION` with the path of the wrong value
 */
export function createCheckoutRules(options: CheckoutOptions = {}): CheckoutRules {
  return {...CHECKOUT_RULES, ...(RULES.read(options, 'checkout') as Partial<CheckoutRules>)};
}
