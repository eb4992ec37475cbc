// The API that simhost gives checkout targets, held against the published types of one version. Never run: a member that is
// renamed, missing, too many or of another type breaks `tsc -p .ci/published-api/<version>.json`.
import type {ApiForExtension, ExtensionTargets} from 'published-checkout/extension-targets.d.ts';
import type {PlainMetafieldsApi} from '../../harness/page/host/surfaces/checkout/address-autocomplete.ts';
import type {MetafieldsApi, UiApi} from '../../harness/page/host/surfaces/checkout/checkout-standard-api.ts';
import type {I18n} from '../../harness/page/sandbox/i18n.ts';
import type {Name, Parts, PartsOf} from './checkout-parts.ts';
import type {All, Failing, NoMember, SameTargets, View} from './view.ts';

/** What only some versions have. */
type OfVersion<Target extends Name & keyof ExtensionTargets> =
  ('metafields' extends keyof ApiForExtension<Target>
    ? 'autocomplete' extends PartsOf<Target>
      ? View<PlainMetafieldsApi>
      : View<MetafieldsApi>
    : object) &
    ('ui' extends keyof ApiForExtension<Target> ? View<UiApi> : object);

type Simulated<Target extends Name & keyof ExtensionTargets> = All<Parts[PartsOf<Target>]> & {
  readonly i18n: I18n;
} & OfVersion<Target>;

/** Without the member that the types themselves mark as private. */
type Published<Target extends keyof ExtensionTargets> = Omit<
  ApiForExtension<Target>,
  'experimentalIsShopAppStyle'
>;

type Mismatches = {[Target in Name & keyof ExtensionTargets]: Failing<Simulated<Target>, Published<Target>>};

export type Checked = NoMember<Mismatches>;
export type CheckedTargets = SameTargets<Name, keyof ExtensionTargets, Name>;
