import type {AdminForApp} from '../../../wire/app-bridge.ts';
import {directApiPath} from '../../../wire/direct-api.ts';
import type {Remote} from '../../../wire/rpc.ts';

/**
 * Lets `fetch` send queries to the Admin API by Shopify's own protocol.
 *
 * @see https://shopify.dev/docs/api/app-home#direct-api-access
 */
export function withDirectApi(send: typeof fetch, admin: Remote<AdminForApp>): typeof fetch {
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const path = directApiPath(url);
    if (path === null) return send(input, init);

    const given: unknown = init?.body ?? (input instanceof Request ? await input.text() : '');
    const answer = await admin.direct(path, typeof given === 'string' ? given : '');
    // Without permission, the browser does not know the protocol.
    if (answer.status === 0) return send(input, init);
    return new Response(answer.body, {
      status: answer.status,
      headers: {'content-type': 'application/json; charset=utf-8'},
    });
  };
}
