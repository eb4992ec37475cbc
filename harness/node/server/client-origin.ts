import type {IncomingMessage} from 'node:http';
import {isTokenEndpoint} from '../../core/platforms/shopify/customer-sign-in/sign-in-deps.ts';
import {platformPathOf} from './platform-path.ts';

/**
 * Takes the header `Origin` off a backend's request for tokens of the Customer Account API. Public clients must
 * name the origin of their storefront there. A request of a page keeps it: browsers add `Sec-Fetch-Site`.
 */
export function withoutClientOrigin({url = '/', headers}: IncomingMessage): Pick<IncomingMessage, 'headers'> {
  const asked = platformPathOf(url)?.url;
  const isOfPage = headers['sec-fetch-site'] !== undefined;
  if (isOfPage || asked === undefined || !isTokenEndpoint(new URL(asked))) return {headers};

  const {origin: _origin, ...others} = headers;
  return {headers: others};
}
