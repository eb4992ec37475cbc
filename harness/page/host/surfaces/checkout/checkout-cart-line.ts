import type {CheckoutLine} from '../../../../wire/checkout.ts';
import type {Attribute, DiscountAllocation, Image, Money, Variant} from '../../../../wire/order.ts';

/** Converts a line of the cart to the form of the API. */
export function cartLine(line: CheckoutLine): CartLine {
  const {id, quantity, attributes, discountAllocations, total, parentId, sellingPlan, components} = line;
  return {
    id,
    merchandise: {...variant(line.merchandise), ...(sellingPlan === null ? {} : {sellingPlan})},
    quantity,
    cost: {totalAmount: total},
    attributes,
    discountAllocations,
    lineComponents: components.map((component) => ({
      type: 'bundle',
      id: component.id,
      merchandise: variant(component.merchandise),
      quantity: component.quantity,
      cost: {totalAmount: component.merchandise.price},
      attributes: component.attributes,
    })),
    parentRelationship: parentId === null ? null : {parent: {id: parentId}},
  };
}

function variant({
  id,
  title,
  subtitle,
  sku,
  image,
  selectedOptions,
  product,
  requiresShipping,
}: Variant): Merchandise {
  const {id: productId, vendor, productType} = product;
  return {
    type: 'variant',
    id,
    title,
    subtitle,
    sku,
    image,
    selectedOptions,
    product: {id: productId, vendor, productType},
    requiresShipping,
  };
}

export interface CartLine {
  readonly id: string;
  readonly merchandise: Merchandise;
  readonly quantity: number;
  readonly cost: {readonly totalAmount: Money};
  readonly attributes: readonly Attribute[];
  readonly discountAllocations: readonly DiscountAllocation[];
  readonly lineComponents: readonly BundleComponent[];
  readonly parentRelationship: {readonly parent: {readonly id: string}} | null;
}

interface BundleComponent {
  readonly type: 'bundle';
  readonly id: string;
  readonly merchandise: Merchandise;
  readonly quantity: number;
  readonly cost: {readonly totalAmount: Money};
  readonly attributes: readonly Attribute[];
}

interface Merchandise {
  readonly type: 'variant';
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly sku?: string;
  readonly image?: Image;
  readonly selectedOptions: readonly {readonly name: string; readonly value: string}[];
  readonly product: {readonly id: string; readonly vendor: string; readonly productType: string};
  readonly requiresShipping: boolean;
  readonly sellingPlan?: {readonly id: string; readonly recurringDeliveries: boolean};
}
