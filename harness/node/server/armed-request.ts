import type {Delivery} from '../../core/cases/armed-cases.ts';
import {headerPairs} from '../http/raw-headers.ts';
import type {Simulated} from './simulated.ts';

/** A request as a test lets it go wrong. */
export interface ArmedRequest {
  readonly delivery: Delivery;
  readonly path: string;
  readonly rawHeaders: readonly string[];
}

/** The request as the next armed case sends it, if one is armed for it. Method and body stay. */
export async function armedRequest(
  simulation: Simulated,
  {method, path, rawHeaders}: {method: string; path: string; rawHeaders: readonly string[]},
): Promise<ArmedRequest | null> {
  const armed = await simulation.tokens.send({
    method,
    query: [],
    headers: [...headerPairs(rawHeaders)],
    body: null,
  });
  if (armed === null) return null;

  const {query, headers} = armed.request;
  const added = query
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');

  const joined = added === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${added}`;
  return {delivery: armed.delivery, path: joined, rawHeaders: headers.flat()};
}
