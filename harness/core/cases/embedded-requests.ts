import {launchUrl} from '../platforms/shopify/app-authorization/launch-url.ts';
import {STAFF} from '../world/staff.ts';
import type {Sender} from './case.ts';
import type {NameAndValue, OutgoingRequest} from './outgoing-request.ts';

/** The parts of a document request that differ from those of the admin. */
export interface DocumentParts {
  /** The token in the URL; `null` leaves `id_token` out. */
  readonly idToken: string | null;
  /** The domain of the shop in `shop` and `host`. Default: the shop of the world. */
  readonly shop?: string;
}

/** Requests a document of an embedded app as the frame of the admin does. */
export async function documentRequest(
  given: OutgoingRequest,
  {context: {world, now}}: Sender,
  {idToken, shop = world.shop.domain}: DocumentParts,
): Promise<OutgoingRequest> {
  const launched = await launchUrl('https://app.example/', {
    app: world.app,
    shop: {domain: shop},
    staff: STAFF.grace,
    idToken,
    locale: 'en',
    now: now * 1000,
  });

  return {
    method: 'GET',
    via: 'document',
    query: [...new URL(launched).searchParams],
    headers: [...ownHeaders(given), ...NAVIGATION],
    body: null,
  };
}

/** Requests a document as App Bridge does on the bounce page: by `fetch()`, with the token in `Authorization`. */
export function bounceRequest(
  given: OutgoingRequest,
  {carry, context}: Sender,
  token: string,
): OutgoingRequest {
  const request: OutgoingRequest = {
    method: 'GET',
    via: 'bounce',
    query: [
      ['embedded', '1'],
      ['shop', context.world.shop.domain],
    ],
    headers: [
      ...ownHeaders(given),
      ['Accept', 'text/html'],
      ['X-Requested-With', 'XMLHttpRequest'],
      ['X-Shopify-Bounce', '1'],
    ],
    body: null,
  };
  return carry(request, token);
}

/** Returns the headers that the caller wants in each request. A document has no body, and so no type of it. */
function ownHeaders({headers}: OutgoingRequest): readonly NameAndValue[] {
  return headers.filter(([name]) => !['accept', 'content-type'].includes(name.toLowerCase()));
}

/** The headers of a frame that navigates. */
const NAVIGATION: readonly NameAndValue[] = [
  ['Accept', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'],
  ['Referer', 'https://admin.shopify.com/'],
  ['Sec-Fetch-Dest', 'iframe'],
  ['Sec-Fetch-Mode', 'navigate'],
  ['Sec-Fetch-Site', 'cross-site'],
  ['Upgrade-Insecure-Requests', '1'],
];
