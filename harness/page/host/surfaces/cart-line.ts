import type {Attribute, DiscountAllocation, Image, Money, OrderLine, Variant} from '../../../wire/order.ts';

/** Converts a line of an order to the form of the API. */
export function cartLine({
  id,
  merchandise,
  quantity,
  attributes,
  discountAllocations,
  total,
}: SoldLine): CartLine {
  return {
    id,
    merchandise: merchandiseOf(merchandise),
    quantity,
    cost: {totalAmount: total},
    attributes,
    discountAllocations,
    lineComponents: [],
  };
}

/** Converts a variant to the form of the API. */
export function merchandiseOf({
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

type SoldLine = Pick<
  OrderLine,
  'id' | 'merchandise' | 'quantity' | 'attributes' | 'discountAllocations' | 'total'
>;

export interface CartLine {
  readonly id: string;
  readonly merchandise: Merchandise;
  readonly quantity: number;
  readonly cost: {readonly totalAmount: Money};
  readonly attributes: readonly Attribute[];
  readonly discountAllocations: readonly DiscountAllocation[];
  readonly lineComponents: readonly never[];
}

export interface Merchandise {
  readonly type: 'variant';
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly sku?: string;
  readonly image?: Image;
  readonly selectedOptions: readonly {readonly name: string; readonly value: string}[];
  readonly product: {readonly id: string; readonly vendor: string; readonly productType: string};
  readonly requiresShipping: boolean;
}
