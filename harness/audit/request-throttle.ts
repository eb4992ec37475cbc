import {setTimeout as sleep} from 'node:timers/promises';
import type {Reply} from './http-sender.ts';

export interface ThrottleOptions {
  /** Requests at once, at most. */
  readonly concurrency: number;
  /** Lets so many milliseconds pass. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** Limits the requests at a time. A backend that limits the rate (429, or 503 with Retry-After) gets fewer and later ones. */
export class RequestThrottle {
  #allowed: number;
  #going = 0;
  #limited = false;
  #pause: Promise<unknown> = Promise.resolve();
  readonly #waiting: (() => void)[] = [];
  readonly #wait: (milliseconds: number) => Promise<unknown>;

  constructor({concurrency, wait = (milliseconds) => sleep(milliseconds)}: ThrottleOptions) {
    this.#allowed = concurrency;
    this.#wait = wait;
  }

  /** Whether a request was refused so often that the backend cannot be audited at this rate. */
  get limited(): boolean {
    return this.#limited;
  }

  /** Requests at once right now. */
  get concurrency(): number {
    return this.#allowed;
  }

  /** Sends, and sends again after a rate limit. `send` mints its token itself, so each attempt has a fresh one. */
  async run<Sent extends {readonly reply: Reply; readonly progressed?: boolean}>(
    send: () => Promise<Sent>,
  ): Promise<Sent> {
    for (let attempt = 0; ; attempt++) {
      const sent = await this.#inTurn(send);
      const {reply, progressed = false} = sent;
      if (progressed) attempt = 0;
      if (!isRateLimited(reply) || attempt === ATTEMPTS || this.#limited) {
        if (isRateLimited(reply)) this.#limited = true;
        return sent;
      }
      this.#allowed = Math.max(1, Math.floor(this.#allowed / 2));
      this.#pause = this.#wait(patience(reply.headers.get('retry-after'), attempt));
    }
  }

  async #inTurn<Sent>(send: () => Promise<Sent>): Promise<Sent> {
    while (this.#going >= this.#allowed) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#going++;

    try {
      await this.#pause;
      return await send();
    } finally {
      this.#going--;
      this.#waiting.shift()?.();
    }
  }
}

const ATTEMPTS = 5;
const LONGEST_WAIT = 10_000;

/** Whether the backend wants the same request later. */
export function isRateLimited(reply: Reply): reply is Exclude<Reply, {failure: string}> {
  if ('failure' in reply) return false;
  return reply.status === 429 || (reply.status === 503 && reply.headers.has('retry-after'));
}

/** `Retry-After` in seconds, or twice as long each time. */
function patience(retryAfter: string | null, attempt: number): number {
  const seconds =
    retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : 250 * 2 ** attempt;
  return Math.min(seconds, LONGEST_WAIT);
}
