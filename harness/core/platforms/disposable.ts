import type {HttpHandler} from 'msw';

/**
 * Adds the `dispose` method that MSW 3 calls on a handler. Handlers that MSW 2 made have none, and nothing to
 * dispose of.
 */
export function disposable(handler: HttpHandler): HttpHandler {
  if (!('dispose' in handler)) Object.defineProperty(handler, 'dispose', DISPOSE);
  return handler;
}

/** All handlers share this function, because one for each handler would cost every simulation memory. */
const DISPOSE: PropertyDescriptor = {value: () => {}};
