/** A request of a script, reported as the script makes it. The log shows the line of code that it comes from. */
export interface AskedRequest {
  /** Its name, which no other request has. */
  readonly id: string;
  /** The method, in upper case. */
  readonly method: string;
  /** The URL that the browser sends the request to, without its fragment. */
  readonly url: string;
  /** The stack of the call. */
  readonly stack: string;
  /** Earlier requests of the sender that have ended. One that never reached the network is forgotten by that. */
  readonly ended: readonly string[];
  /**
   * The reason why it is not sent: no capability, no backend in `simhost dev`, or an address of `http:` in the admin.
   * `null` if it is sent.
   */
  readonly refused: 'network_access' | 'no backend' | 'insecure' | null;
}

/** Reports the requests of one sender, such as a sandbox. */
export class AskedRequests {
  readonly #report: (request: AskedRequest) => void;
  readonly #sender = Math.random().toString(36).slice(2);
  #count = 0;
  #ended: string[] = [];

  constructor(report: (request: AskedRequest) => void) {
    this.#report = report;
  }

  /** Reports a request. The caller calls the returned function when the request has its answer or its error. */
  begin(request: Pick<AskedRequest, 'method' | 'url' | 'stack'>): () => void {
    const id = `${this.#sender}-${++this.#count}`;
    this.#report({...request, id, ended: this.#ended, refused: null});
    this.#ended = [];

    return () => void this.#ended.push(id);
  }

  /** Reports a request that is not sent. */
  refuse(
    request: Pick<AskedRequest, 'method' | 'url' | 'stack'>,
    refused: NonNullable<AskedRequest['refused']>,
  ): void {
    this.#report({...request, id: `${this.#sender}-${++this.#count}`, ended: [], refused});
  }
}

/** The number of frames that a stack has at most. Packages around `fetch` take many. */
const FRAMES = 30;

/**
 * Returns the stack of the caller. The script that is being traced sees no trace of that: its own hooks of
 * `Error` are left out.
 */
export function callerStack(): string {
  const limit = Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit');
  const prepare = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace');

  try {
    Reflect.deleteProperty(Error, 'prepareStackTrace');
    Reflect.set(Error, 'stackTraceLimit', FRAMES);
    return new Error().stack ?? '';
  } finally {
    if (limit !== undefined) Reflect.defineProperty(Error, 'stackTraceLimit', limit);
    if (prepare !== undefined) Reflect.defineProperty(Error, 'prepareStackTrace', prepare);
  }
}
