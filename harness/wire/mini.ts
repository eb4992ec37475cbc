/** The messages between a Mini's page and the Shop app around it. */
import type {ClockState} from '../clock.ts';
import type {Activity} from './activity.ts';

/** An action of `window.minisSDK` for the Shop app, or a message of the page's own host script. */
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

/** Sends a message to the Shop app and returns its reply. */
export type AskShopApp = (message: MiniMessage) => Promise<ActionReply>;

export type MiniAction = (params?: unknown) => Promise<unknown>;

/** The start parameters of the host script, in the page. */
export interface MiniStart extends MiniStartData {
  readonly ask: AskShopApp;
  readonly mocks: Readonly<Record<string, MiniAction>>;
}

/** The part of it that crosses realms. */
export interface MiniStartData {
  readonly params: MinisParams;
  /** The actions that the Shop app does itself. */
  readonly actions: readonly string[];
  readonly clock: ClockState;
}

/** The global (`Symbol.for`) with the start parameters of the host script. */
export const MINI_START = 'simhost.mini.start';

/** The members that the host script adds to the page. */
export interface MiniHandle {
  /** Calls the Mini's listeners and returns their number. */
  emit(name: keyof MinisEvents, payload: unknown): number;
  /**
   * Returns everything that the Mini has begun and not finished: actions of the Shop app, and timers that are
   * due soon.
   */
  activity(): Activity;
  /** Puts `Date` on the simulation's time. */
  move(clock: ClockState): void;
}

/** The global (`Symbol.for`) with the `MiniHandle`. */
export const MINI_HANDLE = 'simhost.mini';

/** Creates the script that passes start parameters and host script to a page; `ask` and `mocks` are expressions. */
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

/** The global (`Symbol.for`) with the function that asks the Shop app. */
export const MINI_ASK = 'simhost.mini.ask';
