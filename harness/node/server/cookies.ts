import {type Clock, type ClockState, instantOf} from '../../clock.ts';
import {goesTo, readSetCookie, type SetCookie, withMaxAge} from './set-cookie.ts';

/** A browser's cookies, as a Playwright context gives them. */
export interface CookieJar {
  cookies(): Promise<readonly JarCookie[]>;
  addCookies(cookies: readonly JarCookie[]): Promise<void>;
}

export interface JarCookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly path: string;
  /** Seconds since 1970 in the browser's own time, -1 for a cookie of the session. */
  readonly expires: number;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite: 'Strict' | 'Lax' | 'None';
}

/** Whose time the `Expires` of a server is written in. */
export type ServerTime = 'simulated' | 'real';

/**
 * Lets cookies live and die in simulated time, though browsers measure real time: lives are translated on their way
 * to the browser, and when the clock moves, its jar is set right.
 */
export class Cookies {
  readonly #clock: Clock;
  readonly #realNow: () => number;
  readonly #known = new Map<string, Known>();
  readonly #jars = new Set<CookieJar>();
  readonly #stop: () => void;
  #before: ClockState;
  #settled: Promise<void> = Promise.resolve();

  constructor(clock: Clock, {realNow = Date.now}: {realNow?: () => number} = {}) {
    this.#clock = clock;
    this.#realNow = realNow;
    this.#before = clock.state;

    this.#stop = clock.onMove((state) => {
      const before = this.#before;
      this.#before = state;
      const earlier = this.#settled.catch(() => {});
      this.#settled = earlier.then(() => this.#setRight(before));
      // Told to whoever awaits settled().
      this.#settled.catch(() => {});
    });
  }

  /** Keeps a jar right from now on. */
  follow(jar: CookieJar): void {
    this.#jars.add(jar);
  }

  /** Resolves when the jars are as the newest time wants them; rejects where a browser did not take them. */
  settled(): Promise<void> {
    return this.#settled;
  }

  /** Puts cookies into a jar; their `expires` is simulated time, and what has passed takes the cookie away. */
  async give(jar: CookieJar, cookies: readonly JarCookie[]): Promise<void> {
    await jar.addCookies(cookies.map((cookie) => this.#inBrowserTime(cookie, cookie.expires * 1000)));
  }

  close(): void {
    this.#stop();
    this.#jars.clear();
  }

  /** A `Set-Cookie` header as the browser shall get it: unchanged as long as nobody moved the clock. */
  received(header: string, url: URL, time: ServerTime): string {
    const cookie = readSetCookie(header, url);
    if (cookie === null) return header;

    const remaining = this.#remaining(cookie, time);
    if (remaining === null || remaining <= 0) this.#known.delete(keyOf(cookie));
    if (remaining === null) return header;
    if (remaining <= 0) return withMaxAge(header, 0);

    const written = this.#written(remaining);
    this.#known.set(keyOf(cookie), {...cookie, expires: this.#clock.now() + remaining, written});
    const {offset, frozenAt} = this.#clock.state;
    if (offset === 0 && frozenAt === null) return header;

    return withMaxAge(header, Math.ceil((written - this.#realNow()) / 1000));
  }

  /** A `Cookie` header without what has died before the browser could know; `null` where nothing is left. */
  sent(header: string, url: URL): string | null {
    const here = [...this.#known.values()].filter((cookie) => goesTo(cookie, url));
    const kept = header.split(';').filter((pair) => {
      const same = here.filter(({name, value}) => `${name}=${value}` === pair.trim());
      return same.length === 0 || same.some(({expires}) => expires > this.#clock.now());
    });
    return kept.length === 0 ? null : kept.join(';').trimStart();
  }

  /** Simulated milliseconds that a cookie has left; `null` for one of the session. */
  #remaining({life}: SetCookie, time: ServerTime): number | null {
    if (life === null) return null;
    if ('maxAge' in life) return life.maxAge * 1000;
    return life.expires - (time === 'simulated' ? this.#clock.now() : this.#realNow());
  }

  /** The browser's own instant at which such a cookie ends. While the simulated clock stands, that must not come. */
  #written(remaining: number): number {
    const spare = this.#clock.state.frozenAt === null ? 0 : FROZEN_SPARE;
    return this.#realNow() + Math.min(remaining + spare, LONGEST);
  }

  async #setRight(before: ClockState): Promise<void> {
    await Promise.all([...this.#jars].map((jar) => this.#setRightIn(jar, before)));
  }

  async #setRightIn(jar: CookieJar, before: ClockState): Promise<void> {
    const lasting = (await jar.cookies()).filter(({expires}) => expires !== -1);
    const changed = lasting.map((cookie) => this.#inBrowserTime(cookie, this.#expiryOf(cookie, before)));
    if (changed.length > 0) await jar.addCookies(changed);
  }

  /** A cookie as a jar takes it that shall lose it at a simulated instant. */
  #inBrowserTime(cookie: JarCookie, expires: number): JarCookie {
    const remaining = expires - this.#clock.now();
    const written = remaining <= 0 ? LONG_AGO : this.#written(remaining);
    this.#known.set(keyOf(cookie), {...cookie, expires, written});
    return {...cookie, expires: written / 1000};
  }

  /** The simulated instant at which a cookie of a jar ends; one that a page's script wrote is known by its real one alone. */
  #expiryOf(cookie: JarCookie, before: ClockState): number {
    const ends = cookie.expires * 1000;
    const known = this.#known.get(keyOf(cookie));
    if (known !== undefined && known.value === cookie.value && Math.abs(known.written - ends) < TOLERANCE)
      return known.expires;
    const now = this.#realNow();
    return instantOf(before, now) + (ends - now);
  }
}

interface Known extends Pick<SetCookie, 'name' | 'value' | 'domain' | 'path'> {
  /** Simulated milliseconds since 1970. */
  readonly expires: number;
  /** The same as the browser was told, in its own time. */
  readonly written: number;
}

/** Real milliseconds that no test stands still for. */
const FROZEN_SPARE = 6 * 3_600_000;
/** Chromium keeps no cookie longer. */
const LONGEST = 400 * 86_400_000;
/** Jars count from the arrival of the answer, in whole seconds where the header does. */
const TOLERANCE = 3000;
const LONG_AGO = 1000;

function keyOf({name, domain, path}: Pick<SetCookie, 'name' | 'domain' | 'path'>): string {
  return `${domain} ${path} ${name}`;
}
