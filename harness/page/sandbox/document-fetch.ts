import type {FetchedDocument} from '../../wire/sandbox.ts';

/**
 * Fetches a document of an extension, for example that of a print action. `app:print` is a path of the app.
 *
 * @see https://shopify.dev/docs/api/admin-extensions/latest/network-features#custom-protocols
 */
export async function fetchDocument(src: string, send: typeof fetch): Promise<FetchedDocument> {
  const response = await send(src.replace(/^app:\/*/, '/'));
  return {
    url: response.url,
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    body: await response.arrayBuffer(),
  };
}
