import type {CustomerAccount} from '../platforms/shopify/customer-account/account-state.ts';
import type {Metafield} from '../../wire/account.ts';
import type {Granted} from '../../wire/capabilities.ts';
import type {Checkout} from '../../wire/checkout.ts';
import type {Mount, PageState} from '../../wire/control.ts';
import type {Order} from '../../wire/order.ts';
import {catalogueOf, changeLive} from '../world/live-changes.ts';
import type {Live} from '../world/live-changes.ts';
import type {AddressBook} from '../world/address-book.ts';
import type {Cart, CartChange} from '../world/cart.ts';
import {newAddressBook} from '../world/address-book.ts';
import {localizationOf} from '../world/page-localization.ts';
import type {Customer, CustomerOption} from '../world/people.ts';
import {changeConsent, initialPrivacy} from '../world/privacy.ts';
import type {ShopCustomer, ShopCustomers} from '../world/shop-customers.ts';
import {ShopRecords} from '../world/shop-records.ts';
import {translatePurchases} from '../world/translations/translated-purchases.ts';
import type {World} from '../world/world.ts';
import {CheckoutSessions} from './checkout-sessions.ts';
import {LiveMetafields, shownAmong} from './live-metafields.ts';
import {LiveOrders} from './live-orders.ts';
import type {LiveWorldChange} from './live-world-change.ts';
import type {LiveWorldParts} from './live-world-parts.ts';
import {readLocale} from './options.ts';
import {storefrontData} from './storefront-data.ts';
import type {StorefrontData} from './storefront-data.ts';
import {worldState} from './world-state.ts';
import type {WorldState} from './world-state.ts';

/** The members of the account that change it. The simulation adds them, because pages must follow. */
type AccountSetter = 'setMetafields' | 'setAddresses' | 'changeCustomer' | 'setReturns' | 'changeRecords';

/** The world as it is now: who is signed in, their order, and the checkout until it becomes one. */
export class LiveWorld {
  /** The part of the shop that the Admin API changes. */
  readonly records: ShopRecords;
  readonly #start: World;
  readonly #carts: CheckoutSessions;
  readonly #orders: LiveOrders;
  readonly #customers: ShopCustomers;
  readonly #metafields: LiveMetafields;
  readonly #lateOrder: LiveWorldParts['lateOrder'];
  #live: Live;

  constructor({world, now, customer, customers, locale, lateOrder}: LiveWorldParts) {
    this.#start = world;
    this.records = new ShopRecords(world, now);
    this.#metafields = new LiveMetafields(world);
    this.#customers = customers;
    this.#lateOrder = lateOrder;
    this.#orders = new LiveOrders({world, records: this.records, lateOrder});
    this.#live = this.#liveOf(this.#customers.choose(customer), {
      localization: localizationOf(world.shop, readLocale(locale)),
      privacy: initialPrivacy(world.shop),
      catalogue: catalogueOf(world.products),
      earlierOrders: false,
    });
    this.#carts = new CheckoutSessions({world: () => this.#world, now, customer: this.customer});
  }

  /** The world with what apps have changed. */
  get #world(): World {
    const {sold, offers} = this.records;
    return {...this.#start, products: sold, offers};
  }

  /** All orders, with the changes of the one that pages show. */
  get orders(): readonly Order[] {
    const {order, earlierOrders} = this.#live;
    const isShown = ({id, customerId}: Order): boolean => id === order.id && customerId === order.customerId;
    return this.#orders.all(earlierOrders).map((listed) => (isShown(listed) ? order : listed));
  }

  /** The ids of the variants that are sold out, for the test or for an app. */
  get soldOut(): readonly string[] {
    return [...new Set([...this.#live.catalogue.soldOut, ...this.records.soldOut])];
  }

  get customer(): Customer | null {
    return this.#live.customer;
  }

  get order(): Order {
    return this.#live.order;
  }

  get checkout(): Checkout {
    return this.#carts.current.checkout;
  }

  /** The buyer of the page's order. */
  get buyer(): Customer {
    const {customerId} = this.order;
    const buyer = this.#customers.byId(customerId)?.customer;
    if (buyer === undefined) throw new Error(`Nobody is ${customerId}, whose order is shown.`);
    return buyer;
  }

  /**
   * Changes it as a test asks, after `readChange` has checked the change; nothing is changed if it throws.
   *
   * @throws {SimhostError} `ERR_NO_CUSTOMER`, `ERR_BAD_OPTION` for merchandise that the shop does not sell
   */
  update({locale, checkout, ...change}: LiveWorldChange): void {
    const localization =
      locale === undefined ? change.localization : {...change.localization, language: locale};
    const live = changeLive(this.#live, {...change, ...(localization === undefined ? {} : {localization})});
    if (checkout !== undefined) this.#carts.current.change(checkout);
    if (change.metafields !== undefined) this.#metafields.forget();
    this.#live = live;
    if (live.customer !== null) this.#customers.keep(live.customer);
    this.#adoptOrder();
  }

  /** Changes a customer of the shop, who may be the one who is signed in. */
  changeCustomer({
    customer,
    ...change
  }: Pick<ShopCustomer, 'customer'> & Partial<ShopCustomer>): ShopCustomer {
    const kept = this.#customers.keep(customer, change);
    if (customer.id === this.customer?.id) this.#live = {...this.#live, customer};
    return kept;
  }

  /** Replaces the metafields that pages know. The differences outlive a sign-in. */
  setMetafields(metafields: readonly Metafield[]): void {
    this.#metafields.remember(this.#live.metafields, metafields);
    this.#live = {...this.#live, metafields};
  }

  /** The metafields of all owners, also of customers and orders that no page shows. */
  get allMetafields(): readonly Metafield[] {
    const {orders} = this;
    return this.#metafields.all(this.#live.metafields, {customers: this.#customers.list(), orders});
  }

  /** Replaces the metafields of all owners. Pages know those of the people and the order that they show. */
  setAllMetafields(metafields: readonly Metafield[]): void {
    this.#metafields.remember(this.allMetafields, metafields);
    const {customer, order, metafields: shown} = this.#live;
    this.#live = {...this.#live, metafields: shownAmong(metafields, {customer, order, shown})};
  }

  /** Takes variants out of the list that a test has sold out. */
  restock(variantIds: readonly string[]): void {
    const {soldOut} = this.#live.catalogue;
    this.update({soldOut: soldOut.filter((id) => !variantIds.includes(id))});
  }

  /** Changes an order, also the one that pages show. */
  changeOrder(id: string, change: Partial<Order>): void {
    this.records.changeOrder(id, change);
    const {order} = this.#live;
    if (order.id === id) this.#live = {...this.#live, order: {...order, ...change}};
  }

  signIn(customer: CustomerOption): void {
    this.#live = this.#liveOf(this.#customers.choose(customer), this.#live);
    this.#carts.current.setBuyer(this.customer);
  }

  /**
   * Moves the buyer to the step of the checkout that shows a target.
   *
   * @throws {SimhostError} `ERR_CHECKOUT_COMPLETED`, `ERR_EMPTY_CART`, `ERR_NO_ADDRESS`
   */
  arrive(page: string, target: string): void {
    this.#carts.current.open(this.customer);
    this.#carts.current.goToStep(page, target);
    this.#adoptOrder();
  }

  /** The buyer begins another checkout. The order of a completed one stays. */
  startCheckout(): void {
    this.#carts.startAgain(this.customer);
  }

  /** An extension asks for a change of the checkout, or of the visitor's consent, by a member of its API. */
  apply(
    member: string,
    change: unknown,
    mount: Pick<Mount, 'apiVersion' | 'capabilities' | 'declined'>,
  ): object {
    if (member === 'applyTrackingConsentChange') return this.#consent(change, mount);
    const context = {apiVersion: mount.apiVersion, soldOut: this.soldOut};
    const result = this.#carts.current.apply(member, change, context);
    this.#adoptOrder();
    return result;
  }

  /** Returns the current id of a cart line by an earlier one; undefined for an id that was not replaced. */
  currentLineId(earlier: string): string | undefined {
    return this.#carts.current.currentLineId(earlier);
  }

  /** The buyer does something on the checkout page. */
  act(action: string, given: unknown): object {
    const result = this.#carts.current.act(action, given);
    this.#adoptOrder();
    return result;
  }

  /** Returns the order and the checkout in the language of the page. */
  shown(): Pick<PageState, 'order' | 'checkout'> {
    return translatePurchases(this, this.#live.localization.language, this.#world);
  }

  /** Returns the part of the page state that the world determines. */
  state(): WorldState {
    return worldState(this.#start, {
      live: this.#live,
      shown: this.shown(),
      orders: this.#ordersOf(this.customer),
    });
  }

  /** Replaces the addresses of the signed-in customer, but for the default one, which is the customer's. */
  setAddressBook(addressBook: AddressBook): void {
    if (this.customer !== null) this.#customers.keep(this.customer, {addressBook});
  }

  /** Returns the data of the Customer Account API. */
  account(): Omit<CustomerAccount, AccountSetter | 'now' | 'records' | 'products' | 'issueStorefrontToken'> {
    const {customer, order, metafields, localization} = this.#live;
    return {
      app: this.#world.app,
      shop: this.#world.shop,
      language: localization.language,
      customer,
      buyer: this.buyer,
      order,
      orders: this.#ordersOf(customer),
      metafields,
      addressBook: this.#customers.byId(customer?.id ?? '')?.addressBook ?? newAddressBook(null),
    };
  }

  /** The cart of the Storefront API with a token; undefined for an unknown one. */
  cartOf(token: string): Cart | undefined {
    return this.#carts.byToken(token)?.cart;
  }

  /** Changes a cart by a mutation. Pages show it if it is the checkout. */
  changeCart(token: string, change: CartChange): void {
    const session = this.#carts.byToken(token);
    session?.changeCart(change);
    this.#adoptOrder(session);
  }

  /** Makes another cart. */
  createCart(change: (cart: Cart) => CartChange, options: {readonly isCheckout: boolean}): Cart {
    return this.#carts.create(change, options).cart;
  }

  /** Ends the wait for an order that is created later. */
  close(): void {
    this.#lateOrder.close();
  }

  /** Returns the data of the Storefront API. */
  storefront(): StorefrontData {
    const {checkout, orders, soldOut, records} = this;
    return storefrontData(this.#world, {checkout, orders, soldOut, records, live: this.#live});
  }

  #ordersOf(customer: Customer | null): readonly Order[] {
    return this.orders.filter(({customerId}) => customerId === customer?.id);
  }

  #consent(change: unknown, {capabilities, declined}: Granted): object {
    const {protectedCustomerData} = this.#world.app;
    const granted = {capabilities, declined, protectedCustomerData};
    const {privacy, result} = changeConsent(this.#live.privacy, change, granted);

    this.#live = {...this.#live, privacy};
    return result;
  }

  /** Once the buyer has paid, pages of one order show what the checkout has become. */
  #adoptOrder(session = this.#carts.current): void {
    this.#orders.adopt(session.placed, ({order, buyer}) => {
      if (this.#customers.byId(buyer.id) === undefined) this.#customers.keep(buyer, {password: null});
      if (session === this.#carts.current)
        this.#live = {...this.#live, order, metafields: this.#metafields.shownTo(this.customer, order)};
    });
  }

  #liveOf(customer: Customer | null, kept: Omit<Live, 'customer' | 'order' | 'metafields'>): Live {
    const order = this.#orders.shownTo(customer);
    return {...kept, customer, order, metafields: this.#metafields.shownTo(customer, order)};
  }
}
