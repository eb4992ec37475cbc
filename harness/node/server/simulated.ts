import type {Simulation} from '../../core/simulation/simulation.ts';

/** What the server needs of a simulation. */
export type Simulated = Pick<
  Simulation,
  | 'id'
  | 'origin'
  | 'clock'
  | 'hosts'
  | 'handlers'
  | 'requests'
  | 'notices'
  | 'secrets'
  | 'environment'
  | 'handlesHost'
  | 'isServedByTest'
  | 'identify'
  | 'inspect'
  | 'send'
  | 'explain'
  | 'connect'
  | 'pageState'
  | 'codeAt'
>;
