import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {PEOPLE} from '../../core/world/people.ts';
import type {ConsoleExtension, ConsoleState, ConsoleWelcome} from '../../wire/console.ts';
import type {ShownPage} from '../shown-page.ts';

/** The documented people and the guest, as a console offers them. */
export function knownPeople(): ConsoleWelcome['people'] {
  const people = Object.entries(PEOPLE).map(([name, {firstName, lastName, company}]) => ({
    name,
    label: `${firstName} ${lastName}`,
    note: company === null ? 'has orders' : `buys for ${company.name}`,
  }));

  return [...people, {name: 'guest', label: 'Guest', note: 'not signed in'}];
}

/** The part of a console's state that the simulation and its page determine. */
export type SimulationFacts = Pick<
  ConsoleState,
  | 'clock'
  | 'skews'
  | 'customer'
  | 'language'
  | 'languages'
  | 'country'
  | 'currency'
  | 'timezone'
  | 'address'
  | 'extensions'
  | 'armed'
>;

/** Reads everything that the strip shows about a simulation. */
export function simulationFacts(simulation: SimulationCore, page: ShownPage): SimulationFacts {
  const {customer, localization} = simulation.pages.state();
  const {languages, ...facts} = page.facts();
  const {language, country, currency, timezone} = localization;
  const known = Object.entries(PEOPLE).find(([, {id}]) => id === customer?.id);
  const armed = simulation.armedCases().filter(({times, delivered}) => delivered < times);

  return {
    clock: simulation.clock.state,
    skews: simulation.clock.skews,
    customer: {
      name: customer === null ? 'guest' : (known?.[0] ?? null),
      label: customer === null ? 'Guest' : `${customer.firstName} ${customer.lastName}`.trim(),
    },
    language,
    languages: languages === null ? [] : [...new Set(['en', ...languages, language])],
    country,
    currency,
    timezone,
    ...facts,
    armed: armed.map(({id, times, delivered}) => ({
      id,
      times: times === Infinity ? null : times - delivered,
    })),
  };
}

/** Describes what a console shows without the facts of a build: a Mini, a store, a page of Vite, a failed extension. */
export function withoutBuild(handle: string, name: string): ConsoleExtension {
  return {
    handle,
    name,
    target: '',
    targets: [],
    failure: null,
    buildTime: null,
    hasNetworkAccess: true,
    isBuilding: false,
  };
}
