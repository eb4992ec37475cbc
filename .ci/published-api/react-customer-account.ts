// The API that customer account targets had until 2025-07, held against the published types of 2025.7.4.
import type {ApiForExtension, ExtensionTargets} from 'published/targets.d.ts';
import type {MetafieldsApi} from '../../harness/page/host/surfaces/customer-account/order-status-api.ts';
import type {AnnouncementApi} from '../../harness/page/host/surfaces/react/announcement-api.ts';
import type {ReactStandardApi} from '../../harness/page/host/surfaces/react/react-account-api.ts';
import type {Metafield, MetafieldOwner} from '../../harness/wire/account.ts';
import type {I18n} from '../../harness/page/sandbox/i18n.ts';
import type {CustomerAccountTarget} from '../../harness/wire/customer-account-targets.ts';
import type {Parts, PartsOf} from './customer-account-parts.ts';
import type {All, Failing, NoMember, SameTargets, SignalOf, View} from './view.ts';

/** `navigation` of full pages is made in the sandbox, and has a separate test. */
type Standard<Target extends CustomerAccountTarget> =
  'full-page' extends PartsOf<Target> ? Omit<View<ReactStandardApi>, 'navigation'> : View<ReactStandardApi>;

type OrderStatus<Target extends CustomerAccountTarget> =
  'order-status' extends PartsOf<Target>
    ? View<MetafieldsApi> & {
        readonly appMetafields: SignalOf<
          readonly (Metafield & {readonly target: {readonly type: Exclude<MetafieldOwner, 'order'>}})[]
        >;
      }
    : object;

type Simulated<Target extends CustomerAccountTarget> = Standard<Target> & {readonly i18n: I18n} & ([
    PartsOf<Target>,
  ] extends [never]
    ? object
    : All<Parts[PartsOf<Target>]>) &
  OrderStatus<Target> &
  (Target extends `${string}.announcement.render` ? View<AnnouncementApi> : object);

type Published<Target extends CustomerAccountTarget> =
  'full-page' extends PartsOf<Target> ? Omit<ApiForExtension<Target>, 'navigation'> : ApiForExtension<Target>;

type Mismatches = {[Target in CustomerAccountTarget]: Failing<Simulated<Target>, Published<Target>>};

export type Checked = NoMember<Mismatches>;
/** One target of the published types is Shopify's own, for trying components out. */
type Public = Exclude<keyof ExtensionTargets, 'CustomerAccount::KitchenSink'>;
export type CheckedTargets = SameTargets<CustomerAccountTarget, Public, CustomerAccountTarget>;
