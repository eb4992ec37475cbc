import type {App} from '../../../world/app.ts';
import type {Shop} from '../../../world/shop.ts';
import type {StaffMember} from '../../../world/staff.ts';
import type {AppInstallation} from './app-installation.ts';
import type {AppTokens} from './app-tokens.ts';
import type {AuthorizationCodes} from './authorization-codes.ts';
import type {ArmedTokenFault, FaultyGrant} from './token-fault.ts';

/** The parts of a simulation that the authorization of the app needs. */
export interface AppAuthorizationDeps {
  readonly app: App;
  readonly shop: Shop;
  readonly installation: AppInstallation;
  /** The access tokens of the app for the Admin API. */
  readonly tokens: AppTokens;
  /** The codes of the authorization code grant. */
  readonly codes: AuthorizationCodes;
  /** Resolves with the fault that an armed case gives a request for tokens, or `null`. */
  tokenFault(grant: FaultyGrant): Promise<ArmedTokenFault | null>;
  /** Whether an ID token was issued by this simulation. */
  hasIssued(idToken: string): boolean;
  /** Returns the staff member who uses the admin. */
  staff(): StaffMember;
  /** Returns the time of the platform, in milliseconds since 1970. */
  now(): number;
}
