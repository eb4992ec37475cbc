import {stepsIn, type CheckoutLayout, type CheckoutStep} from './checkout-steps.ts';

/**
 * The targets of the checkout surface: the page and the place of each, and the parts of the API that not every
 * target has. The same 38 in every version since 2025-10 (`surfaces/checkout/extension-targets.d.ts` of
 * `@shopify/ui-extensions`).
 */
export const CHECKOUT_TARGETS = {
  'purchase.address-autocomplete.format-suggestion': {
    page: 'run',
    place: '',
    api: ['autocomplete', 'format-suggestion'],
  },
  'purchase.address-autocomplete.suggest': {page: 'run', place: '', api: ['autocomplete', 'suggest']},
  'purchase.cart-line-item.line-components.render': {
    page: 'any',
    place: 'components',
    api: ['standard', 'cart-line'],
  },
  'purchase.checkout.actions.render-before': {page: 'any', place: 'actions', api: ['standard', 'changes']},
  'purchase.checkout.block.render': {page: 'any', place: 'block', api: ['standard', 'changes']},
  'purchase.checkout.cart-line-item.render-after': {
    page: 'any',
    place: 'line',
    api: ['standard', 'changes', 'cart-line'],
  },
  'purchase.checkout.cart-line-list.render-after': {
    page: 'any',
    place: 'lines',
    api: ['standard', 'changes'],
  },
  'purchase.checkout.chat.render': {page: 'any', place: 'chat', api: ['standard', 'changes']},
  'purchase.checkout.contact.render-after': {
    page: 'information',
    place: 'contact',
    api: ['standard', 'changes'],
  },
  'purchase.checkout.delivery-address.render-after': {
    page: 'information',
    place: 'address-after',
    api: ['standard', 'changes'],
  },
  'purchase.checkout.delivery-address.render-before': {
    page: 'information',
    place: 'address-before',
    api: ['standard', 'changes'],
  },
  'purchase.checkout.footer.render-after': {page: 'any', place: 'footer', api: ['standard', 'changes']},
  'purchase.checkout.gift-card.render': {
    page: 'payment',
    place: 'gift-card',
    api: ['standard', 'changes', 'redeemable'],
  },
  'purchase.checkout.header.render-after': {page: 'any', place: 'header', api: ['standard', 'changes']},
  'purchase.checkout.payment-method-list.render-after': {
    page: 'payment',
    place: 'methods-after',
    api: ['standard', 'changes'],
  },
  'purchase.checkout.payment-method-list.render-before': {
    page: 'payment',
    place: 'methods-before',
    api: ['standard', 'changes'],
  },
  'purchase.checkout.payment-option-item.action-required.render': {
    page: 'payment',
    place: 'action-required',
    api: ['standard', 'changes'],
  },
  'purchase.checkout.payment-option-item.details.render': {
    page: 'payment',
    place: 'method-details',
    api: ['standard', 'changes', 'payment-option'],
  },
  'purchase.checkout.payment-option-item.hosted-fields.render-after': {
    page: 'payment',
    place: 'hosted-fields',
    api: ['standard', 'changes', 'payment-option'],
  },
  'purchase.checkout.pickup-location-list.render-after': {
    page: 'shipping',
    place: 'pickup-after',
    api: ['standard', 'changes', 'location-form'],
  },
  'purchase.checkout.pickup-location-list.render-before': {
    page: 'shipping',
    place: 'pickup-before',
    api: ['standard', 'changes', 'location-form'],
  },
  'purchase.checkout.pickup-location-option-item.render-after': {
    page: 'shipping',
    place: 'pickup-item',
    api: ['standard', 'changes', 'pickup-location'],
  },
  'purchase.checkout.pickup-point-list.render-after': {
    page: 'shipping',
    place: 'points-after',
    api: ['standard', 'changes', 'location-form'],
  },
  'purchase.checkout.pickup-point-list.render-before': {
    page: 'shipping',
    place: 'points-before',
    api: ['standard', 'changes', 'location-form'],
  },
  'purchase.checkout.reductions.render-after': {
    page: 'any',
    place: 'reductions-after',
    api: ['standard', 'changes'],
  },
  'purchase.checkout.reductions.render-before': {
    page: 'any',
    place: 'reductions-before',
    api: ['standard', 'changes'],
  },
  'purchase.checkout.shipping-option-item.details.render': {
    page: 'shipping',
    place: 'shipping-details',
    api: ['standard', 'changes', 'shipping-option'],
  },
  'purchase.checkout.shipping-option-item.render-after': {
    page: 'shipping',
    place: 'shipping-item',
    api: ['standard', 'changes', 'shipping-option'],
  },
  'purchase.checkout.shipping-option-list.render-after': {
    page: 'shipping',
    place: 'shipping-after',
    api: ['standard', 'changes', 'shipping-options'],
  },
  'purchase.checkout.shipping-option-list.render-before': {
    page: 'shipping',
    place: 'shipping-before',
    api: ['standard', 'changes', 'shipping-options'],
  },
  'purchase.thank-you.announcement.render': {
    page: 'thank-you',
    place: 'announcement',
    api: ['standard', 'confirmation'],
  },
  'purchase.thank-you.block.render': {page: 'thank-you', place: 'block', api: ['standard', 'confirmation']},
  'purchase.thank-you.cart-line-item.render-after': {
    page: 'thank-you',
    place: 'line',
    api: ['standard', 'confirmation', 'cart-line'],
  },
  'purchase.thank-you.cart-line-list.render-after': {
    page: 'thank-you',
    place: 'lines',
    api: ['standard', 'confirmation'],
  },
  'purchase.thank-you.chat.render': {page: 'thank-you', place: 'chat', api: ['standard', 'confirmation']},
  'purchase.thank-you.customer-information.render-after': {
    page: 'thank-you',
    place: 'customer',
    api: ['standard', 'confirmation'],
  },
  'purchase.thank-you.footer.render-after': {
    page: 'thank-you',
    place: 'footer',
    api: ['standard', 'confirmation'],
  },
  'purchase.thank-you.header.render-after': {
    page: 'thank-you',
    place: 'header',
    api: ['standard', 'confirmation'],
  },
} as const;

/** The older names of targets, which the published types still have. */
export const CHECKOUT_ALIASES = {
  'Checkout::Actions::RenderBefore': 'purchase.checkout.actions.render-before',
  'Checkout::CartLineDetails::RenderAfter': 'purchase.checkout.cart-line-item.render-after',
  'Checkout::CartLineDetails::RenderLineComponents': 'purchase.cart-line-item.line-components.render',
  'Checkout::CartLines::RenderAfter': 'purchase.checkout.cart-line-list.render-after',
  'Checkout::Contact::RenderAfter': 'purchase.checkout.contact.render-after',
  'Checkout::CustomerInformation::RenderAfter': 'purchase.checkout.contact.render-after',
  'Checkout::DeliveryAddress::RenderBefore': 'purchase.checkout.delivery-address.render-before',
  'Checkout::Dynamic::Render': 'purchase.checkout.block.render',
  'Checkout::GiftCard::Render': 'purchase.checkout.gift-card.render',
  'Checkout::PaymentMethod::HostedFields::RenderAfter':
    'purchase.checkout.payment-option-item.hosted-fields.render-after',
  'Checkout::PaymentMethod::Render': 'purchase.checkout.payment-option-item.details.render',
  'Checkout::PaymentMethod::RenderRequiredAction':
    'purchase.checkout.payment-option-item.action-required.render',
  'Checkout::PickupLocations::RenderAfter': 'purchase.checkout.pickup-location-list.render-after',
  'Checkout::PickupLocations::RenderBefore': 'purchase.checkout.pickup-location-list.render-before',
  'Checkout::PickupPoints::RenderAfter': 'purchase.checkout.pickup-point-list.render-after',
  'Checkout::PickupPoints::RenderBefore': 'purchase.checkout.pickup-point-list.render-before',
  'Checkout::Reductions::RenderAfter': 'purchase.checkout.reductions.render-after',
  'Checkout::Reductions::RenderBefore': 'purchase.checkout.reductions.render-before',
  'Checkout::ShippingMethodDetails::RenderAfter': 'purchase.checkout.shipping-option-item.render-after',
  'Checkout::ShippingMethodDetails::RenderExpanded': 'purchase.checkout.shipping-option-item.details.render',
  'Checkout::ShippingMethods::RenderAfter': 'purchase.checkout.shipping-option-list.render-after',
  'Checkout::ShippingMethods::RenderBefore': 'purchase.checkout.shipping-option-list.render-before',
  'Checkout::ThankYou::CartLineDetails::RenderAfter': 'purchase.thank-you.cart-line-item.render-after',
  'Checkout::ThankYou::CartLines::RenderAfter': 'purchase.thank-you.cart-line-list.render-after',
  'Checkout::ThankYou::CustomerInformation::RenderAfter':
    'purchase.thank-you.customer-information.render-after',
  'Checkout::ThankYou::Dynamic::Render': 'purchase.thank-you.block.render',
} as const;

export type CheckoutTarget = keyof typeof CHECKOUT_TARGETS;
export type CheckoutAlias = keyof typeof CHECKOUT_ALIASES;

export interface CheckoutPlace {
  readonly page: CheckoutPageName;
  /** The place on the page. */
  readonly place: string;
  readonly api: readonly CheckoutApiPart[];
}

/**
 * The steps of a checkout. `any` means all of them; `run` means none: its target returns a value and does not
 * render.
 */
export type CheckoutPageName = 'any' | 'information' | 'shipping' | 'payment' | 'thank-you' | 'run';

export type CheckoutApiPart =
  | 'standard'
  | 'changes'
  | 'cart-line'
  | 'redeemable'
  | 'payment-option'
  | 'location-form'
  | 'pickup-location'
  | 'shipping-option'
  | 'shipping-options'
  | 'confirmation'
  | 'autocomplete'
  | 'suggest'
  | 'format-suggestion';

/**
 * Returns the place of a target, by its current name or an older one; undefined if the surface does not have
 * it.
 */
export function checkoutPlaceOf(target: string): CheckoutPlace | undefined {
  const name = Object.hasOwn(ALIASES, target) ? ALIASES[target] : target;
  return name !== undefined && Object.hasOwn(PLACES, name) ? PLACES[name] : undefined;
}

const PLACES: Readonly<Record<string, CheckoutPlace>> = CHECKOUT_TARGETS;
const ALIASES: Readonly<Record<string, CheckoutTarget>> = CHECKOUT_ALIASES;

/** Whether the buyer sees the targets of a page at a step. */
export function isShownAt(page: CheckoutPageName, step: CheckoutStep): boolean {
  if (page === 'any') return step !== 'thank-you';
  if (step === 'checkout') return page !== 'thank-you' && page !== 'run';
  return page === step;
}

/** The beginning of the paths of checkout pages, below `https://<shop>`. */
export const CHECKOUT_PATH = '/checkouts/';

/** Returns the path of a page below `https://<shop>`: the step's own, or that of the whole checkout. */
export function checkoutPagePath(
  page: string,
  {checkout, layout}: {checkout: string; layout: CheckoutLayout},
): string {
  const step = (stepsIn(layout) as readonly string[]).includes(page) ? `/${page}` : '';
  return `${CHECKOUT_PATH}cn/${checkout}${step}`;
}
