import {HttpResponse} from 'msw';
import {statedHeader} from '../../stated-facts.ts';
import {answerRefusal} from './oauth-refusal.ts';
import type {Parameters} from './request-parameters.ts';

/** The grants that faults are about. */
export type FaultyGrant = 'token-exchange' | 'token-refresh';

/** A way in which the token endpoint fails. */
export type TokenEndpointFault =
  /** `'lost answer'`: the request is carried out, and its answer never comes. */
  | {readonly gives: 'lost answer' | 'no answer' | 'invalid subject token'}
  /** A right answer, after that many simulated milliseconds. */
  | {readonly gives: 'answer'; readonly after: number};

/** A fault of the next request for tokens, and the case that it belongs to. */
export interface ArmedTokenFault {
  readonly case: string;
  readonly fault: TokenEndpointFault;
}

/** Returns the grant that a request asks for, if a case can be about it. */
export function faultyGrantOf(parameters: Parameters): FaultyGrant | null {
  const grantType = parameters.get('grant_type') ?? '';
  if (grantType === 'refresh_token') return 'token-refresh';
  return grantType.endsWith(':token-exchange') ? 'token-exchange' : null;
}

/**
 * Answers a request for tokens that fails. A failure of Shopify itself has the status 520 and no JSON body.
 *
 * @see https://community.shopify.dev/t/35182
 */
export function faultyAnswer({case: id, fault}: ArmedTokenFault): Response {
  if (fault.gives === 'invalid subject token') {
    const response = answerRefusal({
      status: 400,
      form: 'json',
      error: 'invalid_subject_token',
      description: 'The token exchange cannot be performed with an invalid subject token',
      cause: `the case ${id} is armed`,
      fix: 'Answer 401 with X-Shopify-Retry-Invalid-Session-Request: 1.',
    });
    return new HttpResponse(response.body, {
      status: response.status,
      headers: {...Object.fromEntries(response.headers), ...statedHeader({case: id})},
    });
  }

  const headers = {'content-type': 'text/plain; charset=UTF-8', ...statedHeader({case: id})};
  return new HttpResponse('error code: 520', {status: 520, headers});
}
