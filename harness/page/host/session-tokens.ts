import {messageOf} from '../../errors.ts';
import {PAGE_SECRET_HEADER} from '../../wire/control.ts';
import type {SessionTokenSurface} from '../../wire/surfaces.ts';

const QUERY =
  'query ExtensionSessionToken($id: ID!) { uiExtensionSessionToken(id: $id) { value expiresIn } }';

/** The session tokens of the page: one per surface, app, shop, customer and scopes, kept until it expires. */
export class SessionTokens {
  readonly #options: SessionTokensOptions;
  #cache = new Map<string, CachedToken>();

  constructor(options: SessionTokensOptions) {
    this.#options = options;
  }

  /**
   * Returns a token that has not expired. Simultaneous calls share the request of the first. If there is no
   * token, `report` receives the reason.
   */
  async get(holder: TokenHolder, call: TokenCall): Promise<string> {
    const cache = this.#cache;
    const key = JSON.stringify([
      holder.surface,
      holder.clientId,
      holder.shop,
      holder.customer,
      holder.scopes.toSorted(),
    ]);

    const known = cache.get(key);
    if (known !== undefined && this.#options.now() < known.expires) return known.token;

    const fetched: CachedToken = {
      expires: Infinity,
      token: this.#fetch(holder, call, (instant) => {
        fetched.expires = instant;
      }),
    };

    cache.set(key, fetched);
    fetched.token.catch(() => cache.delete(key));
    return fetched.token;
  }

  /** Forgets every token, including those whose request is still open. */
  flush(): void {
    this.#cache = new Map();
  }

  async #fetch(
    {surface, activationId}: TokenHolder,
    {report, send}: TokenCall,
    setExpiry: (instant: number) => void,
  ): Promise<string> {
    const {endpoint, secret, now} = this.#options;
    const asked = now();
    try {
      const response = await send(endpoint(surface), {
        method: 'POST',
        headers: {'content-type': 'application/json', [PAGE_SECRET_HEADER]: await secret()},
        body: JSON.stringify({query: QUERY, variables: {id: activationId}}),
      });
      const {value, expiresIn} = await tokenIn(response);
      // The times of a token are whole seconds, so it starts up to a second before the request.
      setExpiry((Math.floor(asked / 1000) + expiresIn) * 1000);
      return value;
    } catch (error) {
      report(`shopify.sessionToken.get() failed: ${messageOf(error)}`);
      // The platform's own words (Shopify/ui-extensions, issues 842 and 1232).
      throw Object.assign(new Error('Error fetching session token.'), {name: 'SessionTokenApiError'});
    }
  }
}

export interface SessionTokensOptions {
  /** The GraphQL API of a surface. */
  endpoint(surface: SessionTokenSurface): string;
  /** Authenticates the page. Known once the control channel is open. */
  secret(): Promise<string>;
  /** The simulated instant, milliseconds since 1970. */
  now(): number;
}

/** The call of an extension that needs a token. */
export interface TokenCall {
  /** Receives the reason for a missing token. */
  report(problem: string): void;
  readonly send: typeof fetch;
}

/** The app, shop and customer that a token is for. */
export interface TokenHolder {
  readonly surface: SessionTokenSurface;
  /** `gid://shopify/ActivatedUiExtension/…` */
  readonly activationId: string;
  readonly clientId: string;
  readonly shop: string;
  readonly customer: string | null;
  readonly scopes: readonly string[];
}

interface CachedToken {
  readonly token: Promise<string>;
  expires: number;
}

async function tokenIn(response: Response): Promise<{value: string; expiresIn: number}> {
  if (!response.ok) throw new Error(`the platform's API answered ${response.status}.`);
  const {data, errors = []} = (await response.json()) as Answer;
  if (errors.length > 0)
    throw new Error(
      `the platform's API answered with errors: ${errors.map(({message}) => message).join(' ')}`,
    );

  const token = data?.uiExtensionSessionToken;
  if (
    token === null ||
    token === undefined ||
    !isTokenValue(token.value) ||
    typeof token.expiresIn !== 'number'
  )
    throw new Error("the platform's API answered no token.");
  return {value: token.value, expiresIn: token.expiresIn};
}

/**
 * Accepts `null` too: pages were seen to return it (Shopify/ui-extensions #1907), against the type of
 * `get()`.
 */
function isTokenValue(value: unknown): value is string {
  return typeof value === 'string' || value === null;
}

interface Answer {
  readonly data?: {
    readonly uiExtensionSessionToken?: {readonly value?: unknown; readonly expiresIn?: unknown} | null;
  } | null;
  readonly errors?: readonly {readonly message: string}[];
}
