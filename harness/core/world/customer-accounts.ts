import type {Clock} from '../../clock.ts';
import {CustomerTokens} from './customer-tokens.ts';
import type {Ids} from './ids.ts';
import {PEOPLE} from './people.ts';
import {SentEmails} from './sent-emails.ts';
import type {Shop} from './shop.ts';
import {ShopCustomers} from './shop-customers.ts';
import type {ShopCustomer} from './shop-customers.ts';

/** The classic customer accounts of a shop: people, access tokens, emails with links. */
export class CustomerAccounts {
  readonly customers: ShopCustomers = new ShopCustomers(Object.values(PEOPLE));
  readonly tokens: CustomerTokens;
  readonly emails: SentEmails;

  constructor({shop, clock, ids}: {shop: Shop; clock: Clock; ids: Ids}) {
    const uuid = (): Promise<string> => ids.uuid();
    this.tokens = new CustomerTokens({now: () => clock.nowOf('platform'), uuid});
    this.emails = new SentEmails({storefrontUrl: shop.storefrontUrl, uuid});
  }

  /** The values that must be redacted everywhere: access tokens, tokens of links, and passwords of the test's own. */
  get secrets(): readonly string[] {
    return [...this.tokens.all, ...this.emails.tokens, ...this.customers.passwords];
  }

  /** Finds the customer of an access token; undefined for an unknown, revoked or expired one. */
  byToken(accessToken: string): ShopCustomer | undefined {
    const id = this.tokens.customerOf(accessToken);
    return id === undefined ? undefined : this.customers.byId(id);
  }
}
