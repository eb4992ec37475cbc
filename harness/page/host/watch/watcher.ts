import type {FoundByRole} from '../../../wire/deed.ts';
import type {PageLook} from '../../../wire/page-look.ts';

/** The object that the watcher leaves to the page, as `simhostWatcher`. */
export interface Watcher {
  /** Lists what a container shows: headings, controls and messages with a name, in order. */
  contentOf(container: Element): readonly FoundByRole[];
  /** Shows the extensions as the author wants to see them. */
  look(look: PageLook): void;
}
