import type {Order} from '../../../world/orders.ts';
import type {SubscriptionContract} from '../../../world/subscriptions.ts';
import type {CreditCard, PaymentInstrument} from '../../../world/wallet.ts';
import {translateContract, translateOrder} from '../../../world/translations/translated-purchases.ts';
import type {Translator} from '../../../world/translations/translator.ts';
import {denying} from './access-denied.ts';
import {findOrder, ordersOf} from './account-orders.ts';
import type {CustomerAccount} from './account-state.ts';
import {resolveCustomer} from './customer-resolver.ts';
import {resolveDraftOrder} from './draft-order.ts';
import type {ResolvedDraftOrder} from './draft-order.ts';
import type {ResolvedCustomer} from './customer-resolver.ts';
import {resolveOrder} from './order-resolver.ts';
import type {ResolvedOrder} from './order-resolver.ts';
import {resolveInstrument} from './payment-instrument.ts';
import type {ResolvedInstrument} from './payment-instrument.ts';
import {resolveSubscription} from './subscription-resolver.ts';
import type {ResolvedSubscription} from './subscription-resolver.ts';

/** Fields that require a login: those of this schema that Shopify does not mark "pre-auth accessible". */
const SIGNED_IN_ONLY = {
  customer: [
    'addresses',
    'companyContacts',
    'creditCard',
    'creditCards',
    'defaultAddress',
    'draftOrders',
    'displayName',
    'firstName',
    'lastName',
    'orders',
    'paymentInstrument',
    'paymentInstruments',
    'paypalBillingAgreement',
    'subscriptionContract',
    'subscriptionContracts',
    'tags',
  ],
  order: ['draftOrder', 'phone', 'subscriptionContracts', 'updatedAt'],
};

/** The objects of an account, which refer to each other. Each is resolved from the state at the time of the call. */
export class AccountGraph {
  readonly #account: () => CustomerAccount;
  readonly #translator: Translator;

  constructor(account: () => CustomerAccount, translator: Translator) {
    this.#account = account;
    this.#translator = translator;
  }

  /** Resolves the customer who is signed in, or the buyer of the page's order. */
  customer(): ResolvedCustomer {
    const {app, shop, customer, buyer, metafields, addressBook, records} = this.#account();
    const {wallet} = records();

    const resolved = resolveCustomer(customer ?? buyer, {
      shop,
      approval: app.protectedCustomerData,
      return: (id) => this.return(id),
      records: records(),
      draftOrders: () => this.draftOrders(),
      orders: ordersOf(this.#account()).map((order) => this.order(order)),
      metafields,
      addressBook,
      subscriptions: () => this.#subscriptions().map((contract) => this.subscription(contract)),
      instruments: () => wallet.map((instrument) => this.#instrument(instrument)),
    });

    return customer === null ? denying(resolved, SIGNED_IN_ONLY.customer) : resolved;
  }

  /** Resolves an order. */
  order(order: Order): ResolvedOrder {
    const {customer, shop, language, products, metafields, records} = this.#account();
    const translator = this.#translator;

    const resolved = resolveOrder(translateOrder(order, translator, products), {
      shop,
      translator,
      language,
      metafields,
      products,
      details: records().returnDetails,
      customer: () => this.customer(),
      draftOrder: () => this.draftOrders().find(({orderId}) => orderId === order.id) ?? null,
      purchasingEntity: () => this.#purchasingEntity(),
      subscriptions: this.#subscriptions().filter(({originOrderId}) => originOrderId === order.id),
      resolveSubscription: (contract) => this.subscription(contract),
    });

    return customer === null ? denying(resolved, SIGNED_IN_ONLY.order) : resolved;
  }

  /** Resolves an order by its id: the page's, or one of the customer who is signed in; null for any other. */
  orderOf(id: string): ResolvedOrder | null {
    const found = findOrder(this.#account(), id);
    return found === undefined ? null : this.order(found);
  }

  /** Resolves a return of one of the orders by its id; null for any other. */
  return(id: string): object | null {
    const {order, customer} = this.#account();
    const all = customer === null ? [order] : [order, ...ordersOf(this.#account())];
    return all.map((each) => this.order(each).return({id})).find((found) => found !== null) ?? null;
  }

  /** Resolves the draft orders of the customer. */
  draftOrders(): readonly ResolvedDraftOrder[] {
    const {shop, products, records} = this.#account();
    const translated = records().draftOrders.map((draft) => ({
      ...draft,
      contents: translateOrder(draft.contents, this.#translator, products),
    }));

    return translated.map((draft) =>
      resolveDraftOrder(draft, {
        shop,
        customer: () => this.customer(),
        order: (id) => this.orderOf(id),
        purchasingEntity: () => this.#purchasingEntity(),
      }),
    );
  }

  /** Resolves the contact of the company that the customer buys for; null for everybody else. */
  contact(): object | null {
    return this.customer().companies[0]?.contact ?? null;
  }

  /** Resolves a subscription contract. */
  subscription(contract: SubscriptionContract): ResolvedSubscription {
    const {app, now, products, records} = this.#account();

    return resolveSubscription(translateContract(contract, this.#translator, products), {
      app,
      translator: this.#translator,
      now: now(),
      order: (id) => this.orderOf(id),
      paymentInstrument: (id) => {
        const found = records().wallet.find((known) => known.id === id);
        return found === undefined ? null : this.#instrument(found);
      },
    });
  }

  #purchasingEntity(): object {
    const customer = this.customer();
    const [company] = customer.companies;
    return company === undefined ? customer : {...company, __typename: 'PurchasingCompany'};
  }

  #instrument(instrument: PaymentInstrument): ResolvedInstrument {
    const {now, records} = this.#account();

    return resolveInstrument(instrument, {
      now: now(),
      defaultId: records().defaultInstrumentId,
      subscriptions: this.#subscriptions(),
      resolveSubscription: (contract) => this.subscription(contract),
      ordersOf: (card) => this.#paidBy(card).map((order) => this.order(order)),
    });
  }

  #paidBy({brand, lastDigits}: CreditCard): readonly Order[] {
    return ordersOf(this.#account()).filter(
      ({payment}) => payment.lastDigits === lastDigits && payment.brand.toLowerCase() === brand,
    );
  }

  #subscriptions(): readonly SubscriptionContract[] {
    return this.#account().records().subscriptions;
  }
}
