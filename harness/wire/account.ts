/** What a page of the platform knows of who is signed in, and of their privacy choices. */
import type {Address, Money} from './order.ts';

export interface Customer {
  /** `gid://shopify/Customer/…` */
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string | null;
  readonly acceptsMarketing: boolean;
  readonly storeCredit: readonly StoreCredit[];
  readonly address: Address;
  /** The company that a B2B customer buys for. */
  readonly company: Company | null;
}

export interface StoreCredit {
  /** `gid://shopify/StoreCreditAccount/…` */
  readonly id: string;
  readonly balance: Money;
}

export interface Company {
  /** `gid://shopify/Company/…` */
  readonly id: string;
  readonly name: string;
  readonly externalId?: string;
  readonly location: CompanyLocation;
}

export interface CompanyLocation {
  /** `gid://shopify/CompanyLocation/…` */
  readonly id: string;
  readonly name: string;
  readonly externalId?: string;
}

export type AuthenticationState = 'fully_authenticated' | 'pre_authenticated';

/** One value that the merchant keeps with something of the shop. */
export interface Metafield {
  readonly target: {readonly type: MetafieldOwner; readonly id: string};
  readonly metafield: {
    readonly namespace: string;
    readonly key: string;
    readonly value: string | number | boolean;
    readonly valueType: 'boolean' | 'float' | 'integer' | 'json_string' | 'string';
    readonly type: string;
  };
}

export type MetafieldOwner = 'customer' | 'product' | 'shop' | 'variant' | 'company' | 'companyLocation' | 'cart' | 'order';

export interface CustomerPrivacy {
  readonly allowedProcessing: Readonly<Record<ConsentPurpose, boolean>>;
  readonly metafields: readonly {readonly key: string; readonly value: string}[];
  readonly visitorConsent: VisitorConsent;
  readonly shouldShowBanner: boolean;
  readonly saleOfDataRegion: boolean;
  readonly region?: {readonly countryCode?: string; readonly provinceCode?: string};
}

export type ConsentPurpose = 'analytics' | 'marketing' | 'preferences' | 'saleOfData';

export type VisitorConsent = {readonly [Purpose in ConsentPurpose]?: boolean};

/** The argument of `applyTrackingConsentChange`; a metafield whose value is `null` is deleted. */
export interface VisitorConsentChange extends VisitorConsent {
  readonly type: 'changeVisitorConsent';
  readonly metafields?: readonly {readonly key: string; readonly value: string | null}[];
}
