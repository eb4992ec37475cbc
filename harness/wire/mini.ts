/** The messages between a Mini's page and the Shop app around it. */
import type {ClockState} from '../clock.ts';
import type {Activity} from './activity.ts';

/** An action of `window.minisSDK`, done by the Shop app; or a word of the page's own host script. */
export type MiniMessage =
  | {readonly type: 'call'; readonly action: string; readonly params?: unknown}
  /** An action that an SDK mock carried out. */
  | {readonly type: 'mocked'; readonly action: string; readonly params?: unknown}
  /** The consent sheet was answered. */
  | {readonly type: 'consent'; readonly granted: boolean}
  /** Something put another object in the place of one of ours. */
  | {readonly type: 'replaced'; readonly name: string};

export type ActionReply =
  | {readonly ok: true; readonly data: unknown}
  /** Errors lose their class and code between realms; `rejects` makes the action's promise reject with it. */
  | {
      readonly ok: false;
      readonly rejects?: boolean;
      readonly error: {readonly message: string; readonly code?: string};
    }
  | ConsentNeeded;

/** The page must show the sheet with these scopes, send the answer, and call again. */
export interface ConsentNeeded {
  readonly consent: readonly string[];
}

/** The argument of `minisSDK.reportError`. */
export interface ReportedError {
  readonly message: string;
  readonly stack?: string;
  readonly additionalContext?: {readonly componentStack?: string};
}

/** `window.minisParams`, as the SDK's platform package declares it. */
export interface MinisParams {
  /** The Mini's handle. */
  readonly handle: string;
  /** The path at which the Mini starts. */
  readonly initialUrl?: string;
  /** The phone's system. */
  readonly platform?: 'ios' | 'android' | 'web';
  /** The parts of the page that the phone covers, in CSS pixels. */
  readonly safeAreaInsets?: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
}

/** The events of `window.minisEvents`, with what each carries. */
export interface MinisEvents {
  MINI_APP_FOCUS: undefined;
  MINI_APP_BLUR: undefined;
  MINI_APP_CLOSE: undefined;
  NAVIGATE_BACK: undefined;
  APP_STATE_CHANGE: {readonly appState: AppState; readonly previousAppState: AppState};
}

/** The state of the Shop app on the phone. */
export type AppState = 'active' | 'background' | 'inactive';

/** Tells the Shop app something and takes its reply. */
export type AskShopApp = (message: MiniMessage) => Promise<ActionReply>;

export type MiniAction = (params?: unknown) => Promise<unknown>;

/** The start parameters of the host script, in the page. */
export interface MiniStart extends MiniStartData {
  readonly ask: AskShopApp;
  readonly mocks: Readonly<Record<string, MiniAction>>;
}

/** As much of it as crosses realms. */
export interface MiniStartData {
  readonly params: MinisParams;
  /** The actions that the Shop app does itself. */
  readonly actions: readonly string[];
  readonly clock: ClockState;
}

/** Where the page finds what its host script starts with, by `Symbol.for`. */
export const MINI_START = 'simhost.mini.start';

/** The members that the host script adds to the page. */
export interface MiniHandle {
  /** Tells the Mini's listeners; how many there are. */
  emit(name: keyof MinisEvents, payload: unknown): number;
  /**
   * Returns everything that the Mini has begun and not finished: actions of the Shop app, and timers that are
   * due soon.
   */
  activity(): Activity;
  /** Puts `Date` on the simulation's time. */
  move(clock: ClockState): void;
}

/** Where it leaves that, by `Symbol.for`. */
export const MINI_HANDLE = 'simhost.mini';

/** The script that carries the two into a page; `ask` and `mocks` are expressions. */
export function miniScript({
  start,
  ask,
  mocks,
  host,
}: {
  start: MiniStartData;
  ask: string;
  mocks: string;
  host: string;
}): string {
  const given = `Object.assign(${JSON.stringify(start)}, {ask: ${ask}, mocks: ${mocks}})`;
  return `globalThis[Symbol.for(${JSON.stringify(MINI_START)})] = ${given};\n${host}`;
}

/** The address of a gateway for a Mini's page whose browser has none. */
export interface MiniNetwork {
  /** Where the page asks the Shop app. */
  readonly ask: string;
  /** Where requests go instead; scheme, host and path follow. */
  readonly base: string;
  /** The values of `navigator`. */
  readonly navigator: Readonly<Record<string, string>>;
}

/** Where the page finds that, by `Symbol.for`. */
export const MINI_NETWORK = 'simhost.mini.network';

/** Where it leaves its way to the Shop app, by `Symbol.for`. */
export const MINI_ASK = 'simhost.mini.ask';

/** Where the key that the way asks for stands, in the session storage of page and frame. */
export const MINI_KEY = 'simhost.key';

/** The browser kept a request of the page in. */
export interface BlockedRequest {
  readonly type: 'blocked';
  readonly url: string;
  /** The rules of the page's Content-Security-Policy. */
  readonly directive: string;
}
