import type {NoticeLog} from '../../notices.ts';
import {surfaceOf} from '../../wire/surfaces.ts';
import type {CartStore} from '../platforms/shopify/storefront/cart-store.ts';
import {shown} from '../../shown-value.ts';
import {ChangeNotices} from './change-notices.ts';
import type {LiveWorld} from './live-world.ts';
import type {Mounts} from './mounts.ts';
import type {Pages} from './pages.ts';

/** The parts of a simulation that carts of the Storefront API need. */
export interface StorefrontCartsDeps {
  readonly live: LiveWorld;
  readonly pages: Pick<Pages, 'update'>;
  readonly mounts: Pick<Mounts, 'all'>;
  readonly notices: NoticeLog;
}

/** The subject of notices about mutations of carts. */
const WHO = 'A query of the Storefront API';

/** Creates the carts of the Storefront API. Changes of the checkout count for the notices about changes. */
export function storefrontCarts({live, pages, mounts, notices}: StorefrontCartsDeps): CartStore {
  const changes = new ChangeNotices({
    addNotice: (notice) => notices.add(notice),
    now: () => performance.now(),
  });

  return {
    find: (token) => live.cartOf(token),
    change(token, change, mutation) {
      const before = live.checkout;
      live.changeCart(token, change);
      pages.update();

      const call = `${mutation}(${shown(change)})`;
      const isSame = JSON.stringify(live.checkout) === JSON.stringify(before);
      if (before.token === token) changes.report({key: 'storefront', who: WHO, call, isSame});
    },
    create(change) {
      const isCheckout = mounts.all.every(({target}) => surfaceOf(target) !== 'checkout');
      const made = live.createCart(change, {isCheckout});
      pages.update();
      return made;
    },
    reportLineId: (id) => changes.reportLineId(WHO, id, live.currentLineId(id)),
  };
}
