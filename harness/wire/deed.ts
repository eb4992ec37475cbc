import {isRecord} from '../records.ts';

/** A control on the page, as a test finds it by `getByRole`. */
export interface FoundByRole {
  /** The ARIA role. */
  readonly role: string;
  /** The accessible name. */
  readonly name: string;
  /** Whether another control's name contains this one, so that only the exact name finds it. */
  readonly exact: boolean;
  /** The position among the controls with this role and name, from 0; `null` if there is one alone. */
  readonly nth: number | null;
}

/** Something that a person did on the page of `simhost dev`. */
export interface Deed {
  /** The id of the mount whose control it was; `null` for a control of the page itself. */
  readonly mount: string | null;
  readonly control: FoundByRole;
  readonly action: DeedAction;
  /** The text that was entered, the label of the chosen option, or the key. `null` for the other actions. */
  readonly value: string | null;
}

/** The actions, by the names of Playwright's methods. */
export const DEED_ACTIONS = ['click', 'fill', 'check', 'uncheck', 'selectOption', 'press'] as const;

export type DeedAction = (typeof DEED_ACTIONS)[number];

/** The event by which the page's watcher reports a deed. Its detail is the deed. */
export const DEED_EVENT = 'simhost-deed';

/** The file of the watcher, below `/.simhost/`. */
export const WATCHER_FILE = 'watcher.js';

/**
 * Reads a deed that a page reports; `null` for anything else. Code on the page can report anything, and a deed becomes code
 * of a copied test.
 */
export function readDeed(value: unknown): Deed | null {
  if (!isRecord(value)) return null;
  const {mount, control, action, value: entered} = value;
  const found = readControl(control);
  const done = DEED_ACTIONS.find((each) => each === action);
  if (found === null || done === undefined || !isTextOrNull(mount) || !isTextOrNull(entered)) return null;
  return {mount, control: found, action: done, value: entered};
}

function readControl(value: unknown): FoundByRole | null {
  if (!isRecord(value)) return null;
  const {role, name, exact, nth} = value;
  const isPosition = nth === null || (typeof nth === 'number' && Number.isSafeInteger(nth) && nth >= 0);
  if (typeof role !== 'string' || typeof name !== 'string' || typeof exact !== 'boolean' || !isPosition)
    return null;
  return {role, name, exact, nth};
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}
