import {act} from '../state/console-client.ts';
import type {CaseRow} from '../../../wire/case-row.ts';
import {restartsOnArm} from './cases-store.ts';

/** Arms a case for the next time, and restarts the extension if the author wants that. */
export async function arm({id, elsewhere}: CaseRow): Promise<void> {
  if (elsewhere !== null) return;
  if ((await act('arm', {id})) && restartsOnArm.value) await act('restart');
}
