// The API that checkout targets had until 2025-07, held against the published types of 2025.7.4.
import type {ApiForExtension, ExtensionTargets} from 'published-checkout/targets.d.ts';
import type {PlainMetafieldsApi} from '../../harness/page/host/surfaces/checkout/address-autocomplete.ts';
import type {MetafieldsApi, UiApi} from '../../harness/page/host/surfaces/checkout/checkout-standard-api.ts';
import type {AnnouncementApi} from '../../harness/page/host/surfaces/react/announcement-api.ts';
import type {OrderApi} from '../../harness/page/host/surfaces/react/react-checkout-api.ts';
import type {I18n} from '../../harness/page/sandbox/i18n.ts';
import type {Name, Parts, PartsOf} from './checkout-parts.ts';
import type {All, Failing, NoMember, SameTargets, View} from './view.ts';

type Simulated<Target extends Name> = All<Parts[PartsOf<Target>]> & {
  readonly i18n: I18n;
} & ('autocomplete' extends PartsOf<Target> ? View<PlainMetafieldsApi> : View<MetafieldsApi & UiApi>) &
  ('order' extends keyof ApiForExtension<Target> ? View<OrderApi> : object) &
  (Target extends `${string}.announcement.render` ? View<AnnouncementApi> : object);

/** Without the member that the types themselves mark as private. */
type Published<Target extends keyof ExtensionTargets> = Omit<
  ApiForExtension<Target>,
  'experimentalIsShopAppStyle'
>;

type Mismatches = {[Target in Name & keyof ExtensionTargets]: Failing<Simulated<Target>, Published<Target>>};

export type Checked = NoMember<Mismatches>;
export type CheckedTargets = SameTargets<Name, keyof ExtensionTargets, Name>;
