import type {StaffMember} from '../../../world/staff.ts';

/** An access token of the Admin API, as the store of tokens knows it now. */
export interface AdminToken {
  readonly access: 'offline' | 'online';
  /** The granted scopes; with online access, those that the staff member's permissions allow. */
  readonly scopes: readonly string[];
  /** The staff member of an online token. */
  readonly staff: StaffMember | null;
  readonly state: 'live' | 'expired' | 'revoked';
  /** Whether the token never expires, although the app must use tokens that do. */
  readonly isRefusedAsPermanent: boolean;
}

/** The store of access tokens. */
export interface AdminTokens {
  /** Returns a token; `null` for one that this simulation never issued. */
  find(token: string): AdminToken | null;
}

/** The installation of the app in the shop. */
export interface AdminInstallation {
  /** `gid://shopify/AppInstallation/…` */
  readonly id: string;
  readonly isInstalled: boolean;
  readonly scopes: {
    readonly granted: readonly string[];
    readonly required: readonly string[];
    readonly optional: readonly string[];
  };
  /** Takes scopes back; returns why that is refused, or `null`. */
  revoke(scopes: readonly string[]): RevokeRefusal | null;
  uninstall(): void;
}

/** The reason why scopes cannot be taken back. */
export interface RevokeRefusal {
  readonly code: string;
  readonly scopes: readonly string[];
}

/** The header of a request with its access token. */
export const ACCESS_TOKEN_HEADER = 'x-shopify-access-token';
