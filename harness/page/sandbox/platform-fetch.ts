import type {PlatformAnswer, PlatformRequest} from '../../wire/sandbox.ts';

/** The parts of the page that requests to Shopify's APIs use. */
export interface PlatformPage {
  fetch(request: PlatformRequest): Promise<PlatformAnswer>;
  abortFetch(id: number): Promise<void>;
}

/**
 * Sends requests with Shopify's own protocol through the page, which knows their address and authenticates
 * them.
 */
export function platformFetch(page: PlatformPage): (request: Request, stack: string) => Promise<Response> {
  let count = 0;
  return async (request, stack) => {
    const {url, method, headers, signal} = request;
    const id = ++count;
    const body = await request.arrayBuffer();

    signal.throwIfAborted();
    signal.addEventListener('abort', () => void page.abortFetch(id));

    try {
      const answer = await page.fetch({
        id,
        url,
        method,
        headers: [...headers],
        body: body.byteLength === 0 ? null : body,
        stack,
      });
      const response = new Response(answer.body, {
        ...answer,
        headers: answer.headers.map(([name, value]): [string, string] => [name, value]),
      });
      Object.defineProperty(response, 'url', {value: url.replace(/#.*$/s, '')});
      return response;
    } finally {
      signal.throwIfAborted();
    }
  };
}
