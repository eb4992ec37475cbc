/** The life of a customer access token, in milliseconds: 42 days. Shopify publishes none. */
const LIFE = 42 * 24 * 3600 * 1000;

/** A customer access token of the Storefront API. */
export interface CustomerToken {
  readonly accessToken: string;
  /** The end of its life, in ISO 8601. */
  readonly expiresAt: string;
}

interface Issued {
  readonly id: string;
  readonly customerId: string;
  readonly expiresAt: number;
}

/**
 * The customer access tokens of the Storefront API.
 *
 * @see https://shopify.dev/docs/api/storefront/latest/objects/CustomerAccessToken
 */
export class CustomerTokens {
  readonly #issued = new Map<string, Issued>();
  readonly #all = new Set<string>();
  readonly #now: () => number;
  readonly #uuid: () => Promise<string>;
  #count = 0;

  /** @param now returns the time of the platform, in milliseconds */
  constructor({now, uuid}: {now: () => number; uuid: () => Promise<string>}) {
    this.#now = now;
    this.#uuid = uuid;
  }

  /** All tokens that were ever issued. */
  get all(): readonly string[] {
    return [...this.#all];
  }

  /** Issues a token for a customer. */
  async issue(customerId: string): Promise<CustomerToken> {
    const accessToken = (await this.#uuid()).replaceAll('-', '');
    this.#count += 1;

    const id = `gid://shopify/CustomerAccessToken/${this.#count}`;
    return this.#keep(accessToken, {id, customerId, expiresAt: this.#now() + LIFE});
  }

  /** Returns the id of the customer of a token; undefined for an unknown, revoked or expired one. */
  customerOf(accessToken: string): string | undefined {
    const issued = this.#issued.get(accessToken);
    return issued === undefined || issued.expiresAt <= this.#now() ? undefined : issued.customerId;
  }

  /** Gives a token its whole life again. An expired one cannot be renewed. */
  renew(accessToken: string): CustomerToken | undefined {
    const issued = this.#issued.get(accessToken);
    if (issued === undefined || this.customerOf(accessToken) === undefined) return undefined;
    return this.#keep(accessToken, {...issued, expiresAt: this.#now() + LIFE});
  }

  /** Ends a token. Returns its own id; undefined for an unknown one. */
  revoke(accessToken: string): string | undefined {
    const id = this.customerOf(accessToken) === undefined ? undefined : this.#issued.get(accessToken)?.id;
    this.#issued.delete(accessToken);
    return id;
  }

  /** Ends all tokens of a customer. */
  revokeAllOf(customerId: string): void {
    for (const [accessToken, issued] of this.#issued)
      if (issued.customerId === customerId) this.#issued.delete(accessToken);
  }

  #keep(accessToken: string, issued: Issued): CustomerToken {
    this.#all.add(accessToken);
    this.#issued.set(accessToken, issued);
    return {accessToken, expiresAt: new Date(issued.expiresAt).toISOString()};
  }
}
