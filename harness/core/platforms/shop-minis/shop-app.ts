import {milliseconds} from '../../../clock.ts';
import {oneOf} from '../../../known-values.ts';
import {defined} from '../../../records.ts';
import type {ActionReply, ConsentNeeded, MiniMessage, ReportedError} from '../../../wire/mini.ts';
import {CONSENTS} from '../../world/minis.ts';
import type {GenerateErrorCode, Minis} from '../../world/minis.ts';
import type {Customer} from '../../world/people.ts';
import type {GenerateAnswer} from './arranged-answers.ts';
import {MiniStorage} from './mini-storage.ts';
import {realDelay} from './real-delay.ts';
import type {UserTokenResponse} from './user-token.ts';

/** The parts of Shop Minis that the Shop app needs. */
export interface ShopAppDeps {
  /** The customer who is signed in. */
  customer(): Customer | null;
  /** Issues a signed token with the granted scopes; `null` if an armed case withholds it. */
  issue(scope: string): Promise<UserTokenResponse | null>;
  /** Takes the answer that a test has set for this request. */
  arranged(): GenerateAnswer | null;
  /** Records a signed token, and returns the form in which the Mini receives it. */
  give(signed: string): string;
  isDeleted(customer: Customer): boolean;
}

/** The error if the platform issues no token. Assumed: the wording is not public. */
export const NO_TOKEN = 'Error generating user token.';

/** An action that the Mini called. */
export interface MiniCall {
  /** The name of the action. */
  readonly action: string;
  /** The parameters of the call, as the Mini sent them. */
  readonly params: unknown;
}

/** The scope that lets a Mini's backend know who the user is. */
const OPENID = 'openid';

/** The Shop app around one Mini: its actions, its storage, and the user's consent. */
export class ShopApp {
  readonly #minis: Minis;
  readonly #deps: ShopAppDeps;
  readonly #storage = new MiniStorage();
  readonly #callListeners = new Set<(call: MiniCall) => void>();
  readonly #errorListeners = new Set<(error: ReportedError) => void>();
  readonly #replacedListeners = new Set<(name: string) => void>();
  #scopes: readonly string[] = [OPENID];
  #consent: Minis['consent'];
  /** The user's answer to the consent sheet; `null` until it is shown. */
  #granted: boolean | null = null;

  constructor(minis: Minis, deps: ShopAppDeps) {
    this.#minis = minis;
    this.#deps = deps;
    this.#consent = minis.consent;
  }

  /** The names of the actions that it carries out itself. The SDK's mocks carry out the others. */
  get actions(): readonly string[] {
    return [...Object.keys(this.#actions), ...this.#storage.actions];
  }

  /** Sets the scopes that the Mini's manifest declares. */
  declare(scopes: readonly string[]): void {
    this.#scopes = scopes;
  }

  /** The user's answer to the consent sheet, as it was set. */
  get consent(): Minis['consent'] {
    return this.#consent;
  }

  /** The scopes that the Mini's manifest declares. */
  get scopes(): readonly string[] {
    return this.#scopes;
  }

  /**
   * Sets how the user answers the consent sheet, and forgets an earlier answer.
   *
   * @throws {SimhostError} `ERR_BAD_OPTION` for another value
   */
  setConsent(consent: Minis['consent']): void {
    this.#consent = oneOf('consent', consent, CONSENTS);
    this.#granted = null;
  }

  /** Takes the answer to the consent sheet. */
  answerConsent(granted: boolean): void {
    this.#granted = granted;
  }

  /** Takes a message of the Mini's page; never rejects. */
  async receive(message: MiniMessage): Promise<ActionReply> {
    switch (message.type) {
      case 'call':
        return this.call(message.action, message.params);
      case 'consent':
        this.answerConsent(message.granted);
        break;
      case 'mocked':
        this.#report(message.action, message.params);
        break;
      case 'replaced':
        for (const listener of this.#replacedListeners) listener(message.name);
        break;
    }

    return {ok: true, data: undefined};
  }

  /**
   * Carries out an action. A reply with `consent` asks the page to show the consent sheet and to call again.
   */
  async call(action: string, params: unknown): Promise<ActionReply> {
    const own = Object.hasOwn(this.#actions, action) ? this.#actions[action] : undefined;
    const reply = own === undefined ? this.#storage.call(action, params) : await own(params);

    if (!('consent' in reply)) this.#report(action, params);
    return reply;
  }

  /** Adds a listener for actions that the Mini called. */
  onCall(listener: (call: MiniCall) => void): void {
    this.#callListeners.add(listener);
  }

  /** Adds a listener for errors that the Mini reported. */
  onReport(listener: (error: ReportedError) => void): void {
    this.#errorListeners.add(listener);
  }

  /** Adds a listener for globals of the Shop app that the page has replaced. */
  onReplaced(listener: (name: string) => void): void {
    this.#replacedListeners.add(listener);
  }

  #report(action: string, params: unknown): void {
    for (const listener of this.#callListeners) listener({action, params});
  }

  readonly #actions: Readonly<Record<string, (params: unknown) => Promise<ActionReply>>> = {
    generateUserToken: () => this.#generateUserToken(),
    checkScopesConsent: async () => ({ok: true, data: {data: this.#scopesConsent()}}),
    requestScopesConsent: async (params) => this.#requestScopesConsent(params),
    reportError: async (params) => {
      for (const listener of this.#errorListeners) listener(params as ReportedError);
      return {ok: true, data: undefined};
    },
    reportFetch: async () => ({ok: true, data: undefined}),
  };

  async #generateUserToken(): Promise<ActionReply> {
    const isDeclared = this.#scopes.includes(OPENID);
    if (!isDeclared && this.#minis.openid === 'required') {
      return failed({
        message: 'generateUserToken needs the scope "openid", which manifest.json does not declare.',
        code: 'MISSING_SCOPE',
      });
    }

    const granted = isDeclared ? this.#askForConsent() : false;
    if (typeof granted === 'object') return granted;

    const arranged = this.#deps.arranged();
    const arrangedReply = await this.#replyArranged(arranged);
    if (arrangedReply !== null) return arrangedReply;

    if (isDeclared && !granted && this.#minis.declined === 'error') {
      return failed({message: 'The user declined the scopes of this Mini.', code: 'SCOPES_DECLINED'});
    }

    return this.#issueToken(granted ? OPENID : '', typeof arranged === 'object' ? arranged : null);
  }

  /** Gives the answer of a test that replaces the platform's; `null` if the platform is to answer. */
  async #replyArranged(arranged: GenerateAnswer | null): Promise<ActionReply | null> {
    if (arranged === null) return null;
    if (typeof arranged === 'string') return this.#refuse(arranged);

    const {delay, rejection, error} = arranged;
    if (delay !== undefined) await realDelay(milliseconds(delay));
    if (rejection !== undefined) return {ok: false, rejects: true, error: rejection};

    return error === undefined ? null : failed(error);
  }

  /** Gives the platform's answer, with the fields that a test changes. */
  async #issueToken(
    scope: string,
    changes: Exclude<GenerateAnswer, GenerateErrorCode> | null,
  ): Promise<ActionReply> {
    const customer = this.#deps.customer();
    if (customer !== null && this.#deps.isDeleted(customer)) return this.#refuse('USER_NOT_FOUND');

    const response = await this.#deps.issue(scope);
    if (response === null) return failed({message: NO_TOKEN});

    const {token} = response.data;
    const {userErrors: codes, delay: _, ...fields} = changes ?? {};
    const data = {...response.data, token: token === null ? null : this.#deps.give(token), ...fields};
    const userErrors = codes?.map((code) => userError(code, this.#minis));

    return {ok: true, data: defined({data, userErrors})};
  }

  #refuse(code: GenerateErrorCode): ActionReply {
    const data = {token: null, expiresAt: null, userState: null};
    return {ok: true, data: {data, userErrors: [userError(code, this.#minis)]}};
  }

  /** Returns the user's answer, or the request for the consent sheet. */
  #askForConsent(): boolean | ConsentNeeded {
    if (this.#granted !== null) return this.#granted;
    if (this.#consent === 'ask') return {consent: this.#scopes};

    return this.#consent === 'granted';
  }

  #scopesConsent(): object {
    const isGranted = this.#granted ?? this.#consent === 'granted';
    const requiredScopes = [...this.#scopes];
    const status = isGranted || requiredScopes.length === 0 ? 'granted' : 'not_granted';

    return {requiredScopes, grantedScopes: isGranted ? requiredScopes : [], status};
  }

  /**
   * Shows the consent sheet, even to a user who declined it before. `blocked`: the page shows one already.
   */
  #requestScopesConsent(params: unknown): ActionReply {
    const {answered, blocked} = (params ?? {}) as {answered?: boolean; blocked?: boolean};
    if (blocked === true) {
      return {ok: false, rejects: true, error: {message: 'request_blocked', code: 'request_blocked'}};
    }

    if (answered !== true) {
      if (this.#consent === 'ask') return {consent: this.#scopes};
      this.#granted = this.#consent === 'granted';
    }

    return {ok: true, data: {granted: this.#granted === true}};
  }
}

function userError(
  code: GenerateErrorCode,
  {messages}: Minis,
): {code: GenerateErrorCode; message: string; field: null} {
  return {code, message: messages[code], field: null};
}

function failed(error: {message: string; code?: string}): ActionReply {
  return {ok: false, error};
}
