import type {Simulation} from '../../core/simulation/simulation.ts';

/** A simulation, as far as the server needs it. */
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
