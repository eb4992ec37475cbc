import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {STAFF} from '../../core/world/staff.ts';
import type {StaffName} from '../../core/world/staff.ts';
import type {ConsoleState, ConsoleWelcome} from '../../wire/console.ts';

/** The members of staff who can be signed in to the admin. */
export function knownStaff(): ConsoleWelcome['people'] {
  return Object.entries(STAFF).map(([name, {firstName, lastName, isAccountOwner}]) => ({
    name,
    label: `${firstName} ${lastName}`,
    note: isAccountOwner ? 'owns the shop' : 'staff with few permissions',
  }));
}

/** The member of staff who is signed in. */
export function staffOf({
  appAccess,
}: Pick<SimulationCore, 'appAccess'>): NonNullable<ConsoleState['customer']> {
  const {firstName, lastName} = appAccess.staff;
  return {name: appAccess.staffName, label: `${firstName} ${lastName}`};
}

/**
 * Signs a member of staff in to the admin.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_STAFF`
 */
export function signInStaff(
  {appAccess, pages}: Pick<SimulationCore, 'appAccess' | 'pages'>,
  name: string,
): void {
  appAccess.signInStaff(name as StaffName);
  pages.update();
}
