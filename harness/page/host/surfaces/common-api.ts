import type {VisitorConsentChange} from '../../../wire/account.ts';
import type {Mount, Shop} from '../../../wire/control.ts';
import type {Money} from '../../../wire/order.ts';
import type {CallNode, GroupNode, SignalNode, ValueNode} from '../../../wire/sandbox.ts';
import {call, group, signal, value} from './api-node.ts';

/** The result of a call that the platform may refuse. */
export type Outcome = {type: 'success'} | {type: 'error'; message: string};

/** Creates `analytics`. */
export function analyticsNode(): AnalyticsNode {
  return group({publish: call(), visitor: call()});
}

export type AnalyticsNode = GroupNode<{
  readonly publish: CallNode<(name: string, data: Record<string, unknown>) => Promise<boolean>>;
  readonly visitor: CallNode<(data: {email?: string; phone?: string}) => Promise<Outcome>>;
}>;

/** Creates `cost`. */
export function costNode(cost: Cost): CostNode {
  return group({
    subtotalAmount: signal(cost.subtotal),
    totalShippingAmount: signal(cost.shipping ?? undefined),
    totalTaxAmount: signal(cost.tax ?? undefined),
    totalAmount: signal(cost.total),
  });
}

interface Cost {
  readonly subtotal: Money;
  readonly shipping: Money | null;
  readonly tax: Money | null;
  readonly total: Money;
}

export type CostNode = GroupNode<{
  readonly subtotalAmount: SignalNode<Money>;
  readonly totalShippingAmount: SignalNode<Money | undefined>;
  readonly totalTaxAmount: SignalNode<Money | undefined>;
  readonly totalAmount: SignalNode<Money>;
}>;

/** The value of `extension.editor` in the checkout editor. */
export const EDITOR: Editor = {type: 'checkout'};

export interface Editor {
  readonly type: 'checkout';
}

/** Creates `extension`. */
export function extensionNode(
  {target, apiVersion, capabilities, editor, scriptUrl}: Mount,
  isRendered: boolean,
): ExtensionNode {
  return group({
    apiVersion: value(apiVersion),
    capabilities: signal(capabilities),
    editor: value(editor === null ? undefined : EDITOR),
    rendered: signal(isRendered),
    scriptUrl: value(scriptUrl),
    target: value(target),
    version: value(undefined),
  });
}

export type ExtensionNode = GroupNode<{
  readonly apiVersion: ValueNode<string>;
  readonly capabilities: SignalNode<readonly string[]>;
  readonly editor: ValueNode<Editor | undefined>;
  readonly rendered: SignalNode<boolean>;
  readonly scriptUrl: ValueNode<string>;
  readonly target: ValueNode<string>;
  readonly version: ValueNode<undefined>;
}>;

/**
 * Creates `shop`. Before the API version `withoutSlash`, its `storefrontUrl` ends with a slash.
 *
 * @see https://shopify.dev/docs/api/checkout-ui-extensions/2024-04/apis/shop
 */
export function shopNode(
  {id, name, storefrontUrl, myshopifyDomain}: Shop,
  {apiVersion}: Pick<Mount, 'apiVersion'>,
  withoutSlash: string,
): ValueNode<Shop> {
  const address = storefrontUrl.replace(/\/+$/, '');
  const ending = apiVersion < withoutSlash ? '/' : '';
  return value({id, name, storefrontUrl: `${address}${ending}`, myshopifyDomain});
}

/** The first API versions in which `shop.storefrontUrl` has no slash at its end, by surface. */
export const WITHOUT_SLASH = {checkout: '2024-04', orderStatus: '2024-10'} as const;

/** Creates `sessionToken`. */
export function sessionTokenNode(): SessionTokenNode {
  return group({get: call()});
}

export type SessionTokenNode = GroupNode<{readonly get: CallNode<() => Promise<string>>}>;

/** Creates `storage`. */
export function storageNode(): StorageNode {
  return group({read: call(), write: call(), delete: call()});
}

export type StorageNode = GroupNode<{
  readonly read: CallNode<<T = unknown>(key: string) => Promise<T | null>>;
  readonly write: CallNode<(key: string, data: unknown) => Promise<void>>;
  readonly delete: CallNode<(key: string) => Promise<void>>;
}>;

/** The function `query`. */
export type QueryNode = CallNode<
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the published signature
  <Data = unknown, Variables = Record<string, unknown>>(
    query: string,
    options?: {variables?: Variables; version?: string},
  ) => Promise<{data?: Data; errors?: {message: string; extensions: {requestId: string; code: string}}[]}>
>;

/** The function `applyTrackingConsentChange`. */
export type TrackingConsentNode = CallNode<(change: VisitorConsentChange) => Promise<Outcome>>;

/** The values of an extension's settings. */
export type SettingValues = Readonly<Record<string, string | number | boolean>>;
