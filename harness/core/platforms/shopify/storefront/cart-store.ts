import type {Cart, CartChange} from '../../../world/cart.ts';

/** The carts of a shop. One of them is the checkout that pages show. */
export interface CartStore {
  /** Finds a cart by its token. */
  find(token: string): Cart | undefined;
  /** Changes a cart by a mutation. Pages follow if it is the checkout. If it throws, nothing is changed. */
  change(token: string, change: CartChange, mutation: string): void;
  /** Makes another cart. It is the checkout from now on, unless pages show one. */
  create(change: (cart: Cart) => CartChange): Cart;
  /** Reports the id of a line that the last changes replaced. */
  reportLineId(id: string): void;
}
