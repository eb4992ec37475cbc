import type {FaultyGrant, TokenEndpointFault} from '../platforms/shopify/app-authorization/token-fault.ts';
import type {AdminApiFault} from '../platforms/shopify/admin/admin-api-fault.ts';
import type {ApiFault} from '../platforms/shopify/api-fault.ts';
import type {TokenRecipe, TokenSubject} from '../platforms/token-recipe.ts';
import type {Forgery} from '../tokens/forgery.ts';
import type {TokenDraft} from '../tokens/jws.ts';
import type {Customer} from '../world/people.ts';
import type {World} from '../world/world.ts';
import type {CaseId} from './case-id.ts';
import type {OutgoingRequest} from './outgoing-request.ts';

/** A named fault of a token, a request, a clock or a host, with the answer of a correct backend. */
export interface Case {
  /** The event, as a clause: "the token had expired 60 s before it was issued". */
  readonly title: string;
  /** The right answers by profile. Missing if no request of the case reaches a backend. */
  readonly expects?: Expectations;
  /** `anyone` can make it without the secret; `defence` in depth; `interop`: refusing it breaks real users. */
  readonly class: 'anyone' | 'defence' | 'interop';
  /** The severity of a backend that fails the case. */
  readonly severity: Severity;
  /** The specification, documentation or report that the case comes from. */
  readonly source: string;
  /** The change that a failing backend needs, as one sentence. */
  readonly fix: string;
  /** Whether it may slow down or crash a backend. An audit sends it only on request. */
  readonly destructive?: true;
  /** Real seconds that the case waits between its requests: the sum of `after`. */
  readonly waitSeconds?: number;
  /** The option that the case needs in addition to the app's credentials. */
  readonly needs?: 'previousSecret' | 'forgerServer';
  /** The caller is a guest. A route for signed-in customers alone refuses it. */
  readonly guest?: true;
  /** Cases whose token a backend must refuse, else this one means nothing. If it accepts that token, only they fail. */
  readonly presupposes?: readonly CaseId[];
  /** The way in which the case is carried out. */
  readonly mechanism: Mechanism;
}

/** The severity of a finding. */
export type Severity = 'critical' | 'high' | 'medium' | 'low';

/** The kind of token that a backend's route takes. */
export type Profile =
  | 'checkout'
  | 'customer-account'
  | 'admin'
  /** The web app in the frame of the admin: its documents, and the requests of its pages. */
  | 'embedded'
  | 'pos'
  | 'post-purchase'
  | 'shop-minis'
  | 'vtex';

/** The right answer of each profile's backends, or the reason why a profile does not have the case. */
export type Expectations = Readonly<Record<Profile, Expectation | string>>;

/** The answer of a correct backend. A 5xx status is always wrong. */
export interface Expectation {
  /** `either`: no specification settles it. The answer is reported, but it is not a finding. */
  readonly verdict: 'accept' | 'refuse' | 'either';
  /** The statuses that are right. */
  readonly statuses: readonly (number | '2xx' | '3xx' | '4xx')[];
  /** Patterns for the values of headers. A missing header has the value ''. */
  readonly headers?: Readonly<Record<string, RegExp>>;
  /** The rule that the answer keeps for the page of the `Origin` that was sent. */
  readonly cors?: CorsRule;
  /**
   * Closing the connection refuses the request too. A server that does not read a request to its end may close the
   * connection before the client has read the answer.
   */
  readonly mayClose?: true;
  /** The request is not sent on to another origin. */
  readonly noCrossOriginRedirect?: true;
  /**
   * A server error refuses the request too. A token of a shop without the app cannot be exchanged, and libraries answer
   * that with 500.
   */
  readonly mayFail?: true;
  /**
   * The part of a bounce that the answer is: a redirect to a page that only loads App Bridge, or that page.
   *
   * @see https://shopify.dev/docs/apps/build/authentication-authorization/set-embedded-app-authorization
   */
  readonly bounce?: 'redirect' | 'page';
  /** Contents that the body must not have: the token that was sent, forged values, or a stack trace. */
  readonly bodyLacks?: readonly ('token' | 'forged' | 'stack')[];
  /**
   * The owner of the data in an accepted answer, compared with the answer to `control`.
   *
   * - `token`: the answer that the same token gets without forged values
   * - `owner`: the answer for something that nobody owns
   * - `asker`: the caller's own data, not the data that another caller got at the same address one step before
   */
  readonly answerBelongsTo?: 'token' | 'owner' | 'asker';
}

/** A permission that an answer must give, or not give, the page of the `Origin` that was sent. */
export type CorsRule =
  /** The browser sends the request that this preflight asks for. */
  | 'preflight'
  /** The page can read the answer. */
  | 'readable'
  /** The page cannot read an answer to a request with cookies. */
  | 'no cookies';

/** The way to carry out a case: by a token, a request, several requests, the page, or a line of a test. */
export type Mechanism =
  /** The token is made differently. More than one variant is one mechanism spelled in several ways. */
  | {readonly kind: 'token'; readonly variants: Readonly<Record<string, TokenMutation>>}
  /** A good token is sent in another way: headers, query, body. */
  | {readonly kind: 'request'; readonly variants: Readonly<Record<string, RequestMutation>>}
  /** Several requests after each other, or one that no page makes (a preflight); only an audit can do it. */
  | {readonly kind: 'exchange'; readonly variants: Readonly<Record<string, Exchange>>}
  /** The platform's page gives the extension no token, or not in time; only a test with a page can do it. */
  | {readonly kind: 'host'; readonly answer: HostAnswer}
  /** Each signal of the extension reports once more after the start; only a test with a page can do it. */
  | {readonly kind: 'signals'}
  /** The checkout limits the changes of an extension; only a test with a page can do it. */
  | {readonly kind: 'changes'}
  /** The order of a completed checkout is created simulated milliseconds later; only a test with a page can do it. */
  | {readonly kind: 'order'; readonly after: number}
  /** A GraphQL API of Shopify fails at a query, or answers it later; only a test can do it. */
  | {readonly kind: 'storefront' | 'customer-account'; readonly fault: ApiFault}
  /** The token endpoint of the app fails, or answers later; only a test can do it. */
  | {readonly kind: FaultyGrant; readonly tokenFault: TokenEndpointFault}
  /**
   * The first URL of an embedded app (`launch`), or App Bridge (`id-token`), has a token that is made differently; only a
   * test with the admin can do it.
   */
  | {readonly kind: 'launch' | 'id-token'; readonly variants: Readonly<Record<string, TokenMutation>>}
  /** The first URL of an embedded app has no token; only a test with the admin can do it. */
  | {readonly kind: 'launch'; readonly withheld: true}
  /** The Admin API refuses a query, fails, or answers it later; only a test can do it. */
  | {readonly kind: 'admin-api'; readonly adminFault: AdminApiFault}
  /** The shop answers a request to an app proxy itself; only a test with a page can do it. */
  | {readonly kind: 'shop'}
  /** Time or the app's set-up differs; a line in a test does it. */
  | {readonly kind: 'test'; readonly line: string};

/** Changes a valid token. */
export type TokenMutation = (good: Forgery, context: CaseContext) => Forgery | Promise<Forgery>;

/** Adds credentials, or a replacement for them, to a request. */
export type RequestMutation = (
  request: OutgoingRequest,
  sender: Sender,
) => OutgoingRequest | Promise<OutgoingRequest>;

/** Makes the requests of a case that needs several. */
export type Exchange = (
  request: OutgoingRequest,
  sender: Sender,
) => readonly CaseStep[] | Promise<readonly CaseStep[]>;

/** The answer of the platform's page when an extension asks for a token. */
export type HostAnswer =
  | {readonly gives: 'nothing' | 'null' | 'never' | 'no permission'}
  /** A good token, after that many simulated milliseconds. */
  | {readonly gives: 'token'; readonly after: number};

/** Facts available to a case: customer, shop, app, clock. */
export interface CaseContext {
  /** The kind of token that the backend takes. */
  readonly profile: Profile;
  /** The shop, the app and the people. */
  readonly world: World;
  /** The customer of valid tokens; `null` is a guest. */
  readonly customer: Customer | null;
  /** Seconds since 1970. */
  readonly now: number;
  /** The lifetime of a valid token of the profile, in seconds. */
  readonly life: number;
  /** The app's secret before the last rotation, if there was one. */
  readonly previousSecret: string | undefined;
  /** The base URL of a server that gives `FORGER_FILES` to the backend, if there is one. */
  readonly forgerServer: string | undefined;
  /** Drafts a valid token of some kind, with its own `jti`, before it is signed. */
  draft(recipe: TokenRecipe, change?: Partial<TokenSubject>): Promise<TokenDraft>;
}

/** The means of a case that sends requests. */
export interface Sender {
  /** The facts that the case may use. */
  readonly context: CaseContext;
  /** Mints a token of the profile: valid, unless a mutation changes it. */
  token(mutate?: TokenMutation): Promise<string>;
  /** Adds the token to a request, in the header or cookie that the profile's backends read. */
  carry(request: OutgoingRequest, token: string): OutgoingRequest;
}

/** A request of a case, ready to be sent. */
export interface CaseStep {
  /** The request to send. */
  readonly request: OutgoingRequest;
  /** Whether the request goes to the target of the redirect that answered the step before. Default: as `request` says. */
  readonly followsRedirect?: true;
  /** Seconds to wait after the answer to the step before; default 0. */
  readonly after?: number;
  /** The right answer to this step, if it differs from the case's. */
  readonly expects?: Expectation;
}

/** A case in one of its variants: its requests, in order. */
export interface CaseRun {
  /** The id of the case. */
  readonly id: CaseId;
  /** The variant; '' if there is only one. */
  readonly variant: string;
  /** The right answer. */
  readonly expects: Expectation;
  /** The requests, in the order in which they are sent. */
  readonly steps: readonly CaseStep[];
  /** Every token that the steps carry; must never be written. */
  readonly tokens: readonly string[];
}
