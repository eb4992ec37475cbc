import type {Duration} from '../../../clock.ts';
import {SimhostError} from '../../../errors.ts';
import {nearest, refuseUnknownKeys} from '../../../known-values.ts';
import type {GenerateErrorCode, VerifyErrorCode} from '../../world/minis.ts';
import type {UserState} from './user-token.ts';

/** How `generateUserToken` is to answer: a user error, or the good answer with some of it changed. */
export type GenerateAnswer =
  | GenerateErrorCode
  | {
      readonly token?: string | null;
      readonly expiresAt?: string | null;
      readonly userState?: UserState | null;
      readonly userErrors?: readonly GenerateErrorCode[];
      /** The action resolves to `{ok: false, error}`. */
      readonly error?: ActionError;
      /** The action's promise rejects. */
      readonly rejection?: ActionError;
      /** Real time before the answer. */
      readonly delay?: Duration;
    };

export interface ActionError {
  readonly message: string;
  readonly code?: string;
}

/** How `userTokenVerify` is to answer. `TOO_MANY_REQUESTS` is the documented 429. */
export type VerifyAnswer =
  | VerifyErrorCode
  | 'TOO_MANY_REQUESTS'
  | 'WRONG_KEY'
  | 'NETWORK_ERROR'
  | {readonly delay: Duration};

export interface Answers {
  generateUserToken: GenerateAnswer;
  userTokenVerify: VerifyAnswer;
}

const CODES: Readonly<Record<keyof Answers, readonly string[]>> = {
  generateUserToken: ['MINI_NOT_FOUND', 'USER_NOT_FOUND'],
  userTokenVerify: [
    'INVALID_MINI',
    'TOKEN_EXPIRED',
    'TOKEN_INVALID',
    'USER_NOT_FOUND',
    'TOO_MANY_REQUESTS',
    'WRONG_KEY',
    'NETWORK_ERROR',
  ],
};

const PARTS: Readonly<Record<keyof Answers, readonly string[]>> = {
  generateUserToken: ['token', 'expiresAt', 'userState', 'userErrors', 'error', 'rejection', 'delay'],
  userTokenVerify: ['delay'],
};

/** The answers that a test has put before those of the platform, first in, first out. */
export class ArrangedAnswers {
  readonly #queues: {
    readonly [What in keyof Answers]: {
      readonly answer: Answers[What];
      readonly times: number;
      given: number;
    }[];
  } = {
    generateUserToken: [],
    userTokenVerify: [],
  };

  /** @throws {SimhostError} `ERR_UNKNOWN_OPTION`, `ERR_BAD_OPTION` */
  add<What extends keyof Answers>(
    what: What,
    answer: Answers[What],
    {times = 1}: {times?: number} = {},
  ): void {
    refuseUnknown('question', what, Object.keys(this.#queues));
    if (typeof answer === 'string') refuseUnknown(`answer of ${what}`, answer, CODES[what]);
    else refuseUnknownKeys(`answer of ${what}`, answer, PARTS[what]);
    if (!(times === Infinity || (Number.isInteger(times) && times > 0))) {
      throw new SimhostError('ERR_BAD_OPTION', `${what} cannot be answered so ${String(times)} times.`, {
        next: 'Give a whole number from 1 up, or Infinity.',
      });
    }

    this.#queues[what].push({answer, times, given: 0});
  }

  take<What extends keyof Answers>(what: What): Answers[What] | null {
    const queue = this.#queues[what];
    const arranged = queue.find(({times, given}) => given < times);
    if (arranged === undefined) return null;
    arranged.given++;
    return arranged.answer;
  }

  /** Lets the platform answer for itself again. */
  clear(what: keyof Answers): void {
    refuseUnknown('question', what, Object.keys(this.#queues));
    this.#queues[what].length = 0;
  }

  /** What nothing has asked for, a line each. */
  undelivered(): string[] {
    return Object.entries(this.#queues).flatMap(([what, queue]) =>
      queue
        .filter(({times, given}) => given < (times === Infinity ? 1 : times))
        .map(
          ({answer, times, given}) => `${what}: ${JSON.stringify(answer)} (given ${given} of ${times} times)`,
        ),
    );
  }
}

function refuseUnknown(what: string, value: string, known: readonly string[]): void {
  if (known.includes(value)) return;
  const near = nearest(value, known);
  throw new SimhostError('ERR_BAD_OPTION', `No ${what} is called "${value}".`, {
    next: `${near === undefined ? '' : `Did you mean "${near}"? `}Known: ${known.join(', ')}.`,
  });
}
