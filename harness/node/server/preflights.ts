import {type Answer, type Intended, judgePreflight} from '../../core/verdicts/cors-protocol.ts';
import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';
import {maxAge, needsPreflight, unsafeHeaders} from './cors.ts';

interface Remembered {
  readonly headers: readonly string[];
  readonly answer: Answer;
  readonly until: number;
  /** The number of preflights whose own request has not come yet. */
  unused: number;
}

/** The preflights that one browser context has sent, as the browser remembers them (in real time). */
export class Preflights {
  readonly #allowed = new Map<string, Remembered>();
  readonly #now: () => number;

  constructor({now = (): number => performance.now()}: {now?: () => number} = {}) {
    this.#now = now;
  }

  /** Notes an answered preflight. Returns the reason why the browser refuses it, or `null`. */
  answered(intended: Intended, url: string, answer: Answer): string | null {
    const refusal = judgePreflight(intended, answer);
    if (refusal !== null) return refusal;

    const key = keyOf(intended.origin, intended.method, url);
    const unused = (this.#allowed.get(key)?.unused ?? 0) + 1;

    this.#allowed.set(key, {
      headers: intended.headers,
      answer,
      until: this.#now() + maxAge(answer.headers) * 1000,
      unused,
    });

    return null;
  }

  /** Finds out how the preflight of a cross-origin request went. */
  of(
    origin: string,
    method: string,
    url: string,
    headers: Headers,
  ): 'none' | 'allowed' | 'cached' | 'not sent' {
    if (!needsPreflight(method, headers)) return 'none';
    const remembered = this.#allowed.get(keyOf(origin, method, url));
    if (
      remembered === undefined ||
      !unsafeHeaders(headers).every((name) => remembered.headers.includes(name))
    )
      return 'not sent';

    if (remembered.unused > 0) {
      remembered.unused--;
      return 'allowed';
    }

    // No two opaque origins are the same, so nothing is remembered for them.
    return origin !== 'null' && this.#now() < remembered.until ? 'cached' : 'not sent';
  }

  /** Returns the answer that allowed a request, by how its preflight went; `null` if there was none. */
  answerTo(
    origin: string | null,
    preflight: LoggedRequest['preflight'],
    {method, url}: {readonly method: string; readonly url: string},
  ): Answer | null {
    if (origin === null || (preflight !== 'allowed' && preflight !== 'cached')) return null;
    return this.#allowed.get(keyOf(origin, method, url))?.answer ?? null;
  }
}

function keyOf(origin: string, method: string, url: string): string {
  return `${origin} ${method} ${url}`;
}
