import type {Activity} from '../../wire/activity.ts';
import {type AskShopApp, MINI_HANDLE, MINI_START, type MiniHandle, type MiniStart} from '../../wire/mini.ts';
import {mergeActivities, OpenWork} from '../activity/open-work.ts';
import {ConsentSheet} from './consent-sheet.ts';
import {createActions} from './mini-actions.ts';
import {createEvents} from './mini-events.ts';
import {installDate} from '../live/simulated-date.ts';
import {watchTimers} from './watched-timers.ts';

const globals = globalThis as unknown as Record<symbol, unknown>;

// The script before this one left the start.
installShopApp(globals[Symbol.for(MINI_START)] as MiniStart);

/** Installs `window.minisSDK`, `minisParams` and `minisEvents`, before the Mini's code runs. */
function installShopApp({ask: send, params, actions: own, mocks, clock}: MiniStart): void {
  const work = new OpenWork(() => performance.now());
  const ask: AskShopApp = (message) => {
    const answer = send(message);
    if (message.type !== 'call') return answer;
    return work.follow({what: 'call', member: `minisSDK.${message.action}`}, answer);
  };

  const timers = watchTimers();
  const activity = (): Activity => mergeActivities([work.activity, timers()]);

  const move = installDate(clock);
  const sheet = new ConsentSheet(ask, params.handle);
  const minisSDK = createActions(ask, {own, mocks, sheet});
  const {minisEvents, emit} = createEvents();

  for (const [name, value] of Object.entries({minisSDK, minisParams: params, minisEvents})) {
    const set = (): void => void ask({type: 'replaced', name});
    Object.defineProperty(globalThis, name, {get: () => value, set, enumerable: true, configurable: false});
  }

  Object.defineProperty(globalThis, Symbol.for(MINI_HANDLE), {
    value: {activity, emit, move} satisfies MiniHandle,
  });
}
