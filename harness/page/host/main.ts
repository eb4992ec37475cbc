import {readFirstState} from './first-state.ts';
import {HostPage} from './host-page.ts';
import {takeSimulationId} from '../channel/page-simulation-id.ts';
import {takeStarted} from './started-page.ts';

const simulation = takeSimulationId();
const first = simulation === '' ? null : readFirstState();

new HostPage({simulation, first, workers: takeStarted().workers}).start();
