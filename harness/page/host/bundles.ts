import {SimhostError} from '../../errors.ts';

/** The scripts of extensions. Each that the page's document brought along is used once. */
export class Bundles {
  readonly #brought: Map<string, string>;

  constructor(brought: Readonly<Record<string, string>>) {
    this.#brought = new Map(Object.entries(brought));
  }

  async text(url: string): Promise<string> {
    const text = this.#brought.get(url);
    this.#brought.delete(url);
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
