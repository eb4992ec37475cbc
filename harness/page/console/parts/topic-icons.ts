import type {ChangeTopic} from '../../../wire/journal.ts';
import type {IconName} from './icon.tsx';

/** The icon of each kind of change. */
export const TOPIC_ICONS: Readonly<Record<ChangeTopic, IconName>> = {
  start: 'box',
  build: 'box',
  clock: 'clock',
  case: 'bolt',
  customer: 'user',
  language: 'globe',
  setting: 'sliders',
  target: 'target',
  field: 'sliders',
  cors: 'shield',
  token: 'lock',
};
