import type {BrowserContext, Frame, Page, Request} from '@playwright/test';
import type {ActivityReport} from '../../core/simulation/activity.ts';
import {describeInFlight} from '../../core/simulation/activity.ts';
import type {RequestLog} from '../../core/simulation/request-log.ts';

/** Requests that stay open until the page closes them. */
const STAYS_OPEN: ReadonlySet<string> = new Set(['eventsource', 'websocket']);

/**
 * Milliseconds that an answer may need from the gateway to the page. The browser never reports the end of an answer whose
 * body no script reads.
 */
const DELIVERY = 250;

/** Watches the ordinary pages of a browser context: their requests, and the tasks that the browser has queued. */
export class PageActivity {
  readonly #context: BrowserContext;
  readonly #log: Pick<RequestLog, 'sinceLastEnd'>;
  /** Requests without an answer, with the time at which they were sent. */
  readonly #sent = new Map<Request, number>();
  /** Requests whose answer has not ended in the browser, with the time at which they were sent. */
  readonly #answered = new Map<Request, number>();
  #begun = 0;

  constructor(context: BrowserContext, log: Pick<RequestLog, 'sinceLastEnd'>) {
    this.#context = context;
    this.#log = log;
    context.on('request', (request) => this.#start(request));
    context.on('response', (response) => this.#answer(response.request()));
    context.on('requestfinished', (request) => this.#end(request));
    context.on('requestfailed', (request) => this.#end(request));
    context.on('page', (page) => this.#follow(page));
    for (const page of context.pages()) this.#follow(page);
  }

  /** Asks each page once, by a round trip, and reports what is under way. */
  async poll(): Promise<ActivityReport> {
    const pages = this.#context.pages().filter((page) => !page.isClosed());
    const busy = (await Promise.all(pages.map(turnOf))).flat();

    const now = performance.now();
    const requests = [...this.#sent, ...(this.#log.sinceLastEnd < DELIVERY ? this.#answered : [])];
    const inFlight = requests.map(([request, since]) =>
      describeInFlight({method: request.method(), url: request.url(), milliseconds: now - since}),
    );

    return {begun: this.#begun, pending: [...inFlight, ...busy]};
  }

  #start(request: Request): void {
    if (STAYS_OPEN.has(request.resourceType())) return;
    this.#begun++;
    this.#sent.set(request, performance.now());
  }

  #answer(request: Request): void {
    const since = this.#sent.get(request);
    if (since === undefined) return;
    this.#sent.delete(request);
    this.#answered.set(request, since);
  }

  #end(request: Request): void {
    this.#sent.delete(request);
    this.#answered.delete(request);
  }

  /** Forgets the requests of a document that the page leaves. The browser does not always report how they end. */
  #follow(page: Page): void {
    page.on('framenavigated', (frame) =>
      this.#forget((request) => frameOf(request) === frame && !request.isNavigationRequest()),
    );
    page.on('close', () => this.#forget((request) => frameOf(request)?.page() === page));
  }

  #forget(isLeft: (request: Request) => boolean): void {
    for (const request of [...this.#sent.keys(), ...this.#answered.keys()])
      if (isLeft(request)) this.#end(request);
  }
}

const TWO_TASKS = `(async () => {
  for (let task = 0; task < 2; task++) {
    await new Promise((resolve) => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  }
})()`;

/** Resolves when two tasks of the page have run, each queued after the one before. */
async function turnOf(page: Page): Promise<readonly string[]> {
  try {
    await page.evaluate(TWO_TASKS);
    return [];
  } catch {
    return page.isClosed() ? [] : ['The page is going to another document.'];
  }
}

/** Returns the frame of a request; a request of a service worker has none. */
function frameOf(request: Request): Frame | undefined {
  try {
    return request.frame();
  } catch {
    return undefined;
  }
}
