import {type ClockState, dateAt, instantOf} from '../../clock.ts';
import type {Activity} from '../../wire/activity.ts';
import {watchTimers} from './watched-timers.ts';
import {
  type AskShopApp,
  MINI_HANDLE,
  MINI_START,
  type MiniAction,
  type MiniHandle,
  type MiniStart,
} from '../../wire/mini.ts';

const all = globalThis as unknown as Record<symbol, unknown>;

// Left by the script before this one.
installShopApp(all[Symbol.for(MINI_START)] as MiniStart);

/** Puts `window.minisSDK`, `minisParams` and `minisEvents` into the page, before the Mini's code. */
function installShopApp({ask: send, params, actions: own, mocks, clock}: MiniStart): void {
  const open = new Map<symbol, {readonly member: string; readonly since: number}>();
  let begun = 0;

  const ask: AskShopApp = async (message) => {
    if (message.type !== 'call') return send(message);
    const key = Symbol(message.action);
    open.set(key, {member: `minisSDK.${message.action}`, since: performance.now()});
    begun++;
    try {
      return await send(message);
    } finally {
      open.delete(key);
    }
  };

  const timers = watchTimers();
  const activity = (): Activity => {
    const calls = [...open.values()].map(
      ({member, since}) => ({what: 'call', member, milliseconds: performance.now() - since}) as const,
    );
    const {begun: timersBegun, pending} = timers();
    return {begun: begun + timersBegun, pending: [...calls, ...pending]};
  };

  const move = moveDate(clock);
  const showSheet = consentSheet(ask, params.handle);
  const minisSDK = actionsOf(ask, {own, mocks, showSheet});
  const {minisEvents, emit} = eventsOf();

  for (const [name, value] of Object.entries({minisSDK, minisParams: params, minisEvents})) {
    const set = (): void => void ask({type: 'replaced', name});
    Object.defineProperty(globalThis, name, {get: () => value, set, enumerable: true, configurable: false});
  }

  Object.defineProperty(globalThis, Symbol.for(MINI_HANDLE), {
    value: {activity, emit, move} satisfies MiniHandle,
  });
}

function moveDate(first: ClockState): (state: ClockState) => void {
  const RealDate = Date;
  let clock = first;
  const SimulatedDate = dateAt(() => instantOf(clock, RealDate.now()), RealDate);

  Object.defineProperty(RealDate.prototype, 'constructor', {
    value: SimulatedDate,
    writable: true,
    configurable: true,
  });

  globalThis.Date = SimulatedDate;
  return (state) => void (clock = state);
}

interface Sheet {
  /** Resolves when the sheet, a new one or that on display, was answered. */
  show(scopes: readonly string[]): Promise<void>;
  isOpen(): boolean;
}

function consentSheet(ask: AskShopApp, handle: string): Sheet {
  let open: Promise<void> | undefined;
  const show = (scopes: readonly string[]): Promise<void> => {
    open ??= new Promise((resolve) => {
      const dialog = document.createElement('dialog');
      dialog.setAttribute('aria-label', `Share with ${handle}`);
      const list = document.createElement('ul');
      for (const scope of scopes) list.append(element('li', scope));

      const buttonFor = (text: string, granted: boolean): HTMLElement => {
        const button = element('button', text);
        button.addEventListener('click', () => {
          dialog.remove();
          open = undefined;
          void ask({type: 'consent', granted}).then(() => resolve());
        });

        return button;
      };

      dialog.append(
        element('h2', `Share with ${handle}?`),
        list,
        buttonFor('Allow', true),
        buttonFor("Don't allow", false),
      );

      dialog.addEventListener('cancel', (event) => event.preventDefault());
      document.documentElement.append(dialog);
      dialog.showModal();
    });

    return open;
  };

  return {show, isOpen: () => open !== undefined};
}

function element(tag: string, text: string): HTMLElement {
  return Object.assign(document.createElement(tag), {textContent: text});
}

interface ActionSources {
  /** The names of those that the Shop app does itself. */
  readonly own: readonly string[];
  readonly mocks: Readonly<Record<string, MiniAction>>;
  readonly showSheet: Sheet;
}

function actionsOf(ask: AskShopApp, {own, mocks, showSheet}: ActionSources): object {
  const call = async (name: string, params: unknown): Promise<unknown> => {
    const isRequest = name === 'requestScopesConsent';
    const reply = await ask({
      type: 'call',
      action: name,
      params: isRequest && params === undefined && showSheet.isOpen() ? {blocked: true} : params,
    });

    if ('consent' in reply) {
      await showSheet.show(reply.consent);
      return call(name, isRequest ? {answered: true} : params);
    }

    if (reply.ok) return reply;
    const {message, code} = reply.error;
    const error = Object.assign(new Error(message), code === undefined ? {} : {code});
    if (reply.rejects === true) throw error;

    return {ok: false, error};
  };

  const mocked = async (name: string, params: unknown): Promise<unknown> => {
    void ask({type: 'mocked', action: name, params});
    const mock = Object.hasOwn(mocks, name) ? mocks[name] : undefined;
    return mock === undefined ? {ok: false, error: new Error(`not simulated: ${name}`)} : mock(params);
  };

  // One function for each name, the same for ever: a Mini keeps what it read at its first render.
  const known = new Map<string, MiniAction>();
  const actionOf = (name: string): MiniAction => {
    const action =
      known.get(name) ?? ((params) => (own.includes(name) ? call(name, params) : mocked(name, params)));
    known.set(name, action);
    return action;
  };

  const named = Object.fromEntries([...Object.keys(mocks), ...own].map((name) => [name, actionOf(name)]));
  return new Proxy(named, {
    get: (target, name) =>
      typeof name !== 'string' || name === 'then' || name in Object.prototype
        ? (Reflect.get(target, name) as unknown)
        : actionOf(name),
    set: (_target, name) => {
      void ask({type: 'replaced', name: `minisSDK.${String(name)}`});
      return true;
    },
  });
}

function eventsOf(): {minisEvents: object; emit: MiniHandle['emit']} {
  const listeners = new Map<number, {readonly name: string; readonly run: (payload: unknown) => void}>();
  let last = 0;

  const minisEvents = {
    on: (name: string, run: (payload: unknown) => void): number => {
      listeners.set(++last, {name, run});
      return last;
    },
    off: (id: number): void => void listeners.delete(id),
  };

  const emit: MiniHandle['emit'] = (name, payload) => {
    const heard = [...listeners.values()].filter((listener) => listener.name === name);
    for (const {run} of heard) run(payload);
    return heard.length;
  };

  return {minisEvents, emit};
}
