import type {Mount} from '../../../../wire/control.ts';
import type {CallNode, GroupNode, ValueNode} from '../../../../wire/sandbox.ts';
import {call, group, value} from '../api-node.ts';

/** The first API version with `intents.invoke`. */
const FIRST_WITH_INVOKE = '2025-10';

/** Returns the members of every target of the admin (`StandardApi` of `@shopify/ui-extensions/admin`). */
export function adminStandardApi({
  target,
  apiVersion,
}: Pick<Mount, 'target' | 'apiVersion'>): AdminStandardApi {
  return {
    auth: group({idToken: call()}),
    extension: group({target: value(target)}),
    intents: group({
      launchUrl: value(undefined),
      ...(apiVersion < FIRST_WITH_INVOKE ? {} : {invoke: call()}),
    }),
    query: call(),
    storage: group({
      set: call(),
      setMany: call(),
      get: call(),
      getMany: call(),
      clear: call(),
      delete: call(),
      deleteMany: call(),
      entries: call(),
    }),
  };
}

/** The members of every target of the admin. */
export type AdminStandardApi = {
  readonly auth: GroupNode<{readonly idToken: CallNode<() => Promise<string | null>>}>;
  readonly extension: GroupNode<{readonly target: ValueNode<string>}>;
  readonly intents: GroupNode<{
    readonly launchUrl: ValueNode<undefined>;
    readonly invoke?: CallNode<InvokeIntent>;
  }>;
  readonly query: CallNode<AdminQuery>;
  readonly storage: GroupNode<AdminStorage>;
};

/** The function `intents.invoke`. */
export type InvokeIntent = (
  query: string | (AdminIntentOptions & {readonly action: string; readonly type: string}),
  options?: AdminIntentOptions,
) => Promise<{complete?: Promise<AdminIntentResponse>}>;

/** The value and the data that an intent begins with. */
export interface AdminIntentOptions {
  readonly value?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** The end of an intent. */
export type AdminIntentResponse =
  | {readonly code: 'ok'; readonly data?: Record<string, unknown>}
  | {readonly code: 'error'; readonly message?: string; readonly issues?: AdminIntentIssue[]}
  | {readonly code: 'closed'};

/** A reason why an intent failed. */
export interface AdminIntentIssue {
  readonly path?: string[];
  readonly message?: string;
  readonly code?: string;
}

/** The function `query`. */
export type AdminQuery = // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the published signature
  <Data = unknown, Variables = Record<string, unknown>>(
    query: string,
    options?: {variables?: Variables; version?: string},
  ) => Promise<{data?: Data; errors?: {message: string; locations: {line: number; column: string}}[]}>;

/** The members of `storage`. */
export type AdminStorage = {
  readonly set: CallNode<(key: string, value: unknown) => Promise<void>>;
  readonly setMany: CallNode<(entries: Record<string, unknown>) => Promise<void>>;
  readonly get: CallNode<(key: string) => Promise<unknown>>;
  readonly getMany: CallNode<(keys: string[]) => Promise<unknown[]>>;
  readonly clear: CallNode<() => Promise<void>>;
  readonly delete: CallNode<(key: string) => Promise<boolean>>;
  readonly deleteMany: CallNode<(keys: string[]) => Promise<Record<string, boolean>>>;
  readonly entries: CallNode<() => Promise<IterableIterator<[string, unknown]>>>;
};
