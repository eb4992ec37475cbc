// What targets of the admin get, whatever the version.
import type {
  ActionApi,
  BlockApi,
  DataApi,
  PickerApi,
} from '../../harness/page/host/surfaces/admin/admin-context.ts';
import type {AdminStandardApi} from '../../harness/page/host/surfaces/admin/admin-standard-api.ts';
import type {I18n} from '../../harness/page/sandbox/i18n.ts';
import type {ADMIN_TARGETS, AdminGroupName, AdminTarget} from '../../harness/wire/admin-targets.ts';
import type {Failing, View} from './view.ts';

type Data = View<DataApi>;
type Pickers = View<PickerApi>;
type Blocks = Data & Pickers & View<BlockApi>;
type Actions = Data & Pickers & View<ActionApi>;

/** What each group gives beyond the members of every target. */
interface OfGroup extends Record<AdminGroupName, object> {
  action: Actions;
  block: Blocks;
  'discount-settings': Pickers;
  intent: Pickers;
  'order-routing': Pickers;
  print: Data & Pickers;
  'product-configuration': Pickers;
  'purchase-options': Actions;
  'selection-action': Actions;
  'selection-print': Data & Pickers;
  'should-render': Data;
  validation: Pickers;
  'variant-configuration': Pickers;
}

/** The members that simhost does not have yet, by group. */
interface Missing extends Record<AdminGroupName, string> {
  action: never;
  'app-home': 'app' | 'intents' | 'loading' | 'toast' | 'tools';
  block: never;
  'discount-settings': 'applyMetafieldChange' | 'data' | 'discounts';
  intent: 'intents';
  'order-routing': 'applyMetafieldsChange' | 'data';
  print: never;
  'product-configuration': 'data';
  'purchase-options': never;
  'segment-cards': '__enabledFeatures';
  'segment-templates': '__enabledFeatures';
  'selection-action': never;
  'selection-print': never;
  'should-render': never;
  tools: never;
  validation: 'applyMetafieldChange' | 'data';
  'variant-configuration': 'data';
}

/** The API of a target in any version. `navigation` belonged to every target at first. */
type Simulated<Target extends AdminTarget> = View<AdminStandardApi> & {readonly i18n: I18n} & View<BlockApi> &
  OfGroup[(typeof ADMIN_TARGETS)[Target]];

/** The API that the package types: a member of the extension, or the last parameter of a function. */
type ApiOf<Extension> = Extension extends {readonly api: infer Api}
  ? Api
  : Extension extends (...args: infer Args) => unknown
    ? Args extends readonly [unknown, infer Api]
      ? Api
      : Args extends readonly [infer Api]
        ? Api
        : never
    : never;

/**
 * What is compared of members whose types depend on type parameters: the results of `storage`, the query of `query`, and the
 * options of `resourcePicker`, whose result has members that depend on the Admin API.
 */
type Published<Api> = {
  readonly [Member in keyof Api]: Member extends 'storage'
    ? Results<Api[Member]>
    : Api[Member] extends (first: infer First, ...rest: never) => infer Result
      ? Member extends 'query'
        ? (query: First) => Result
        : Member extends 'resourcePicker'
          ? (options: First) => Promise<({id: string}[] & {selection: {id: string}[]}) | undefined>
          : Api[Member]
      : Api[Member];
};

type Results<Functions> = {
  readonly [Name in keyof Functions]: Functions[Name] extends (...args: never) => infer Result
    ? Result
    : never;
};

type Ours<Target extends AdminTarget> = Omit<Simulated<Target>, 'storage'> & {
  readonly storage: Results<Simulated<Target>['storage']>;
};

/** The members that fail, by target. .ci/admin-members.test.mjs checks which members each version has. */
export type Mismatches<Targets> = {
  [Target in AdminTarget & keyof Targets]: Exclude<
    Failing<
      Pick<Ours<Target>, keyof Ours<Target> & keyof ApiOf<Targets[Target]>>,
      Published<ApiOf<Targets[Target]>>
    >,
    Missing[(typeof ADMIN_TARGETS)[Target]]
  >;
};
