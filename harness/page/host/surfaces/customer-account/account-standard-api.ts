/** What every customer account target has (`StandardApi` of `@shopify/ui-extensions`). */
import type {
  AuthenticationState,
  Customer,
  CustomerPrivacy,
  VisitorConsentChange,
} from '../../../../wire/account.ts';
import type {Mount, PageState} from '../../../../wire/control.ts';
import type {CallNode, GroupNode, SignalNode, ValueNode} from '../../../../wire/sandbox.ts';
import {call, group, signal, value} from '../api-node.ts';
import {languageOf} from './extension-language.ts';

export function standardApi(mount: Mount, state: PageState): StandardApi {
  const {localization, customer, privacy} = state;
  const {target, apiVersion, capabilities, scriptUrl} = mount;
  return {
    extensionPoint: value(target),
    extension: group({
      apiVersion: value(apiVersion),
      capabilities: signal(capabilities),
      editor: value(undefined),
      rendered: signal(true),
      scriptUrl: value(scriptUrl),
      target: value(target),
      version: value(undefined),
    }),
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
    customerPrivacy: signal(privacy),
    sessionToken: group({get: call()}),
    storage: group({read: call(), write: call(), delete: call()}),
    analytics: group({publish: call(), visitor: call()}),
    toast: group({show: call()}),
    query: call(),
    applyTrackingConsentChange: call(),
  };
}

/** Since API version 2026-01. */
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
  readonly extension: GroupNode<{
    readonly apiVersion: ValueNode<string>;
    readonly capabilities: SignalNode<readonly string[]>;
    readonly editor: ValueNode<undefined>;
    readonly rendered: SignalNode<boolean>;
    readonly scriptUrl: ValueNode<string>;
    readonly target: ValueNode<string>;
    readonly version: ValueNode<undefined>;
  }>;
  readonly version: ValueNode<string>;
  readonly authenticatedAccount: GroupNode<{
    readonly customer: SignalNode<{readonly id: string} | undefined>;
    readonly purchasingCompany: SignalNode<PurchasingCompany | undefined>;
  }>;
  readonly localization: GroupNode<StandardLocalization>;
  readonly settings: SignalNode<Readonly<Record<string, string | number | boolean>>>;
  readonly customerPrivacy: SignalNode<CustomerPrivacy>;
  readonly sessionToken: GroupNode<{readonly get: CallNode<() => Promise<string>>}>;
  readonly storage: GroupNode<{
    readonly read: CallNode<<T = unknown>(key: string) => Promise<T | null>>;
    readonly write: CallNode<(key: string, data: unknown) => Promise<void>>;
    readonly delete: CallNode<(key: string) => Promise<void>>;
  }>;
  readonly analytics: GroupNode<{
    readonly publish: CallNode<(name: string, data: Record<string, unknown>) => Promise<boolean>>;
    readonly visitor: CallNode<(data: {email?: string; phone?: string}) => Promise<Outcome>>;
  }>;
  readonly toast: GroupNode<{readonly show: CallNode<(content: string) => Promise<{hide: () => void}>>}>;
  readonly query: CallNode<
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the published signature
    <Data = unknown, Variables = Record<string, unknown>>(
      query: string,
      options?: {variables?: Variables; version?: string},
    ) => Promise<{data?: Data; errors?: {message: string; extensions: {requestId: string; code: string}}[]}>
  >;
  readonly applyTrackingConsentChange: CallNode<(change: VisitorConsentChange) => Promise<Outcome>>;
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

export type Outcome = {type: 'success'} | {type: 'error'; message: string};

export type {AuthenticationState};
