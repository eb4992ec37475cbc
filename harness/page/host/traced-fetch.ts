import {AskedRequests} from '../../wire/asked-request.ts';
import type {FromPage, Mount} from '../../wire/control.ts';

/** A call of an extension that makes the page send a request. */
export interface TracedCall {
  readonly mount: Pick<Mount, 'id'>;
  /** The stack of the call in the sandbox. */
  readonly stack: string;
}

/** Creates the `fetch` of a call. It reports its requests as those of the extension. */
export type TracedFetch = (call: TracedCall) => typeof fetch;

/** Creates a `TracedFetch` that reports by `send`. */
export function tracedBy(send: (message: FromPage) => void): TracedFetch {
  return ({mount: {id}, stack}) => {
    const asked = new AskedRequests((request) => send({type: 'requested', mount: id, request}));

    return (input, init) => {
      const url = new URL(input instanceof Request ? input.url : String(input), document.baseURI);
      const method = (init?.method ?? 'GET').toUpperCase();

      asked.begin({method, url: url.href.replace(/#.*$/s, ''), stack});
      return fetch(input, init);
    };
  };
}
