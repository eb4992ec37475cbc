import {SimhostError} from '../../../errors.ts';
import {chooseCustomer} from '../../world/people.ts';
import type {Customer} from '../../world/people.ts';
import type {VtexAdmin} from '../../world/vtex-staff.ts';
import type {Vtex} from '../../world/vtex.ts';
import type {World} from '../../world/world.ts';
import {byEmail, canonicalEmail} from './email.ts';
import type {VtexDeps} from './vtex-deps.ts';
import type {VtexAudience} from './vtex-tokens.ts';

/** What everybody's password is until they set another. Public. */
export const VTEX_TEST_PASSWORD = 'Published-Test-1';

/** A login that has begun and not ended. */
export interface LoginTransaction {
  /** 64 hexadecimal digits: the value of `_vss`, and `authenticationToken` of `start`. */
  readonly id: string;
  readonly account: string;
  readonly audience: VtexAudience;
  readonly fingerprint: string | null;
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** Of whom `startlogin` was told. */
  readonly user: string | null;
}

/** What VTEX ID calls the ways in which a login fails. */
export type LoginFailure = 'InvalidEmail' | 'InvalidToken' | 'WrongCredentials';

interface AccessKey {
  readonly key: string;
  /** The login that it was sent in, the only one that it ends. */
  readonly transaction: string;
}

/** The logins that go on, the access keys that were sent, and the passwords. */
export class Logins {
  readonly #world: World;
  readonly #host: VtexDeps;
  readonly #transactions = new Map<string, LoginTransaction>();
  readonly #accessKeys = new Map<string, AccessKey>();
  readonly #passwords = new Map<string, string>();
  readonly #strangers = new Map<string, Customer>();

  constructor(world: World, host: VtexDeps) {
    this.#world = world;
    this.#host = host;
  }

  async begin(of: Omit<LoginTransaction, 'id' | 'expires'>): Promise<LoginTransaction> {
    const id = `${await this.#host.uuid()}${await this.#host.uuid()}`.replaceAll('-', '');
    const expires = this.#host.now() + this.#world.vtex.assumptions.loginSeconds * 1000;
    const transaction = {...of, id, expires};
    this.#transactions.set(id, transaction);
    return transaction;
  }

  /** A login that goes on; `null` for one that never began, has ended, or is too old. */
  find(id: string | undefined): LoginTransaction | null {
    const transaction = id === undefined ? undefined : this.#transactions.get(id);
    return transaction !== undefined && this.#host.now() < transaction.expires ? transaction : null;
  }

  end({id}: LoginTransaction): void {
    this.#transactions.delete(id);
  }

  /** Sends an access key: there is no mailbox, `accessKeyOf` reads it. */
  async send(email: string, {id}: LoginTransaction): Promise<void> {
    const digits = Number.parseInt((await this.#host.uuid()).slice(0, 8), 16) % 1_000_000;
    this.#accessKeys.set(canonicalEmail(email), {key: String(digits).padStart(6, '0'), transaction: id});
  }

  /**
   * The access key that was sent to somebody last, as they would read it in their mail.
   *
   * @throws {SimhostError} `ERR_NO_ACCESS_KEY`
   */
  accessKeyOf(email: string): string {
    const sent = this.#accessKeys.get(canonicalEmail(email));
    if (sent !== undefined) return sent.key;

    const to = [...this.#accessKeys.keys()];
    throw new SimhostError('ERR_NO_ACCESS_KEY', `No access key was sent to "${email}".`, {
      next:
        to.length === 0
          ? 'Ask for one first: POST /api/vtexid/pub/authentication/accesskey/send.'
          : `Sent to: ${to.join(', ')}.`,
    });
  }

  /** Takes an access key, which works once and in the login that it was sent in. */
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

  /** Who has this e-mail; a shop may let in whom it does not know, its admin does not. */
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
    return (
      known ?? (vtex.assumptions.unknownEmails === 'sign-up' ? this.#stranger(canonicalEmail(email)) : null)
    );
  }

  #stranger(email: string): Customer | null {
    const known = this.#strangers.get(email);
    if (known !== undefined) return known;

    const made = chooseCustomer({
      id: `gid://shopify/Customer/${FIRST_STRANGER + this.#strangers.size}`,
      email,
    });
    if (made !== null) this.#strangers.set(email, made);
    return made;
  }
}

const FIRST_STRANGER = 7101;

/** Whether VTEX ID signs an admin in at an account, be it for nothing. */
export function maySignIn({roles}: VtexAdmin, account: string, {assumptions}: Vtex): boolean {
  return assumptions.adminWithoutRole === 'sign-in' || (roles[account] ?? []).length > 0;
}

export function isEmail(text: string | undefined): text is string {
  return text !== undefined && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}

/** At least eight characters, with a digit, a lower-case and an upper-case letter. */
export function isPassword(text: string): boolean {
  return text.length >= 8 && /\d/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text);
}
