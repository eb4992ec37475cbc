// What targets of the admin get, whatever the version.
import type {
  ActionApi,
  BlockApi,
  DataApi,
  EarlierDiscountData,
  PickerApi,
  SubjectApi,
} from '../../harness/page/host/surfaces/admin/admin-context.ts';
import type {
  AppApi,
  AppIntentsApi,
  IntentResponseApi,
  LoadingApi,
  ToastApi,
  ToolsApi,
} from '../../harness/page/host/surfaces/admin/app-home-api.ts';
import type {AdminStandardApi} from '../../harness/page/host/surfaces/admin/admin-standard-api.ts';
import type {
  DiscountsApi,
  FeaturesApi,
  MetafieldApi,
  MetafieldsApi,
} from '../../harness/page/host/surfaces/admin/settings-api.ts';
import type {I18n} from '../../harness/page/sandbox/i18n.ts';
import type {
  DiscountData,
  ProductConfigurationData,
  RoutingRuleData,
  ValidationData,
  VariantConfigurationData,
} from '../../harness/wire/admin-subject.ts';
import type {ADMIN_TARGETS, AdminGroupName, AdminTarget} from '../../harness/wire/admin-targets.ts';
import type {Failing, View} from './view.ts';

type Data = View<DataApi>;
type Pickers = View<PickerApi>;
type Blocks = Data & Pickers & View<BlockApi>;
type Actions = Data & Pickers & View<ActionApi>;

/** What each group gives beyond the members of every target. */
interface OfGroup extends Record<AdminGroupName, object> {
  action: Actions;
  'app-home': View<AppApi & AppIntentsApi & LoadingApi & ToastApi & ToolsApi>;
  block: Blocks;
  'discount-settings': Pickers &
    View<MetafieldApi & DiscountsApi & SubjectApi<DiscountData & EarlierDiscountData>>;
  intent: Pickers & View<IntentResponseApi>;
  'order-routing': Pickers & View<MetafieldsApi & SubjectApi<RoutingRuleData>>;
  print: Data & Pickers;
  'product-configuration': Pickers & View<SubjectApi<ProductConfigurationData>>;
  'purchase-options': Actions;
  'segment-cards': View<FeaturesApi>;
  'segment-templates': View<FeaturesApi>;
  'selection-action': Actions;
  'selection-print': Data & Pickers;
  'should-render': Data;
  validation: Pickers & View<MetafieldApi & SubjectApi<ValidationData>>;
  'variant-configuration': Pickers & View<SubjectApi<VariantConfigurationData>>;
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
  [Target in AdminTarget & keyof Targets]: Failing<
    Pick<Ours<Target>, keyof Ours<Target> & keyof ApiOf<Targets[Target]>>,
    Published<ApiOf<Targets[Target]>>
  >;
};
