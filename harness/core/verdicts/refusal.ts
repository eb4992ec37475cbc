import {caseOf} from '../cases/catalogue.ts';
import type {LoggedRequest} from './logged-request.ts';
import type {Verdict} from './verdict.ts';

type Reason = Omit<Verdict, 'headline'>;

/** Explains why a backend refused a request, as far as its token shows. Returns `null` if it was not refused. */
export function explainRefusal(
  request: LoggedRequest,
  {clientId}: {readonly clientId: string},
): Verdict | null {
  if (request.status !== 401 && request.status !== 403) return null;
  return {headline: `${request.status} from ${request.url}`, ...reasonFor(request, clientId)};
}

function reasonFor({token, at, case: id, status}: LoggedRequest, clientId: string): Reason {
  if (id !== null) return {cause: `${caseOf(id).title} (case ${id})`, turn: 'nobody', fix: null};
  if (token === null) return {cause: 'no session token was sent', turn: 'extension', fix: null};

  const {exp, nbf, iss, aud} = token;
  const now = Math.floor(at / 1000);
  if (typeof exp === 'number' && exp <= now) {
    return {cause: `the token had expired ${now - exp} s before`, turn: 'extension', fix: null};
  }

  if (typeof nbf === 'number' && nbf > now) {
    return {cause: `the token becomes valid ${nbf - now} s later`, turn: 'set-up', fix: null};
  }

  if (iss === 'token-emitter') return vtexReason(token, status);
  if (aud !== clientId) {
    return {cause: `the token is for the app "${String(aud)}", not "${clientId}"`, turn: 'set-up', fix: null};
  }

  return {
    cause: 'the token was good',
    turn: 'backend',
    fix: 'Check the secret and client id that the backend uses, and its own rules.',
  };
}

function vtexReason(
  {sub, audience, account}: Readonly<Record<string, unknown>>,
  status: number | null,
): Reason {
  const token = `the token of ${String(sub)} (${String(audience)}, account ${String(account)})`;
  return status === 403
    ? {cause: `${token} is good, but gives no right to this`, turn: 'backend', fix: null}
    : {
        cause: `${token} has not expired; it was revoked, or an unknown key signed it`,
        turn: 'extension',
        fix: null,
      };
}
