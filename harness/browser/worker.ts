import type {HttpHandler} from 'msw';
import {SimhostError, messageOf} from '../errors.ts';

const DEFAULT_URL = '/mockServiceWorker.js';

/** Starts MSW's service worker in this page. Returns a function that stops it. */
export async function startWorker(
  handlers: readonly HttpHandler[],
  url: string = DEFAULT_URL,
): Promise<() => Promise<void>> {
  if (hasServiceWorkers()) await checkScript(url);
  const {setupWorker} = await import('msw/browser');
  const worker = setupWorker(...handlers);

  try {
    // In MSW 3 the option is onUnhandledFrame. Requests that the platform does not answer belong to the page.
    const options = {
      serviceWorker: {url},
      quiet: true,
      onUnhandledRequest: 'bypass',
      onUnhandledFrame: 'bypass',
    } as const;
    await worker.start(options);
  } catch (cause) {
    throw new SimhostError(
      'ERR_WORKER_NOT_STARTED',
      `The service worker ${url} did not start: ${messageOf(cause)}`,
      {
        next: 'Renew the script with "npx msw init <public dir>", and serve the page from https or localhost.',
        cause,
      },
    );
  }

  return async () => worker.stop();
}

/** Checks that MSW's script is served. With a missing or different script, the page would wait forever. */
async function checkScript(url: string): Promise<void> {
  const response = await fetch(url).catch((cause: unknown) =>
    failed(url, `it cannot be fetched: ${messageOf(cause)}`),
  );
  if (!response.ok) failed(url, `the answer is ${response.status}`);

  const text = await response.text();
  const isScript = (response.headers.get('content-type') ?? '').includes('javascript');
  if (!isScript || !/MOCK_ACTIVATE/.test(text) || !/self\.skipWaiting\(/.test(text))
    failed(url, 'something else is served there');
}

function failed(url: string, why: string): never {
  throw new SimhostError('ERR_NO_WORKER_SCRIPT', `MSW's worker script is not at ${url}: ${why}.`, {
    next: 'Run "npx msw init <public dir>" once, with the folder that the page is served from, or give start() its workerUrl.',
  });
}

/**
 * Whether the page has service workers. Without them (file:, http outside of localhost), MSW patches fetch
 * and needs no script.
 */
function hasServiceWorkers(): boolean {
  const {navigator, location} = globalThis as {navigator?: object; location?: {protocol: string}};
  return navigator !== undefined && 'serviceWorker' in navigator && location?.protocol !== 'file:';
}
