import {HttpResponse} from 'msw';
import {brokenConnection, statedHeader} from '../stated-facts.ts';

/** A way in which a GraphQL API of Shopify fails to answer a query. */
export type ApiFault =
  | {
      readonly gives:
        | 'no token'
        | 'throttled'
        | 'throttled by cost'
        | 'too many requests'
        | 'security rejection'
        | 'internal error'
        | 'no connection';
    }
  /** A right answer, after that many simulated milliseconds. */
  | {readonly gives: 'answer'; readonly after: number};

/** A fault of the next query, and the case that it belongs to. */
export interface ArmedFault {
  readonly case: string;
  readonly fault: ApiFault;
}

/** A failure as HTTP writes it. */
interface Failure {
  readonly status: number;
  readonly statusText?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: the body is empty. */
  readonly body?: object;
}

const LIMITS = 'https://shopify.dev/api/usage/rate-limits';

const THROTTLED = {errors: [{message: 'Throttled', extensions: {code: 'THROTTLED', documentation: LIMITS}}]};

/** The points of an app that has too few left for a query. A second restores enough. */
const USED_UP = {
  requestedQueryCost: 100,
  actualQueryCost: null,
  throttleStatus: {maximumAvailable: 7500, currentlyAvailable: 40, restoreRate: 100},
};

/**
 * The failures of both APIs. A throttled query has the status 200.
 *
 * @see https://shopify.dev/docs/api/usage/response-codes
 * @see https://shopify.dev/changelog/storefront-api-checkout-throttle
 * @see https://shopify.dev/changelog/per-customer-request-limit-for-the-customer-account-api
 */
const FAILURES: Readonly<Record<Exclude<ApiFault['gives'], 'answer' | 'no connection'>, Failure>> = {
  'no token': {
    status: 401,
    body: {errors: [{message: '', extensions: {code: 'UNAUTHORIZED'}}]},
  },
  throttled: {status: 200, body: THROTTLED},
  'throttled by cost': {status: 200, body: {...THROTTLED, extensions: {cost: USED_UP}}},
  'too many requests': {
    status: 429,
    statusText: 'Too Many Requests',
    headers: {'retry-after': '2'},
    body: THROTTLED,
  },
  'security rejection': {status: 430, statusText: 'Shopify Security Rejection'},
  'internal error': {
    status: 500,
    statusText: 'Internal Server Error',
    body: {
      errors: [
        {
          message:
            'Internal error. Looks like something went wrong on our end.\nRequest ID: simhost (include this in support requests).',
          extensions: {code: 'INTERNAL_SERVER_ERROR', requestId: 'simhost'},
        },
      ],
    },
  },
};

/**
 * Makes the answer of an API that fails; `null` if it answers as usual.
 *
 * @param headers let the page read the answer
 */
export function faultAnswer(
  armed: ArmedFault | null,
  headers: Readonly<Record<string, string>>,
): Response | null {
  if (armed === null || armed.fault.gives === 'answer') return null;

  const {case: id, fault} = armed;
  if (fault.gives === 'no connection') return brokenConnection({case: id});

  const {body, headers: own, ...init} = FAILURES[fault.gives];
  const all = {
    ...headers,
    'access-control-expose-headers': 'retry-after',
    ...own,
    ...statedHeader({case: id}),
  };
  return body === undefined
    ? new HttpResponse(null, {...init, headers: all})
    : HttpResponse.json(body, {...init, headers: all});
}

/** States the case of an answer, if there is one. */
export function caseFact(armed: {readonly case: string} | null): {readonly case?: string} {
  return armed === null ? {} : {case: armed.case};
}
