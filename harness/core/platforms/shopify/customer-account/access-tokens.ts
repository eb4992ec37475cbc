import {SimhostError} from '../../../../errors.ts';
import type {Ids} from '../../../world/ids.ts';
import type {Customer} from '../../../world/people.ts';

/** The parts of a simulation that access tokens need. */
export interface CustomerAccessTokensDeps {
  readonly ids: Pick<Ids, 'uuid'>;
  /** Returns the signed-in customer. */
  customer(): Customer | null;
}

/**
 * The access tokens of the Customer Account API, which a backend holds for a customer who signed in there.
 *
 * @see https://shopify.dev/docs/api/customer/latest#authentication
 */
export class CustomerAccessTokens {
  readonly #deps: CustomerAccessTokensDeps;
  /** The ids of the customers, by token. */
  readonly #holders = new Map<string, string>();

  constructor(deps: CustomerAccessTokensDeps) {
    this.#deps = deps;
  }

  /** All tokens, which must never be written. */
  get issued(): readonly string[] {
    return [...this.#holders.keys()];
  }

  /**
   * Issues a token of the signed-in customer.
   *
   * @throws {SimhostError} `ERR_NO_CUSTOMER`
   */
  async issue(): Promise<string> {
    const customer = this.#deps.customer();
    if (customer === null) {
      throw new SimhostError('ERR_NO_CUSTOMER', 'A guest has no access token of the Customer Account API.', {
        next: "Sign somebody in first: simulation.signIn('ada').",
      });
    }

    const token = `shcat_${await this.#deps.ids.uuid()}`;
    this.#holders.set(token, customer.id);
    return token;
  }

  /** Whether a token was issued here. */
  knows(token: string): boolean {
    return this.#holders.has(token);
  }

  /** Whether a token is that of the signed-in customer. A token ends with the sign-in. */
  accepts(token: string): boolean {
    return this.knows(token) && this.#holders.get(token) === this.#deps.customer()?.id;
  }
}

/** Returns the access token of a request: the whole value of `Authorization`, or the bearer token; `null` without one. */
export function accessTokenIn(headers: Headers): string | null {
  const value = headers.get('authorization');
  return value === null ? null : value.replace(/^bearer +/i, '');
}
