import {http as msw} from 'msw';
import type {HttpHandler} from 'msw';

/**
 * The part of MSW's `http` that platforms use. MSW reads the stack when it makes a handler, to name the line in its own
 * messages. Under Playwright each stack goes through source maps, which takes about a millisecond. Nobody reads these lines.
 */
export const http: Pick<typeof msw, 'all' | 'get' | 'options' | 'post'> = {
  all: (...given) => withoutStack(() => msw.all(...given)),
  get: (...given) => withoutStack(() => msw.get(...given)),
  options: (...given) => withoutStack(() => msw.options(...given)),
  post: (...given) => withoutStack(() => msw.post(...given)),
};

/** Makes a handler while errors collect no frames. */
function withoutStack(make: () => HttpHandler): HttpHandler {
  const limit: unknown = Reflect.get(Error, 'stackTraceLimit');
  Reflect.set(Error, 'stackTraceLimit', 0);

  try {
    return make();
  } finally {
    Reflect.set(Error, 'stackTraceLimit', limit);
  }
}
