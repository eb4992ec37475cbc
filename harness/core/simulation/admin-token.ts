import {refuseUnknownKeys} from '../../known-values.ts';
import type {AppTokens} from '../platforms/shopify/app-authorization/app-tokens.ts';
import {staffNamed} from '../world/staff.ts';
import type {StaffName} from '../world/staff.ts';

/**
 * The options of an access token of the Admin API; each has a default.
 *
 * @example
 * ```ts
 * import {createSimulation} from 'simhost';
 *
 * await createSimulation().issueAdminAccessToken({staff: 'joan'});
 * ```
 */
export interface AdminTokenOptions {
  /** The staff member of an online token, which lives for a day. Default: none, the token is offline. */
  staff?: StaffName;
  /** Whether an offline token ends after an hour. A permanent one ends with the app. Default: `true`. */
  expiring?: boolean;
}

/** Issues an access token, as a token exchange does. */
export async function issueAdminToken(
  tokens: AppTokens,
  {staff, expiring = true, ...others}: AdminTokenOptions = {},
): Promise<string> {
  refuseUnknownKeys('issueAdminAccessToken', others, ['staff', 'expiring']);
  if (staff !== undefined) return (await tokens.issueOnline(staffNamed(staff))).value;
  return (await (expiring ? tokens.issueExpiring() : tokens.issuePermanent())).value;
}
