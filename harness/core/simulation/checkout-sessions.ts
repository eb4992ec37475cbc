import type {Cart, CartChange} from '../world/cart.ts';
import {cartToken} from '../world/cart-id.ts';
import type {Customer} from '../world/people.ts';
import type {World} from '../world/world.ts';
import {CheckoutSession} from './checkout-session.ts';

/** The carts of one simulation. One of them is the checkout that pages show. */
export class CheckoutSessions {
  readonly #world: () => World;
  readonly #now: () => number;
  #all: readonly CheckoutSession[];
  #current: CheckoutSession;

  constructor({world, now, customer}: {world: () => World; now: () => number; customer: Customer | null}) {
    this.#world = world;
    this.#now = now;
    this.#current = new CheckoutSession({world, customer, ...this.#ofOrders()});
    this.#all = [this.#current];
  }

  /** The checkout that pages show. */
  get current(): CheckoutSession {
    return this.#current;
  }

  /** Finds a cart by its token. */
  byToken(token: string): CheckoutSession | undefined {
    return this.#all.find(({checkout}) => checkout.token === token);
  }

  /**
   * Makes another cart, of a guest, and with nothing in it. If the change throws, nothing is made.
   *
   * @param isCheckout whether pages show its checkout from now on
   */
  create(change: (cart: Cart) => CartChange, {isCheckout}: {isCheckout: boolean}): CheckoutSession {
    const made = new CheckoutSession({world: this.#nextWorld(), customer: undefined, ...this.#ofOrders()});

    made.changeCart({checkout: {lines: []}});
    made.changeCart(change(made.cart));
    this.#all = [...this.#all, made];
    if (isCheckout) this.#current = made;
    return made;
  }

  /** Begins another checkout with the lines of the start, which pages show from now on. */
  startAgain(customer: Customer | null): void {
    this.#current = new CheckoutSession({world: this.#nextWorld(), customer, ...this.#ofOrders()});
    this.#all = [...this.#all, this.#current];
  }

  /** Returns the world with the token of the next cart. */
  #nextWorld(): () => World {
    const world = this.#world;
    const checkoutToken = cartToken(world().checkoutToken, this.#all.length);
    return () => ({...world(), checkoutToken});
  }

  #ofOrders(): {readonly now: () => number; readonly ordersBefore: () => number} {
    return {now: this.#now, ordersBefore: () => this.#all.filter(({placed}) => placed !== null).length};
  }
}
