import {HttpResponse} from 'msw';
import {problemHeader} from '../../problem.ts';

/** A request for tokens that is refused. */
export interface TokenFault {
  readonly status: 400 | 401;
  /** The code of OAuth 2.0 in the answer. */
  readonly error: string;
  readonly cause: string;
  readonly fix: string | null;
  /** The value of `WWW-Authenticate`. Default: none. */
  readonly challenge?: string;
}

/** Answers a request for tokens that is refused, in the form of RFC 6749, section 5.2. */
export function answerFault(
  {status, error, cause, fix, challenge}: TokenFault,
  headers: Record<string, string>,
): Response {
  const description = `${cause.charAt(0).toUpperCase()}${cause.slice(1)}.`;
  const body = {error, error_description: description};
  const asked: Record<string, string> = challenge === undefined ? {} : {'www-authenticate': challenge};
  const reason = problemHeader({cause, turn: 'backend', fix});
  return HttpResponse.json(body, {status, headers: {...headers, ...asked, ...reason}});
}
