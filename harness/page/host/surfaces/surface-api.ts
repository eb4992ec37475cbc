import type {Mount, PageState} from '../../../wire/control.ts';
import type {ApiTree} from '../../../wire/sandbox.ts';
import {surfaceOf, type SurfaceName} from '../../../wire/surfaces.ts';
import {adminApi} from './admin-target-api.ts';
import {checkoutApi} from './checkout-target-api.ts';
import {accountApi} from './account-target-api.ts';

const APIS: Readonly<Record<SurfaceName, (mount: Mount, state: PageState) => ApiTree>> = {
  checkout: checkoutApi,
  'customer-account': accountApi,
  admin: adminApi,
};

/** Returns the API of a target for the current state. It is empty for a target without a surface. */
export function apiOf(mount: Mount, state: PageState): ApiTree {
  const surface = surfaceOf(mount.target);
  return surface === undefined ? {} : APIS[surface](mount, state);
}
