import type {ShopModel} from '../platforms/shopify/admin/model/shop-model.ts';
import type {CustomerAccounts} from '../world/customer-accounts.ts';
import type {World} from '../world/world.ts';
import type {LiveWorld} from './live-world.ts';
import type {Pages} from './pages.ts';

/** The parts of a simulation that the model of its shop is made of. */
export interface ShopModelParts {
  readonly world: World;
  readonly live: LiveWorld;
  readonly accounts: CustomerAccounts;
  readonly pages: Pages;
}

/** Returns the shop as the Admin API reads and changes it. Pages follow each change that they show. */
export function shopModelOf({world, live, accounts, pages}: ShopModelParts): ShopModel {
  const {customers} = accounts;
  const shown = (change: () => void): void => {
    change();
    pages.update();
  };

  return {
    seed: world.seed,
    records: live.records,
    get soldOut() {
      return live.soldOut;
    },
    restock: (ids) => shown(() => live.restock(ids)),
    get metafields() {
      return live.allMetafields;
    },
    setMetafields: (metafields) => shown(() => live.setAllMetafields(metafields)),
    get orders() {
      return live.orders;
    },
    changeOrder: (id, change) => shown(() => live.changeOrder(id, change)),
    get customers() {
      return customers.list().flatMap(({id}) => customers.byId(id) ?? []);
    },
    changeCustomer: (change) => shown(() => void live.changeCustomer(change)),
    createCustomer: (fields) => customers.create(fields, null),
    removeCustomer: (id) => customers.remove(id),
  };
}
