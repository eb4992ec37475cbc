/**
 * The first script of a Mini's page in the author's own browser. It redirects the requests of scripts to the
 * gateway, by path, reports what happens, and follows the clock.
 *
 * @module
 */
import {type ActionReply, MINI_ASK, MINI_HANDLE, type MiniHandle, type MiniMessage} from '../../wire/mini.ts';
import {ask, livePage} from './asking.ts';
import {followChanges} from './changes.ts';
import {reportEverything} from './reports.ts';
import {forwardRequests} from './requests.ts';

const globals = globalThis as unknown as Record<symbol, unknown>;

for (const [name, value] of Object.entries(livePage.navigator))
  Object.defineProperty(navigator, name, {get: () => value});
Object.defineProperty(navigator, 'userAgentData', {get: () => undefined});

Object.defineProperty(globalThis, Symbol.for(MINI_ASK), {
  value: async (message: MiniMessage): Promise<ActionReply> =>
    (await (await ask(message)).json()) as ActionReply,
});

forwardRequests();
reportEverything();
void followChanges((clock) => (globals[Symbol.for(MINI_HANDLE)] as MiniHandle | undefined)?.move(clock));
