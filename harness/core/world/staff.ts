import {SimhostError} from '../../errors.ts';
import {didYouMean} from '../../known-values.ts';
import {shown} from '../../shown-value.ts';

/** A person who works for the shop, as the admin and the point of sale know them. */
export interface StaffMember {
  /** `gid://shopify/StaffMember/…` */
  readonly id: string;
  /** The first name. */
  readonly firstName: string;
  /** The last name. */
  readonly lastName: string;
  /** The email address. */
  readonly email: string;
  /** The id of their session in the admin, 64 hexadecimal digits: `sid` of ID tokens. */
  readonly sessionId: string;
  /** The language of the admin, a BCP 47 tag. */
  readonly locale: string;
  /** Whether they own the shop's account. */
  readonly isAccountOwner: boolean;
  /** The access scopes that their permissions cover, or `null` for all. */
  readonly permissions: readonly string[] | null;
}

/** The name of a documented staff member. */
export type StaffName = 'grace' | 'joan';

/** The documented staff: `grace` owns the shop, and `joan` may only work with products. */
export const STAFF: Readonly<Record<StaffName, StaffMember>> = {
  grace: {
    id: 'gid://shopify/StaffMember/5001',
    firstName: 'Grace',
    lastName: 'Hopper',
    email: 'grace@acme.example',
    sessionId: 'c0b01c0b01c0b01c0b01c0b01c0b01c0b01c0b01c0b01c0b01c0b01c0b01c0b0',
    locale: 'en',
    isAccountOwner: true,
    permissions: null,
  },
  joan: {
    id: 'gid://shopify/StaffMember/5002',
    firstName: 'Joan',
    lastName: 'Clarke',
    email: 'joan@acme.example',
    sessionId: 'e19a8e19a8e19a8e19a8e19a8e19a8e19a8e19a8e19a8e19a8e19a8e19a8e19a',
    locale: 'en',
    isAccountOwner: false,
    permissions: ['read_products', 'write_products'],
  },
};

/** Returns the staff member with a number. One that the shop does not know has the permissions of `joan`. */
export function staffNumbered(number: string): StaffMember {
  const id = `gid://shopify/StaffMember/${number}`;
  const known = Object.values(STAFF).find((member) => member.id === id);
  return known ?? {...STAFF.joan, id, firstName: 'Test', lastName: 'Staff', email: 'staff@acme.example'};
}

/**
 * Returns a documented staff member.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_STAFF`
 */
export function staffNamed(name: StaffName): StaffMember {
  if (Object.hasOwn(STAFF, name)) return STAFF[name];

  throw new SimhostError('ERR_UNKNOWN_STAFF', `Unknown staff member ${shown(name)}.`, {
    next: didYouMean(name, Object.keys(STAFF)),
  });
}
