import {SimhostError} from '../../errors.ts';
import {CHANGE_MEMBERS} from '../../wire/change-members.ts';
import {needsDelivery} from '../../wire/checkout.ts';
import type {ChangeMember} from '../../wire/change-members.ts';
import type {BuyerActions} from '../../wire/buyer-actions.ts';
import type {Checkout} from '../../wire/checkout.ts';
import {stepsIn} from '../../wire/checkout-steps.ts';
import type {Order} from '../../wire/order.ts';
import {NEW_CART} from '../world/cart.ts';
import type {Cart, CartChange, CartDetails} from '../world/cart.ts';
import {performBuyerAction} from '../world/buyer.ts';
import {atStep, changeCheckout, createCheckout} from '../world/checkout.ts';
import type {ChangeContext} from '../world/change-result.ts';
import type {CheckoutChange} from '../world/checkout.ts';
import {withTotals} from '../world/checkout-cost.ts';
import {applyChange} from '../world/checkout-changes.ts';
import {numberOf} from '../world/gid.ts';
import type {Customer} from '../world/people.ts';
import {LineIds} from '../world/line-ids.ts';
import {guestBuyer, placedOrder} from '../world/placed-order.ts';
import type {World} from '../world/world.ts';

export interface Placed {
  readonly order: Order;
  readonly buyer: Customer;
}

/** The parts of a simulation that a checkout needs. */
export interface CheckoutSessionOptions {
  /** Returns the world as it is at the time of the call. */
  readonly world: () => World;
  readonly now: () => number;
  /** Returns the number of orders that other checkouts have become. */
  readonly ordersBefore: () => number;
  /** The buyer who has opened the checkout, null for a guest; undefined for a cart that nobody has opened. */
  readonly customer: Customer | null | undefined;
}

/**
 * The checkout of one simulation: changed by extensions, by the buyer on the page and by the test, until it is
 * an order.
 */
export class CheckoutSession {
  readonly #worldNow: () => World;
  readonly #now: () => number;
  readonly #ordersBefore: () => number;
  readonly #lineIds = new LineIds();
  #customer: Customer | null;
  #checkout: Checkout;
  #details: Omit<CartDetails, 'customer'> = NEW_CART;
  #isOpened: boolean;
  #placed: Placed | null = null;
  readonly #createdAt: number;
  #updatedAt: number;

  constructor({world, now, ordersBefore, customer}: CheckoutSessionOptions) {
    this.#worldNow = world;
    this.#now = now;
    this.#ordersBefore = ordersBefore;
    this.#isOpened = customer !== undefined;
    this.#customer = customer ?? null;
    this.#checkout = createCheckout(this.#world, this.#customer);
    this.#createdAt = now();
    this.#updatedAt = this.#createdAt;
  }

  get #world(): World {
    return this.#worldNow();
  }

  get checkout(): Checkout {
    return this.#checkout;
  }

  /** The checkout as a cart of the Storefront API. */
  get cart(): Cart {
    return {
      checkout: this.#checkout,
      customer: this.#customer,
      ...this.#details,
      createdAt: new Date(this.#createdAt).toISOString(),
      updatedAt: new Date(this.#updatedAt).toISOString(),
    };
  }

  /** The order that the checkout has become, with its buyer; null before. */
  get placed(): Placed | null {
    return this.#placed;
  }

  /** Somebody else is the buyer now; the cart stays. */
  setBuyer(customer: Customer | null): void {
    this.#customer = customer;
    if (this.#placed !== null) return;

    const {contact, shippingAddress, billingAddress} = createCheckout(this.#world, customer);
    this.#checkout = withTotals(
      {...this.#checkout, contact, shippingAddress, billingAddress},
      this.#world.offers,
    );
  }

  /** Changes the checkout as a test asks. If it throws, nothing is changed. */
  change(change: CheckoutChange): void {
    this.#become(changeCheckout(this.#checkout, change, this.#world));
  }

  /** Changes the cart by a mutation of the Storefront API. If it throws, nothing is changed. */
  changeCart({checkout = {}, customer = this.#customer, ...details}: CartChange): void {
    const changed = this.#withLineIds(changeCheckout(this.#checkout, checkout, this.#world));
    this.#customer = customer;
    this.#details = {...this.#details, ...details};
    this.#become(changed);
  }

  /** The buyer opens the checkout of a cart. What nobody has entered is that of the buyer. */
  open(buyer: Customer | null): void {
    if (this.#isOpened) return;
    this.#isOpened = true;
    this.#customer ??= buyer;
    if (this.#placed !== null || buyer === null) return;

    const {contact, shippingAddress, billingAddress} = this.#checkout;
    const own = createCheckout(this.#world, buyer);
    const opened = {
      ...this.#checkout,
      contact: {email: contact.email ?? own.contact.email, phone: contact.phone ?? own.contact.phone},
      shippingAddress: shippingAddress ?? own.shippingAddress,
      billingAddress: billingAddress ?? own.billingAddress,
    };
    this.#checkout = withTotals(opened, this.#world.offers);
  }

  /** Moves the buyer to the step that shows a target. */
  goToStep(page: string, target: string): void {
    if (page === 'run') return;
    if (page !== 'thank-you' && this.#placed !== null) throw completed(target);
    if (page === 'thank-you' && this.#checkout.lines.length === 0) throw emptyCart(target);
    if (page === 'shipping' && needsDelivery(this.#checkout) && this.#checkout.deliveryGroups.length === 0)
      throw noAddress(target);

    // A one-page checkout shows the targets of all steps before the thank-you page.
    const step = stepsIn(this.#checkout.layout).find((each) => each === page);
    if (step !== undefined) this.#become(withTotals(atStep(this.#checkout, step), this.#world.offers));
  }

  /** An extension asks for a change by a member of its API. */
  apply(member: string, change: unknown, context: Pick<ChangeContext, 'apiVersion' | 'soldOut'>): object {
    if (!isChangeMember(member)) throw new SimhostError('ERR_UNKNOWN_ASK', `A checkout has no ${member}.`);
    const {checkout, result} = applyChange(this.#checkout, member, change, {...this.#world, ...context});
    this.#become(this.#withLineIds(checkout));
    return result;
  }

  /** The buyer does something on the page. */
  act(action: string, given: unknown): object {
    const {checkout, result} = performBuyerAction(
      this.#checkout,
      action as keyof BuyerActions,
      given as BuyerActions[keyof BuyerActions],
      this.#world,
    );

    this.#become(this.#withLineIds(checkout));
    return result;
  }

  /** Returns the current id of a cart line by an earlier one; undefined for an id that was not replaced. */
  currentLineId(earlier: string): string | undefined {
    return this.#lineIds.currentOf(earlier);
  }

  /** Renews the ids of lines after an operation that changed them, if the option says so. */
  #withLineIds(next: Checkout): Checkout {
    if (this.#world.checkoutRules.lineIds === 'stable') return next;
    return JSON.stringify(next.lines) === JSON.stringify(this.#checkout.lines)
      ? next
      : this.#lineIds.renew(next);
  }

  #become(next: Checkout): void {
    if (next !== this.#checkout) this.#updatedAt = this.#now();
    this.#checkout = next.step === 'thank-you' && next.confirmation === null ? this.#complete(next) : next;
  }

  #complete(checkout: Checkout): Checkout {
    const world = worldAfter(this.#world, this.#ordersBefore());
    const buyer = this.#customer ?? guestBuyer(checkout, world);
    const order = placedOrder(checkout, world, buyer, this.#now());
    this.#placed = {order, buyer};
    const isFirstOrder = !this.#world.orders.some(({customerId}) => customerId === buyer.id);

    return {
      ...checkout,
      confirmation: {order: {id: order.id}, number: order.confirmationNumber, isFirstOrder},
    };
  }
}

/** Returns the world with the ids of the next order and customer after a number of placed orders. */
function worldAfter(world: World, count: number): World {
  const {nextOrder, nextCustomer} = world;
  if (count === 0) return world;

  const number = Number(numberOf(nextOrder.id)) + count;
  const {confirmationNumber} = nextOrder;
  return {
    ...world,
    nextOrder: {
      id: `gid://shopify/Order/${number}`,
      name: `#${number}`,
      confirmationNumber: confirmationNumber.slice(count) + confirmationNumber.slice(0, count),
    },
    nextCustomer: {id: `gid://shopify/Customer/${Number(numberOf(nextCustomer.id)) + count}`},
  };
}

function isChangeMember(member: string): member is ChangeMember {
  return (CHANGE_MEMBERS as readonly string[]).includes(member);
}

function completed(target: string): SimhostError {
  return new SimhostError(
    'ERR_CHECKOUT_COMPLETED',
    `"${target}" shows before the buyer has paid; this checkout is completed.`,
    {
      next:
        'Mount it before the checkout is completed, or in a separate test; in simhost dev, type ' +
        '"restart".',
    },
  );
}

function emptyCart(target: string): SimhostError {
  return new SimhostError(
    'ERR_EMPTY_CART',
    `"${target}" shows after the buyer has paid, but the cart is empty.`,
    {
      next:
        'Put a line into it: host.update({checkout: {lines: ' +
        '[{merchandiseId: "gid://shopify/ProductVariant/30011"}]}}).',
    },
  );
}

function noAddress(target: string): SimhostError {
  return new SimhostError(
    'ERR_NO_ADDRESS',
    `"${target}" needs delivery options, and no delivery address is set.`,
    {
      next:
        "Use a customer with one: customer: 'ada' in a test, --customer ada on the command line. " +
        'Or set one in a test: host.update({checkout: {shippingAddress: ' +
        "{address1: '1 Road', countryCode: 'US', zip: '10001'}}}).",
    },
  );
}
