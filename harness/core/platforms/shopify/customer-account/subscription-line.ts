import {numberOf} from '../../../world/gid.ts';
import {lineCost} from '../../../world/subscription-cost.ts';
import type {SubscriptionContract, SubscriptionLine} from '../../../world/subscriptions.ts';
import type {Translator} from '../../../world/translations/translator.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {resolveMoney} from '../money-v2.ts';

interface Discounted extends Pick<SubscriptionContract, 'id' | 'lines' | 'plan'> {
  readonly translator: Translator;
}

/** Resolves the fields of `SubscriptionLine`. */
export function resolveSubscriptionLine(line: SubscriptionLine, contract: Discounted): {readonly id: string} {
  const {id, merchandise, quantity, attributes} = line;
  const {title, subtitle, sku, price, image, requiresShipping} = merchandise;
  const {discount, total} = lineCost(line, contract.plan.percentOff);
  const picture = {__typename: 'Image', id: null, ...image};

  const resolved = {
    __typename: 'SubscriptionLine',
    id,
    name: subtitle === '' ? title : `${title} - ${subtitle}`,
    title,
    variantTitle: subtitle,
    sku,
    image: picture,
    variantImage: picture,
    onlineStoreUrl: null,
    quantity,
    requiresShipping,
    taxable: true,
    customAttributes: attributes,
    currentPrice: resolveMoney(price),
    lineDiscountedPrice: resolveMoney(total),
    discountAllocations: () => {
      const applied = resolveSubscriptionDiscount(contract);
      return applied === null
        ? []
        : [{__typename: 'SubscriptionDiscountAllocation', amount: resolveMoney(discount), discount: applied}];
    },
  };

  return resolved;
}

/** Resolves the discount of all lines of a contract; null if it has none. */
export function resolveSubscriptionDiscount(contract: Discounted): {readonly id: string} | null {
  const {id, plan, lines, translator} = contract;
  const {percentOff} = plan;
  if (percentOff === 0) return null;

  const resolved = {
    __typename: 'SubscriptionDiscount',
    id: `gid://shopify/SubscriptionManualDiscount/${numberOf(id)}`,
    title: translator.text('Subscribe and save'),
    type: 'MANUAL',
    targetType: 'LINE_ITEM',
    appliesToAllLines: true,
    recurringCycleLimit: null,
    usageCount: null,
    value: {__typename: 'SubscriptionDiscountPercentageValue', percentage: percentOff},
    lines: (page: PageOf) =>
      connection(
        lines.map((line) => resolveSubscriptionLine(line, contract)),
        page,
      ),
  };

  return resolved;
}
