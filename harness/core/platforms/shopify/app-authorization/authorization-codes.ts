import type {Ids} from '../../../world/ids.ts';
import type {StaffMember} from '../../../world/staff.ts';
import type {GrantRefusal} from './app-token.ts';

/** Seconds for which a code is valid. Shopify publishes no number; this is the most that OAuth 2.0 recommends. */
export const CODE_LIFE = 600;

/** The things that a merchant approved with a code. */
export interface CodeGrant {
  readonly staff: StaffMember;
  /** Whether the app asked for a token of the staff member, `grant_options[]=per-user`. */
  readonly isOnline: boolean;
  readonly scopes: readonly string[];
}

/** The parts of a simulation that codes need. */
export interface AuthorizationCodesDeps {
  readonly ids: Pick<Ids, 'uuid'>;
  /** Returns the time of the platform, in milliseconds since 1970. */
  now(): number;
}

/** The codes of the authorization code grant. Each works once. */
export class AuthorizationCodes {
  readonly #deps: AuthorizationCodesDeps;
  readonly #codes = new Map<string, {readonly grant: CodeGrant; readonly expiresAt: number}>();
  readonly #used = new Set<string>();

  constructor(deps: AuthorizationCodesDeps) {
    this.#deps = deps;
  }

  /** All codes, which must never be written. */
  get issued(): readonly string[] {
    return [...this.#codes.keys(), ...this.#used];
  }

  /** Whether a code was issued here. */
  knows(code: string): boolean {
    return this.#codes.has(code) || this.#used.has(code);
  }

  /** Issues a code. */
  async issue(grant: CodeGrant): Promise<string> {
    const {ids, now} = this.#deps;
    const code = (await ids.uuid()).replaceAll('-', '');
    this.#codes.set(code, {grant, expiresAt: now() + CODE_LIFE * 1000});
    return code;
  }

  /** Uses a code up. */
  redeem(code: string): CodeGrant | GrantRefusal {
    const known = this.#codes.get(code);
    if (known === undefined) {
      const cause = this.#used.has(code) ? 'the code was used before' : 'the code was not issued here';
      return {cause, fix: 'Send the code of the last callback, once.'};
    }

    this.#codes.delete(code);
    this.#used.add(code);
    if (known.expiresAt > this.#deps.now()) return known.grant;
    const expired = new Date(known.expiresAt).toISOString();
    return {cause: `the code expired at ${expired}`, fix: 'Begin the authorization again.'};
  }
}
