import * as built from '../dist/core/simulation/simulation.js';
import type {SimulationCore} from '../dist/core/simulation/simulation-core.js';
import type {Simulation} from 'simhost';

/** A part of the built package that the published types hide. */
interface Internals {
  coreOf(simulation: Simulation): SimulationCore;
}

/** Returns what the server knows of a simulation of the built package: its id and the state of its pages. */
export function coreOf(simulation: Simulation): SimulationCore {
  return (built as unknown as Internals).coreOf(simulation);
}
