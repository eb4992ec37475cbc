import {allowsOrigin} from '../../../world/customer-authentication.ts';
import type {CustomerAuthentication} from '../../../world/customer-authentication.ts';
import {corsHeaders} from '../../cors-headers.ts';

/** Builds the headers that let pages of the client's JavaScript origins read an answer. */
export function readableByClient({headers}: Request, client: CustomerAuthentication): Record<string, string> {
  const origin = headers.get('origin');
  if (origin === null || !allowsOrigin(origin, client)) return {};
  return corsHeaders(origin, {headers: headers.get('access-control-request-headers')});
}
