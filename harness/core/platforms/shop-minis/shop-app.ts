import {milliseconds} from '../../../clock.ts';
import type {ActionReply, ConsentNeeded, MiniMessage, ReportedError} from '../../../wire/mini.ts';
import type {GenerateErrorCode, Minis} from '../../world/minis.ts';
import type {Customer} from '../../world/people.ts';
import type {GenerateAnswer} from './arranged-answers.ts';
import {MiniStorage} from './mini-storage.ts';
import type {UserTokenResponse} from './user-token.ts';

/** What the Shop app needs of its platform. */
export interface ShopAppDeps {
  customer(): Customer | null;
  issue(scope: string): Promise<UserTokenResponse | null>;
  arranged(): GenerateAnswer | null;
  /** Notes a signed token; the form in which a Mini gets it. */
  give(signed: string): string;
  isDeleted(customer: Customer): boolean;
}

/** The error where the platform gives nothing. Assumed: the wording is not public. */
export const NO_TOKEN = 'Error generating user token.';

/** An action that the Mini called. */
export interface MiniCall {
  readonly action: string;
  readonly params: unknown;
}

/** The scope that lets a backend know who the user is, for whichever Mini. */
const OPENID = 'openid';

/** The Shop app around one Mini: its actions, what it stores for the Mini, and what the user has granted. */
export class ShopApp {
  readonly #minis: Minis;
  readonly #host: ShopAppDeps;
  readonly #storage = new MiniStorage();
  readonly #callListeners = new Set<(call: MiniCall) => void>();
  readonly #errorListeners = new Set<(error: ReportedError) => void>();
  readonly #replacedListeners = new Set<(name: string) => void>();
  #scopes: readonly string[] = [OPENID];
  #consent: Minis['consent'];
  /** What the user answered; `null` until asked. */
  #granted: boolean | null = null;

  constructor(minis: Minis, host: ShopAppDeps) {
    this.#minis = minis;
    this.#host = host;
    this.#consent = minis.consent;
  }

  /** The actions that it carries out itself; the others are left to the SDK's mocks. */
  get actions(): readonly string[] {
    return [...Object.keys(this.#actions), ...this.#storage.actions];
  }

  /** The scopes that the Mini's manifest declares. */
  declare(scopes: readonly string[]): void {
    this.#scopes = scopes;
  }

  /** What the user answers from now on; what was answered before is forgotten. */
  setConsent(consent: Minis['consent']): void {
    this.#consent = consent;
    this.#granted = null;
  }

  /** The sheet was answered. */
  answerConsent(granted: boolean): void {
    this.#granted = granted;
  }

  /** Takes a message of the Mini's page; never rejects. */
  async receive(message: MiniMessage): Promise<ActionReply> {
    if (message.type === 'call') return this.call(message.action, message.params);
    if (message.type === 'consent') this.answerConsent(message.granted);
    else if (message.type === 'mocked') this.#note(message.action, message.params);
    else for (const listener of this.#replacedListeners) listener(message.name);
    return {ok: true, data: undefined};
  }

  /** Does an action of its own; `consent` in the reply asks the page to show the sheet and to call again. */
  async call(action: string, params: unknown): Promise<ActionReply> {
    const own = Object.hasOwn(this.#actions, action) ? this.#actions[action] : undefined;
    const reply = own === undefined ? this.#storage.call(action, params) : await own(params);
    if (!('consent' in reply)) this.#note(action, params);
    return reply;
  }

  onCall(listener: (call: MiniCall) => void): void {
    this.#callListeners.add(listener);
  }

  onReport(listener: (error: ReportedError) => void): void {
    this.#errorListeners.add(listener);
  }

  /** Something took the place of one of the Shop app's globals. */
  onReplaced(listener: (name: string) => void): void {
    this.#replacedListeners.add(listener);
  }

  #note(action: string, params: unknown): void {
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
    const declared = this.#scopes.includes(OPENID);
    if (!declared && this.#minis.openid === 'required') {
      return failure({
        message: 'generateUserToken needs the scope "openid", which manifest.json does not declare.',
        code: 'MISSING_SCOPE',
      });
    }

    const granted = declared ? this.#hasConsent() : false;
    if (typeof granted === 'object') return granted;

    const arranged = this.#host.arranged();
    if (typeof arranged === 'string') return {ok: true, data: nothing(arranged, this.#minis)};
    if (arranged?.delay !== undefined) await later(milliseconds(arranged.delay));
    if (arranged?.rejection !== undefined) return {ok: false, rejects: true, error: arranged.rejection};
    if (arranged?.error !== undefined) return failure(arranged.error);
    if (declared && !granted && this.#minis.declined === 'error') {
      return failure({message: 'The user declined the scopes of this Mini.', code: 'SCOPES_DECLINED'});
    }

    const customer = this.#host.customer();
    if (customer !== null && this.#host.isDeleted(customer))
      return {ok: true, data: nothing('USER_NOT_FOUND', this.#minis)};
    const response = await this.#host.issue(granted ? OPENID : '');
    if (response === null) return failure({message: NO_TOKEN});

    const {token} = response.data;
    const {userErrors, ...fields} = arranged ?? {};
    const data = {...response.data, token: token === null ? null : this.#host.give(token), ...fields};

    delete data.delay;
    return {
      ok: true,
      data: {
        data,
        ...(userErrors === undefined
          ? {}
          : {userErrors: userErrors.map((code) => userError(code, this.#minis))}),
      },
    };
  }

  #hasConsent(): boolean | ConsentNeeded {
    if (this.#granted !== null) return this.#granted;
    if (this.#consent === 'ask') return {consent: this.#scopes};
    return this.#consent === 'granted';
  }

  #scopesConsent(): object {
    const granted = this.#granted ?? this.#consent === 'granted';
    const requiredScopes = [...this.#scopes];
    const status = granted || requiredScopes.length === 0 ? 'granted' : 'not_granted';
    return {requiredScopes, grantedScopes: granted ? requiredScopes : [], status};
  }

  /** The sheet shows even to somebody who declined it before; the page says when one is on display already. */
  #requestScopesConsent(params: unknown): ActionReply {
    const {answered, blocked} = (params ?? {}) as {answered?: boolean; blocked?: boolean};
    if (blocked === true)
      return {ok: false, rejects: true, error: {message: 'request_blocked', code: 'request_blocked'}};
    if (answered !== true && this.#consent === 'ask') return {consent: this.#scopes};
    if (answered !== true) this.#granted = this.#consent === 'granted';
    return {ok: true, data: {granted: this.#granted === true}};
  }
}

/** What comes of a user error: nothing, and why. */
function nothing(code: GenerateErrorCode, minis: Minis): UserTokenResponse {
  return {data: {token: null, expiresAt: null, userState: null}, userErrors: [userError(code, minis)]};
}

function userError(
  code: GenerateErrorCode,
  {messages}: Minis,
): {code: GenerateErrorCode; message: string; field: null} {
  return {code, message: messages[code], field: null};
}

function failure(error: {message: string; code?: string}): ActionReply {
  return {ok: false, error};
}

function later(delay: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delay));
}
