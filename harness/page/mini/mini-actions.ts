import type {AskShopApp, MiniAction} from '../../wire/mini.ts';
import type {ConsentSheet} from './consent-sheet.ts';

export interface ActionSources {
  /** The names of the actions that the Shop app performs itself. */
  readonly own: readonly string[];
  readonly mocks: Readonly<Record<string, MiniAction>>;
  readonly sheet: ConsentSheet;
}

/** Creates `window.minisSDK`: an action for every name, performed by the Shop app or by a mock. */
export function createActions(ask: AskShopApp, sources: ActionSources): object {
  const {own, mocks} = sources;

  // One function for each name, always the same: a Mini keeps those that it read at its first render.
  const known = new Map<string, MiniAction>();
  const actionOf = (name: string): MiniAction => {
    const action: MiniAction =
      known.get(name) ??
      (own.includes(name)
        ? (params) => callShopApp(name, params, ask, sources)
        : (params) => callMock(name, params, ask, sources));

    known.set(name, action);
    return action;
  };

  const named = Object.fromEntries([...Object.keys(mocks), ...own].map((name) => [name, actionOf(name)]));
  return new Proxy(named, {
    get: (target, name) => (isAction(name) ? actionOf(name) : (Reflect.get(target, name) as unknown)),
    set: (_target, name) => {
      void ask({type: 'replaced', name: `minisSDK.${String(name)}`});
      return true;
    },
  });
}

/** Calls an action of the Shop app. If it needs the user's consent, the sheet is shown first. */
async function callShopApp(
  name: string,
  params: unknown,
  ask: AskShopApp,
  sources: ActionSources,
): Promise<unknown> {
  const {sheet} = sources;
  const isRequest = name === 'requestScopesConsent';
  const isBlocked = isRequest && params === undefined && sheet.isOpen;
  const reply = await ask({type: 'call', action: name, params: isBlocked ? {blocked: true} : params});

  if ('consent' in reply) {
    await sheet.show(reply.consent);
    return callShopApp(name, isRequest ? {answered: true} : params, ask, sources);
  }

  if (reply.ok) return reply;

  const {message, code} = reply.error;
  const error = Object.assign(new Error(message), code === undefined ? {} : {code});
  if (reply.rejects === true) throw error;
  return {ok: false, error};
}

async function callMock(
  name: string,
  params: unknown,
  ask: AskShopApp,
  {mocks}: ActionSources,
): Promise<unknown> {
  void ask({type: 'mocked', action: name, params});
  const mock = Object.hasOwn(mocks, name) ? mocks[name] : undefined;
  return mock === undefined ? {ok: false, error: new Error(`not simulated: ${name}`)} : mock(params);
}

/** Whether a property is an action. Promises and objects read other ones, such as `then`. */
function isAction(name: string | symbol): name is string {
  return typeof name === 'string' && name !== 'then' && !(name in Object.prototype);
}
