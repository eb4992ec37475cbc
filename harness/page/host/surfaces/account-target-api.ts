import type {Mount, PageState} from '../../../wire/control.ts';
import {accountPlaceOf} from '../../../wire/customer-account-targets.ts';
import type {ApiTree} from '../../../wire/sandbox.ts';
import {metafieldsApi} from './customer-account/order-status-api.ts';
import {partsApi} from './customer-account/account-api-parts.ts';
import {intentsApi, standardApi} from './customer-account/account-standard-api.ts';
import {reactAccountApi} from './react/react-account-api.ts';

/**
 * Returns the API of a customer account target for the current state (`surfaces/customer-account/api` of
 * `@shopify/ui-extensions` since 2025-10).
 */
export function accountApi(mount: Mount, state: PageState): ApiTree {
  if (mount.wire === 'remote-ui') return reactAccountApi(mount, state);
  const parts = accountPlaceOf(mount.target)?.api ?? [];
  const since = (version: string, tree: () => ApiTree): ApiTree =>
    mount.apiVersion >= version ? tree() : {};
  const until = (version: string, tree: () => ApiTree): ApiTree =>
    mount.apiVersion <= version ? tree() : {};

  return {
    ...standardApi(mount, state),
    ...since('2026-01', intentsApi),
    ...partsApi(mount, state),
    ...(parts.includes('order-status') ? until('2026-01', metafieldsApi) : {}),
  };
}
