/** The signed-in customer as pages know them, and their privacy choices. */
import type {Address, Money} from './order.ts';

/** A person with a customer account. */
export interface Customer {
  /** `gid://shopify/Customer/…` */
  readonly id: string;
  /** For example `'Ada'`. */
  readonly firstName: string;
  /** For example `'Lovelace'`. */
  readonly lastName: string;
  /** For example `'ada@example.com'`. */
  readonly email: string;
  /** For example `'+12125550101'`; `null` without one. */
  readonly phone: string | null;
  /** Whether they have subscribed to marketing emails. */
  readonly acceptsMarketing: boolean;
  /**
   * Their store credit: `[{id: 'gid://shopify/StoreCreditAccount/1', balance: {amount: 5, currencyCode:
   * 'USD'}}]`.
   */
  readonly storeCredit: readonly StoreCredit[];
  /** Their default address; `null` without one. */
  readonly address: Address | null;
  /** The company that a B2B customer buys for; `null` for everybody else. */
  readonly company: Company | null;
}

/** Money that the shop owes a customer. */
export interface StoreCredit {
  /** `gid://shopify/StoreCreditAccount/…` */
  readonly id: string;
  /** The remaining amount. */
  readonly balance: Money;
}

/** A company that buys from the shop. */
export interface Company {
  /** `gid://shopify/Company/…` */
  readonly id: string;
  /** For example `'Analytical Engines'`. */
  readonly name: string;
  /** The merchant's own id of the company. */
  readonly externalId?: string;
  /** The branch that the customer buys for. */
  readonly location: CompanyLocation;
}

/** A branch of a company. */
export interface CompanyLocation {
  /** `gid://shopify/CompanyLocation/…` */
  readonly id: string;
  /** For example `'Boston Foundry'`. */
  readonly name: string;
  /** The merchant's own id of the branch. */
  readonly externalId?: string;
}

/** Whether the customer has signed in, or only followed a link of an order. */
export type AuthenticationState = 'fully_authenticated' | 'pre_authenticated';

/** A value that the merchant keeps with a resource of the shop. */
export interface Metafield {
  /** The resource: `{type: 'shop', id: 'gid://shopify/Shop/548380009'}`. The id has the type of the owner. */
  readonly target: {readonly type: MetafieldOwner; readonly id: string};
  /**
   * Its name and value: `{namespace: 'custom', key: 'tier', value: 'gold', valueType: 'string', type:
   * 'single_line_text_field'}`.
   */
  readonly metafield: {
    /** For example `custom`; an extension's TOML names it. */
    readonly namespace: string;
    /** For example `tier`; an extension's TOML names it. */
    readonly key: string;
    readonly value: string | number | boolean;
    /** The kind of `value` as extensions read it. */
    readonly valueType: 'boolean' | 'float' | 'integer' | 'json_string' | 'string';
    /** The type of its definition, for example `single_line_text_field`. */
    readonly type: string;
  };
}

/** The kind of resource that a metafield belongs to. */
export type MetafieldOwner =
  | 'customer'
  | 'product'
  | 'shop'
  | 'variant'
  | 'company'
  | 'companyLocation'
  | 'cart'
  | 'order';

/** The visitor's consent, `shopify.customerPrivacy`. */
export interface CustomerPrivacy {
  /**
   * The purposes for which the page may process data: `{analytics: true, marketing: false, preferences: true,
   * saleOfData: false}`.
   */
  readonly allowedProcessing: Readonly<Record<ConsentPurpose, boolean>>;
  /** Metafields that were set with a consent: `[{key: 'analytics_type', value: 'essential'}]`. */
  readonly metafields: readonly {readonly key: string; readonly value: string}[];
  /** The visitor's choices: `{analytics: false}`. A purpose that was not asked for is missing. */
  readonly visitorConsent: VisitorConsent;
  /** Whether the visitor must be asked. */
  readonly shouldShowBanner: boolean;
  /** Whether the visitor's region has a right against the sale of data. */
  readonly saleOfDataRegion: boolean;
  /** The region of the visitor: `{countryCode: 'US', provinceCode: 'CA'}`. */
  readonly region?: {readonly countryCode?: string; readonly provinceCode?: string};
}

/** A purpose that a visitor can agree to. */
export type ConsentPurpose = 'analytics' | 'marketing' | 'preferences' | 'saleOfData';

/** The visitor's choices. A purpose that was not asked for is missing. */
export type VisitorConsent = {readonly [Purpose in ConsentPurpose]?: boolean};

/** The argument of `applyTrackingConsentChange`; a metafield whose value is `null` is deleted. */
export interface VisitorConsentChange extends VisitorConsent {
  readonly type: 'changeVisitorConsent';
  readonly metafields?: readonly {readonly key: string; readonly value: string | null}[];
}
