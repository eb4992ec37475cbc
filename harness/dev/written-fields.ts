import type {SimulationChange} from '../core/simulation/simulation-change.ts';

/** A value that somebody wrote in a console. */
export interface WrittenField {
  /** The value before it was first written. */
  readonly before: string | null;
  /** The value after it was written. */
  readonly now: string | null;
  /** The change by which a test gives the field this value. */
  readonly change: SimulationChange;
}

/** The change at the start, and the way to know that another customer is signed in. */
export interface WrittenFieldsOptions {
  /** The change that the command line asks for. Default: none. */
  readonly given?: SimulationChange;
  /** Returns the id of the customer who is signed in. Default: nobody is. */
  readonly person?: () => string | undefined;
}

/** The fields that describe the customer or their order. Another customer has others. */
const PERSONAL = /^(?:order|customer)\./;

/** The fields that have separate options, so they are not part of a change. */
const ELSEWHERE = /^(?:locale|localization\.language)$/;

/** The fields of the world that the command line or somebody in a console has written, by id. */
export class WrittenFields {
  readonly #fields = new Map<string, WrittenField>();
  readonly #given: Map<string, SimulationChange>;
  readonly #personNow: () => string | undefined;
  #person: string | undefined;

  constructor({given = {}, person = () => undefined}: WrittenFieldsOptions = {}) {
    this.#given = byField(given);
    this.#personNow = person;
    this.#person = person();
  }

  get(id: string): WrittenField | undefined {
    this.#followPerson();
    return this.#fields.get(id);
  }

  /** Keeps a value; what was there before stays that of the first time. */
  keep(id: string, {before, ...written}: WrittenField): void {
    this.#followPerson();
    const known = this.#fields.get(id);
    // A value that was unset before is null.
    this.#fields.set(id, {...written, before: known === undefined ? before : known.before});
  }

  /** Returns the change by which a test gives all of them their values. Those with their former value are left out. */
  change(): SimulationChange {
    this.#followPerson();
    const written = [...this.#fields.values()].filter(({before, now}) => before !== now);
    return joinChanges([...this.#given.values(), ...written.map(({change}) => change)]);
  }

  /** Returns the fields that somebody has written in a console, also those that have their former value again. */
  written(): ReadonlyMap<string, WrittenField> {
    this.#followPerson();
    return new Map(this.#fields);
  }

  /** Forgets what was written about an earlier customer and their order. */
  #followPerson(): void {
    const person = this.#personNow();
    if (person === this.#person) return;

    this.#person = person;
    for (const fields of [this.#fields, this.#given])
      for (const id of fields.keys()) if (PERSONAL.test(id)) fields.delete(id);
  }
}

/** Returns the change by which a test goes from some written fields to others. */
export function changeBetween(
  before: ReadonlyMap<string, WrittenField>,
  after: ReadonlyMap<string, WrittenField>,
): SimulationChange {
  const changed = [...after].filter(([id, field]) => {
    const earlier = before.get(id);
    return earlier === undefined ? field.before !== field.now : earlier.now !== field.now;
  });
  return joinChanges(changed.map(([, {change}]) => change));
}

/** Splits a change into one for each field. */
function byField(given: SimulationChange): Map<string, SimulationChange> {
  const fields = Object.entries(given).flatMap(([part, value]) => {
    if (!isObject(value)) return [[part, {[part]: value}] as const];
    return Object.entries(value).map(([key, each]) => [`${part}.${key}`, {[part]: {[key]: each}}] as const);
  });
  return new Map(fields.filter(([id]) => !ELSEWHERE.test(id)));
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
