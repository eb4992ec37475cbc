// Made by .ci/generate-published-schemas.mjs.
import {FACTS as FROM_A} from './storefront/from-a.ts';
import {FACTS as FROM_CART_CO} from './storefront/from-cart-co.ts';
import {FACTS as FROM_CART_LINE_E} from './storefront/from-cart-line-e.ts';
import {FACTS as FROM_CHECKOUT_E} from './storefront/from-checkout-e.ts';
import {FACTS as FROM_CUSTOMER_AC} from './storefront/from-customer-ac.ts';
import {FACTS as FROM_L} from './storefront/from-l.ts';
import {FACTS as FROM_METAOBJECT_E} from './storefront/from-metaobject-e.ts';
import {FACTS as FROM_PAY} from './storefront/from-pay.ts';
import {FACTS as FROM_SEARCH_U} from './storefront/from-search-u.ts';
import {FACTS as FROM_SHOP_PAY_P} from './storefront/from-shop-pay-p.ts';
import {FACTS as FROM_SHOP_PAY_PAYMENT_REQUEST_T} from './storefront/from-shop-pay-payment-request-t.ts';

/** The published schemas of the Storefront API, all versions. */
export const FACTS: readonly string[] = [
  FROM_A,
  FROM_CART_CO,
  FROM_CART_LINE_E,
  FROM_CHECKOUT_E,
  FROM_CUSTOMER_AC,
  FROM_L,
  FROM_METAOBJECT_E,
  FROM_PAY,
  FROM_SEARCH_U,
  FROM_SHOP_PAY_P,
  FROM_SHOP_PAY_PAYMENT_REQUEST_T,
];
