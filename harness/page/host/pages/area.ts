import type {BuyerActions, ChangeResult} from '../../../wire/checkout.ts';
import type {Mount, PageState} from '../../../wire/control.ts';
import type {Verdict} from '../surfaces/checkout/buyer-journey.ts';

/** What one surface shows on a host page. Areas of several surfaces may stand on one page; none knows of another. */
export interface Area {
  readonly root: HTMLElement;
  /** What the page is called where this area is its first. */
  readonly title: string;
  /** Makes the area equal to a state. */
  show(state: PageState): void;
  /** Puts the container of a mount of this surface at its place. */
  place(mount: Mount, container: HTMLElement): void;
  /** Somebody has gone to another address on this page. */
  goTo(path: string): void;
}

export interface AreaEvents {
  /** Runs this soon, once for all that ask with the same function; what takes time to draw waits for extensions to start. */
  draw(run: () => void): void;
  /** A link of the page itself was clicked. */
  follow(href: string): void;
  /** The user closed the dialog of a mount. */
  dismiss(mount: Mount): void;
  /** The buyer does something to the checkout; answers how the simulation took it. */
  act<Deed extends keyof BuyerActions>(deed: Deed, given: BuyerActions[Deed]): Promise<ChangeResult>;
  /** PageRequests the extensions that want to be asked before the buyer goes on. */
  mayProgress(): Promise<Verdict>;
}
