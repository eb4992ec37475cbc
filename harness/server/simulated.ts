import type {Simulation} from '../simulation/simulation.ts';

/** What the server needs of a simulation. */
export type Simulated = Pick<
  Simulation,
  'id' | 'origin' | 'clock' | 'handlers' | 'requests' | 'secrets' | 'answers' | 'inspect' | 'explain' | 'connect' | 'pageState' | 'codeAt'
>;
