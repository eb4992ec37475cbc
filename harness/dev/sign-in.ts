import {customerByName} from '../core/world/people.ts';
import type {ShownPage} from './shown-page.ts';

/**
 * Signs in a person by name.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_CUSTOMER`, `ERR_UNKNOWN_STAFF`
 */
export async function signInByName(page: ShownPage, name: string): Promise<void> {
  if (page.signInByName !== undefined) await page.signInByName(name);
  else await page.signIn(customerByName(name));
}
