import {idTokenOf, isBouncePage} from '../../wire/launch-parameters.ts';

/**
 * Returns the headers with the token that a request carries: a document of an app has it in its URL. A bounce page gets
 * the header of the request that was sent there, and judges nothing.
 */
export function carriedBy(url: string, headers: Headers): Headers {
  const isBounce = isBouncePage(url);
  const inUrl = isBounce || headers.has('authorization') ? null : idTokenOf(url);
  if (!isBounce && inUrl === null) return headers;

  const carried = new Headers(headers);
  if (inUrl === null) carried.delete('authorization');
  else carried.set('authorization', `Bearer ${inUrl}`);
  return carried;
}
