import {SimhostError} from '../../errors.ts';

/**
 * The scripts of extensions. A script that the page's document brought along is used once; later starts fetch
 * it.
 */
export class Bundles {
  readonly #embedded: Map<string, string>;

  constructor(embedded: Readonly<Record<string, string>>) {
    this.#embedded = new Map(Object.entries(embedded));
  }

  /**
   * Returns the source of a script.
   *
   * @throws {SimhostError} `ERR_SCRIPT_NOT_FETCHED`
   */
  async text(url: string): Promise<string> {
    const text = this.#embedded.get(url);
    this.#embedded.delete(url);
    return text ?? fetchBundle(url);
  }
}

async function fetchBundle(url: string): Promise<string> {
  const failed = (why: string, cause?: unknown): SimhostError =>
    new SimhostError(
      'ERR_SCRIPT_NOT_FETCHED',
      `The extension's script could not be fetched: ${why} ${url}.`,
      {
        next: 'Check that the extension was built and that its URL is served with CORS.',
        cause,
      },
    );

  const response = await fetch(url).catch((error: unknown) => {
    throw failed('no answer from', error);
  });
  if (!response.ok) throw failed(`${response.status} from`);
  return response.text();
}
