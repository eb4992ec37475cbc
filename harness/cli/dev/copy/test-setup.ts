import type {SimulationCore} from '../../../core/simulation/simulation-core.ts';
import {PEOPLE} from '../../../core/world/people.ts';
import type {Customer} from '../../../core/world/people.ts';
import type {ClockState} from '../../../clock.ts';

/** The situation that a test sets up before it mounts the extension. */
export interface Situation {
  /** A documented person by name, one of the author's own, or `null` for a guest. */
  readonly customer: string | Customer | null;
  readonly locale: string;
  readonly clock: ClockState;
}

/** Reads the situation of a simulation as it is now. */
export function situationOf(simulation: SimulationCore): Situation {
  return {
    customer: nameOf(simulation.customer),
    locale: simulation.pages.state().localization.language,
    clock: simulation.clock.state,
  };
}

/** Names a documented person. */
function nameOf(customer: Customer | null): Situation['customer'] {
  const known = Object.entries(PEOPLE).find(([, {id}]) => id === customer?.id);
  return known?.[0] ?? customer;
}
