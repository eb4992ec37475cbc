import type {SelectedResource} from '../../wire/admin-subject.ts';
import {adminPageShown, adminPageUrl, type AdminPageShown} from '../platforms/shopify/admin-page-address.ts';
import {fullPagePath, hostPageUrl} from '../platforms/shopify/page-address.ts';
import {pageUrlOf} from '../platforms/shopify/targets.ts';
import {placeOf} from '../../wire/surfaces.ts';
import {numberOf} from '../world/gid.ts';
import type {World} from '../world/world.ts';
import type {AdminSurface} from './admin-surface.ts';
import type {LiveWorld} from './live-world.ts';
import type {Mounts} from './mounts.ts';

/** The part of an address that the extension determines. */
export interface PageAddressOptions {
  /** The handle of the extension. Default: `extension`. */
  readonly handle?: string;
  /** A path inside a full-page extension, for example `/items/2`. Default: none. */
  readonly path?: string;
  /** The resources that an extension of the admin gets as selected. Default: those of its page. */
  readonly selected?: readonly SelectedResource[] | undefined;
}

/** The parts of a simulation that the addresses of its pages depend on. */
export interface PageAddressesDeps {
  readonly simulationId: string;
  readonly world: World;
  readonly live: LiveWorld;
  readonly mounts: Mounts;
  readonly admin: Pick<AdminSurface, 'resourceAt' | 'view'>;
}

/** The addresses of the host pages of one simulation. */
export class PageAddresses {
  readonly #deps: PageAddressesDeps;

  /** Creates the addresses from the parts that they depend on. */
  constructor(deps: PageAddressesDeps) {
    this.#deps = deps;
  }

  /**
   * Returns the address of a target's page as in production, for a browser that gives pages the simulation's id.
   *
   * @throws {SimhostError} `ERR_BAD_OPTION` for a path of a target that is not a full page
   */
  ofTarget(target: string, {handle = 'extension', path, selected}: PageAddressOptions = {}): string {
    const {world, live, admin} = this.#deps;
    const parts = {
      shop: world.shop,
      order: numberOf(live.order.id),
      checkout: live.checkout.token,
      layout: live.checkout.layout,
      extension: handle,
      resource: admin.resourceAt(target, selected),
    };

    return `${pageUrlOf(target, parts)}${path === undefined ? '' : fullPagePath(path, target)}`;
  }

  /** Returns the address of a target's page, with the simulation's id in the fragment, which no request carries. */
  ofTargetWithId(target: string, options?: PageAddressOptions): string {
    return `${this.ofTarget(target, options)}#${this.#deps.simulationId}`;
  }

  /**
   * Returns the URL of a host page: from its path (`/account/profile`), a link of extensions (`extension:/items/2`),
   * the id of a resource that the admin shows, or a URL.
   *
   * @throws {SimhostError} `ERR_NOT_A_HOST_PAGE`
   */
  resolve(address: string): string {
    const {world, mounts, admin} = this.#deps;
    const ofAdmin = adminPageUrl(address, admin.view);
    if (ofAdmin !== null) return ofAdmin;

    const full = mounts.all.findLast(({target}) => placeOf(target)?.api.includes('full-page'));

    const fullPage = full === undefined ? null : this.ofTarget(full.target, {handle: full.handle});
    return hostPageUrl(address, {shop: world.shop, fullPage});
  }

  /** Returns the page of the admin at a URL, and the resource that it shows; null for another page. */
  inAdmin(url: string): AdminPageShown | null {
    return adminPageShown(url, this.#deps.admin.view);
  }
}
