/** Shapes of what a test may change of a checkout. */
import type {ShippingAddress} from '../../wire/shipping-address.ts';
import type {
  CartInstructions,
  CartMetafield,
  Checkout,
  CheckoutLine,
  CheckoutMetafield,
  CheckoutSettings,
  LineComponent,
  LocalizedField,
  PaymentMethodAttribute,
  PaymentOption,
} from '../../wire/checkout.ts';
import type {CheckoutStep} from '../../wire/checkout-steps.ts';
import {DISCOUNTS, GIFT_CARDS, VARIANT} from './order-shapes.ts';
import {ATTRIBUTES, COUNT, COUNTRY, EMAIL, FLAG, PHONE, TAX_RATE, name, text} from './platform-values.ts';
import {gid} from './gid.ts';
import {MONEY} from './platform-values.ts';
import {either, object, part} from './object-shapes.ts';
import {list, nullable, oneOf, optional, single} from './shape.ts';
import type {PartOf, Shape} from './shape.ts';

/** A line by what is bought. */
export interface LineOf {
  /** A variant that the shop sells: `gid://shopify/ProductVariant/30011`. */
  readonly merchandiseId: string;
  /** A whole number from 1 up. Default 1. */
  readonly quantity?: number;
  /** Default `[]`. For example `[{key: 'Engraving', value: 'Ada'}]`. */
  readonly attributes?: CheckoutLine['attributes'];
}

/** A whole line as a test may give it: discounts and total follow, and so may be left out. */
export type CheckoutLineChange = Omit<CheckoutLine, 'total' | 'discountAllocations'> &
  Partial<Pick<CheckoutLine, 'total' | 'discountAllocations'>>;

const LINE_OF: Shape<CheckoutLineChange | LineOf> = object<LineOf>({
  merchandiseId: gid('ProductVariant', 30011),
  quantity: optional(COUNT),
  attributes: optional(ATTRIBUTES),
});

const COMPONENT: Shape<LineComponent> = object<LineComponent>({
  id: gid('CartLineComponent', 1),
  merchandise: VARIANT,
  quantity: COUNT,
  attributes: ATTRIBUTES,
});

type SellingPlan = NonNullable<CheckoutLine['sellingPlan']>;

/** A whole line, as `host.checkout.lines` has it. */
export const WHOLE_LINE: Shape<CheckoutLineChange | LineOf> = object<CheckoutLineChange>({
  id: gid('CartLine'),
  merchandise: VARIANT,
  quantity: COUNT,
  attributes: ATTRIBUTES,
  sellingPlan: nullable(object<SellingPlan>({id: gid('SellingPlan'), recurringDeliveries: FLAG})),
  parentId: nullable(gid('CartLine')),
  components: list(COMPONENT),
  discountAllocations: optional(DISCOUNTS),
  total: optional(MONEY),
});

const LINES: Shape<readonly (CheckoutLineChange | LineOf)[]> = list(
  either<CheckoutLineChange | LineOf>([LINE_OF, WHOLE_LINE], (given) =>
    'merchandise' in given ? WHOLE_LINE : LINE_OF,
  ),
);

const ENTERED_ADDRESS: Shape<ShippingAddress> = object<ShippingAddress>({
  name: optional(text('Ada Lovelace')),
  firstName: optional(text('Ada')),
  lastName: optional(text('Lovelace')),
  company: optional(text('Analytical Engines')),
  address1: optional(text('1 Road')),
  address2: optional(text('Floor 2')),
  city: optional(text('New York')),
  zip: optional(text('10001')),
  countryCode: optional(COUNTRY),
  provinceCode: optional(text('NY')),
  phone: optional(PHONE),
  oneTimeUse: optional(FLAG),
});

const PAYMENT_OPTION: Shape<PaymentOption> = object<PaymentOption>({
  type: oneOf<PaymentOption['type']>({
    creditCard: true,
    deferred: true,
    local: true,
    manualPayment: true,
    offsite: true,
    other: true,
    paymentOnDelivery: true,
    redeemable: true,
    wallet: true,
    customOnsite: true,
  }),
  handle: name('credit-card'),
  title: name('Credit card'),
});

const ATTRIBUTE_VALUE: Shape<PaymentMethodAttribute['value']> = single<PaymentMethodAttribute['value']>({
  expected: 'a string, a number or a boolean, for example "PO-1"',
  example: 'PO-1',
  accepts: (given) => ['string', 'boolean'].includes(typeof given) || Number.isFinite(given),
});

const METAFIELD_VALUE: Shape<CheckoutMetafield['value']> = single<CheckoutMetafield['value']>({
  expected: 'a string or a number, for example "gold"',
  example: 'gold',
  accepts: (given) => typeof given === 'string' || Number.isFinite(given),
});

/** Cart instructions to change, by group. */
type InstructionChange = {readonly [Group in keyof CartInstructions]: PartOf<CartInstructions[Group]>};

const INSTRUCTIONS: Shape<PartOf<InstructionChange>> = part<InstructionChange>({
  attributes: part<CartInstructions['attributes']>({canUpdateAttributes: FLAG}),
  delivery: part<CartInstructions['delivery']>({canSelectCustomAddress: FLAG}),
  discounts: part<CartInstructions['discounts']>({canUpdateDiscountCodes: FLAG}),
  lines: part<CartInstructions['lines']>({
    canAddCartLine: FLAG,
    canRemoveCartLine: FLAG,
    canUpdateCartLine: FLAG,
  }),
  metafields: part<CartInstructions['metafields']>({
    canSetCartMetafields: FLAG,
    canDeleteCartMetafield: FLAG,
  }),
  notes: part<CartInstructions['notes']>({canUpdateNote: FLAG}),
});

/** Fields that follow from others, so a test cannot set them. */
type Derived =
  | 'token'
  | 'cartId'
  | 'layout'
  | 'reached'
  | 'cost'
  | 'discountAllocations'
  | 'deliveryGroups'
  | 'confirmation';

/** The fields of a checkout that a test may change. */
export type CheckoutFields = Omit<Checkout, Derived | 'lines' | 'instructions'> & {
  /**
   * In place of those that were there: whole lines, or what is bought and how many: `[{merchandiseId:
   * 'gid://…', quantity: 2}]`.
   */
  readonly lines: readonly (CheckoutLineChange | LineOf)[];
  /**
   * The changes that extensions may make; fields that are missing stay as they are: `{lines: {canAddCartLine:
   * false}}`.
   */
  readonly instructions: PartOf<InstructionChange>;
};

/** The reason why a test cannot set a field of the checkout. */
const DERIVED: Readonly<Record<Derived, string>> = {
  token: 'a checkout keeps its token',
  cartId: 'a cart keeps its id',
  layout: 'the option checkout.layout of the test decides it',
  reached: 'it follows from step',
  cost: 'it follows from lines, codes, delivery and taxRate',
  discountAllocations: 'they follow from discountCodes',
  deliveryGroups: 'they follow from lines and shippingAddress',
  confirmation: "it follows from step: 'thank-you'",
};

export const CHECKOUT_CHANGE: Shape<PartOf<CheckoutFields>> = part<CheckoutFields>(
  {
    step: oneOf<CheckoutStep>({
      information: true,
      shipping: true,
      payment: true,
      'thank-you': true,
      checkout: true,
    }),
    lines: LINES,
    taxRate: TAX_RATE,
    discountCodes: list(name('WELCOME10')),
    giftCards: GIFT_CARDS,
    note: nullable(text('Please ring twice')),
    attributes: ATTRIBUTES,
    metafields: list(
      object<CartMetafield>({
        namespace: name('$app'),
        key: name('gift'),
        value: text('yes'),
        type: name('single_line_text_field'),
      }),
    ),
    checkoutMetafields: list(
      object<CheckoutMetafield>({
        namespace: name('custom'),
        key: name('gift'),
        value: METAFIELD_VALUE,
        valueType: oneOf<CheckoutMetafield['valueType']>({string: true, integer: true, json_string: true}),
      }),
    ),
    contact: object<Checkout['contact']>({email: nullable(EMAIL), phone: nullable(PHONE)}),
    shippingAddress: nullable(ENTERED_ADDRESS),
    billingAddress: nullable(ENTERED_ADDRESS),
    paymentOptions: list(PAYMENT_OPTION),
    selectedPaymentOption: name('credit-card'),
    paymentMethodAttributes: list(
      object<PaymentMethodAttribute>({key: name('po-number'), value: ATTRIBUTE_VALUE}),
    ),
    bankIdNumber: nullable(text('424242')),
    localizedFields: list(
      object<LocalizedField>({key: name('TAX_CREDENTIAL_BR'), title: name('CPF/CNPJ'), value: text('')}),
    ),
    instructions: INSTRUCTIONS,
    settings: object<CheckoutSettings>({
      orderSubmission: oneOf<CheckoutSettings['orderSubmission']>({ORDER: true, DRAFT_ORDER: true}),
      shippingAddress: object<CheckoutSettings['shippingAddress']>({isEditable: FLAG}),
    }),
    accelerated: FLAG,
    locationFormVisible: FLAG,
  },
  {fixed: DERIVED},
);
