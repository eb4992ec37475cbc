// Made by .ci/generate-published-schemas.mjs.
import {FACTS as FROM_A} from './customer-account/from-a.ts';
import {FACTS as FROM_CHECKOUT_L} from './customer-account/from-checkout-l.ts';
import {FACTS as FROM_CUSTOMER} from './customer-account/from-customer.ts';
import {FACTS as FROM_DR} from './customer-account/from-dr.ts';
import {FACTS as FROM_G} from './customer-account/from-g.ts';
import {FACTS as FROM_METAFIELDS_D} from './customer-account/from-metafields-d.ts';
import {FACTS as FROM_ORDER_D} from './customer-account/from-order-d.ts';
import {FACTS as FROM_PE} from './customer-account/from-pe.ts';
import {FACTS as FROM_RETURN_L} from './customer-account/from-return-l.ts';
import {FACTS as FROM_STORE_CREDIT} from './customer-account/from-store-credit.ts';
import {FACTS as FROM_SUBSCRIPTION_D} from './customer-account/from-subscription-d.ts';
import {FACTS as FROM_U} from './customer-account/from-u.ts';

/** The published schemas of the Customer Account API, all versions. */
export const FACTS: readonly string[] = [
  FROM_A,
  FROM_CHECKOUT_L,
  FROM_CUSTOMER,
  FROM_DR,
  FROM_G,
  FROM_METAFIELDS_D,
  FROM_ORDER_D,
  FROM_PE,
  FROM_RETURN_L,
  FROM_STORE_CREDIT,
  FROM_SUBSCRIPTION_D,
  FROM_U,
];
