import type {Mount, PageState} from '../../../../wire/control.ts';
import {accountPlaceOf, type ApiPart} from '../../../../wire/customer-account-targets.ts';
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

const PARTS: Readonly<Record<ApiPart, (mount: Mount, state: PageState) => ApiTree>> = {
  'order-status': orderStatusApi,
  'cart-line': (_mount, state) => cartLineApi(state),
  return: (_mount, state) => returnApi(state),
  fulfillment: (_mount, state) => fulfillmentApi(state),
  order: (_mount, state) => orderApi(state),
  action: actionApi,
  'company-location': (_mount, state) => companyLocationApi(state),
  // Its members are on the global `navigation`.
  'full-page': () => ({}),
};

/** Combines the parts of the API that a target has in addition to the standard ones. */
export function partsApi(mount: Mount, state: PageState): ApiTree {
  const parts = accountPlaceOf(mount.target)?.api ?? [];
  return Object.assign({}, ...parts.map((part) => PARTS[part](mount, state))) as ApiTree;
}
