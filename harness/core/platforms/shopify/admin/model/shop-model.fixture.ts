import type {Order} from '../../../../../wire/order.ts';
import {metafieldsOf} from '../../../../world/metafields.ts';
import {SOLD_OUT} from '../../../../world/inventory.ts';
import {PEOPLE} from '../../../../world/people.ts';
import {ShopCustomers} from '../../../../world/shop-customers.ts';
import {ShopRecords} from '../../../../world/shop-records.ts';
import type {World} from '../../../../world/world.ts';
import type {ShopModel} from './shop-model.ts';

/** Makes the model of a world in a test, without pages that follow. */
export function shopModel(world: World, now: () => number): ShopModel {
  const records = new ShopRecords(world, now);
  const customers = new ShopCustomers(Object.values(PEOPLE));
  const [order] = world.orders as [Order, ...Order[]];
  let metafields = metafieldsOf({...world, customer: PEOPLE.ada, order});
  let soldOut = SOLD_OUT;

  return {
    seed: world.seed,
    records,
    get soldOut() {
      return [...soldOut, ...records.soldOut];
    },
    restock(ids) {
      soldOut = soldOut.filter((id) => !ids.includes(id));
    },
    get metafields() {
      return metafields;
    },
    setMetafields(all) {
      metafields = all;
    },
    get orders() {
      return world.orders.map((each) => records.changed(each));
    },
    changeOrder: (id, change) => records.changeOrder(id, change),
    get customers() {
      return customers.list().flatMap(({id}) => customers.byId(id) ?? []);
    },
    changeCustomer({customer, ...change}) {
      customers.keep(customer, change);
    },
    createCustomer: (fields) => customers.create(fields, null),
    removeCustomer: (id) => customers.remove(id),
  };
}
