import type {Collection} from '../../../../world/collections.ts';
import type {Discount} from '../../../../world/discounts.ts';
import type {Order} from '../../../../world/orders.ts';
import type {Product} from '../../../../world/products.ts';
import {detailsOf} from '../../../../world/product-defaults.ts';
import type {ShopCustomer} from '../../../../world/shop-customers.ts';
import type {AdminState} from '../admin-state.ts';
import {resolveCollection} from '../collections/collection-resolver.ts';
import {resolveCustomer} from '../customers/customer-resolver.ts';
import {resolveDiscount} from '../discounts/discount-resolver.ts';
import {metafieldMembers} from '../metafields/metafield-resolver.ts';
import {resolveOrder} from '../orders/order-resolver.ts';
import {resolveMedia} from '../products/media-resolver.ts';
import {inventoryItemId, resolveInventoryItem} from '../products/inventory-resolver.ts';
import {resolveProduct} from '../products/product-resolver.ts';
import {resolvePublication} from '../products/publication.ts';
import {resolveVariant, variantsOf} from '../products/variant-resolver.ts';
import {resolveShop} from '../shop/shop.ts';
import type {AdminGraph, Identified} from './admin-graph.ts';

/** The objects of the shop over its model. */
export class ModelGraph implements AdminGraph {
  readonly state: AdminState;

  constructor(state: AdminState) {
    this.state = state;
  }

  shop(): object {
    return resolveShop(this.state);
  }

  product(product: Product): Identified {
    return resolveProduct(product, this);
  }

  productOf(id: string): Identified | null {
    const found = this.#products.find((product) => product.id === id);
    return found === undefined ? null : this.product(found);
  }

  variantOf(id: string): Identified | null {
    const found = variantsOf(this.#products).find((variant) => variant.id === id);
    return found === undefined ? null : resolveVariant(found, this);
  }

  collection(collection: Collection): Identified {
    return resolveCollection(collection, this);
  }

  collectionOf(id: string): Identified | null {
    const found = this.state.model.records.collections.find((collection) => collection.id === id);
    return found === undefined ? null : this.collection(found);
  }

  order(order: Order): Identified {
    return resolveOrder(order, this);
  }

  orderOf(id: string): Identified | null {
    const found = this.state.model.orders.find((order) => order.id === id);
    return found === undefined ? null : this.order(found);
  }

  customer(customer: ShopCustomer): Identified {
    return resolveCustomer(customer, this);
  }

  customerOf(id: string): Identified | null {
    const found = this.state.model.customers.find(({customer}) => customer.id === id);
    return found === undefined ? null : this.customer(found);
  }

  discount(discount: Discount): Identified {
    return resolveDiscount(discount, this);
  }

  metafieldsOf(ownerId: string): object {
    return metafieldMembers(ownerId, this.state);
  }

  find(id: string): Identified | null {
    const [, type = ''] = /^gid:\/\/shopify\/(\w+)\//.exec(id) ?? [];
    return FINDERS[type]?.(id, this) ?? null;
  }

  get #products(): readonly Product[] {
    return this.state.model.records.products;
  }
}

/** The objects that are found by an id, by the type in it. */
const FINDERS: Readonly<Record<string, (id: string, graph: AdminGraph) => Identified | null>> = {
  Product: (id, graph) => graph.productOf(id),
  ProductVariant: (id, graph) => graph.variantOf(id),
  Collection: (id, graph) => graph.collectionOf(id),
  Order: (id, graph) => graph.orderOf(id),
  Customer: (id, graph) => graph.customerOf(id),
  DiscountCodeNode: findDiscount,
  DiscountAutomaticNode: findDiscount,
  InventoryItem: (id, graph) => {
    const found = variantsOf(graph.state.model.records.products).find(
      (each) => inventoryItemId(each.id) === id,
    );
    return found === undefined ? null : resolveInventoryItem(found.variant, found.product, graph);
  },
  MediaImage: findMedia,
  Publication: (id) => resolvePublication(id),
};

function findDiscount(id: string, graph: AdminGraph): Identified | null {
  const found = graph.state.model.records.discounts.find((discount) => discount.id === id);
  return found === undefined ? null : graph.discount(found);
}

function findMedia(id: string, {state}: AdminGraph): Identified | null {
  const {records, seed} = state.model;
  for (const product of records.products) {
    const details = detailsOf(product, seed);
    const found = details.media.find((media) => media.id === id);
    if (found !== undefined) return resolveMedia(found, details);
  }

  return null;
}
