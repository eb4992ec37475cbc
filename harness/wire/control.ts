/**
 * The control channel: one WebSocket per host page, JSON text frames, at `CONTROL_PATH` of the page's own origin.
 * Both ends first prove that they know the simulation's id, which the page reads from its URL fragment (`channel-proof.ts`).
 * The simulation answers the hello with the page's secret and then with its whole state, again after every change. The
 * page makes itself equal to the state and reports which revision it has reached.
 */
import type {ClockState} from '../clock.ts';
import type {MountActivity} from './activity.ts';
import type {AskedRequest} from './asked-request.ts';
import type {AuthenticationState, Customer, CustomerPrivacy, Metafield} from './account.ts';
import type {AdminMount, AdminView} from './admin-view.ts';
import type {BuildFailure} from './build-failure.ts';
import type {Checkout} from './checkout.ts';
import type {CheckoutRules} from './checkout-rules.ts';
import type {Deed, FoundByRole} from './deed.ts';
import type {WireNotice} from './extension-notices.ts';
import type {Localization} from './localization.ts';
import type {Order} from './order.ts';
import type {PageLook} from './page-look.ts';
import type {ProtectedCustomerData} from './protected-customer-data.ts';
import type {ShownWords} from './shown-words.ts';
import type {ToolCall, ToolResult} from './tool-call.ts';

export const CONTROL_PATH = '/.simhost/control';

/** The code that ends the channel if page and server do not know the same id. */
export const UNKNOWN_SIMULATION = 4004;

/** The header that carries the page's secret to the platform's own endpoints. */
export const PAGE_SECRET_HEADER = 'x-simhost-page';

/** The header that names the extension that the page asks for: `gid://shopify/ActivatedUiExtension/…`. */
export const EXTENSION_HEADER = 'x-simhost-extension';

/**
 * The element of the page's document that may hold its first state, so that it starts before the channel is open.
 * The state has neither the simulation's id nor the page's secret.
 */
export const FIRST_STATE_ID = 'simhost-state';

/** The content of that element, as JSON. */
export interface FirstState {
  readonly state: PageState;
  /** The scripts of its extensions by the URL at which they are published, so that the page need not fetch them. */
  readonly bundles: Readonly<Record<string, string>>;
}

export type FromPage =
  /** The page's proof that it knows the simulation's id. */
  | {readonly type: 'hello'; readonly proof: string}
  /** Page and every running sandbox have reached this revision. */
  | {readonly type: 'applied'; readonly revision: number}
  /**
   * simhost's own page failed while it showed a state: this revision, or, with `null`, later than that. A fault
   * of simhost.
   */
  | {readonly type: 'crashed'; readonly revision: number | null; readonly error: WireError}
  /** The extension's callback has returned, and the page shows its first tree. */
  | {readonly type: 'mounted'; readonly mount: string}
  /** A mount that returns a value has done so. */
  | {readonly type: 'returned'; readonly mount: string; readonly value: unknown}
  /** The extension could not start; the page shows nothing of it. */
  | {readonly type: 'failed'; readonly mount: string; readonly error: WireError}
  /** An uncaught error or unhandled rejection in a running extension, or a defect that the host page found. */
  | {readonly type: 'error'; readonly mount: string; readonly error: WireError}
  /** An extension has used a member of its API that a user sees the effect of. */
  | {
      readonly type: 'call';
      readonly mount: string;
      readonly member: string;
      readonly args: readonly unknown[];
    }
  /**
   * The page wants something changed and to know how that ended: a mount by a member of its API, or, without
   * one, an action of the buyer.
   */
  | {
      readonly type: 'ask';
      readonly id: number;
      readonly mount: string | null;
      readonly member: string;
      readonly arg: unknown;
    }
  /** The answer to `poll-activity`: what the page's extensions have begun and not finished. */
  | {readonly type: 'activity'; readonly id: number; readonly mounts: readonly MountActivity[]}
  /** Somebody signs in by the page's own button: who the page's order belongs to. */
  | {readonly type: 'sign-in'}
  /** An extension does something that the platform lets pass and that is probably a mistake. */
  | {readonly type: 'notice'; readonly mount: string; readonly notice: WireNotice}
  /** An extension makes a request, or the page makes one for it. */
  | {readonly type: 'requested'; readonly mount: string; readonly request: AskedRequest}
  | {readonly type: 'log'; readonly mount: string; readonly lines: readonly LogLine[]}
  /** A person has done something on the page. Only the page of `simhost dev` says so. */
  | {readonly type: 'deed'; readonly deed: Deed}
  /** The answer to `describe`. */
  | {readonly type: 'description'; readonly id: number; readonly content: readonly FoundByRole[]}
  /** The answer to `call-tool`. */
  | {readonly type: 'tool-result'; readonly id: number; readonly result: ToolResult<WireError>}
  /** The answer to `storage`: the number of values that extensions have stored. */
  | {readonly type: 'stored'; readonly id: number; readonly count: number};

export type ToPage =
  | {readonly type: 'welcome'; readonly secret: string}
  | {readonly type: 'state'; readonly revision: number; readonly state: PageState}
  /**
   * Asks what the page's extensions have begun and not finished. A sandbox that does not answer within `patience`
   * milliseconds is silent.
   */
  | {readonly type: 'poll-activity'; readonly id: number; readonly patience: number}
  /** Asks what a mount shows. */
  | {readonly type: 'describe'; readonly id: number; readonly mount: string}
  /** Asks for the number of values in `shopify.storage`, after it was cleared if `clears`. */
  | {readonly type: 'storage'; readonly id: number; readonly clears: boolean}
  | ({readonly type: 'call-tool'; readonly id: number} & ToolCall)
  /** To an `ask`, after the state that it has led to. */
  | {readonly type: 'answer'; readonly id: number; readonly value: unknown}
  | {readonly type: 'refusal'; readonly id: number; readonly error: WireError};

/** A line that an extension wrote to its console by one call. */
export interface LogLine {
  readonly level: LogLevel;
  readonly text: string;
  readonly stack: string;
}

/** The level of a console line. */
export type LogLevel = 'debug' | 'log' | 'info' | 'warn' | 'error';

/** An error as it crosses realms. */
export interface WireError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  /** The code of a SimhostError. */
  readonly code?: string;
  readonly next?: string;
}

/** All that a host page shows and its extensions can read. Holds no secret and no session token. */
export interface PageState {
  readonly clock: ClockState;
  /** Grows whenever session tokens that the page holds must be forgotten. */
  readonly tokenEpoch: number;
  readonly app: App;
  readonly shop: Shop;
  /** The signed-in person, or null for a guest. */
  readonly customer: Customer | null;
  readonly authenticationState: AuthenticationState;
  readonly localization: Localization;
  /** The order that pages of one order show. */
  readonly order: Order;
  /** All orders of who is signed in. */
  readonly orders: readonly Pick<Order, 'id' | 'name' | 'processedAt' | 'cost'>[];
  readonly words: ShownWords;
  readonly checkout: Checkout;
  readonly checkoutRules: CheckoutRules;
  readonly metafields: readonly Metafield[];
  /** The facts of the admin's pages; null if no extension of the admin is mounted. */
  readonly admin: AdminView | null;
  readonly privacy: CustomerPrivacy;
  readonly endpoints: {
    /** The base URL of the Customer Account API: `<base><version>/graphql`. */
    readonly customerAccountApi: string;
    /** Absolute URL of the checkout's own GraphQL API. */
    readonly checkoutApi: string;
    /** The base URL of the Storefront API: `<base><version>/graphql.json`. */
    readonly storefrontApi: string;
    /** The base URL of the Admin API: `<base>admin/api/<version>/graphql.json`. */
    readonly adminApi: string;
    /** The token with which the page asks the Storefront API for extensions. */
    readonly storefrontToken: string;
  };
  /** The address for the sandbox's requests when the browser has no gateway (`simhost dev`). */
  readonly forward: Forward | null;
  readonly mounts: readonly Mount[];
  /** The extensions whose newest sources cannot be built (`simhost dev`). */
  readonly buildFailures: readonly BuildFailure[];
  /** The look of the extensions (`simhost dev`); null in tests. */
  readonly look: PageLook | null;
}

export interface Forward {
  /** A request to `https://a.example/b` goes to `<base>https/a.example/b`. */
  readonly base: string;
  /** The origins that have a backend. */
  readonly origins: readonly string[];
}

export interface App {
  readonly clientId: string;
  readonly name: string;
  /** The application URL; `null` if the app has none. */
  readonly url: string | null;
  readonly scopes: readonly string[];
  readonly protectedCustomerData: ProtectedCustomerData;
}

export interface Shop {
  readonly id: string;
  readonly name: string;
  readonly myshopifyDomain: string;
  readonly storefrontUrl: string;
}

/** An extension at a target. */
export interface Mount {
  readonly id: string;
  /** A number that grows when the sandbox must start again, for example after an edit. */
  readonly generation: number;
  /** Whether it has started in a page before: a page that is opened now was not opened to show it. */
  readonly started: boolean;
  readonly target: string;
  readonly handle: string;
  readonly name: string;
  /** For example `2026-07`. */
  readonly apiVersion: string;
  readonly wire: Wire;
  /** `shopify.extension.scriptUrl`. */
  readonly scriptUrl: string;
  /** The URL that the page fetches the bundle from; differs from `scriptUrl` in `simhost dev`. */
  readonly bundleUrl: string;
  /** The script of the extension's `should_render` modules, also at two addresses. */
  readonly conditions: {readonly scriptUrl: string; readonly bundleUrl: string} | null;
  /** All targets that the extension declares. */
  readonly targets: readonly string[];
  /** The capabilities that its TOML declares and the merchant did not decline. */
  readonly capabilities: readonly string[];
  /** The capabilities that its TOML declares and the merchant declined. */
  readonly declined: readonly string[];
  /** Whether the extension made too many changes. Then it may neither change the checkout nor block the buyer. */
  readonly changesLimited: boolean;
  /** Its state in the checkout editor; `null` outside of the editor. */
  readonly editor: EditorState | null;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  /** Those that the extension asks for. */
  readonly metafields: readonly {
    readonly namespace: string;
    readonly key: string;
    readonly ownerType?: string;
  }[];
  /** The locale files by locale, and which one is the default. */
  readonly translations: Translations;
  /** `gid://shopify/ActivatedUiExtension/…`, the id that the page asks a session token for. */
  readonly activationId: string;
  readonly origin: SandboxOrigin;
  readonly fetchToScriptOrigin: ScriptOriginRule;
  /** Whether every signal reports once more after the start, as under the case `host-signals-repeat`. */
  readonly repeatsSignals: boolean;
  /** The part that only extensions of the admin use. */
  readonly admin: AdminMount;
  /** The call of a mount that returns a value and does not render; null for others. */
  readonly run: Run | null;
}

/** The state of an extension in the checkout editor. Until the merchant saves it, it gets no session token. */
export type EditorState = 'unsaved' | 'saved';

/** A call of a function that an extension registers, such as address suggestions or a condition. */
export interface Run {
  /** The name that the function is registered under. */
  readonly registered: string;
  readonly input: unknown;
  /** Whether the caller has stopped waiting. */
  readonly aborted: boolean;
}

/** The protocol that an extension renders with: remote-dom since API version 2025-10, remote-ui before. */
export type Wire = 'remote-dom' | 'remote-ui';

export interface Translations {
  readonly defaultLocale: string | null;
  readonly byLocale: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * The origins that an extension's requests may carry: `null`, `https://extensions.shopifycdn.com`, one that no
 * allow-list has, or that of the host page.
 */
export const SANDBOX_ORIGINS = ['opaque', 'shopifycdn', 'moved', 'same-origin'] as const;

/** The origin that an extension's requests carry. */
export type SandboxOrigin = (typeof SANDBOX_ORIGINS)[number];

/** Whether an extension may fetch from the origin that its own script comes from. */
export const SCRIPT_ORIGIN_RULES = ['allowed', 'refused'] as const;

/** Whether an extension may fetch from the origin of its own script. */
export type ScriptOriginRule = (typeof SCRIPT_ORIGIN_RULES)[number];
