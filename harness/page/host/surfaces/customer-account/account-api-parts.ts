import type {Mount, PageState} from '../../../../wire/control.ts';
import {accountPlaceOf} from '../../../../wire/customer-account-targets.ts';
import type {ApiPart} from '../../../../wire/customer-account-targets.ts';
import type {ApiTree} from '../../../../wire/sandbox.ts';
import {
  actionApi,
  cartLineApi,
  companyLocationApi,
  fulfillmentApi,
  orderApi,
  returnApi,
} from './account-context.ts';
import {orderStatusApi} from './order-status-api.ts';

/** What a target has beside what all have. */
export function partsApi(mount: Mount, state: PageState): ApiTree {
  const parts = accountPlaceOf(mount.target)?.api ?? [];
  return Object.assign({}, ...parts.map((part) => PARTS[part](mount, state))) as ApiTree;
}

const PARTS: Readonly<Record<ApiPart, (mount: Mount, state: PageState) => ApiTree>> = {
  'order-status': orderStatusApi,
  'cart-line': (_mount, state) => cartLineApi(state),
  return: (_mount, state) => returnApi(state),
  fulfillment: (_mount, state) => fulfillmentApi(state),
  order: (_mount, state) => orderApi(state),
  action: actionApi,
  'company-location': (_mount, state) => companyLocationApi(state),
  // Its members stand on the global `navigation`.
  'full-page': () => ({}),
};
