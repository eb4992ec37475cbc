import {numberOf} from '../../../../world/gid.ts';
import {hashOf} from '../../../../world/drawn-number.ts';
import type {AdminDeps} from '../admin-state.ts';
import type {AnyCharge} from './app-billing.ts';

/** The words of the path for each kind of charge. */
const PATHS = {
  subscription: ['RecurringApplicationCharge', 'confirm_recurring_application_charge'],
  'one-time': ['ApplicationCharge', 'confirm_application_charge'],
} as const;

/** Returns the URL at which the merchant accepts or declines a charge. */
export function confirmationUrl(
  charge: AnyCharge,
  {shop, queries}: Pick<AdminDeps, 'shop' | 'queries'>,
): string {
  const [type, action] = PATHS[charge.kind];
  const path = `/admin/charges/${APP_NUMBER}/${numberOf(charge.id)}/${type}/${action}`;
  return `https://${shop.domain}${path}?signature=${signatureOf(charge, queries.seed)}`;
}

/** Returns the signature that lets a URL confirm this charge. It is not a secret. */
export function signatureOf({id}: AnyCharge, seed: number): string {
  return [1, 2, 3, 4].map((part) => hashOf(`${seed} ${id} ${part}`).toString(16).padStart(8, '0')).join('');
}

/** The number of the app among all apps of the platform. */
const APP_NUMBER = '1057001';
