/**
 * The protocol between App Bridge in a document of the app and the admin's page around it.
 *
 * App Bridge posts one message with a port to its parent, and both ends then call each other by `rpc.ts`. The protocol
 * of the platform is private; this one is simhost's own.
 */
import type {Activity} from './activity.ts';
import type {FrameMode, PickedResource, ResourceQuery, ScopesDetail} from './admin.ts';

/** The type of the one message by which App Bridge connects. */
export const BRIDGE_HELLO = 'simhost:app-bridge';

/** The message by which App Bridge connects. The port of its end comes with it. */
export interface BridgeHello {
  readonly type: typeof BRIDGE_HELLO;
  readonly mode: FrameMode;
  /** The client id that the app's document names. */
  readonly apiKey: string;
  readonly url: string;
}

/** A button or link of the app that the admin shows. */
export interface BarAction {
  readonly label: string;
  readonly tone: 'critical' | 'default';
  readonly disabled: boolean;
  readonly loading: boolean;
  /** Presses the app's own element. */
  press(): void;
}

/** The title bar of the app's page. */
export interface TitleBar {
  readonly title: string;
  readonly breadcrumb: BarAction | null;
  readonly primary: BarAction | null;
  readonly secondary: readonly BarAction[];
  /** The menus of further actions. */
  readonly groups: readonly {readonly label: string; readonly actions: readonly BarAction[]}[];
}

/** A link of the app's navigation. */
export interface NavLink {
  readonly label: string;
  readonly href: string;
  /** Follows the link inside of the app. */
  follow(): void;
}

/** The navigation of the app. */
export interface AppNav {
  /** The link to which the app's name leads; `null` for the root of the app. */
  readonly home: NavLink | null;
  readonly links: readonly NavLink[];
}

/** The save bar that the app shows. */
export interface SaveBar {
  readonly id: string;
  /** Whether the admin asks before it discards. */
  readonly discardConfirmation: boolean;
  readonly save: BarAction | null;
  readonly discard: BarAction | null;
}

/** A toast that the app shows. */
export interface Toast {
  readonly id: string;
  readonly message: string;
  /** Milliseconds. */
  readonly duration: number;
  readonly isError: boolean;
  readonly action: string | null;
  onAction(): void;
  onDismiss(): void;
}

/** A modal with a page of the app: `ui-modal` or `s-app-window` with `src`. */
export interface PageModal {
  readonly id: string;
  /** The path and query of the page. */
  readonly src: string;
  readonly variant: string;
  readonly bar: TitleBar | null;
  /** The person has closed it. */
  closed(): void;
}

/** A badge in a row of `shopify.picker`. */
export interface PickerBadge {
  readonly content: string;
  readonly tone?: 'info' | 'success' | 'warning' | 'critical';
  readonly progress?: 'incomplete' | 'partiallyComplete' | 'complete';
}

/** A row of `shopify.picker`. */
export interface PickerRow {
  readonly id: string;
  readonly heading: string;
  readonly data?: readonly (string | number | undefined)[];
  readonly disabled?: boolean;
  readonly selected?: boolean;
  readonly badges?: readonly PickerBadge[];
  /** A picture at the beginning of the row. */
  readonly thumbnail?: {readonly url: string};
}

/** The options of `shopify.picker`. */
export interface PickerOptions {
  readonly heading: string;
  readonly multiple?: boolean | number;
  /** The headers of the columns. Numbers are aligned to the end. */
  readonly headers?: readonly {readonly content?: string; readonly type?: 'string' | 'number'}[];
  readonly items: readonly PickerRow[];
}

/** An intent that the app invokes: `edit shopify/Product`. */
export interface InvokedIntent {
  readonly action: string;
  readonly type: string;
  readonly value?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** The end of an intent. */
export interface IntentEnd {
  readonly code: 'ok' | 'closed';
  readonly data?: Readonly<Record<string, unknown>>;
}

/** The members that the admin's page offers to App Bridge. */
export interface AdminForApp {
  /** Returns an ID token, a new one if `renew`. Never answers if the admin gives none. */
  idToken(renew: boolean): Promise<string>;
  /** Reports that the document has loaded. */
  ready(): Promise<void>;
  /** Reports that the frame leaves the document, which answers nothing from now on. */
  gone(): void;
  /** Reports that a bounce page could not load its page. */
  failed(message: string): Promise<void>;
  /** Reports the address of the app's document, without parameters of the first URL. */
  navigated(address: string): void;
  /** Notes a call of App Bridge that a person sees the effect of. */
  called(member: string, args: readonly unknown[]): Promise<void>;
  /** Shows or hides the loading bar. */
  loading(isLoading: boolean): void;
  /** Opens an address in the whole window, or in a new one. */
  open(url: string, target: string): void;
  toast(toast: Toast): void;
  hideToast(id: string): void;
  titleBar(bar: TitleBar | null): void;
  nav(nav: AppNav): void;
  saveBar(bar: SaveBar | null): void;
  /** Resolves when the person may leave the page: at once without a save bar, else when they say so. */
  leave(): Promise<void>;
  /** Shows a modal, or changes the one of that id. Resolves when its frame is there. */
  modal(modal: PageModal): Promise<void>;
  /** Hides the modal of that id, if the admin shows it. A person with unsaved changes in it is asked first. */
  hideModal(id: string): Promise<void>;
  /** Shows the resource picker. Resolves with what was selected; null if it was cancelled. */
  pickResources(query: ResourceQuery): Promise<readonly PickedResource[] | null>;
  /** Shows rows to select. Resolves with their ids; null if it was cancelled. */
  pick(options: PickerOptions): Promise<readonly string[] | null>;
  scopes(): Promise<ScopesDetail>;
  /** Asks the merchant for scopes. */
  requestScopes(
    scopes: readonly string[],
  ): Promise<{readonly granted: boolean; readonly detail: ScopesDetail}>;
  revokeScopes(scopes: readonly string[]): Promise<ScopesDetail>;
  /** Returns what the app may know about the person who uses the admin. */
  user(): {readonly accountAccess: string};
  /** Shows the part of the admin that an intent names. */
  invoke(intent: InvokedIntent): Promise<IntentEnd>;
  /** Sends a query to the Admin API as the person who uses the admin. */
  direct(path: string, body: string): Promise<{readonly status: number; readonly body: string}>;
}

/**
 * The global (`Symbol.for`) with the function that a Polaris element calls after a change of its properties, which is no
 * mutation of the document. It is there while App Bridge runs.
 */
export const BARS_CHANGED = 'simhost.bars-changed';

/** The members that App Bridge offers to the admin's page. */
export interface AppForAdmin {
  /** Returns the calls of the admin that have no answer yet. */
  activity(): Activity;
}

/** Parameters of the first URL, which App Bridge leaves out of the addresses that it reports. */
export const FIRST_URL_PARAMETERS: readonly string[] = [
  'hmac',
  'locale',
  'protocol',
  'session',
  'id_token',
  'shop',
  'timestamp',
  'host',
  'embedded',
  'appLoadId',
  'link_source',
];
