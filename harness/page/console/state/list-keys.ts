import {focusOn} from '../parts/focus.ts';
import type {PanelKeys} from './panel.ts';

/** A list whose rows are chosen by keys. */
export interface KeyedList<Key> {
  /** The keys of all rows, in order. */
  readonly rows: () => readonly Key[];
  readonly selected: () => Key | null;
  readonly select: (key: Key) => void;
  /** The CSS selector of a row. */
  readonly rowOf: (key: Key) => string;
}

/** Selects a row by its place, and focuses it. A negative place counts from the end. */
export function selectAt<Key>(list: KeyedList<Key>, place: number): void {
  const key = list.rows().at(place);
  if (key === undefined) return;
  list.select(key);
  requestAnimationFrame(() => focusOn(list.rowOf(key)));
}

/** The keys that move through a list: arrows, j and k, Home and End. */
export function listKeys<Key>(list: KeyedList<Key>): PanelKeys['keys'] {
  const move = (by: number): void => {
    const rows = list.rows();
    const selected = list.selected();
    const place = selected === null ? -1 : rows.indexOf(selected);
    const from = place === -1 && by < 0 ? rows.length : place;
    selectAt(list, Math.min(rows.length - 1, Math.max(0, from + by)));
  };

  return {
    ArrowDown: () => move(1),
    j: () => move(1),
    ArrowUp: () => move(-1),
    k: () => move(-1),
    Home: () => selectAt(list, 0),
    End: () => selectAt(list, -1),
  };
}
