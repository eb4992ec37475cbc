import {act} from '../state/console-client.ts';
import type {CaseRow} from '../../../wire/case-row.ts';
import {situation} from '../state/store.ts';
import {restartsOnArm} from './cases-store.ts';

/** Arms a case for the next time, and restarts the extension if the author wants that. */
export async function arm({id, elsewhere}: CaseRow): Promise<void> {
  if (elsewhere !== null) return;
  if ((await act('arm', {id})) && restartsOnArm.value) await act('restart');
}

/** Returns whether a case waits for its token or request. */
export function isArmedNow(id: string): boolean {
  return situation.value?.armed.some((armed) => armed.id === id) === true;
}
