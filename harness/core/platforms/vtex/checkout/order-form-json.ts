import type {VtexAccount} from '../../../world/vtex.ts';
import {itemsTotal, totalsOf} from '../vtex-orders.ts';
import type {VtexAmounts, VtexItem} from '../vtex-orders.ts';
import type {ClientProfile, OrderForm} from './order-forms.ts';
import {masked} from './personal-data.ts';

/** The shopper who is signed in. */
export interface Shopper extends ClientProfile {
  readonly userId: string;
}

/** The price of delivery, in whole cents. */
const SHIPPING = 500;

/** Lists the amounts of a cart; an order that is placed takes them over. */
export function amountsOf(items: readonly VtexItem[]): VtexAmounts & {readonly value: number} {
  return {items, shipping: SHIPPING, discounts: 0, tax: 0, value: itemsTotal(items) + SHIPPING};
}

/** The parts of an answer that depend on the visitor. */
export interface OrderFormView {
  readonly shopper: Shopper | null;
  /** Whether the personal data is the visitor's own. */
  readonly isOwn: boolean;
  /** Whether the visitor reads the personal data. */
  readonly isShown: boolean;
}

/** Writes an order form as checkout answers it. */
export function orderFormJson(
  {id, items, profile, attachments}: OrderForm,
  {shopper, isOwn, isShown}: OrderFormView,
  account: VtexAccount,
): object {
  const isEmpty = items.length === 0;
  const amounts = amountsOf(items);
  const {shippingData = null, ...others} = attachments;

  return {
    orderFormId: id,
    salesChannel: '1',
    loggedIn: shopper !== null,
    isCheckedIn: false,
    canEditData: isOwn || profile === null,
    userProfileId: shopper?.userId ?? null,
    ignoreProfileData: false,
    value: isEmpty ? 0 : amounts.value,
    messages: [],
    items: items.map(itemJson),
    totalizers: isEmpty ? [] : totalsOf(amounts),
    paymentData: null,
    ...others,
    shippingData: isShown ? shippingData : masked(shippingData),
    clientProfileData: isShown ? profile : masked(profile),
    sellers: [{id: '1', name: account.tradeName}],
    storePreferencesData: {
      countryCode: account.country,
      currencyCode: account.currency,
      saveUserData: true,
    },
  };
}

function itemJson(item: VtexItem): object {
  return {
    ...item,
    uniqueId: item.id,
    seller: '1',
    sellingPrice: item.price,
    listPrice: item.price,
    availability: 'available',
  };
}
