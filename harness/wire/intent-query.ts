import type {IntentEnd, InvokedIntent} from './app-bridge.ts';

/**
 * Reads the arguments of `intents.invoke` in the admin: an object, or words such as
 * `edit:shopify/Product,gid://shopify/Product/1` and their options. Returns `null` for anything else.
 */
export function readIntent(query: unknown, options: unknown): InvokedIntent | null {
  if (typeof query !== 'string') return isIntent(query) ? query : null;

  const [, action, type, value] = /^(\w+):([\w/-]+)(?:,(.*))?$/.exec(query) ?? [];
  if (action === undefined || type === undefined) return null;
  return {action, type, ...(value === undefined ? {} : {value}), ...(options as object | undefined)};
}

/** Returns the end of an intent in the admin, which the person has completed or left. */
export function endOfIntent({value, data}: InvokedIntent, isDone: boolean): IntentEnd {
  return isDone ? {code: 'ok', data: {id: value, ...data}} : {code: 'closed'};
}

function isIntent(query: unknown): query is InvokedIntent {
  const {action, type} = (query ?? {}) as {action?: unknown; type?: unknown};
  return typeof action === 'string' && typeof type === 'string';
}
