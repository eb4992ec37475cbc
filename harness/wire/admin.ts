/**
 * The channel of the admin's page: one WebSocket at `ADMIN_CHANNEL_PATH`, which begins with the same proof as the
 * control channel (`channel-proof.ts`). After the page's hello, both ends call each other by `rpc.ts`, in JSON.
 */
import type {Activity} from './activity.ts';

/** The host of the simulated admin. */
export const ADMIN_HOST = 'admin.shopify.com';

/** The origin of the simulated admin. */
export const ADMIN_ORIGIN: string = `https://${ADMIN_HOST}`;

/** The host of Shopify's scripts. */
export const CDN_HOST = 'cdn.shopify.com';

/** The paths at which the admin shows an app: `/store/<handle>/apps/<client id or handle>/<path of the app>`. */
export const ADMIN_PAGE: RegExp = /^\/store\/[a-z0-9-]+\/apps\/[\w-]+(\/|$)/;

/** The path of the channel, on the admin's own origin. */
export const ADMIN_CHANNEL_PATH = '/.simhost/admin';

/** The built files in place of Shopify's scripts, by the path at {@link CDN_HOST}. */
export const CDN_SCRIPTS: ReadonlyMap<string, string> = new Map([
  ['/shopifycloud/app-bridge.js', 'app-bridge.js'],
  ['/shopifycloud/polaris.js', 'polaris.js'],
  ['/shopifycloud/polaris-1.js', 'polaris.js'],
  ['/shopifycloud/polaris-1.0.js', 'polaris.js'],
  ['/shopifycloud/polaris-1.1-rc.js', 'polaris.js'],
  ['/shopifycloud/polaris-2.js', 'polaris.js'],
]);

/** The facts that the admin's page shows. It holds no secret. */
export interface AdminState {
  readonly app: {
    readonly clientId: string;
    readonly name: string;
    /** The application URL: `https://myapp.com`. */
    readonly url: string;
  };
  /** Whether the shop has the app. */
  readonly isInstalled: boolean;
  readonly shop: {readonly name: string; readonly handle: string; readonly domain: string};
  /** The person who is signed in to the admin. */
  readonly staff: {
    readonly id: string;
    readonly firstName: string;
    readonly lastName: string;
    /** `shopify.user().accountAccess`. */
    readonly accountAccess: string;
  };
}

/** An event of the app's frame. */
export type FrameEvent =
  /** App Bridge runs in a document of the app. */
  | {readonly kind: 'connected'; readonly url: string; readonly mode: FrameMode}
  /** A document of the app with App Bridge has loaded. */
  | {readonly kind: 'ready'}
  /** App Bridge could not load a page of the app. */
  | {readonly kind: 'failed'; readonly message: string}
  /** A document of another origin wanted to connect, and got no answer. */
  | {readonly kind: 'refused'; readonly origin: string};

/** The document that App Bridge runs in: a page of the app, or the page that only fetches one with a token. */
export type FrameMode = 'app' | 'bounce';

/** The scopes of the app, as `shopify.scopes.query()` returns them. */
export interface ScopesDetail {
  readonly granted: readonly string[];
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** The types of resources that a person picks. */
export const RESOURCE_TYPES = ['product', 'variant', 'collection'] as const;

/** The options of `shopify.resourcePicker`. */
export interface ResourceQuery {
  readonly type: (typeof RESOURCE_TYPES)[number];
  readonly action?: 'add' | 'select';
  readonly multiple?: boolean | number;
  /** The words that the search field starts with. */
  readonly query?: string;
  readonly filter?: {
    /** Whether products show that no sales channel has. Default: `true`. */
    readonly hidden?: boolean;
    /** Whether the variants of a product show. Default: `true`. */
    readonly variants?: boolean;
    /** Whether drafts show among products. Default: `true`. */
    readonly draft?: boolean | undefined;
    /** Whether archived products show among products. Default: `true`. */
    readonly archived?: boolean | undefined;
    /** A query in the search syntax, which the person does not see. */
    readonly query?: string;
  };
  readonly selectionIds?: readonly {
    readonly id: string;
    readonly variants?: readonly {readonly id: string}[];
  }[];
}

/** A resource as the picker returns it. */
export interface PickedResource {
  readonly id: string;
  readonly title: string;
  readonly variants?: readonly PickedResource[];
  readonly [member: string]: unknown;
}

/** The members that the simulation offers to the admin's page. */
export interface AdminSimulation {
  /** Returns the state, and sends later ones. */
  start(): AdminState;
  /** Returns the URL that the app's frame loads for a path and query of the app. */
  frameUrl(target: {readonly path: string; readonly query: string}): Promise<string>;
  /** Returns the ID token that App Bridge gets, a new one if `renew`; `null` if an armed case withholds it. */
  idToken(renew: boolean): Promise<string | null>;
  /** Lists the resources that a picker shows: those that its filter and the query of its search field find. */
  resources(query: Pick<ResourceQuery, 'type' | 'filter' | 'query'>): readonly PickedResource[];
  scopes(): ScopesDetail;
  /** Grants scopes, because the merchant has approved them. */
  grantScopes(scopes: readonly string[]): ScopesDetail;
  /** Takes optional scopes away. */
  revokeScopes(scopes: readonly string[]): ScopesDetail;
  /** Sends a query to the Admin API as the person who uses the admin. */
  direct(path: string, body: string): Promise<{readonly status: number; readonly body: string}>;
  /** Notes an event of the app's frame. */
  frame(event: FrameEvent): void;
  /** Notes a call of App Bridge that a person sees the effect of. */
  called(member: string, args: readonly unknown[]): void;
}

/** The members that the admin's page offers to the simulation. */
export interface AdminPage {
  /** Shows a new state. */
  update(state: AdminState): void;
  /** Loads the admin, and the app in it, again. */
  reload(): void;
  /**
   * Asks the documents of the app what they have begun and not finished. A document that does not answer within
   * `patience` milliseconds is reported as silent.
   */
  activity(patience: number): Promise<readonly Activity[]>;
}

/**
 * The global (`Symbol.for`) that a document of the app has if App Bridge ran in it: an object, or the reason why it did
 * not start.
 */
export const BRIDGE_MARK = 'simhost.app-bridge';

/** The name of the app's frame in the admin. */
export const APP_FRAME = 'app-iframe';

/** The beginning of the names of frames with pages of modals. The modal's id follows. */
export const MODAL_FRAME = 'modal:';
