import type {CheckoutLine} from '../../../../wire/checkout.ts';
import type {Attribute, DiscountAllocation} from '../../../../wire/order.ts';
import {minorUnits, moneyOf} from '../../../world/money.ts';
import {pricePerKilogram} from '../../../world/inventory.ts';
import {translateContent} from '../../../world/translations/translated-content.ts';
import {sellingPlanGroupsOf, sellingPlanOf, unitPriceOf} from '../../../world/selling-plans.ts';
import {resolveMoney} from '../money-v2.ts';
import type {Catalogue} from './catalogue.ts';
import type {ResolvedProduct} from './product.ts';
import {resolveAllocation} from './selling-plan.ts';

/** Resolves the fields of `CartLine`. */
export function resolveCartLine(line: CheckoutLine, catalogue: Catalogue): {readonly id: string} {
  const {products} = catalogue;
  const {id, quantity, attributes, merchandise, discountAllocations} = line;
  const product = products.find((each) => each.id === merchandise.product.id);
  const cost = resolveLineCost(line, product);

  const resolved = {
    __typename: 'CartLine',
    id,
    quantity,
    ...resolveAttributes(attributes),
    merchandise:
      products.flatMap(({allVariants}) => allVariants).find((variant) => variant.id === merchandise.id) ??
      merchandiseOf(line),
    cost,
    estimatedCost: {...cost, __typename: 'CartLineEstimatedCost', amount: cost.amountPerQuantity},
    discountAllocations: discountAllocations.map(resolveCartDiscount),
    sellingPlanAllocation: resolveSellingPlan(line, product, catalogue),
    parentRelationship: null,
    instructions: {__typename: 'CartLineInstructions', canRemove: true, canUpdateQuantity: true},
  };

  return resolved;
}

/** Resolves `attributes` and `attribute`. */
export function resolveAttributes(attributes: readonly Attribute[]): object {
  const all = attributes.map(({key, value}) => ({__typename: 'Attribute', key, value}));
  return {
    attributes: all,
    attribute: ({key}: {key: string}) => all.find((attribute) => attribute.key === key) ?? null,
  };
}

/** Resolves the fields of a discount of a cart or a line. */
export function resolveCartDiscount(allocation: DiscountAllocation): object {
  const discountedAmount = resolveMoney(allocation.discountedAmount);
  const shared = {discountedAmount, targetType: 'LINE_ITEM'};
  if (allocation.type === 'code')
    return {...shared, __typename: 'CartCodeDiscountAllocation', code: allocation.code};

  const type = allocation.type === 'automatic' ? 'Automatic' : 'Custom';
  return {...shared, __typename: `Cart${type}DiscountAllocation`, title: allocation.title};
}

/** Resolves the plan of a subscription. A plan that the shop does not have says nothing about prices. */
function resolveSellingPlan(
  {sellingPlan, merchandise}: CheckoutLine,
  product: ResolvedProduct | undefined,
  {translator}: Catalogue,
): object | null {
  const plan = sellingPlanOf(sellingPlan?.id);
  if (plan === undefined || product === undefined) return null;

  const group = sellingPlanGroupsOf(product.source).find(({plans}) => plans.includes(plan));
  if (group === undefined) return null;
  return resolveAllocation(translateContent(plan, translator), {
    group: translateContent(group, translator),
    price: merchandise.price,
    unitPrice: pricePerKilogram(merchandise),
  });
}

function resolveLineCost(
  line: CheckoutLine,
  product: ResolvedProduct | undefined,
): {readonly amountPerQuantity: object} {
  const {quantity, total} = line;
  const compareAt = product?.source.compareAtPrice ?? null;
  const price = unitPriceOf(line);

  const resolved = {
    __typename: 'CartLineCost',
    amountPerQuantity: resolveMoney(price),
    compareAtAmountPerQuantity: compareAt === null ? null : resolveMoney(compareAt),
    subtotalAmount: resolveMoney(moneyOf(minorUnits(price) * quantity, price.currencyCode)),
    totalAmount: resolveMoney(total),
  };

  return resolved;
}

/** Resolves merchandise that a test has put into the cart, and that the shop does not sell. */
function merchandiseOf({merchandise}: CheckoutLine): object {
  const {id, subtitle, sku, price, selectedOptions, requiresShipping} = merchandise;
  return {
    __typename: 'ProductVariant',
    id,
    title: subtitle,
    sku,
    price: resolveMoney(price),
    selectedOptions,
    requiresShipping,
  };
}
