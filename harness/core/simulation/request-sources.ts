import type {AskedRequest} from '../../wire/asked-request.ts';

/** The code that made a request. */
export interface RequestOrigin {
  /** The id of the mount; `null` for a page. */
  readonly mount: string | null;
  /** The position in the author's code; `null` if it is not known. Computed when it is read. */
  readonly source: string | null;
}

interface Asked extends RequestOrigin {
  readonly id: string;
}

/**
 * Finds the code behind each request. A script reports a request by one way, and the request itself arrives by
 * another. Both are in order, so the first report of a method and URL belongs to the first such request.
 */
export class RequestSources {
  /** The reports whose requests have not arrived, by method and URL. */
  readonly #reports = new Map<string, Asked[]>();
  /** The requests whose reports have not arrived. */
  readonly #requests = new Map<string, number[]>();

  /** Takes the report of a request that arrives; `undefined` if the report has not come. */
  take(method: string, url: string): RequestOrigin | undefined {
    return shift(this.#reports, keyOf(method, url));
  }

  /** Remembers a request whose report has not come. */
  wait(method: string, url: string, request: number): void {
    const key = keyOf(method, url);
    this.#requests.set(key, [...(this.#requests.get(key) ?? []), request]);
  }

  /** Forgets a request that the log lets go. */
  stopWaiting(request: number): void {
    for (const [key, waiting] of this.#requests) {
      if (waiting[0] === request) shift(this.#requests, key);
    }
  }

  /** Takes a report. Returns the request that waits for it, or `undefined` if that has not arrived. */
  reported(
    {id, method, url, ended}: Omit<AskedRequest, 'stack'>,
    origin: {readonly mount: string | null; readonly source: () => string | null},
  ): {readonly request: number; readonly origin: RequestOrigin} | undefined {
    this.#forget(ended);

    const key = keyOf(method, url);
    const asked: Asked = {
      id,
      mount: origin.mount,
      get source() {
        return origin.source();
      },
    };

    const request = shift(this.#requests, key);
    if (request !== undefined) return {request, origin: asked};

    this.#reports.set(key, [...(this.#reports.get(key) ?? []), asked]);
    return undefined;
  }

  /** Forgets requests that ended without reaching the network: the browser's cache answered, or they were canceled. */
  #forget(ended: readonly string[]): void {
    if (ended.length === 0) return;

    for (const [key, reports] of this.#reports) {
      const left = reports.filter(({id}) => !ended.includes(id));
      if (left.length === 0) this.#reports.delete(key);
      else this.#reports.set(key, left);
    }
  }
}

function keyOf(method: string, url: string): string {
  return `${method} ${url}`;
}

function shift<T>(lists: Map<string, T[]>, key: string): T | undefined {
  const [first, ...rest] = lists.get(key) ?? [];
  if (rest.length === 0) lists.delete(key);
  else lists.set(key, rest);
  return first;
}
