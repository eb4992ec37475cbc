import type {Mount, PageState} from '../../../../wire/control.ts';
import {accountPlaceOf, ORDER_STATUS_POINTS} from '../../../../wire/customer-account-targets.ts';
import type {ApiTree, CallNode, GroupNode} from '../../../../wire/sandbox.ts';
import {call, group} from '../api-node.ts';
import {partsApi} from '../customer-account/account-api-parts.ts';
import {metafieldsApi} from '../customer-account/order-status-api.ts';
import {standardApi, type StandardApi} from '../customer-account/account-standard-api.ts';
import {announcementApi} from './announcement-api.ts';
import {orderStatusPointApi} from './order-status-point.ts';
import {accountUiApi, type AccountUiApi} from './account-ui-api.ts';

/**
 * Returns the API of a customer account target for the current state, until 2025-07 (`@shopify/ui-extensions`
 * 2025.7.4, `surfaces/customer-account/api`).
 */
export function reactAccountApi(mount: Mount, state: PageState): ApiTree {
  if (Object.hasOwn(ORDER_STATUS_POINTS, mount.target)) return orderStatusPointApi(mount, state);
  const {api = [], place} = accountPlaceOf(mount.target) ?? {};

  return {
    ...reactStandardApi(mount, state),
    ...partsApi(mount, state),
    ...(api.includes('order-status') ? metafieldsApi() : {}),
    ...(place === 'announcement' ? announcementApi() : {}),
  };
}

export function reactStandardApi(mount: Mount, state: PageState): ReactStandardApi {
  const {toast: _toast, ...standard} = standardApi(mount, state);
  return {...standard, ...accountUiApi(), navigation: group({navigate: call()})};
}

/** The standard members until 2025-07. The sandbox adds further members of `navigation` for full pages. */
export type ReactStandardApi = Omit<StandardApi, 'toast'> &
  AccountUiApi & {
    readonly navigation: GroupNode<{
      readonly navigate: CallNode<(url: string, options?: NavigateOptions) => void>;
    }>;
  };

interface NavigateOptions {
  readonly state?: Record<string, unknown>;
  readonly history: 'auto' | 'push' | 'replace';
}
