import {SimhostError} from '../errors.ts';

/** The scripts of extensions. Those that are known early are on their way before the page is drawn. */
export class Bundles {
  readonly #early = new Map<string, Promise<string>>();

  /** Starts to fetch. */
  expect(url: string): void {
    const text = fetchBundle(url);
    text.catch(() => {}); // whoever asks for it hears of it
    this.#early.set(url, text);
  }

  text(url: string): Promise<string> {
    const early = this.#early.get(url);
    this.#early.delete(url);
    return early ?? fetchBundle(url);
  }
}

async function fetchBundle(url: string): Promise<string> {
  const failed = (why: string, cause?: unknown): SimhostError =>
    new SimhostError('ERR_SCRIPT_NOT_FETCHED', `The extension's script could not be fetched: ${why} ${url}.`, {
      next: 'Check that the extension was built and that its URL is served with CORS.',
      cause,
    });
  const response = await fetch(url).catch((error: unknown) => {
    throw failed('no answer from', error);
  });
  if (!response.ok) throw failed(`${response.status} from`);
  return response.text();
}
