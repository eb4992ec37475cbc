import {render} from 'preact';
import {takeSimulationId} from '../channel/page-simulation-id.ts';
import './admin.css';
import {connections} from './app-frame.ts';
import {AdminApp} from './frame/admin-app.tsx';
import {ToastsView} from './frame/toasts-view.tsx';
import {keepOnTop} from '../pickers/top-dialog.ts';
import {connectSimulation} from './simulation-channel.ts';
import {guardUnload} from './leaving.ts';
import {failure, started} from './state.ts';

const root = document.getElementById('admin');
if (root === null) throw new Error('The document has no place for the admin.');

render(<AdminApp />, root);

const toasts = document.createElement('div');
toasts.className = 'toasts';
render(<ToastsView drawn={keepOnTop(toasts, document.body)} />, toasts);

guardUnload();

const simulation = takeSimulationId();
if (simulation === '')
  failure.value = 'This page of the admin belongs to no simulation. In a test, open it by admin.open().';
else
  connectSimulation(simulation, {
    started,
    failed: (message) => void (failure.value = message),
    activity: (patience) => connections.activity(patience),
  });
