import {FIRST_STATE_ID, type FirstState} from '../../wire/control.ts';

/**
 * Reads the state that the page's document brought along, so that mounts start before the control channel is
 * open.
 */
export function readFirstState(): FirstState | null {
  const text = document.getElementById(FIRST_STATE_ID)?.textContent;
  return typeof text === 'string' ? (JSON.parse(text) as FirstState) : null;
}
