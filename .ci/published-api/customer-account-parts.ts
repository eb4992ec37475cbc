// What customer account targets get, whatever the version.
import type {
  ActionApi,
  CartLineApi,
  CompanyLocationApi,
  FulfillmentApi,
  OrderApi,
  ReturnApi,
} from '../../harness/page/host/surfaces/customer-account/account-context.ts';
import type {OrderStatusApi} from '../../harness/page/host/surfaces/customer-account/order-status-api.ts';
import type {
  CUSTOMER_ACCOUNT_TARGETS,
  ApiPart,
  CustomerAccountTarget,
} from '../../harness/wire/customer-account-targets.ts';
import type {View} from './view.ts';

/** What each part of the table of targets gives. */
export interface Parts extends Record<ApiPart, object> {
  'order-status': Omit<View<OrderStatusApi>, 'appMetafields'>;
  'cart-line': View<CartLineApi>;
  return: View<ReturnApi>;
  fulfillment: View<FulfillmentApi>;
  order: View<OrderApi>;
  action: View<ActionApi>;
  'company-location': View<CompanyLocationApi>;
  'full-page': object;
}

export type PartsOf<Target extends CustomerAccountTarget> =
  (typeof CUSTOMER_ACCOUNT_TARGETS)[Target]['api'][number];
