import {lazy} from '../parts/lazy.tsx';
import {act} from '../state/console-client.ts';
import {type Panel, keysOf} from '../state/panel.ts';
import {situation} from '../state/store.ts';
import './clock.css';

const ClockView = lazy(async () => (await import('./clock-view.tsx')).ClockView);

/** The panel of the clock. Its keys work before its view is loaded. */
export const CLOCK_PANEL: Panel = {
  name: 'clock',
  label: 'Clock',
  icon: 'clock',
  View: () => <ClockView />,
  deviates: () => situation.value?.deviations.some(({topic}) => topic === 'clock') === true,
  ...keysOf([
    {label: '+', effect: '30 s', on: {'+': () => void act('advance', {by: '30s'})}},
    {label: 'Z', effect: 'stop or run', on: {z: () => void act('stop-or-run')}},
    {label: '0', effect: 'real time', on: {'0': () => void act('real-time')}},
  ]),
  leaveField: () => {},
};
