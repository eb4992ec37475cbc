import {type ReadonlySignal, computed} from '@preact/signals';
import {CALLS_PANEL} from '../calls/calls-panel.tsx';
import {CASES_PANEL} from '../cases/cases-panel.tsx';
import {CLOCK_PANEL} from '../clock/clock-panel.tsx';
import type {Panel} from '../state/panel.ts';
import {REQUEST_KEYS} from '../requests/request-keys.ts';
import {RequestsPanel} from '../requests/requests-panel.tsx';
import {SITUATION_PANEL} from '../situation/situation-panel.tsx';
import {panel, problems} from '../state/store.ts';
import {TOKENS_PANEL} from '../tokens/tokens-panel.tsx';

const REQUESTS_PANEL: Panel = {
  name: 'requests',
  label: 'Requests',
  icon: 'swap',
  View: RequestsPanel,
  problems: () => problems.value,
  ...REQUEST_KEYS,
};

/** All panels, in the order of their tabs. */
export const PANELS: readonly Panel[] = [
  REQUESTS_PANEL,
  TOKENS_PANEL,
  CASES_PANEL,
  SITUATION_PANEL,
  CLOCK_PANEL,
  CALLS_PANEL,
];

/** The open panel. */
export const currentPanel: ReadonlySignal<Panel> = computed(
  () => PANELS.find(({name}) => name === panel.value) ?? REQUESTS_PANEL,
);
