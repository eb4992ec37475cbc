/** What targets of address autocompletion have: plain values instead of signals (`AddressAutocompleteStandardApi`). */
import type {CheckoutMetafield, ShippingAddress} from '../../../../wire/checkout.ts';
import type {Mount, PageState, Shop} from '../../../../wire/control.ts';
import type {Attribute} from '../../../../wire/order.ts';
import type {CallNode, GroupNode, ValueNode} from '../../../../wire/sandbox.ts';
import {call, group, value} from '../api-node.ts';
import {languageOf} from '../customer-account/extension-language.ts';
import type {Outcome} from '../customer-account/account-standard-api.ts';
import {checkoutMetafields, type CheckoutMetafieldEntry} from './checkout-metafields.ts';
import {countryOf, marketOf} from './checkout-region.ts';
import type {QueryNode, StorageNode} from './checkout-standard-api.ts';

export function autocompleteApi(mount: Mount, state: PageState): AutocompleteApi {
  const {localization, shop, checkout, app} = state;
  const {target, apiVersion, capabilities, scriptUrl} = mount;
  const mayKnow = app.protectedCustomerData;

  return {
    analytics: group({publish: call(), visitor: call()}),
    appMetafields: value(checkoutMetafields(mount, state)),
    attributes: value(checkout.attributes),
    billingAddress: value(mayKnow ? (checkout.billingAddress ?? undefined) : undefined),
    checkoutToken: value(checkout.token),
    extension: group({
      apiVersion: value(apiVersion),
      capabilities: value(capabilities),
      editor: value(undefined),
      rendered: value(false),
      scriptUrl: value(scriptUrl),
      target: value(target),
      version: value(undefined),
    }),
    localization: group({
      country: value(countryOf(state)),
      currency: value({isoCode: localization.currency}),
      extensionLanguage: value({
        isoCode: languageOf(mount.translations, localization.language).extensionLocale,
      }),
      language: value({isoCode: localization.language}),
      market: value(marketOf(state)),
      timezone: value(localization.timezone),
    }),
    query: call(),
    sessionToken: group({get: call()}),
    settings: value(mount.settings),
    shippingAddress: value(mayKnow ? (checkout.shippingAddress ?? undefined) : undefined),
    shop: value({
      id: shop.id,
      name: shop.name,
      storefrontUrl: shop.storefrontUrl,
      myshopifyDomain: shop.myshopifyDomain,
    }),
    storage: group({read: call(), write: call(), delete: call()}),
    version: value(apiVersion),
  };
}

/** Until API version 2026-01. */
export function plainMetafieldsApi({checkout}: PageState): PlainMetafieldsApi {
  return {metafields: value(checkout.checkoutMetafields)};
}

/** What the buyer has typed; `signal`, which is aborted when they type on, is made in the sandbox. */
export function suggestApi({run}: Mount): SuggestApi {
  return {target: value(run?.input as SuggestInput)};
}

export function formatSuggestionApi({run}: Mount): FormatSuggestionApi {
  return {target: value(run?.input as FormatSuggestionInput)};
}

export interface SuggestInput {
  readonly value: string;
  readonly field: 'address1' | 'zip';
  readonly selectedCountryCode?: string;
}

export interface FormatSuggestionInput {
  readonly selectedSuggestion: Suggestion;
}

interface Suggestion {
  readonly label: string;
  readonly id?: string;
  readonly matchedSubstrings?: readonly {readonly offset: number; readonly length: number}[];
  readonly formattedAddress?: Omit<
    ShippingAddress,
    'name' | 'firstName' | 'lastName' | 'phone' | 'oneTimeUse'
  > & {
    readonly latitude?: number;
    readonly longitude?: number;
  };
}

export type SuggestApi = {readonly target: ValueNode<SuggestInput>};
export type FormatSuggestionApi = {readonly target: ValueNode<FormatSuggestionInput>};
export type PlainMetafieldsApi = {readonly metafields: ValueNode<readonly CheckoutMetafield[]>};

type IsoCode = {readonly isoCode: string};

export type AutocompleteApi = {
  readonly analytics: GroupNode<{
    readonly publish: CallNode<(name: string, data: Record<string, unknown>) => Promise<boolean>>;
    readonly visitor: CallNode<(data: {email?: string; phone?: string}) => Promise<Outcome>>;
  }>;
  readonly appMetafields: ValueNode<readonly CheckoutMetafieldEntry[]>;
  readonly attributes: ValueNode<readonly Attribute[] | undefined>;
  readonly billingAddress: ValueNode<Omit<ShippingAddress, 'oneTimeUse'> | undefined>;
  readonly checkoutToken: ValueNode<string | undefined>;
  readonly extension: GroupNode<{
    readonly apiVersion: ValueNode<string>;
    readonly capabilities: ValueNode<readonly string[]>;
    readonly editor: ValueNode<undefined>;
    readonly rendered: ValueNode<boolean>;
    readonly scriptUrl: ValueNode<string>;
    readonly target: ValueNode<string>;
    readonly version: ValueNode<undefined>;
  }>;
  readonly localization: GroupNode<{
    readonly country: ValueNode<IsoCode | undefined>;
    readonly currency: ValueNode<IsoCode>;
    readonly extensionLanguage: ValueNode<IsoCode>;
    readonly language: ValueNode<IsoCode>;
    readonly market: ValueNode<{readonly id: string; readonly handle: string} | undefined>;
    readonly timezone: ValueNode<string>;
  }>;
  readonly query: QueryNode;
  readonly sessionToken: GroupNode<{readonly get: CallNode<() => Promise<string>>}>;
  readonly settings: ValueNode<Readonly<Record<string, string | number | boolean>>>;
  readonly shippingAddress: ValueNode<Omit<ShippingAddress, 'oneTimeUse'> | undefined>;
  readonly shop: ValueNode<Shop>;
  readonly storage: StorageNode;
  readonly version: ValueNode<string>;
};
