import type {CustomerOption} from '../world/people.ts';
import type {ShopCustomers} from '../world/shop-customers.ts';
import type {World} from '../world/world.ts';
import type {LateOrder} from './late-order.ts';

/** The parts of a simulation that its live world begins with. */
export interface LiveWorldParts {
  readonly world: World;
  /** Returns the simulated time, in milliseconds since 1970. */
  readonly now: () => number;
  /** The person who is signed in at the start. */
  readonly customer: CustomerOption;
  readonly customers: ShopCustomers;
  /** The language of the pages at the start, in BCP 47. */
  readonly locale: string;
  readonly lateOrder: Pick<LateOrder, 'defer' | 'close'>;
}
