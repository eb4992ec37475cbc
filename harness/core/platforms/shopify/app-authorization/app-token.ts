import type {StaffMember} from '../../../world/staff.ts';

/** An access token that was issued to the app. */
export interface AppToken {
  readonly value: string;
  readonly access: 'offline' | 'online';
  /** Milliseconds since 1970, or `null` for a permanent token. */
  readonly expiresAt: number | null;
  /** The staff member of an online token. */
  readonly staff: StaffMember | null;
}

/** A pair of an expiring access token and its refresh token. */
export interface TokenPair extends AppToken {
  readonly expiresAt: number;
  readonly refreshToken: string;
  /** Milliseconds since 1970. */
  readonly refreshTokenExpiresAt: number;
}

/** An access token as the Admin API finds it. */
export interface FoundAppToken extends Omit<AppToken, 'value'> {
  readonly state: 'live' | 'expired' | 'revoked' | 'uninstalled';
  /** The scopes of the token now. An online token has those that the staff member's permissions cover too. */
  readonly scopes: readonly string[];
  /** Whether it is a permanent token, and the Admin API accepts only expiring ones of this app. */
  readonly isRefusedAsPermanent: boolean;
}

/** The reason why a request gives no tokens, and the next step. */
export interface GrantRefusal {
  readonly cause: string;
  readonly fix: string | null;
}
