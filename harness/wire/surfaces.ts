/** The surfaces that host pages show: one table of targets each. */
import {ADMIN_TARGETS, adminPlaceOf} from './admin-targets.ts';
import {CHECKOUT_ALIASES, CHECKOUT_TARGETS, checkoutPlaceOf} from './checkout-targets.ts';
import {accountPlaceOf, CUSTOMER_ACCOUNT_TARGETS, ORDER_STATUS_POINTS} from './customer-account-targets.ts';

/** The surfaces that host pages show. */
export const SURFACE_NAMES = ['checkout', 'customer-account', 'admin'] as const;

/** The name of a surface. */
export type SurfaceName = (typeof SURFACE_NAMES)[number];

/** A surface whose extensions have `sessionToken.get()`. */
export type SessionTokenSurface = Exclude<SurfaceName, 'admin'>;

/** The place of a target on the pages of its surface. */
export interface TargetPlace {
  readonly surface: SurfaceName;
  readonly page: string;
  readonly place: string;
  readonly api: readonly string[];
}

/** Returns the place of a target, or undefined if no surface has it. */
export function placeOf(target: string): TargetPlace | undefined {
  for (const surface of SURFACE_NAMES) {
    const place = PLACE_OF[surface](target);
    if (place !== undefined) return {surface, ...place};
  }
  return undefined;
}

/** Returns the surface of a target. */
export function surfaceOf(target: string): SurfaceName | undefined {
  return placeOf(target)?.surface;
}

const PLACE_OF: Readonly<Record<SurfaceName, (target: string) => Omit<TargetPlace, 'surface'> | undefined>> =
  {
    checkout: checkoutPlaceOf,
    'customer-account': accountPlaceOf,
    admin: adminPlaceOf,
  };

/** Every target of every surface, older names included. */
export const TARGETS: readonly string[] = [
  ...Object.keys(CHECKOUT_TARGETS),
  ...Object.keys(CUSTOMER_ACCOUNT_TARGETS),
  ...Object.keys(CHECKOUT_ALIASES),
  ...Object.keys(ORDER_STATUS_POINTS),
  ...Object.keys(ADMIN_TARGETS),
];
