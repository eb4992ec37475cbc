import type {AskedRequest} from '../../wire/asked-request.ts';

/** A request as a page reports it. */
export type ReportedRequest = Pick<AskedRequest, 'method' | 'url' | 'stack' | 'id' | 'ended'>;

/** Reports a request. The page calls the returned function when the request has its answer or its error. */
type Begin = (method: unknown, address: unknown) => () => void;

/**
 * Writes the script that reports each request of a page's scripts to a binding, with the stack of the call: those of
 * `fetch`, `XMLHttpRequest` and `sendBeacon`.
 */
export function reportingScript(binding: string): string {
  return `(${watchRequests.toString()})((${createReporter.toString()})(${JSON.stringify(binding)}));`;
}

/** Creates the function that reports. Runs in a page, and must not use anything outside of itself. */
function createReporter(binding: string): Begin {
  const scope = globalThis as unknown as {
    readonly [name: string]: (request: ReportedRequest) => Promise<unknown>;
  } & {readonly document: {readonly baseURI: string}};
  const sender = Math.random().toString(36).slice(2);
  let count = 0;
  let ended: string[] = [];

  // The page's own hooks of Error are left out, and see nothing of it.
  const stackOfCall = (): string => {
    const hooks = ['stackTraceLimit', 'prepareStackTrace'];
    const before = hooks.map((name) => [name, Object.getOwnPropertyDescriptor(Error, name)] as const);
    Reflect.deleteProperty(Error, 'prepareStackTrace');
    Reflect.set(Error, 'stackTraceLimit', 30);

    const stack = new Error().stack ?? '';
    for (const [name, hook] of before) if (hook !== undefined) Reflect.defineProperty(Error, name, hook);
    return stack;
  };

  return (method, address) => {
    const base = scope.document.baseURI;
    if (!URL.canParse(String(address), base)) return () => {};

    const id = `${sender}-${++count}`;
    const url = new URL(String(address), base).href.replace(/#.*$/s, '');
    const request = {id, method: String(method).toUpperCase(), url, stack: stackOfCall(), ended};
    ended = [];
    scope[binding]?.(request).catch(() => {});
    return () => void ended.push(id);
  };
}

/** Puts proxies before the functions that send. Runs in a page, and must not use anything outside of itself. */
function watchRequests(begin: Begin): void {
  type Apply = (real: () => unknown, self: EventTarget, given: readonly unknown[]) => unknown;
  const {XMLHttpRequest: Xhr, navigator} = globalThis as unknown as {
    XMLHttpRequest: {prototype: object};
    navigator: object;
  };

  const watch = (owner: object, name: string, apply: Apply): void => {
    const real = Object.getOwnPropertyDescriptor(owner, name);
    if (typeof real?.value !== 'function') return;
    const value: unknown = new Proxy(real.value as () => unknown, {apply});
    Object.defineProperty(owner, name, {...real, value});
  };

  watch(globalThis, 'fetch', (real, self, given) => {
    const [input, init] = given as [unknown, {method?: string} | undefined];
    const isRequest = input instanceof Request;
    const end = begin(init?.method ?? (isRequest ? input.method : 'GET'), isRequest ? input.url : input);
    const answer = Reflect.apply(real, self, given) as Promise<unknown>;
    answer.then(end, end);
    return answer;
  });

  const opened = new WeakMap<object, readonly unknown[]>();
  watch(Xhr.prototype, 'open', (real, self, given) => {
    opened.set(self, given);
    return Reflect.apply(real, self, given);
  });

  watch(Xhr.prototype, 'send', (real, self, given) => {
    const [method, url] = opened.get(self) ?? [];
    if (url !== undefined) self.addEventListener('loadend', begin(method, url), {once: true});
    return Reflect.apply(real, self, given);
  });

  watch(Object.getPrototypeOf(navigator) as object, 'sendBeacon', (real, self, given) => {
    begin('POST', given[0]);
    return Reflect.apply(real, self, given);
  });
}
