/** The API of customer account targets (`@shopify/ui-extensions` 2025.10 to 2026.7, `surfaces/customer-account/api`). */
import type {Mount, PageState} from '../../wire/control.ts';
import {accountPlaceOf} from '../../wire/customer-account-targets.ts';
import type {ApiPart} from '../../wire/customer-account-targets.ts';
import type {ApiTree} from '../../wire/sandbox.ts';
import {actionApi, cartLineApi, companyLocationApi, fulfillmentApi, orderApi, returnApi} from './customer-account/context.ts';
import {metafieldsApi, orderStatusApi} from './customer-account/order-status.ts';
import {intentsApi, standardApi} from './customer-account/standard.ts';

/** The tree of the API as the state has it now. */
export function accountApi(mount: Mount, state: PageState): ApiTree {
  const parts = accountPlaceOf(mount.target)?.api ?? [];
  const since = (version: string, tree: () => ApiTree): ApiTree => (mount.apiVersion >= version ? tree() : {});
  const until = (version: string, tree: () => ApiTree): ApiTree => (mount.apiVersion <= version ? tree() : {});
  return {
    ...standardApi(mount, state),
    ...since('2026-01', intentsApi),
    ...Object.assign({}, ...parts.map((part) => PARTS[part](mount, state))),
    ...(parts.includes('order-status') ? until('2026-01', metafieldsApi) : {}),
  };
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
