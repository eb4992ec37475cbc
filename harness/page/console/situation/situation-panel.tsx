import {copy} from '../state/console-client.ts';
import {lazy} from '../parts/lazy.tsx';
import {type Panel, keysOf} from '../state/panel.ts';
import {situation} from '../state/store.ts';
import './situation.css';

/** The deviations that have their own panel. */
const ELSEWHERE: ReadonlySet<string> = new Set(['clock', 'case', 'token']);

const SituationView = lazy(async () => (await import('./situation-view.tsx')).SituationView);

/** The panel of the situation: everything that a test can set up, by field. */
export const SITUATION_PANEL: Panel = {
  name: 'situation',
  label: 'Situation',
  icon: 'sliders',
  View: () => <SituationView />,
  deviates: () => situation.value?.deviations.some(({topic}) => !ELSEWHERE.has(topic)) === true,
  ...keysOf([
    // The keys without an effect are those of every panel.
    {label: 'G', effect: 'who', on: {}},
    {label: 'L', effect: 'next language', on: {}},
    {label: 'Ctrl Backspace', effect: 'reset', on: {}},
    {label: 'C', effect: 'copy as test', on: {c: () => void copy('page-test')}},
  ]),
  leaveField: ({key, target}) => {
    if (key === 'Escape' && target instanceof HTMLElement) target.blur();
  },
};
