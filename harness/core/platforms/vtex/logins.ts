import {SimhostError} from '../../../errors.ts';
import {chooseCustomer} from '../../world/people.ts';
import type {Customer} from '../../world/people.ts';
import type {VtexAdmin} from '../../world/vtex-staff.ts';
import type {Vtex} from '../../world/vtex.ts';
import type {World} from '../../world/world.ts';
import {byEmail, canonicalEmail} from './email.ts';
import type {VtexDeps} from './vtex-deps.ts';
import type {VtexAudience} from './vtex-tokens.ts';

/** The default password of every user. It is published. */
export const VTEX_TEST_PASSWORD = 'Published-Test-1';

/** A login that was started and has not ended. */
export interface LoginTransaction {
  /** 64 hexadecimal digits: the value of `_vss`, and `authenticationToken` of `start`. */
  readonly id: string;
  readonly account: string;
  readonly audience: VtexAudience;
  readonly fingerprint: string | null;
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** The user passed to `startlogin`, if any. */
  readonly user: string | null;
}

/** The `authStatus` of a login that fails. */
export type LoginFailure = 'InvalidEmail' | 'InvalidToken' | 'WrongCredentials';

const FIRST_NEW_SHOPPER = 7101;

interface AccessKey {
  readonly key: string;
  /** The login in which it was sent, the only one that it ends. */
  readonly transaction: string;
}

/** Pending logins, sent access keys and passwords. */
export class Logins {
  readonly #world: World;
  readonly #deps: VtexDeps;
  readonly #transactions = new Map<string, LoginTransaction>();
  readonly #accessKeys = new Map<string, AccessKey>();
  readonly #passwords = new Map<string, string>();
  /** The shoppers that a login with an unknown e-mail created, by e-mail. */
  readonly #newShoppers = new Map<string, Customer>();

  constructor(world: World, deps: VtexDeps) {
    this.#world = world;
    this.#deps = deps;
  }

  async begin(login: Omit<LoginTransaction, 'id' | 'expires'>): Promise<LoginTransaction> {
    const id = `${await this.#deps.uuid()}${await this.#deps.uuid()}`.replaceAll('-', '');
    const expires = this.#deps.now() + this.#world.vtex.assumptions.loginSeconds * 1000;
    const transaction = {...login, id, expires};

    this.#transactions.set(id, transaction);
    return transaction;
  }

  /** Finds a pending login; `null` for one that never started, has ended, or is too old. */
  find(id: string | undefined): LoginTransaction | null {
    const transaction = id === undefined ? undefined : this.#transactions.get(id);
    return transaction !== undefined && this.#deps.now() < transaction.expires ? transaction : null;
  }

  end({id}: LoginTransaction): void {
    this.#transactions.delete(id);
  }

  /** Sends an access key. simhost has no mailbox: `accessKeyOf` reads it. */
  async send(email: string, {id}: LoginTransaction): Promise<void> {
    const digits = Number.parseInt((await this.#deps.uuid()).slice(0, 8), 16) % 1_000_000;
    this.#accessKeys.set(canonicalEmail(email), {key: String(digits).padStart(6, '0'), transaction: id});
  }

  /**
   * Returns the last access key that was sent to an e-mail address.
   *
   * @throws {SimhostError} `ERR_NO_ACCESS_KEY`
   */
  accessKeyOf(email: string): string {
    const sent = this.#accessKeys.get(canonicalEmail(email));
    if (sent !== undefined) return sent.key;

    const recipients = [...this.#accessKeys.keys()];
    throw new SimhostError('ERR_NO_ACCESS_KEY', `No access key was sent to "${email}".`, {
      next:
        recipients.length === 0
          ? 'Ask for one first: POST /api/vtexid/pub/authentication/accesskey/send.'
          : `Sent to: ${recipients.join(', ')}.`,
    });
  }

  /** Uses up an access key. It works once, and only in the login in which it was sent. */
  takeAccessKey(email: string, key: string, {id}: LoginTransaction): boolean {
    const sent = this.#accessKeys.get(canonicalEmail(email));
    if (sent === undefined || sent.key !== key || sent.transaction !== id) return false;
    this.#accessKeys.delete(canonicalEmail(email));
    return true;
  }

  hasPassword(email: string, password: string): boolean {
    return (this.#passwords.get(canonicalEmail(email)) ?? VTEX_TEST_PASSWORD) === password;
  }

  setPassword(email: string, password: string): void {
    this.#passwords.set(canonicalEmail(email), password);
  }

  /** Finds the user by e-mail. A storefront may accept unknown e-mails; the admin does not. */
  personOf(
    email: string,
    {audience, account}: Pick<LoginTransaction, 'audience' | 'account'>,
  ): Customer | VtexAdmin | null {
    const {people, vtex} = this.#world;
    if (audience === 'admin') {
      const admin = byEmail(vtex.admins, email);
      return admin !== undefined && maySignIn(admin, account, vtex) ? admin : null;
    }

    const known = byEmail(people, email);
    if (known !== undefined) return known;

    return vtex.assumptions.unknownEmails === 'sign-up' ? this.#signUp(canonicalEmail(email)) : null;
  }

  #signUp(email: string): Customer | null {
    const known = this.#newShoppers.get(email);
    if (known !== undefined) return known;

    const number = FIRST_NEW_SHOPPER + this.#newShoppers.size;
    const made = chooseCustomer({id: `gid://shopify/Customer/${number}`, email});
    if (made !== null) this.#newShoppers.set(email, made);
    return made;
  }
}

/** Whether VTEX ID signs an admin in at an account, even if they have no role there. */
export function maySignIn({roles}: VtexAdmin, account: string, {assumptions}: Vtex): boolean {
  return assumptions.adminWithoutRole === 'sign-in' || (roles[account] ?? []).length > 0;
}

export function isEmail(email: string | undefined): email is string {
  return email !== undefined && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email);
}

/**
 * Whether a new password is strong enough: eight characters, with a digit, a lower-case and an upper-case
 * letter.
 */
export function isPassword(password: string): boolean {
  return password.length >= 8 && [/\d/, /[a-z]/, /[A-Z]/].every((kind) => kind.test(password));
}
