import type {SimulationChange} from '../../core/simulation/simulation-change.ts';

/** A value that somebody wrote in a console. */
export interface WrittenField {
  /** The value before it was first written. */
  readonly before: string | null;
  /** The value after it was written. */
  readonly now: string | null;
  /** The change by which a test gives the field this value. */
  readonly change: SimulationChange;
}

/** The fields of the world that somebody has written in a console, by id. */
export class WrittenFields {
  readonly #fields = new Map<string, WrittenField>();

  get(id: string): WrittenField | undefined {
    return this.#fields.get(id);
  }

  /** Keeps a value; what was there before stays that of the first time. */
  keep(id: string, {before, ...written}: WrittenField): void {
    const known = this.#fields.get(id);
    // A value that was unset before is null.
    this.#fields.set(id, {...written, before: known === undefined ? before : known.before});
  }

  /** Forgets the fields that went with another order or customer. */
  forget(isGone: (id: string) => boolean): void {
    for (const id of this.#fields.keys()) if (isGone(id)) this.#fields.delete(id);
  }

  /** Returns the change by which a test gives all of them their values. Those with their former value are left out. */
  change(): SimulationChange {
    const changed = [...this.#fields.values()].filter(({before, now}) => before !== now);
    return joinChanges(changed.map(({change}) => change));
  }

  /** Returns the change of a test for each field that was written, also for one that has its former value again. */
  changes(): ReadonlyMap<string, WrittenField> {
    return new Map(this.#fields);
  }
}

/** Joins changes of a test to one. */
export function joinChanges(changes: readonly SimulationChange[]): SimulationChange {
  const joined: Record<string, unknown> = {};
  for (const change of changes)
    for (const [part, value] of Object.entries(change)) {
      const known = joined[part];
      const both = isObject(known) && isObject(value) ? {...known, ...value} : value;
      joined[part] = both;
    }
  return joined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
