import type {Customer} from '../../wire/account.ts';
import {numberOf} from './gid.ts';

/** The kind of an email with a link to a classic customer account. */
export type AccountEmail = 'activate' | 'reset';

/** An email that the shop has sent to a customer. */
export interface SentEmail {
  /** The address, for example `'ada@example.com'`. */
  readonly to: string;
  /** `'activate'` invites a customer to choose a password, `'reset'` to choose another one. */
  readonly kind: AccountEmail;
  /** The link: `https://acme.myshopify.com/account/reset/7001/<token>`. It works once. */
  readonly url: string;
}

interface Sent extends SentEmail {
  readonly customerId: string;
  readonly token: string;
  readonly isUsed: boolean;
}

/** The emails of a shop with links to classic customer accounts. */
export class SentEmails {
  #sent: readonly Sent[] = [];
  readonly #storefrontUrl: string;
  readonly #uuid: () => Promise<string>;

  constructor({storefrontUrl, uuid}: {storefrontUrl: string; uuid: () => Promise<string>}) {
    this.#storefrontUrl = storefrontUrl;
    this.#uuid = uuid;
  }

  /** All emails, oldest first. */
  get all(): readonly SentEmail[] {
    return this.#sent.map(({to, kind, url}) => ({to, kind, url}));
  }

  /** The tokens of all links. */
  get tokens(): readonly string[] {
    return this.#sent.map(({token}) => token);
  }

  /** Sends an email with a new link. */
  async send(kind: AccountEmail, {id, email}: Customer): Promise<void> {
    const token = (await this.#uuid()).replaceAll('-', '');
    const url = `${this.#storefrontUrl}/account/${kind}/${numberOf(id)}/${token}`;
    this.#sent = [...this.#sent, {to: email, kind, url, customerId: id, token, isUsed: false}];
  }

  /** Whether a token is that of an unused link to this customer. */
  knows(kind: AccountEmail, customerId: string, token: string): boolean {
    return this.#sent.some(
      (sent) => sent.kind === kind && sent.customerId === customerId && sent.token === token && !sent.isUsed,
    );
  }

  /** Ends the links of a kind to a customer, because one of them was used. */
  use(kind: AccountEmail, customerId: string): void {
    this.#sent = this.#sent.map((sent) =>
      sent.kind === kind && sent.customerId === customerId ? {...sent, isUsed: true} : sent,
    );
  }

  /** Returns the customer and the token of a link; null for any other URL. */
  read(kind: AccountEmail, url: string): {readonly customerId: string; readonly token: string} | null {
    const [, found, number, token] = /\/account\/(\w+)\/(\d+)\/(\w+)$/.exec(url) ?? [];
    if (found !== kind || number === undefined || token === undefined) return null;
    return {customerId: `gid://shopify/Customer/${number}`, token};
  }
}
