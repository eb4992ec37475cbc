import type {ShippingAddress} from '../../../../wire/shipping-address.ts';
import type {CheckoutMetafield} from '../../../../wire/checkout.ts';
import type {Mount, PageState, Shop} from '../../../../wire/control.ts';
import type {Attribute} from '../../../../wire/order.ts';
import type {GroupNode, ValueNode} from '../../../../wire/sandbox.ts';
import {call, group, value, values, type ValuesOf} from '../api-node.ts';
import {
  analyticsNode,
  type AnalyticsNode,
  type Editor,
  EDITOR,
  type QueryNode,
  sessionTokenNode,
  type SessionTokenNode,
  type SettingValues,
  shopNode,
  storageNode,
  type StorageNode,
  WITHOUT_SLASH,
} from '../common-api.ts';
import {approvedAddress} from '../protected-members.ts';
import {checkoutMetafields, type CheckoutMetafieldEntry} from './checkout-metafields.ts';
import {checkoutLocalization, type CheckoutLocalization} from './checkout-region.ts';

/**
 * Returns the members of targets for address autocompletion: plain values instead of signals
 * (`AddressAutocompleteStandardApi`).
 */
export function autocompleteApi(mount: Mount, state: PageState): AutocompleteApi {
  const {shop, checkout} = state;
  const {target, apiVersion, capabilities, editor, scriptUrl} = mount;

  return {
    analytics: analyticsNode(),
    appMetafields: value(checkoutMetafields(mount, state)),
    attributes: value(checkout.attributes),
    billingAddress: value(approvedAddress(checkout.billingAddress, state)),
    checkoutToken: value(checkout.token),
    extension: group({
      apiVersion: value(apiVersion),
      capabilities: value(capabilities),
      editor: value(editor === null ? undefined : EDITOR),
      rendered: value(false),
      scriptUrl: value(scriptUrl),
      target: value(target),
      version: value(undefined),
    }),
    localization: group(values(checkoutLocalization(mount, state))),
    query: call(),
    sessionToken: sessionTokenNode(),
    settings: value(mount.settings),
    shippingAddress: value(approvedAddress(checkout.shippingAddress, state)),
    shop: shopNode(shop, mount, WITHOUT_SLASH.checkout),
    storage: storageNode(),
    version: value(apiVersion),
  };
}

/** Returns the metafields of the checkout, until API version 2026-01. */
export function plainMetafieldsApi({checkout}: PageState): PlainMetafieldsApi {
  return {metafields: value(checkout.checkoutMetafields)};
}

/** Returns the buyer's input. The sandbox adds `signal`, which aborts when the buyer types on. */
export function suggestApi({run}: Mount): SuggestApi {
  return {target: value(run?.input as SuggestInput)};
}

/** Returns the suggestion that the buyer chose. */
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

export type AutocompleteApi = {
  readonly analytics: AnalyticsNode;
  readonly appMetafields: ValueNode<readonly CheckoutMetafieldEntry[]>;
  readonly attributes: ValueNode<readonly Attribute[] | undefined>;
  readonly billingAddress: ValueNode<Omit<ShippingAddress, 'oneTimeUse'> | undefined>;
  readonly checkoutToken: ValueNode<string | undefined>;
  readonly extension: GroupNode<{
    readonly apiVersion: ValueNode<string>;
    readonly capabilities: ValueNode<readonly string[]>;
    readonly editor: ValueNode<Editor | undefined>;
    readonly rendered: ValueNode<boolean>;
    readonly scriptUrl: ValueNode<string>;
    readonly target: ValueNode<string>;
    readonly version: ValueNode<undefined>;
  }>;
  readonly localization: GroupNode<ValuesOf<CheckoutLocalization>>;
  readonly query: QueryNode;
  readonly sessionToken: SessionTokenNode;
  readonly settings: ValueNode<SettingValues>;
  readonly shippingAddress: ValueNode<Omit<ShippingAddress, 'oneTimeUse'> | undefined>;
  readonly shop: ValueNode<Shop>;
  readonly storage: StorageNode;
  readonly version: ValueNode<string>;
};
