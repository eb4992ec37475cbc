import type {Customer, CustomerPrivacy} from '../../../../wire/account.ts';
import type {Mount, PageState} from '../../../../wire/control.ts';
import type {CallNode, GroupNode, SignalNode, ValueNode} from '../../../../wire/sandbox.ts';
import {call, group, signal, value} from '../api-node.ts';
import {
  analyticsNode,
  type AnalyticsNode,
  extensionNode,
  type ExtensionNode,
  type QueryNode,
  sessionTokenNode,
  type SessionTokenNode,
  type SettingValues,
  storageNode,
  type StorageNode,
  type TrackingConsentNode,
} from '../common-api.ts';
import {approvedPrivacy} from '../protected-members.ts';
import {languageOf} from './extension-language.ts';

/** Returns the members of every customer account target (`StandardApi` of `@shopify/ui-extensions`). */
export function standardApi(mount: Mount, state: PageState): StandardApi {
  const {localization, customer} = state;
  const {target, apiVersion} = mount;

  return {
    extensionPoint: value(target),
    extension: extensionNode(mount, true),
    version: value(apiVersion),
    authenticatedAccount: group({
      customer: signal(customer === null ? undefined : {id: customer.id}),
      purchasingCompany: signal(companyOf(customer)),
    }),
    localization: group({
      language: signal({isoCode: localization.language}),
      extensionLanguage: signal({
        isoCode: languageOf(mount.translations, localization.language).extensionLocale,
      }),
      country: signal({isoCode: localization.country}),
    }),
    settings: signal(mount.settings),
    customerPrivacy: signal(approvedPrivacy(state)),
    sessionToken: sessionTokenNode(),
    storage: storageNode(),
    analytics: analyticsNode(),
    toast: group({show: call()}),
    query: call(),
    applyTrackingConsentChange: call(),
  };
}

/** Returns `intents`, since API version 2026-01. */
export function intentsApi(): IntentsApi {
  return {intents: group({invoke: call()})};
}

function companyOf(customer: Customer | null): PurchasingCompany | undefined {
  if (customer?.company == null) return undefined;
  const {id, location} = customer.company;
  return {company: {id}, location: {id: location.id}};
}

export interface PurchasingCompany {
  readonly company: {readonly id: string};
  readonly location?: {readonly id: string};
}

interface Language {
  readonly isoCode: string;
}

export type StandardApi = {
  readonly extensionPoint: ValueNode<string>;
  readonly extension: ExtensionNode;
  readonly version: ValueNode<string>;
  readonly authenticatedAccount: GroupNode<{
    readonly customer: SignalNode<{readonly id: string} | undefined>;
    readonly purchasingCompany: SignalNode<PurchasingCompany | undefined>;
  }>;
  readonly localization: GroupNode<StandardLocalization>;
  readonly settings: SignalNode<SettingValues>;
  readonly customerPrivacy: SignalNode<CustomerPrivacy>;
  readonly sessionToken: SessionTokenNode;
  readonly storage: StorageNode;
  readonly analytics: AnalyticsNode;
  readonly toast: GroupNode<{readonly show: CallNode<(content: string) => Promise<{hide: () => void}>>}>;
  readonly query: QueryNode;
  readonly applyTrackingConsentChange: TrackingConsentNode;
};

export type StandardLocalization = {
  readonly language: SignalNode<Language>;
  readonly extensionLanguage: SignalNode<Language>;
  readonly country: SignalNode<Language | undefined>;
};

export type IntentsApi = {
  readonly intents: GroupNode<{
    readonly invoke: CallNode<
      (query: IntentQuery | string, options?: IntentOptions) => Promise<{complete: Promise<IntentResponse>}>
    >;
  }>;
};

export interface IntentOptions {
  readonly value?: string;
  readonly data?: Record<string, unknown>;
}

export interface IntentQuery extends IntentOptions {
  readonly action: string;
  readonly type: string;
}

export type IntentResponse = {code: 'ok'; data: Record<string, unknown>} | {code: 'closed'};
