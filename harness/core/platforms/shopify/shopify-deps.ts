import type {SessionTokenSurface} from '../../../wire/surfaces.ts';
import type {ArmedFault} from './api-fault.ts';
import type {App} from '../../world/app.ts';
import type {StaffMember} from '../../world/staff.ts';
import type {AdminDeps} from './admin/admin-state.ts';
import type {AppAuthorizationDeps} from './app-authorization/app-authorization-deps.ts';
import type {CustomerAccessTokens} from './customer-account/access-tokens.ts';
import type {CustomerAccount} from './customer-account/account-state.ts';
import type {PublishedApi} from './graphql/published/releases.ts';
import type {SignInDeps} from './customer-sign-in/sign-in-deps.ts';
import type {QueryDeps} from './graphql/query-context.ts';
import type {StorefrontTokens} from './storefront/storefront-access.ts';
import type {StorefrontWorld} from './storefront/storefront-world.ts';

/** The parts of a simulation that Shopify's endpoints need. */
export interface ShopifyDeps {
  /** Whether a host page of this simulation holds this secret. */
  knowsPage(secret: string | null): boolean;
  /** Whether an extension is mounted on the surface under this `gid://shopify/ActivatedUiExtension/…`. */
  knowsActivation(id: string, surface: SessionTokenSurface): boolean;
  /** Whether the merchant has yet to save this extension in the checkout editor. */
  isUnsaved(id: string): boolean;
  /**
   * Issues a token of the surface, with the seconds for which it may be cached. The answer is `null`, or its
   * `value` is, if an armed case withholds the token.
   */
  issueSessionToken(surface: SessionTokenSurface): Promise<{value: string | null; expiresIn: number} | null>;
  /** Resolves with the fault that an armed case gives the next query of an API, or `null`. */
  apiFault(api: PublishedApi): Promise<ArmedFault | null>;
  /** The state that the Customer Account API answers from. */
  account(): CustomerAccount;
  /** The parts that the Admin API needs. */
  readonly admin: AdminDeps;
  /** Returns the staff member with whose access the admin asks the Admin API; `null` in the offline mode. */
  directStaff(): StaffMember | null;
  /** The app in the shop: its installation, and its access tokens for the Admin API. */
  readonly appAuthorization: AppAuthorizationDeps;
  /** The access tokens of customers for the Customer Account API. */
  readonly accessTokens: CustomerAccessTokens;
  /** The parts that the sign-in of customers needs. */
  readonly customerSignIn: SignInDeps;
  /** The tokens of the app for the Storefront API, and the scopes that they have. */
  readonly storefrontTokens: StorefrontTokens & Pick<App, 'scopes'>;
  /** The state that the Storefront API answers from. */
  storefront(): StorefrontWorld;
  /** The parts that queries of both APIs need. */
  readonly queries: QueryDeps;
  /** Returns the script that is published at a URL. */
  codeAt(url: string): string | undefined;
}
