import {faultAnswer} from '../api-fault.ts';
import {ACCESS_TOKEN_HEADER} from './admin-access.ts';
import type {AdminToken} from './admin-access.ts';
import {isAccessRefusal, readAccess} from './access-refusal.ts';
import type {AccessRefusal} from './access-refusal.ts';
import type {ArmedAdminFault} from './admin-api-fault.ts';
import type {AdminDeps} from './admin-state.ts';

/** Returns the token of a query under a fault, or the refusal. A fault can end the token, or take its scopes. */
export function accessUnder(
  armed: ArmedAdminFault | null,
  headers: Headers,
  {tokens, installation}: AdminDeps,
): AdminToken | AccessRefusal {
  const gives = armed?.fault.gives;
  if (gives === 'token revoked') tokens.revoke(headers.get(ACCESS_TOKEN_HEADER) ?? '');
  if (gives === 'app uninstalled') installation.uninstall();

  const access = readAccess(headers, tokens);
  return gives === 'no scope' && !isAccessRefusal(access) ? {...access, scopes: []} : access;
}

/** Makes the answer of the Admin API that fails; `null` if it answers by itself. */
export function faultyAnswer(
  armed: ArmedAdminFault | null,
  headers: Readonly<Record<string, string>>,
): Response | null {
  if (armed === null) return null;

  const {case: id, fault} = armed;
  switch (fault.gives) {
    case 'throttled by cost':
    case 'internal error':
    case 'no connection':
      return faultAnswer({case: id, fault: {gives: fault.gives}}, headers);
    default:
      return null;
  }
}
