import type {AppInstallation} from '../app-authorization/app-installation.ts';
import type {FoundAppToken} from '../app-authorization/app-token.ts';
import type {AppTokens} from '../app-authorization/app-tokens.ts';

/** An access token of the Admin API, as the store of tokens knows it now. */
export type AdminToken = Omit<FoundAppToken, 'expiresAt'>;

/** The store of access tokens. */
export interface AdminTokens extends Pick<AppTokens, 'scopesOf' | 'revoke'> {
  /** Returns a token; `null` for one that this simulation never issued. */
  find(token: string): AdminToken | null;
}

/** The installation of the app in the shop. */
export type AdminInstallation = Pick<
  AppInstallation,
  'id' | 'isInstalled' | 'scopes' | 'has' | 'revoke' | 'uninstall'
>;

/** The header of a request with its access token. */
export const ACCESS_TOKEN_HEADER = 'x-shopify-access-token';
