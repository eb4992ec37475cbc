import type {Shop} from '../../../world/shop.ts';
import {ADMIN_HOST} from '../../../../wire/admin.ts';
import {storeHandle} from './host-parameter.ts';

/** Returns the address of a shop's admin. */
export function adminHome(shop: Pick<Shop, 'domain'>): string {
  return `https://${ADMIN_HOST}/store/${storeHandle(shop)}`;
}

/** Returns the address of an app in the admin. */
export function adminPageOf(shop: Pick<Shop, 'domain'>, clientId: string): string {
  return `${adminHome(shop)}/apps/${encodeURIComponent(clientId)}`;
}
