import type {HttpHandler} from 'msw';

/** MSW 3 disposes of the handlers that it lets go; one made by MSW 2 has nothing to dispose of, and no method. */
export function disposable(handler: HttpHandler): HttpHandler {
  if (!('dispose' in handler)) Object.defineProperty(handler, 'dispose', {value: () => {}});
  return handler;
}
