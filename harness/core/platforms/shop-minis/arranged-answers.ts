import type {Duration} from '../../../clock.ts';
import {SimhostError} from '../../../errors.ts';
import {didYouMean, refuseUnknownKeys} from '../../../known-values.ts';
import {shown as shownValue} from '../../../shown-value.ts';
import type {GenerateErrorCode, VerifyErrorCode} from '../../world/minis.ts';
import {readTimes} from '../times.ts';
import type {UserState} from './user-token.ts';

/** An answer of `generateUserToken`: a user error, or the usual answer with some of it changed. */
export type GenerateAnswer =
  | GenerateErrorCode
  | {
      /** The token that the Mini receives. */
      readonly token?: string | null;
      /** The expiry that the Mini receives, in ISO 8601. */
      readonly expiresAt?: string | null;
      /** The state of the user that the Mini receives. */
      readonly userState?: UserState | null;
      /** The codes of the user errors that the Mini receives. */
      readonly userErrors?: readonly GenerateErrorCode[];
      /** Makes the action resolve to `{ok: false, error}`. */
      readonly error?: ActionError;
      /** Makes the action's promise reject. */
      readonly rejection?: ActionError;
      /** Real time before the answer. */
      readonly delay?: Duration;
    };

/** An error of an action, as the SDK reports it. */
export interface ActionError {
  /** The message of the error. */
  readonly message: string;
  /** The code of the error. Default: none. */
  readonly code?: string;
}

/** An answer of `userTokenVerify`. `TOO_MANY_REQUESTS` is the documented 429. */
export type VerifyAnswer =
  | VerifyErrorCode
  | 'TOO_MANY_REQUESTS'
  | 'WRONG_KEY'
  | 'NETWORK_ERROR'
  | {
      /** Real time before the answer. */
      readonly delay: Duration;
    };

/** The operations whose answers a test can set, with the type of their answers. */
export interface Answers {
  /** The action by which a Mini gets its user token. */
  generateUserToken: GenerateAnswer;
  /** The mutation by which a backend exchanges the token. */
  userTokenVerify: VerifyAnswer;
}

/** The name of an operation whose answers a test can set. */
type Operation = keyof Answers;

/** The answers that are one word, by operation. */
const CODES: Readonly<Record<Operation, readonly string[]>> = {
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

/** The fields of answers that are objects, by operation. */
const FIELDS: Readonly<Record<Operation, readonly string[]>> = {
  generateUserToken: ['token', 'expiresAt', 'userState', 'userErrors', 'error', 'rejection', 'delay'],
  userTokenVerify: ['delay'],
};

interface ArrangedAnswer<Answer> {
  readonly answer: Answer;
  readonly times: number;
  given: number;
}

/** The answers that a test has set, to be given before those of the platform, first in, first out. */
export class ArrangedAnswers {
  readonly #queues: {readonly [Name in Operation]: ArrangedAnswer<Answers[Name]>[]} = {
    generateUserToken: [],
    userTokenVerify: [],
  };

  /**
   * Sets the next answers of an operation.
   *
   * @throws {SimhostError} `ERR_UNKNOWN_OPTION`, `ERR_BAD_OPTION`
   */
  add<Name extends Operation>(
    operation: Name,
    answer: Answers[Name],
    {times = 1}: {times?: number} = {},
  ): void {
    refuseUnknown('operation', operation, Object.keys(this.#queues));
    if (typeof answer === 'string') refuseUnknown(`answer of ${operation}`, answer, CODES[operation]);
    else refuseUnknownKeys(`answer of ${operation}`, answer, FIELDS[operation]);

    const checked = readTimes(times, `${operation} cannot be answered`);
    this.#queues[operation].push({answer, times: checked, given: 0});
  }

  /** Takes the next answer of an operation; `null` if none is left. */
  take<Name extends Operation>(operation: Name): Answers[Name] | null {
    const next = this.#queues[operation].find(({times, given}) => given < times);
    if (next === undefined) return null;

    next.given++;
    return next.answer;
  }

  /** Removes the answers of an operation, so that the platform answers again. */
  clear(operation: Operation): void {
    refuseUnknown('operation', operation, Object.keys(this.#queues));
    this.#queues[operation].length = 0;
  }

  /** Lists the answers that no request has taken, one line each. */
  undelivered(): string[] {
    return Object.entries(this.#queues).flatMap(([operation, queue]) =>
      queue.filter(isUndelivered).map(({answer, times, given}) => {
        const shown = JSON.stringify(answer);
        return `${operation}: ${shown} (given ${given} of ${times} times)`;
      }),
    );
  }
}

/** Whether an answer is to be given more often; one for `Infinity` times must be given once. */
function isUndelivered({times, given}: ArrangedAnswer<unknown>): boolean {
  return given < (times === Infinity ? 1 : times);
}

function refuseUnknown(kind: string, value: unknown, known: readonly string[]): void {
  if (known.some((each) => each === value)) return;
  throw new SimhostError('ERR_BAD_OPTION', `Unknown ${kind} ${shownValue(value)}.`, {
    next: didYouMean(value, known),
  });
}
