import type {UserTokenResponse} from '../core/platforms/shop-minis/user-token.ts';

/** The questions of a page to the simulation. */
export type Question = 'time' | 'session-token' | 'user-token';

/** The answer to a question, in a form that can be sent between realms. */
export type Reply =
  | Answer
  | {
      readonly ok: false;
      readonly error: {readonly name: string; readonly message: string; readonly code?: string};
    };

interface Answer {
  readonly ok: true;
  /** `{value, expiresIn}` of a session token, the response of a user token, or null for the time. */
  readonly value: unknown;
  /** The simulated time, in milliseconds since 1970. */
  readonly now: number;
  /** The epoch of tokens. Tokens of an earlier epoch must be forgotten. */
  readonly epoch: number;
}

export type Ask = (question: Question) => Promise<Reply>;

/**
 * The `shopify` global of an ordinary page.
 *
 * @example
 * ```ts
 * import {start, type InjectedShopify} from 'simhost/browser';
 *
 * await start();
 * const {shopify} = globalThis as unknown as {shopify: InjectedShopify};
 * const token = await shopify.sessionToken.get();
 * ```
 */
export interface InjectedShopify {
  /**
   * Session tokens. `get` keeps a token until it expires, and rejects with `SessionTokenApiError` if there is
   * none.
   */
  readonly sessionToken: {get(): Promise<string>};
  /** Returns the user token of a Mini. A token is kept until 5 minutes before it expires. */
  generateUserToken(): Promise<UserTokenResponse>;
}

/**
 * Installs `shopify.sessionToken.get()` and `shopify.generateUserToken()` in the page. Returns a function
 * that removes them.
 *
 * Playwright sends the source of this function to pages, so it uses nothing from outside of itself.
 */
export function installShopify(ask: Ask): () => void {
  const page = globalThis as {shopify?: object};
  const before = page.shopify;
  const shopify = typeof before === 'object' && before !== null ? before : {};

  const answerTo = async (question: Question): Promise<Answer> => {
    const reply = await ask(question);
    if (reply.ok) return reply;
    const {name, message, code} = reply.error;
    const error = Object.assign(new Error(message), code === undefined ? {} : {code});
    Object.defineProperty(error, 'name', {value: name, configurable: true, writable: true});
    throw error;
  };

  // The rule of Shopify's hook: a fresh value that is kept, or else the open request, or else a new request.
  const once = <T>(question: Question, freshUntil: (value: T, now: number) => number): (() => Promise<T>) => {
    let kept: {value: T; until: number; epoch: number} | undefined;
    let pending: Promise<T> | undefined;

    const request = async (): Promise<T> => {
      try {
        const {value, now, epoch} = await answerTo(question);
        const until = freshUntil(value as T, now);
        if (!Number.isNaN(until)) kept = {value: value as T, until, epoch};
        return value as T;
      } catch (error) {
        kept = undefined;
        throw error;
      } finally {
        pending = undefined;
      }
    };

    return async () => {
      if (kept !== undefined) {
        const {now, epoch} = await answerTo('time');
        if (kept !== undefined && kept.epoch === epoch && kept.until > now) return kept.value;
      }
      pending ??= request();
      return pending;
    };
  };

  const sessionToken = once<{value: string; expiresIn: number}>(
    'session-token',
    ({expiresIn}, now) => now + expiresIn * 1000,
  );

  const userToken = once<UserTokenResponse>('user-token', ({data: {token, expiresAt}}) =>
    token && expiresAt ? Date.parse(expiresAt) - 300_000 : NaN,
  );

  const injected: InjectedShopify = {
    sessionToken: {get: async () => (await sessionToken()).value},
    generateUserToken: () => userToken(),
  };

  const replaced = Object.entries(injected).map(
    ([name]) => [name, Object.getOwnPropertyDescriptor(shopify, name)] as const,
  );

  for (const [name, value] of Object.entries(injected)) {
    Object.defineProperty(shopify, name, {value, configurable: true, enumerable: true, writable: true});
  }

  page.shopify = shopify;

  return () => {
    for (const [name, descriptor] of replaced) {
      delete (shopify as Record<string, unknown>)[name];
      if (descriptor !== undefined) Object.defineProperty(shopify, name, descriptor);
    }
    if (before === undefined) delete page.shopify;
    else page.shopify = before;
  };
}
