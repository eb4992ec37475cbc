/** The messages between the host page and a sandbox. The page posts a message port; both sides use it for RPC. */
import type {ClockState} from '../clock.ts';
import type {Activity} from './activity.ts';
import type {AskedRequest} from './asked-request.ts';
import type {Forward, LogLine, WireError} from './control.ts';
import type {WireNotice} from './extension-notices.ts';

/** The functions of the page that the sandbox may call. */
export interface PageCalls {
  /** Changes of the tree, in the records of the extension's own wire. */
  mutate(records: readonly unknown[]): void;
  callElement(id: string, method: string, args: readonly unknown[]): unknown;
  /**
   * Calls a member of the API by its path, for example `sessionToken.get`. A member that makes a request gets
   * the stack of its caller.
   */
  callApi(path: string, args: readonly unknown[], stack?: string): unknown;
  /** Reports a request that the extension makes itself, before it is sent. */
  requested(request: AskedRequest): void;
  /** Sends a request of Shopify's own protocol (`shopify:…`). */
  fetch(request: PlatformRequest): Promise<PlatformAnswer>;
  /** Cancels a request: nobody waits for its answer any more. */
  abortFetch(id: number): void;
  report(error: WireError): void;
  log(lines: readonly LogLine[]): void;
  /** Reports something that the platform accepts and that is probably a mistake. */
  notice(notice: WireNotice): void;
  reload(): void;
}

/** The functions of the sandbox that the page may call. */
export interface SandboxCalls {
  /**
   * Runs the bundle and the target's callback; answers when the callback has returned and its changes have been
   * sent.
   */
  start(start: SandboxStart): Promise<SandboxStarted>;
  /** Answers when the sandbox has reached the new surroundings and due timers have fired. */
  update(update: SandboxUpdate): Promise<void>;
  /** The page has gone to another entry of its history. */
  navigated(change: NavigationChange): void;
  /** Cancels the call of the target: nobody waits for its value any more. */
  abort(): void;
  /** Calls a tool that the extension registers. Answers with its result, once it is registered. */
  callTool(name: string, input: unknown): Promise<unknown>;
  /** Answers with what is pending, once work that was already in a queue of the worker has run. */
  activity(): Promise<Activity>;
  /** Fetches a document that the page shows for the extension, as the extension itself would. */
  fetchDocument(src: string): Promise<FetchedDocument>;
}

/** A document as it arrived. */
export interface FetchedDocument {
  readonly url: string;
  readonly status: number;
  /** The header `Content-Type`; `''` if the answer has none. */
  readonly type: string;
  readonly body: ArrayBuffer;
}

/** An extension's listener on a node of its tree. It receives the `detail` of the event. */
export type RemoteListener = (detail: unknown) => unknown;

export interface PlatformRequest {
  /** Its number in the sandbox. */
  readonly id: number;
  /** For example `shopify:storefront/api/graphql.json`. */
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: ArrayBuffer | null;
  /** The stack of the call of `fetch`. */
  readonly stack: string;
}

export interface PlatformAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The body; null if the status does not allow one. */
  readonly body: ArrayBuffer | null;
}

export interface SandboxStart {
  readonly target: string;
  /** The API version of the extension, for example `2025-07`. */
  readonly apiVersion: string;
  /** The function to call for its value; `null` for a target that renders. */
  readonly run: {readonly registered: string; readonly abortable: boolean} | null;
  readonly scriptUrl: string;
  /** The script that says whether the target shows. */
  readonly conditions: {readonly scriptUrl: string; readonly bundle: string} | null;
  readonly bundle: string;
  readonly api: ApiTree;
  /** The values that signals of the API get after the first tree. */
  readonly late: readonly (readonly [path: string, value: unknown])[];
  readonly surroundings: SandboxEnvironment;
  /** The entry that the page shows; null if the target's `navigation` does not have it. */
  readonly entry: HistoryEntry | null;
}

export interface SandboxStarted {
  /** Whether the target's condition let it render. */
  readonly rendered: boolean;
  /** Sends the value that a function has returned. */
  readonly value?: unknown;
}

/** An entry of the page's history, as an extension may see it. */
export interface HistoryEntry {
  readonly key: string;
  readonly url: string;
  readonly state: unknown;
}

export interface NavigationChange {
  readonly type: 'push' | 'replace' | 'traverse';
  readonly entry: HistoryEntry;
}

export interface SandboxUpdate {
  readonly surroundings: SandboxEnvironment;
  /** New values of signals, by path. */
  readonly signals: readonly (readonly [path: string, value: unknown])[];
}

export interface SandboxEnvironment {
  readonly clock: ClockState;
  readonly network: NetworkRules;
  readonly language: LanguageRules;
}

export interface NetworkRules {
  /** The app of an extension of the admin, whose requests the page signs; `null` on other surfaces. */
  readonly app: AppNetwork | null;
  /** Capability `network_access`. The admin does not ask for it. */
  readonly allowed: boolean;
  /** The capabilities that the merchant declined. */
  readonly declined: readonly string[];
  /** The host page's own origin, which an extension never reaches. */
  readonly hostOrigin: string;
  /** The origin of the extension's script if the platform refuses to fetch from it, or null. */
  readonly refusedScriptOrigin: string | null;
  readonly forward: Forward | null;
}

/** The addresses that belong to the app of an extension. */
export interface AppNetwork {
  /** The application URL; `null` if the app has none. */
  readonly url: string | null;
}

export interface LanguageRules {
  /** The buyer's locale. */
  readonly locale: string;
  /** The nearest locale that the extension has, or its default. */
  readonly extensionLocale: string;
  readonly currency: string;
  readonly timezone: string;
  /** The extension's locale files in order of precedence. */
  readonly dictionaries: readonly Readonly<Record<string, unknown>>[];
  /** The names of those files: `locales/fr.json`. */
  readonly files: readonly string[];
}

/** The API of a target. Members that must answer at once (`i18n`, `navigation`) are made in the sandbox. */
export type ApiTree = {readonly [member: string]: ApiNode};

export type ApiNode =
  | ValueNode<unknown>
  | SignalNode<unknown>
  | CallNode<(...args: never) => unknown>
  | GroupNode<ApiTree>;

export interface ValueNode<T> {
  readonly kind: 'value';
  readonly value: T;
}

export interface SignalNode<T> {
  readonly kind: 'signal';
  readonly value: T;
}

/** A function of the page; `F` is how the extension sees it. */
export interface CallNode<F extends (...args: never) => unknown> {
  readonly kind: 'call';
  readonly signature?: F;
}

export interface GroupNode<M extends ApiTree> {
  readonly kind: 'group';
  readonly members: M;
}
