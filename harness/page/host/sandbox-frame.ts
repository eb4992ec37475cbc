import {SimhostError} from '../../errors.ts';
import {FRAME_URLS, type FramedOrigin} from '../../wire/sandbox-start.ts';
import type {PendingWorker} from './pending-worker.ts';

/** Milliseconds after which a document that has not answered counts as not ours. */
const PATIENCE = 5000;

/** A hidden frame of the host of extensions. Workers that it creates have its origin. */
export class SandboxFrame {
  readonly #frame = document.createElement('iframe');
  readonly #url: string;
  readonly #loaded: Promise<void>;

  constructor(origin: FramedOrigin) {
    this.#url = FRAME_URLS[origin];
    this.#loaded = new Promise((resolve) =>
      this.#frame.addEventListener('load', () => resolve(), {once: true}),
    );

    this.#frame.src = this.#url;
    this.#frame.hidden = true;
    // Outside of the body, whose content is the simulated page.
    document.documentElement.append(this.#frame);
  }

  createWorker(): PendingWorker {
    const {port1: life, port2: lifeInFrame} = new MessageChannel();
    const alive = new Promise<void>((resolve) =>
      life.addEventListener('message', () => resolve(), {once: true}),
    );

    return {
      alive,
      start: async (source, port) => {
        life.start();
        await this.#loaded;
        this.#frame.contentWindow?.postMessage(source, new URL(this.#url).origin, [port, lifeInFrame]);
        await Promise.race([alive, noAnswer(this.#url)]);
      },
      terminate: () => life.postMessage('terminate', []),
    };
  }
}

function noAnswer(url: string): Promise<never> {
  const error = new SimhostError(
    'ERR_NO_SANDBOX_FRAME',
    `${url} does not answer as the frame that extensions start in.`,
    {
      next: 'Let it reach the gateway: no route, proxy or bypass of the test may take it.',
    },
  );

  return new Promise((_, reject) => setTimeout(() => reject(error), PATIENCE));
}
