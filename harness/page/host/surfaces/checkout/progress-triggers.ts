import type {Checkout} from '../../../../wire/checkout.ts';

/** The parts of a checkout whose change lets it evaluate again whether the buyer may go on. */
const PARTS: readonly (readonly [trigger: string, part: (checkout: Checkout) => unknown])[] = [
  [
    'the cart lines changed',
    // Without the ids, which may change by themselves.
    ({lines}) =>
      lines.map(({merchandise, quantity, attributes, sellingPlan}) => [
        merchandise.id,
        quantity,
        attributes,
        sellingPlan,
      ]),
  ],
  ['the attributes changed', ({attributes}) => attributes],
  ['the delivery address changed', ({shippingAddress}) => shippingAddress],
  ['the delivery method changed', ({deliveryGroups}) => deliveryGroups.map(({selected}) => selected)],
];

/**
 * Names the changes between two states of a checkout at which interceptors run. A completed checkout has none.
 *
 * @see https://github.com/Shopify/ui-extensions/issues/1200
 * @see https://github.com/Shopify/ui-extensions/issues/1774
 */
export function progressTriggers(before: Checkout, after: Checkout): readonly string[] {
  if (after.confirmation !== null) return [];
  return PARTS.filter(([, part]) => JSON.stringify(part(before)) !== JSON.stringify(part(after))).map(
    ([trigger]) => trigger,
  );
}
