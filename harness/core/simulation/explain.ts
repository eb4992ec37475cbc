import {caseOf} from '../cases/catalogue.ts';
import type {LoggedRequest} from './request-log.ts';

/** One sentence on why a backend refused a request, as far as its token tells; `null` where it was not refused. */
export function explainRefusal(request: LoggedRequest, {clientId}: {clientId: string}): string | null {
  if (request.status !== 401 && request.status !== 403) return null;
  return `${request.status} from ${request.url}: ${reasonFor(request, clientId)}.`;
}

function reasonFor({token, at, case: id, status}: LoggedRequest, clientId: string): string {
  const now = Math.floor(at / 1000);
  if (id !== null) return `${caseOf(id).title} (case ${id})`;
  if (token === null) return 'no session token was sent';
  if (typeof token['exp'] === 'number' && token['exp'] <= now)
    return `the token had expired ${now - token['exp']} s before`;
  if (typeof token['nbf'] === 'number' && token['nbf'] > now)
    return `the token becomes valid ${token['nbf'] - now} s later`;
  if (token['iss'] === 'token-emitter') return vtexReason(token, status);
  if (token['aud'] !== clientId)
    return `the token is for the app "${String(token['aud'])}", not "${clientId}"`;

  return 'the token was good; check the secret and client id that the backend uses, and its own rules';
}

function vtexReason(
  {sub, audience, account}: Readonly<Record<string, unknown>>,
  status: number | null,
): string {
  const whose = `the token of ${String(sub)} (${String(audience)}, account ${String(account)})`;
  return status === 403
    ? `${whose} is good, but gives no right to this`
    : `${whose} is within its time; it was revoked, or is signed by nobody that is known`;
}
