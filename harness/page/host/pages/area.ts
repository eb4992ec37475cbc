import type {ChangeResult} from '../../../wire/change-members.ts';
import type {SelectedResource} from '../../../wire/admin-subject.ts';
import type {BuyerActions} from '../../../wire/buyer-actions.ts';
import type {Mount, PageState} from '../../../wire/control.ts';
import type {PrintDocuments} from '../print-documents.ts';
import type {Verdict} from '../surfaces/checkout/buyer-journey.ts';

/**
 * The part of a host page that belongs to one surface. A page may have several areas, which do not know each
 * other.
 */
export interface Area {
  readonly root: HTMLElement;
  /** The title of the page if this area is its first. */
  readonly title: string;
  /** Makes the area equal to a state. */
  show(state: PageState): void;
  /** Puts the container of a mount of this surface at its place. */
  place(mount: Mount, container: HTMLElement): void;
  /** Shows another address of the page. */
  goTo(path: string): void;
  /** Shows or hides what leads to a mount, once it has started. Only the admin has menus. */
  rendered?(mount: Mount, isShown: boolean): void;
  /** Shows the errors of interceptors, in place of those before. */
  showErrors(errors: readonly string[]): void;
}

/** The events that an area sends to the page. */
export interface AreaEvents {
  /**
   * Runs a function soon, once for all calls with it. Slow drawing waits until the extensions have started.
   */
  draw(run: () => void): void;
  /** Follows a link of the page itself. */
  follow(href: string): void;
  /** Reports that the user closed the dialog of a mount. */
  dismiss(mount: Mount): void;
  /** Opens an extension again by an entry of a menu, with the selected resources of a list. */
  open(mount: Mount, selected: readonly SelectedResource[] | null): void;
  /** Performs an action of the buyer on the checkout. Resolves with the simulation's answer. */
  act<Action extends keyof BuyerActions>(action: Action, given: BuyerActions[Action]): Promise<ChangeResult>;
  /** Reports that the pointer is over the button by which the buyer proceeds. */
  pointedAtPrimary(label: string): void;
  /** Asks the extensions with an interceptor whether the buyer may proceed. The page shows their errors. */
  mayProgress(): Promise<Verdict>;
  /** The documents of print actions. */
  readonly documents: PrintDocuments;
}
