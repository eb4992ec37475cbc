import type {SimulationCore} from '../../core/simulation/simulation-core.ts';

/** A simulation, as far as the server needs it. */
export type Simulated = Pick<
  SimulationCore,
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
