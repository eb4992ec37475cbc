// The global `shopify` that simhost gives embedded apps, held against @shopify/app-bridge-types. Never run: a member that is
// missing, too many or of another type breaks `tsc -p .ci/published-api/app-bridge.json`, which names it.
import type {ShopifyGlobal} from 'published-app-bridge';
import type {ShopifyMembers} from '../../harness/page/admin/app-bridge/shopify-members.ts';
import type {SameTargets} from './view.ts';

/**
 * The result of this member depends on its type parameter. Its arguments are held here, and the members of its result in
 * app-bridge-types.test.mjs.
 */
type Picker = 'resourcePicker';

export type CheckedNames = SameTargets<keyof ShopifyMembers, keyof ShopifyGlobal>;

export function checked(ours: ShopifyMembers): Omit<ShopifyGlobal, Picker> {
  return ours;
}

export function checkedPicker(
  ours: ShopifyMembers[Picker],
): (...options: Parameters<ShopifyGlobal[Picker]>) => Promise<{selection: {id: string}[]} | undefined> {
  return ours;
}
