import type {Frame, FrameLocator, Page, Request} from '@playwright/test';
import {describeProblem} from '../../core/verdicts/request-line.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {SimhostError} from '../../errors.ts';
import {ADMIN_ORIGIN, APP_FRAME, BRIDGE_MARK} from '../../wire/admin.ts';
import type {FrameEvent} from '../../wire/admin.ts';

interface Waiting {
  resolve(): void;
  reject(error: Error): void;
}

/** The app's frame in the admin: its locator, and what has become of its documents. */
export class AppFrame {
  readonly #page: Page;
  readonly #simulation: SimulationCore;
  /** The last event, for explanations. */
  #last: FrameEvent | null = null;
  /** The headers of the last answer to the frame, which may forbid the frame. */
  #headers: Promise<Record<string, string>> = Promise.resolve({});
  #waiting: Waiting[] = [];
  /** The bounce pages since the last call of `nextShown`. */
  #bounces = 0;

  constructor(page: Page, simulation: SimulationCore) {
    this.#page = page;
    this.#simulation = simulation;
    simulation.adminPages.frames.subscribe((event) => this.#note(event));
    page.on('response', (response) => {
      if (isOfFrame(response.request())) this.#headers = response.allHeaders().catch(() => ({}));
    });
    page.on('requestfailed', (request) => void this.#failed(request));
    page.on('framenavigated', (frame) => void this.#look(frame));
  }

  get locator(): FrameLocator {
    return this.#page.frameLocator(`iframe[name="${APP_FRAME}"]`);
  }

  /** Resolves when the next document of the app has loaded. Rejects if the browser cannot show it. */
  nextShown(): Promise<void> {
    this.#last = null;
    this.#bounces = 0;
    const shown = new Promise<void>((resolve, reject) => this.#waiting.push({resolve, reject}));
    // The caller may wait for something else first.
    shown.catch(() => {});
    return shown;
  }

  /** Explains why no document of the app was shown within so many milliseconds. */
  notShown(waited: number): SimhostError {
    return notShown(`The app did not appear within ${Math.round(waited)} ms: ${this.#reason()}.`);
  }

  #note(event: FrameEvent): void {
    this.#last = event;
    if (event.kind === 'connected' && event.mode === 'bounce') this.#bounces++;
    if (event.kind === 'ready') this.#shown();
    if (event.kind === 'failed') this.#fail(notShown(`The bounce page of the app failed: ${event.message}`));
  }

  /** Looks at a new document. One without App Bridge reports nothing itself. */
  async #look(frame: Frame): Promise<void> {
    if (frame.name() !== APP_FRAME || !/^https?:/.test(frame.url())) return;

    const mark = (key: string): unknown => Reflect.get(globalThis, Symbol.for(key)) as unknown;
    try {
      await frame.waitForLoadState('load');
      const found = await frame.evaluate(mark, BRIDGE_MARK);
      if (found === undefined || typeof found === 'string') this.#withoutBridge(frame.url(), found);
    } catch {
      // The frame has gone to another document, which is looked at in its turn.
    }
  }

  #withoutBridge(url: string, reason: string | undefined): void {
    const {origin, pathname} = new URL(url);
    const entry = this.#simulation.requests.entries.findLast((request) =>
      request.url.startsWith(`${origin}${pathname}`),
    );

    if (entry?.outcome === 'refused' || entry?.outcome === 'failed')
      return this.#fail(notShown(describeProblem(entry) ?? `${origin} did not answer.`));

    const status = entry?.status ?? 200;
    if (status < 400) {
      this.#simulation.notices.add({
        code: 'app-bridge-missing',
        message: `App Bridge does not run at ${origin}${pathname}: ${reason ?? 'the document does not load its script'}`,
        next: 'Put <script src="https://cdn.shopify.com/shopifycloud/app-bridge.js"> first into the head, with data-api-key.',
      });
    }

    this.#shown();
  }

  async #failed(request: Request): Promise<void> {
    if (!isOfFrame(request)) return;

    const error = request.failure()?.errorText ?? '';
    // The frame goes to another document.
    if (error === 'net::ERR_ABORTED') return;

    const {origin} = new URL(request.url());
    const cause = error === 'net::ERR_BLOCKED_BY_RESPONSE' ? refusal(origin, await this.#headers) : error;
    this.#fail(notShown(`The browser does not show ${origin} in the admin: ${cause}.`));
  }

  #shown(): void {
    for (const {resolve} of this.#waiting.splice(0)) resolve();
  }

  #fail(error: Error): void {
    for (const {reject} of this.#waiting.splice(0)) reject(error);
  }

  #reason(): string {
    if (this.#bounces > 1) return `the server sent it back to its bounce page ${this.#bounces} times`;

    const pending = this.#simulation.requests.entries.find(({outcome}) => outcome === 'pending');
    if (pending !== undefined) return `${pending.method} ${pathOf(pending.url)} has no answer yet`;

    if (this.#last === null) return 'no document of it has loaded';
    return this.#last.kind === 'refused'
      ? `its document is at ${this.#last.origin}, another origin than app.url`
      : 'its document has not finished loading';
  }
}

/** Names the header by which an app forbids the frame. */
function refusal(origin: string, headers: Record<string, string>): string {
  const policy = headers['content-security-policy'] ?? '';
  const [, ancestors] = /frame-ancestors([^;]*)/.exec(policy) ?? [];
  if (ancestors !== undefined)
    return `its frame-ancestors lacks ${ADMIN_ORIGIN}; it is "${ancestors.trim()}"`;

  const frameOptions = headers['x-frame-options'];
  return frameOptions === undefined ? `${origin} forbids it` : `its X-Frame-Options is ${frameOptions}`;
}

function notShown(message: string): SimhostError {
  return new SimhostError('ERR_APP_NOT_SHOWN', message, {
    next: 'Look at the requests of the app in the attachments of the test.',
  });
}

function isOfFrame(request: Request): boolean {
  return request.isNavigationRequest() && frameOf(request)?.name() === APP_FRAME;
}

function frameOf(request: Request): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

function pathOf(url: string): string {
  const {origin, pathname} = new URL(url);
  return `${origin}${pathname}`;
}
