import type {UserTokenResponse} from '../core/platforms/shop-minis/user-token.ts';

/** What a page asks the simulation. */
export type Question = 'time' | 'session-token' | 'user-token';

/** The answer, in a form that crosses realms. */
export type Reply =
  | Answer
  | {
      readonly ok: false;
      readonly error: {readonly name: string; readonly message: string; readonly code?: string};
    };

interface Answer {
  readonly ok: true;
  /** `{value, expiresIn}` of a session token, the response of a user token, nothing of the time. */
  readonly value: unknown;
  /** Simulated time, milliseconds since 1970. */
  readonly now: number;
  /** Tokens of an earlier epoch must be forgotten. */
  readonly epoch: number;
}

export type Ask = (question: Question) => Promise<Reply>;

/** The `shopify` global of an ordinary page. */
export interface InjectedShopify {
  readonly sessionToken: {get(): Promise<string>};
  generateUserToken(): Promise<UserTokenResponse>;
}

/**
 * Puts `shopify.sessionToken.get()` and `shopify.generateUserToken()` into the page; returns what takes them out.
 *
 * Playwright carries the text of this function into pages, so it uses nothing from outside itself.
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

  // The rule of the hook: what is kept and fresh, else what is under way, else a new request.
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
