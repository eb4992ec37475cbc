import type {ClockState} from '../../clock.ts';
import type {PageChange} from '../../wire/live-page.ts';
import {ask} from './asking.ts';

/** Follows the changes of `simhost dev` for as long as the page is open. */
export async function followChanges(move: (clock: ClockState) => void): Promise<void> {
  const response = await ask({type: 'follow'}).catch(() => null);
  if (response?.ok !== true || response.body === null) return;

  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';

  for (;;) {
    // The server has ended, or the page is left.
    const {done, value = ''} = await reader.read().catch(() => ({done: true, value: ''}) as const);
    if (done) return;

    const lines = `${rest}${value}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') apply(JSON.parse(line) as PageChange, move);
  }
}

function apply(change: PageChange, move: (clock: ClockState) => void): void {
  if (change.type === 'clock') move(change.clock);
  else location.reload();
}
