import {coreOf as coreOfBuilt} from '../dist/core/simulation/simulation.js';
import type {SimulationCore} from '../dist/core/simulation/simulation-core.js';
import type {Simulation} from 'simhost';

/** Returns what the server knows of a simulation of the built package: its id and the state of its pages. */
export function coreOf(simulation: Simulation): SimulationCore {
  return coreOfBuilt(simulation);
}
