import {replaceGlobal} from './natives.ts';
import type {StartedWork, OpenWork} from '../activity/open-work.ts';

const BODY_READERS = ['arrayBuffer', 'blob', 'bytes', 'formData', 'json', 'text'];

/**
 * Replaces `fetch`, and counts a request as work until the extension has its answer and the body that it
 * reads. Returns the new `fetch`.
 */
export function followFetch(work: OpenWork, send: typeof fetch): typeof fetch {
  const asked = new WeakMap<Response, StartedWork>();
  const followed = (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = requestOf(input, init);
    const answer = work.follow(request, send(input, init));

    answer.then(
      (response) => asked.set(response, request),
      () => {},
    );

    return answer;
  };
  replaceGlobal('fetch', followed);

  for (const name of BODY_READERS) {
    const read = Reflect.get(Response.prototype, name) as ((this: Response) => Promise<unknown>) | undefined;
    if (read === undefined) continue;
    const value = function (this: Response): Promise<unknown> {
      const body = read.call(this);
      const request = asked.get(this);
      return request === undefined ? body : work.follow(request, body);
    };
    Object.defineProperty(Response.prototype, name, {
      value,
      configurable: true,
      writable: true,
      enumerable: true,
    });
  }

  return followed;
}

function requestOf(input: RequestInfo | URL, init: RequestInit | undefined): StartedWork {
  const isRequest = input instanceof Request;
  const address = isRequest ? input.url : String(input);
  const url = URL.canParse(address) ? new URL(address).href.replace(/#.*$/s, '') : address;
  return {what: 'request', method: (init?.method ?? (isRequest ? input.method : 'GET')).toUpperCase(), url};
}
