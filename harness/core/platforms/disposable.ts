import type {HttpHandler} from 'msw';

/**
 * Adds the `dispose` method that MSW 3 calls on a handler. Handlers that MSW 2 made have none, and nothing to
 * dispose of.
 */
export function disposable(handler: HttpHandler): HttpHandler {
  if (!('dispose' in handler)) Object.defineProperty(handler, 'dispose', DISPOSE);
  return handler;
}

/** Shared by all handlers. A function of its own would take memory for each of them, in each simulation. */
const DISPOSE: PropertyDescriptor = {value: () => {}};
