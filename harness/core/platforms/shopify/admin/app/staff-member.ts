import type {StaffMember} from '../../../../world/staff.ts';

/** Resolves the fields of `StaffMember`; `null` for an offline token, which belongs to nobody. */
export function resolveStaffMember(staff: StaffMember | null): object | null {
  if (staff === null) return null;

  const {id, firstName, lastName, email, locale, isAccountOwner} = staff;
  return {
    __typename: 'StaffMember',
    id,
    firstName,
    lastName,
    name: `${firstName} ${lastName}`,
    email,
    initials: [firstName, lastName].map((name) => name.charAt(0)),
    active: true,
    exists: true,
    phone: null,
    isShopOwner: isAccountOwner,
    locale,
  };
}
