import type {VNode} from 'preact';
import type {IconName} from './icon.tsx';
import type {PanelName} from './place.ts';

/** The keys of a panel. */
export interface PanelKeys {
  /** The keys that the hints show, with their effects. */
  readonly hints: readonly (readonly [keys: string, effect: string])[];
  /** The effects of single keys outside of fields and popovers, by the name of the key. */
  readonly keys: Readonly<Record<string, (event: KeyboardEvent) => void>>;
  /** Handles a key in a field, such as Escape. */
  readonly leaveField: (event: KeyboardEvent) => void;
}

/** A panel of the console, with its tab. */
export interface Panel extends PanelKeys {
  readonly name: PanelName;
  readonly label: string;
  readonly icon: IconName;
  /** Draws the panel. Only that of the open panel is called. */
  readonly View: () => VNode;
  /** Counts the problems that the tab shows in red. */
  readonly problems?: () => number;
  /** Whether something on the panel differs from the start. */
  readonly deviates?: () => boolean;
}
