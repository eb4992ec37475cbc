import type {VNode} from 'preact';
import type {IconName} from '../parts/icon.tsx';
import type {PanelName} from './place.ts';

/** The keys of a panel. */
export interface PanelKeys {
  /** All keys with their effects, for people. The first ones are below the panel. */
  readonly hints: readonly (readonly [keys: string, effect: string])[];
  /** The effects of single keys outside of fields and popovers, by the name of the key. */
  readonly keys: Readonly<Record<string, (event: KeyboardEvent) => void>>;
  /** Handles a key in a field, such as Escape. */
  readonly leaveField: (event: KeyboardEvent) => void;
}

/** A key, or a few that belong together, with their effect. */
export interface KeyBinding {
  /** The keys as people read them, with spaces between: `↑ ↓`. */
  readonly label: string;
  readonly effect: string;
  /** The effects by the name of the key. */
  readonly on: PanelKeys['keys'];
}

/** Makes the hints and the effects of a panel from one table, so that they agree. */
export function keysOf(bindings: readonly KeyBinding[]): Pick<PanelKeys, 'hints' | 'keys'> {
  return {
    hints: bindings.map(({label, effect}) => [label, effect] as const),
    keys: Object.assign({}, ...bindings.map(({on}) => on)) as PanelKeys['keys'],
  };
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
  /** Counts what the panel lists, with the words after the number: "given out". */
  readonly count?: {readonly of: () => number; readonly what: string};
  /** Whether something on the panel differs from the start. */
  readonly deviates?: () => boolean;
}
