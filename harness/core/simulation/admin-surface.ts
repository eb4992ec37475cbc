import type {PickedResource} from '../../wire/admin.ts';
import {adminPlaceOf} from '../../wire/admin-targets.ts';
import {kindOf} from '../../wire/admin-pages.ts';
import type {AdminMount, AdminRow, AdminView, DiscountSettings} from '../../wire/admin-view.ts';
import type {SelectedResource} from '../../wire/admin-subject.ts';
import type {Mount} from '../../wire/control.ts';
import type {CustomerAccounts} from '../world/customer-accounts.ts';
import type {World} from '../world/world.ts';
import {adminDataOf, settingsOwnerOf} from './admin-data.ts';
import {applyMetafieldChange} from './admin-metafields.ts';
import {pickableResources} from './admin-resources.ts';
import type {ShownResources} from './admin-resources.ts';
import {adminViewOf, selectedByDefault} from './admin-view.ts';
import type {AppAccess} from './app-access.ts';
import type {LiveWorld} from './live-world.ts';
import {STORAGE_LIMIT} from './mount-request.ts';
import type {MountRequest} from './mount-request.ts';
import type {Pages} from './pages.ts';
import {shopModelOf} from './shop-model.ts';

/** The parts of a simulation that extensions of its admin need. */
export interface AdminSurfaceDeps {
  readonly world: World;
  readonly live: LiveWorld;
  readonly accounts: CustomerAccounts;
  readonly pages: Pages;
  readonly appAccess: Pick<AppAccess, 'staff'>;
}

/** The pages of the admin that show extensions. */
export class AdminSurface {
  readonly #deps: AdminSurfaceDeps;
  #discount: DiscountSettings = {
    discountClasses: ['product'],
    discountMethod: 'code',
    purchaseType: 'one_time_purchase',
    recurringCycleLimit: null,
  };

  /** Creates them from the parts of a simulation. */
  constructor(deps: AdminSurfaceDeps) {
    this.#deps = deps;
  }

  /** The facts that the pages show now. */
  get view(): AdminView {
    const {world, live, accounts, appAccess} = this.#deps;
    return adminViewOf({
      shop: world.shop,
      staff: appAccess.staff,
      records: live.records,
      orders: live.orders,
      customers: accounts.customers.list(),
      discount: this.#discount,
      first: {customerId: live.order.customerId, orderId: live.order.id},
    });
  }

  /** Returns the part of a mount that only the admin uses. */
  mountOf({target, selected, storageLimit = STORAGE_LIMIT, intent}: MountRequest): AdminMount {
    const chosen = this.selectedAt(target, selected);
    return {
      selected: chosen,
      data: this.#dataAt(target, chosen),
      storageLimit,
      intent: intent ?? null,
      isAnswered: false,
    };
  }

  /** Returns the resources that a target gets as selected: those that were given, or those of its page. */
  selectedAt(target: string, given?: readonly SelectedResource[]): readonly SelectedResource[] {
    const place = adminPlaceOf(target);
    if (given !== undefined || place === undefined) return given ?? [];
    return selectedByDefault(place, this.view);
  }

  /** Returns the part of a mount after a person has selected other resources. */
  reselected({target, admin}: Mount, selected: readonly SelectedResource[]): AdminMount {
    return {...admin, selected, data: this.#dataAt(target, selected)};
  }

  /** Returns the part of a mount after its intent is answered. App home goes on without an intent. */
  answered({target, admin}: Mount): AdminMount {
    const isHome = adminPlaceOf(target)?.place === 'home';
    return {...admin, isAnswered: true, intent: isHome ? null : admin.intent};
  }

  /** Carries out a change of an extension by a member of its API. */
  apply(mount: Mount, member: string, change: unknown): unknown {
    const {live} = this.#deps;
    const owner = settingsOwnerOf(mount.target, mount.admin.selected);
    if (member === 'discounts.update') {
      this.#discount = {...this.#discount, ...(change as Partial<DiscountSettings>)};
      return null;
    }
    return owner === null ? null : applyMetafieldChange(change, owner, live.records);
  }

  /** Lists the resources that a picker of an extension shows. */
  resourcesFor(query: ShownResources): readonly PickedResource[] {
    return pickableResources(query, shopModelOf(this.#deps));
  }

  #dataAt(target: string, selected: readonly SelectedResource[]): AdminMount['data'] {
    const {world, live} = this.#deps;
    return adminDataOf(target, selected, {app: world.app, seed: world.seed, records: live.records});
  }

  /** Returns the resource that the page of a target shows; null for a list, and for another page. */
  resourceAt(target: string, given?: readonly SelectedResource[]): AdminRow | null {
    const shown = kindOf(adminPlaceOf(target)?.page ?? '');
    const [first] = this.selectedAt(target, given);
    if (shown === null || first === undefined) return null;
    return this.view.resources[shown.kind].find(({id}) => id === first.id) ?? {id: first.id, title: first.id};
  }
}
