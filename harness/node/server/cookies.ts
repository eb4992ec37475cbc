import {type Clock, type ClockState, instantOf} from '../../clock.ts';
import {goesTo, readSetCookie, type SetCookie, withMaxAge} from './set-cookie.ts';

/** A browser's cookies, as a Playwright context gives them. */
export interface CookieJar {
  /** Returns all cookies of the browser. */
  cookies(): Promise<readonly JarCookie[]>;
  /** Adds cookies to the browser, or replaces them. */
  addCookies(cookies: readonly JarCookie[]): Promise<void>;
}

/** A cookie as Playwright's browser contexts have it. */
export interface JarCookie {
  /** The name. */
  readonly name: string;
  /** The value. */
  readonly value: string;
  /** The domain. A leading dot includes subdomains. */
  readonly domain: string;
  /** The path below which it is sent. */
  readonly path: string;
  /** Seconds since 1970 in the browser's own time, -1 for a cookie of the session. */
  readonly expires: number;
  /** Whether scripts cannot read it. */
  readonly httpOnly: boolean;
  /** Whether it is sent over HTTPS only. */
  readonly secure: boolean;
  /** Which requests from other sites carry it. */
  readonly sameSite: 'Strict' | 'Lax' | 'None';
}

/** The clock that a server uses for `Expires`. */
export type ServerTime = 'simulated' | 'real';

/**
 * Lets cookies expire in simulated time, though browsers measure real time. Lifetimes are translated on their way
 * to the browser. When the clock moves, its jar is corrected.
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
      this.#settled = earlier.then(() => this.#correctJars(before));
      // Reported to the caller of settled().
      this.#settled.catch(() => {});
    });
  }

  /** Corrects a jar from now on. */
  follow(jar: CookieJar): void {
    this.#jars.add(jar);
  }

  /** Resolves when the jars match the newest time. Rejects if a browser did not take the cookies. */
  settled(): Promise<void> {
    return this.#settled;
  }

  /** Puts cookies into a jar. Their `expires` is simulated time. A time in the past removes the cookie. */
  async give(jar: CookieJar, cookies: readonly JarCookie[]): Promise<void> {
    await jar.addCookies(cookies.map((cookie) => this.#inBrowserTime(cookie, cookie.expires * 1000)));
  }

  /** Stops following the clock. */
  close(): void {
    this.#stop();
    this.#jars.clear();
  }

  /** Translates a `Set-Cookie` header for the browser. It stays unchanged as long as the clock has not moved. */
  forBrowser(header: string, url: URL, time: ServerTime): string {
    const cookie = readSetCookie(header, url);
    if (cookie === null) return header;

    const remaining = this.#remaining(cookie, time);
    if (remaining === null || remaining <= 0) this.#known.delete(keyOf(cookie));
    if (remaining === null) return header;
    if (remaining <= 0) return withMaxAge(header, 0);

    const written = this.#browserExpiry(remaining);
    this.#known.set(keyOf(cookie), {...cookie, expires: this.#clock.now() + remaining, written});
    const {offset, frozenAt} = this.#clock.state;
    if (offset === 0 && frozenAt === null) return header;

    return withMaxAge(header, Math.ceil((written - this.#realNow()) / 1000));
  }

  /** Removes the cookies that have expired in simulated time from a `Cookie` header; `null` if none is left. */
  forServer(header: string, url: URL): string | null {
    const here = [...this.#known.values()].filter((cookie) => goesTo(cookie, url));
    const kept = header.split(';').filter((pair) => {
      const same = here.filter(({name, value}) => `${name}=${value}` === pair.trim());
      return same.length === 0 || same.some(({expires}) => expires > this.#clock.now());
    });
    return kept.length === 0 ? null : kept.join(';').trimStart();
  }

  /** Returns the simulated milliseconds until a cookie expires; `null` for a session cookie. */
  #remaining({life}: SetCookie, time: ServerTime): number | null {
    if (life === null) return null;
    if ('maxAge' in life) return life.maxAge * 1000;
    return life.expires - (time === 'simulated' ? this.#clock.now() : this.#realNow());
  }

  /** Returns the browser's instant at which such a cookie expires. A frozen clock must never reach it. */
  #browserExpiry(remaining: number): number {
    const spare = this.#clock.state.frozenAt === null ? 0 : FROZEN_SPARE;
    return this.#realNow() + Math.min(remaining + spare, LONGEST);
  }

  async #correctJars(before: ClockState): Promise<void> {
    await Promise.all([...this.#jars].map((jar) => this.#correctJar(jar, before)));
  }

  async #correctJar(jar: CookieJar, before: ClockState): Promise<void> {
    const lasting = (await jar.cookies()).filter(({expires}) => expires !== -1);
    const changed = lasting.map((cookie) => this.#inBrowserTime(cookie, this.#expiryOf(cookie, before)));
    if (changed.length > 0) await jar.addCookies(changed);
  }

  /** Converts a cookie's simulated expiry to the real time at which the browser must drop it. */
  #inBrowserTime(cookie: JarCookie, expires: number): JarCookie {
    const remaining = expires - this.#clock.now();
    const written = remaining <= 0 ? LONG_AGO : this.#browserExpiry(remaining);
    this.#known.set(keyOf(cookie), {...cookie, expires, written});
    return {...cookie, expires: written / 1000};
  }

  /** Returns the simulated expiry of a cookie in a jar. For a cookie of a page's script, only the real one is known. */
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
  /** The same instant in the browser's time. */
  readonly written: number;
}

/** A real duration longer than any test, in milliseconds. */
const FROZEN_SPARE = 6 * 3_600_000;
/** The longest lifetime of a cookie in Chromium. */
const LONGEST = 400 * 86_400_000;
/** The inaccuracy of jars: they count from the arrival of the answer, and some headers use whole seconds. */
const TOLERANCE = 3000;
const LONG_AGO = 1000;

function keyOf({name, domain, path}: Pick<SetCookie, 'name' | 'domain' | 'path'>): string {
  return `${domain} ${path} ${name}`;
}
