// The API that simhost gives the targets of customer accounts, held against the published types of one version. Never run: a
// member that is renamed, missing, too many or of another type breaks `tsc -p .ci/published-api/<version>.json`.
import type {ApiForExtension, ExtensionTargets} from 'published/extension-targets.d.ts';
import type {MetafieldsApi} from '../../harness/page/host/surfaces/customer-account/order-status-api.ts';
import type {
  IntentsApi,
  StandardApi,
} from '../../harness/page/host/surfaces/customer-account/account-standard-api.ts';
import type {Metafield, MetafieldOwner} from '../../harness/wire/account.ts';
import type {I18n} from '../../harness/page/sandbox/i18n.ts';
import type {CustomerAccountTarget} from '../../harness/wire/customer-account-targets.ts';
import type {Parts, PartsOf} from './customer-account-parts.ts';
import type {All, Failing, NoMember, SameTargets, SignalOf, View} from './view.ts';

/** What differs between versions: members that one has or has not, and metafields of orders, which are left out before 2026-04. */
type OfVersion<Target extends keyof ExtensionTargets> = ('intents' extends keyof ApiForExtension<Target>
  ? View<IntentsApi>
  : object) &
  ('metafields' extends keyof ApiForExtension<Target> ? View<MetafieldsApi> : object) &
  (ApiForExtension<Target> extends {readonly appMetafields: {readonly value: readonly (infer Entry)[]}}
    ? MetafieldsOf<Entry>
    : object);
interface MetafieldsOf<Entry> {
  readonly appMetafields: SignalOf<
    readonly (Metafield & {readonly target: {readonly type: OwnersOf<Entry>}})[]
  >;
}
type OwnersOf<Entry> = Entry extends {target: {type: infer Type}}
  ? 'order' extends Type
    ? MetafieldOwner
    : Exclude<MetafieldOwner, 'order'>
  : never;

type Simulated<Target extends CustomerAccountTarget & keyof ExtensionTargets> = View<StandardApi> & {
  readonly i18n: I18n;
} & ([PartsOf<Target>] extends [never] ? object : All<Parts[PartsOf<Target>]>) &
  OfVersion<Target>;

type Mismatches = {
  [Target in CustomerAccountTarget & keyof ExtensionTargets]: Failing<
    Simulated<Target>,
    ApiForExtension<Target>
  >;
};

export type Checked = NoMember<Mismatches>;
export type CheckedTargets = SameTargets<
  CustomerAccountTarget,
  keyof ExtensionTargets,
  CustomerAccountTarget
>;
