import {SimhostError} from '../../errors.ts';

/**
 * Returns the name of an intent as `action:type`.
 *
 * @throws {SimhostError} `ERR_BAD_INTENT`
 */
export function intentName(query: unknown): string {
  if (typeof query === 'string') return query;
  const {action, type} = (query ?? {}) as {action?: unknown; type?: unknown};
  if (typeof action === 'string' && typeof type === 'string') return `${action}:${type}`;
  throw badIntent(query, 'open:shopify/SubscriptionContract');
}

/** Makes the error about a value that is not an intent. */
export function badIntent(query: unknown, example: string): SimhostError {
  return new SimhostError('ERR_BAD_INTENT', `intents.invoke got ${JSON.stringify(query)}.`, {
    next: `Give {action, type}, or a string such as '${example}'.`,
  });
}
