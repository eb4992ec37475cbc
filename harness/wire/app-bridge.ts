/**
 * The protocol between App Bridge in a document of the app and the admin's page around it.
 *
 * App Bridge posts one message with a port to its parent, and both ends then call each other by `rpc.ts`. The protocol
 * of the platform is private; this one is simhost's own.
 */
import type {FrameMode} from './admin.ts';

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

/** The members that the admin's page offers to App Bridge. */
export interface AdminForApp {
  /** Returns an ID token, a new one if `renew`. Never answers if the admin gives none. */
  idToken(renew: boolean): Promise<string>;
  /** Reports that the document has loaded. */
  ready(): void;
  /** Reports that a bounce page could not load its page. */
  failed(message: string): void;
  /** Reports the address of the app's document, without parameters of the first URL. */
  navigated(address: string): void;
  /** Shows or hides the loading bar. */
  loading(isLoading: boolean): void;
  /** Opens an address in the whole window, or in a new one. */
  open(url: string, target: string): void;
}

/** The members that App Bridge offers to the admin's page. */
export interface AppForAdmin {
  /** Follows a link of the navigation. */
  follow(index: number): void;
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
