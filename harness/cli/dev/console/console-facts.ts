import type {SimulationCore} from '../../../core/simulation/simulation-core.ts';
import {PEOPLE} from '../../../core/world/people.ts';
import type {ConsoleExtension, ConsoleState, ConsoleWelcome} from '../../../wire/console.ts';
import type {ShownExtension} from '../shown-extension.ts';

/** The documented people and the guest, as a console offers them. */
export function knownPeople(): ConsoleWelcome['people'] {
  const people = Object.entries(PEOPLE).map(([name, {firstName, lastName, company}]) => ({
    name,
    label: `${firstName} ${lastName}`,
    note: company === null ? 'has orders' : `buys for ${company.name}`,
  }));

  return [...people, {name: 'guest', label: 'Guest', note: 'not signed in'}];
}

/** The part of a console's state that the simulation and its extensions determine. */
export type SimulationFacts = Pick<
  ConsoleState,
  | 'clock'
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
export function simulationFacts(
  simulation: SimulationCore,
  shown: readonly ShownExtension[],
): SimulationFacts {
  const {customer, localization, mounts} = simulation.pages.state();
  const {language, country, currency, timezone} = localization;
  const known = Object.entries(PEOPLE).find(([, {id}]) => id === customer?.id);
  const armed = simulation.armedCases().filter(({times, delivered}) => delivered < times);
  const declared = mounts.flatMap(({translations}) => Object.keys(translations.byLocale));

  return {
    clock: simulation.clock.state,
    customer: {
      name: customer === null ? 'guest' : (known?.[0] ?? null),
      label: customer === null ? 'Guest' : `${customer.firstName} ${customer.lastName}`.trim(),
    },
    language,
    languages: [...new Set(['en', ...declared, language])],
    country,
    currency,
    timezone,
    address: addressOf(simulation, shown),
    extensions: extensionsOf(simulation, shown),
    armed: armed.map(({id, times, delivered}) => ({
      id,
      times: times === Infinity ? null : times - delivered,
    })),
  };
}

/** Returns the address of the page in the platform's terms. */
function addressOf({pages, addresses}: SimulationCore, [extension]: readonly ShownExtension[]): string {
  if (extension === undefined) return '';
  const [mount] = pages.state().mounts;
  return addresses.ofTarget(extension.target, {handle: mount?.handle ?? 'extension'});
}

function extensionsOf(
  {pages}: SimulationCore,
  folders: readonly ShownExtension[],
): readonly ConsoleExtension[] {
  const {mounts, buildFailures} = pages.state();
  const shown = mounts.map(({handle, name, target}) => ({
    handle,
    name,
    target,
    targets: folders.find((extension) => extension.target === target)?.targets ?? [],
    failure: buildFailures.find((failure) => failure.name === name)?.message ?? null,
  }));

  const others = buildFailures.filter(({name}) => !shown.some((extension) => extension.name === name));
  return [
    ...shown,
    ...others.map(({name, message}) => ({handle: name, name, target: '', targets: [], failure: message})),
  ];
}
