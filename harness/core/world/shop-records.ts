import type {Order} from '../../wire/order.ts';
import type {CheckoutOffers} from './checkout-offers.ts';
import {collectionsOf} from './collections.ts';
import type {Collection} from './collections.ts';
import {checkoutCodesOf, discountsOf} from './discounts.ts';
import type {Discount} from './discounts.ts';
import type {Product} from './products.ts';
import type {ShopMetafield} from './shop-metafield.ts';
import type {World} from './world.ts';

/** The part of an order that only the Admin API has. */
export interface OrderDetails {
  readonly tags: readonly string[];
  /** In ISO 8601; null for an order that is open. */
  readonly closedAt: string | null;
  readonly cancelReason: string | null;
  readonly staffNote: string | null;
  readonly poNumber: string | null;
  /** In ISO 8601; null if nothing has changed since it was placed. */
  readonly updatedAt: string | null;
}

/** The part of a customer that only the Admin API has. */
export interface CustomerDetails {
  readonly tags: readonly string[];
  readonly note: string | null;
  readonly taxExempt: boolean;
  /** BCP 47. */
  readonly locale: string;
  readonly acceptsSms: boolean;
  /** In ISO 8601; null for a customer of the start, whose times are drawn from the seed. */
  readonly createdAt: string | null;
  /** In ISO 8601; null if nothing has changed. */
  readonly updatedAt: string | null;
}

const NEW_ORDER: OrderDetails = {
  tags: [],
  closedAt: null,
  cancelReason: null,
  staffNote: null,
  poNumber: null,
  updatedAt: null,
};

const NEW_CUSTOMER: CustomerDetails = {
  tags: [],
  note: null,
  taxExempt: false,
  locale: 'en',
  acceptsSms: false,
  createdAt: null,
  updatedAt: null,
};

/** The part of a shop that the Admin API changes while a test runs. Everything else reads it from here. */
export class ShopRecords {
  readonly #start: Pick<World, 'seed' | 'offers'>;
  readonly #now: () => number;
  readonly #orders = new Map<string, OrderDetails>();
  readonly #orderChanges = new Map<string, Partial<Order>>();
  readonly #customers = new Map<string, CustomerDetails>();
  /** All products, also those that no buyer sees. */
  products: readonly Product[];
  collections: readonly Collection[];
  discounts: readonly Discount[];
  /** The metafields of owners that no page of an extension knows. */
  otherMetafields: readonly ShopMetafield[] = [];

  constructor(start: Pick<World, 'seed' | 'offers' | 'products'>, now: () => number) {
    this.#start = start;
    this.#now = now;
    this.products = start.products;
    this.collections = collectionsOf(start.products);
    this.discounts = discountsOf(start.offers);
  }

  /** The products that buyers see: active and published. */
  get sold(): readonly Product[] {
    return this.products.filter(({details}) => {
      // A product that no app has changed is sold.
      if (details === undefined) return true;
      const {status, publishedAt} = details;
      const isOpen = status === 'ACTIVE' || status === 'UNLISTED';
      return isOpen && publishedAt !== null;
    });
  }

  /** The ids of the variants that an app has sold out: none is left, and nobody may order more. */
  get soldOut(): readonly string[] {
    return this.products.flatMap(({details}) =>
      Object.entries(details?.variants ?? {}).flatMap(([id, {tracked, quantity, inventoryPolicy}]) =>
        tracked && quantity !== null && quantity <= 0 && inventoryPolicy === 'DENY' ? [id] : [],
      ),
    );
  }

  /** The discount codes, gift cards and payment methods that checkouts take. */
  get offers(): CheckoutOffers {
    const {collections} = this;
    return {
      ...this.#start.offers,
      discountCodes: checkoutCodesOf(this.discounts, {now: this.#now(), collections}),
    };
  }

  orderDetails(id: string): OrderDetails {
    return this.#orders.get(id) ?? NEW_ORDER;
  }

  changeOrderDetails(id: string, change: Partial<OrderDetails>): void {
    this.#orders.set(id, {...this.orderDetails(id), ...change});
  }

  /** Changes an order as everything shows it. */
  changeOrder(id: string, change: Partial<Order>): void {
    this.#orderChanges.set(id, {...this.#orderChanges.get(id), ...change});
  }

  /** Returns an order with its changes. */
  changed(order: Order): Order {
    return {...order, ...this.#orderChanges.get(order.id)};
  }

  customerDetails(id: string): CustomerDetails {
    return this.#customers.get(id) ?? NEW_CUSTOMER;
  }

  changeCustomerDetails(id: string, change: Partial<CustomerDetails>): void {
    this.#customers.set(id, {...this.customerDetails(id), ...change});
  }
}
