import type {SimulationChange} from '../../core/simulation/simulation-change.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {PEOPLE} from '../../core/world/people.ts';
import type {StaffName} from '../../core/world/staff.ts';
import type {Customer} from '../../core/world/people.ts';
import type {ClockState, PartySkews} from '../../clock.ts';
import type {WrittenField} from '../written-fields.ts';

/** The customer, language and clock that a test sets up before it mounts the extension. */
export interface TestSetup {
  /** A documented person by name, one of the author's own, or `null` for a guest. */
  readonly customer: string | Customer | null;
  /** The staff member who uses the admin. */
  readonly staff: StaffName;
  readonly locale: string;
  readonly clock: ClockState;
  /** The milliseconds by which the clock of each party is ahead of it. */
  readonly skews: PartySkews;
}

/** The fields of the world that differ from a drawn one, as far as tests can give them. */
export interface WrittenWorld {
  /** Returns the change by which a test gives all of them their values. */
  readonly change: () => SimulationChange;
  /** Returns each field that somebody has written while the page is shown. */
  readonly written: () => ReadonlyMap<string, WrittenField>;
}

/** The world of a page that no console writes fields of. */
export const DRAWN_WORLD: WrittenWorld = {change: () => ({}), written: () => new Map()};

/** Reads what a test has to set up to begin as a simulation is now. */
export function testSetupOf(simulation: SimulationCore): TestSetup {
  return {
    customer: nameOf(simulation.customer),
    staff: simulation.appAccess.staffName,
    locale: simulation.pages.state().localization.language,
    clock: simulation.clock.state,
    skews: simulation.clock.skews,
  };
}

/** Names a documented person. */
function nameOf(customer: Customer | null): TestSetup['customer'] {
  const known = Object.entries(PEOPLE).find(([, {id}]) => id === customer?.id);
  return known?.[0] ?? customer;
}
