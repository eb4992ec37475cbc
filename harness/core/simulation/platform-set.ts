import type {HttpHandler} from 'msw';
import type {Claims} from '../tokens/jws.ts';
import type {Identification, Platform, ShownRequest} from '../platforms/platform.ts';

/** The platforms of one simulation, asked as one. */
export class PlatformSet {
  readonly #platforms: readonly Platform[];

  constructor(platforms: readonly Platform[]) {
    this.#platforms = platforms;
  }

  /** The MSW handlers of all platforms, for pages that belong to the simulation. */
  get handlers(): readonly HttpHandler[] {
    return this.#platforms.flatMap(({handlers}) => handlers);
  }

  /** The MSW handlers of the requests that host pages send for themselves. */
  get ownHandlers(): readonly HttpHandler[] {
    return this.#platforms.flatMap(({ownHandlers = []}) => ownHandlers);
  }

  /** The MSW handlers of all platforms, for pages that do not prove that they belong to the simulation. */
  get openHandlers(): readonly HttpHandler[] {
    return this.#platforms.flatMap(({openHandlers}) => openHandlers);
  }

  /** The hosts that the platforms answer for, for lists and messages. */
  get hosts(): readonly string[] {
    return this.#platforms.flatMap(({hosts}) => hosts);
  }

  /** Whether a platform answers for this host. */
  handlesHost(host: string): boolean {
    return this.#platforms.some((platform) => platform.handlesHost(host));
  }

  /** Whether this URL, on a host of a platform, is served by the test's own server. */
  isServedByTest(url: URL): boolean {
    return this.#platforms.some(
      (platform) => platform.handlesHost(url.hostname) && platform.isServedByTest?.(url) === true,
    );
  }

  /** The environment variables of backends: the platforms' keys, in addition to the app's credentials. */
  get environment(): Readonly<Record<string, string>> {
    const variables = this.#platforms.flatMap(({environment = {}}) => Object.entries(environment));
    return Object.fromEntries(variables);
  }

  /** The platforms' keys and tokens, which must be redacted everywhere. */
  get secrets(): readonly string[] {
    return this.#platforms.flatMap(({secrets = []}) => secrets);
  }

  /** Returns what a backend's request shows of this simulation: a token it issued, a key, or null. */
  async identify(shown: ShownRequest): Promise<Identification | null> {
    const asked = this.#platforms.filter((platform) => platform.handlesHost(shown.host));
    const found = await Promise.all(
      asked.map(async (platform) => (await platform.identify?.(shown)) ?? null),
    );

    return found.find((by) => by === 'token') ?? found.find((by) => by === 'key') ?? null;
  }

  /** Whether a platform has revoked the session of a token with these claims. */
  isRevoked(claims: Claims): boolean {
    return this.#platforms.some((platform) => platform.isRevoked?.(claims) === true);
  }

  /** Whether a request carries the token of a platform in a header and in a cookie. */
  carriesTwice(headers: Headers): boolean {
    return this.#platforms.some((platform) => platform.carriesTwice?.(headers) === true);
  }

  /** Lists the tokens that a request carries: as a bearer, and in the headers and cookies of each platform. */
  tokensIn(headers: Headers): readonly string[] {
    const [, bearer] = /^bearer +(.*)$/i.exec(headers.get('authorization') ?? '') ?? [];
    const tokens = [bearer, ...this.#platforms.map((platform) => platform.tokenIn?.(headers))];
    return tokens.filter((token) => typeof token === 'string');
  }
}
