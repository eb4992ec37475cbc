/** Shapes of what an order consists of. */
import type {
  DiscountAllocation,
  Fulfillment,
  GiftCard,
  Order,
  OrderEdit,
  OrderEditChange,
  OrderLine,
  Payment,
  Return,
  Variant,
} from '../../wire/order.ts';
import {
  ADDRESS,
  ATTRIBUTES,
  CHANGED_COUNT,
  COUNT,
  EMAIL,
  FLAG,
  IMAGE,
  INSTANT,
  MONEY,
  PHONE,
  TAX_RATE,
  name,
  text,
} from './platform-values.ts';
import {gid} from './gid.ts';
import {object, part, tagged} from './object-shapes.ts';
import {list, nullable, oneOf, optional} from './shape.ts';
import type {PartOf, Shape} from './shape.ts';

export const VARIANT: Shape<Variant> = object<Variant>({
  id: gid('ProductVariant', 30011),
  title: name('Canvas bag'),
  subtitle: text('Natural'),
  sku: text('BAG-1'),
  price: MONEY,
  image: IMAGE,
  selectedOptions: list(
    object<Variant['selectedOptions'][number]>({name: name('Colour'), value: text('Natural')}),
  ),
  product: object<Variant['product']>({
    id: gid('Product', 3001),
    vendor: text('Acme'),
    productType: text('Bag'),
  }),
  requiresShipping: FLAG,
});

type CodeDiscount = Extract<DiscountAllocation, {type: 'code'}>;
type TitledDiscount<Type> = Omit<Exclude<DiscountAllocation, CodeDiscount>, 'type'> & {readonly type: Type};
type Discount = CodeDiscount | TitledDiscount<'automatic'> | TitledDiscount<'custom'>;

export const DISCOUNTS: Shape<readonly DiscountAllocation[]> = list(
  tagged<'type', Discount>('type', {
    code: object<CodeDiscount>({type: oneOf({code: true}), code: name('WELCOME10'), discountedAmount: MONEY}),
    automatic: object<TitledDiscount<'automatic'>>({
      type: oneOf({automatic: true}),
      title: name('Spring sale'),
      discountedAmount: MONEY,
    }),
    custom: object<TitledDiscount<'custom'>>({
      type: oneOf({custom: true}),
      title: name('For the delay'),
      discountedAmount: MONEY,
    }),
  }),
);

export const GIFT_CARDS: Shape<readonly GiftCard[]> = list(
  object<GiftCard>({lastCharacters: name('0025'), amountUsed: MONEY, balance: MONEY}),
);

/** A line as a test may give it: its total follows, and so may be left out. */
export type OrderLineChange = Omit<OrderLine, 'total'> & Partial<Pick<OrderLine, 'total'>>;

const LINE: Shape<OrderLineChange> = object<OrderLineChange>({
  id: gid('LineItem', 10011),
  merchandise: VARIANT,
  quantity: COUNT,
  attributes: ATTRIBUTES,
  discountAllocations: DISCOUNTS,
  total: optional(MONEY),
});

const LINE_IDS: Shape<readonly string[]> = list(gid('LineItem', 10011));

const FULFILLMENT: Shape<Fulfillment> = object<Fulfillment>({
  id: gid('Fulfillment', 10011),
  status: oneOf<Fulfillment['status']>({'in transit': true, delivered: true}),
  trackingNumber: text('SH0123456789'),
  lineIds: LINE_IDS,
});

const RETURN: Shape<Return> = object<Return>({
  id: gid('Return', 10011),
  name: name('#1001-R1'),
  status: oneOf<Return['status']>({requested: true, approved: true, closed: true}),
  lineIds: LINE_IDS,
});

const EDIT: Shape<OrderEdit> = object<OrderEdit>({
  happenedAt: INSTANT,
  changes: list(
    object<OrderEditChange>({lineId: gid('LineItem', 10013), merchandise: VARIANT, delta: CHANGED_COUNT}),
  ),
});

const FOLLOWS = 'it follows from lines, discounts, shipping, taxRate, duties and tip';

/** The fields of an order that a test may change. */
export type OrderFields = Omit<Order, 'id' | 'customerId' | 'cost' | 'lines'> & {
  /** In place of the lines that were there. `total` is worked out. */
  readonly lines: readonly OrderLineChange[];
  /** Only `shipping` can be given: `{shipping: {amount: 5, currencyCode: 'USD'}}`. The other sums follow. */
  readonly cost: PartOf<Pick<Order['cost'], 'shipping'>>;
};

export const ORDER_CHANGE: Shape<PartOf<OrderFields>> = part<OrderFields>(
  {
    name: name('#1001'),
    confirmationNumber: name('ABC123XYZ'),
    checkoutToken: name('2f1c8a7d5e6b4c3a9d0e1f2a3b4c5d6e'),
    email: nullable(EMAIL),
    phone: nullable(PHONE),
    processedAt: INSTANT,
    cancelledAt: nullable(INSTANT),
    lines: list(LINE),
    cost: part<Pick<Order['cost'], 'shipping'>>(
      {shipping: MONEY},
      {fixed: {subtotal: FOLLOWS, tax: FOLLOWS, total: FOLLOWS}},
    ),
    taxRate: TAX_RATE,
    discountCodes: list(name('WELCOME10')),
    discountAllocations: DISCOUNTS,
    giftCards: GIFT_CARDS,
    note: nullable(text('Please ring twice')),
    attributes: ATTRIBUTES,
    shippingAddress: nullable(ADDRESS),
    billingAddress: nullable(ADDRESS),
    payment: object<Payment>({brand: text('Visa'), lastDigits: text('4242')}),
    fulfillments: list(FULFILLMENT),
    returns: list(RETURN),
    tip: nullable(MONEY),
    duties: nullable(MONEY),
    edits: list(EDIT),
  },
  {fixed: {id: 'an order keeps its id', customerId: 'an order keeps its customer'}},
);
