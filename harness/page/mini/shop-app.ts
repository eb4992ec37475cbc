import type {Activity} from '../../wire/activity.ts';
import {type AskShopApp, MINI_HANDLE, MINI_START, type MiniHandle, type MiniStart} from '../../wire/mini.ts';
import {ConsentSheet} from './consent-sheet.ts';
import {createActions} from './mini-actions.ts';
import {createEvents} from './mini-events.ts';
import {OpenCalls} from './open-calls.ts';
import {installDate} from '../live/simulated-date.ts';
import {watchTimers} from './watched-timers.ts';

const globals = globalThis as unknown as Record<symbol, unknown>;

// The script before this one left the start.
installShopApp(globals[Symbol.for(MINI_START)] as MiniStart);

/** Installs `window.minisSDK`, `minisParams` and `minisEvents`, before the Mini's code runs. */
function installShopApp({ask: send, params, actions: own, mocks, clock}: MiniStart): void {
  const calls = new OpenCalls();
  const ask: AskShopApp = (message) =>
    message.type === 'call' ? calls.follow(message.action, send(message)) : send(message);

  const timers = watchTimers();
  const activity = (): Activity => {
    const {begun, pending} = timers();
    return {begun: calls.begun + begun, pending: [...calls.pending, ...pending]};
  };

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
