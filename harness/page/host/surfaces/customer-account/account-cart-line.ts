import type {Attribute, DiscountAllocation, Image, Money, OrderLine} from '../../../../wire/order.ts';

/** Converts a line of an order to the form of the API. */
export function cartLine({
  id,
  merchandise,
  quantity,
  attributes,
  discountAllocations,
  total,
}: OrderLine): CartLine {
  const {
    id: variantId,
    title,
    subtitle,
    sku,
    image,
    selectedOptions,
    product,
    requiresShipping,
  } = merchandise;

  return {
    id,
    merchandise: {
      type: 'variant',
      id: variantId,
      title,
      subtitle,
      sku,
      image,
      selectedOptions,
      product,
      requiresShipping,
    },
    quantity,
    cost: {totalAmount: total},
    attributes,
    discountAllocations,
    lineComponents: [],
  };
}

export interface CartLine {
  readonly id: string;
  readonly merchandise: {
    readonly type: 'variant';
    readonly id: string;
    readonly title: string;
    readonly subtitle?: string;
    readonly sku?: string;
    readonly image?: Image;
    readonly selectedOptions: readonly {readonly name: string; readonly value: string}[];
    readonly product: {readonly id: string; readonly vendor: string; readonly productType: string};
    readonly requiresShipping: boolean;
  };
  readonly quantity: number;
  readonly cost: {readonly totalAmount: Money};
  readonly attributes: readonly Attribute[];
  readonly discountAllocations: readonly DiscountAllocation[];
  readonly lineComponents: readonly never[];
}
