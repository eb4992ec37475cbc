import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';

/** The endpoints at which a page of Shopify gets the tokens of its extensions. */
const TOKEN_ENDPOINT = /\/unstable\/graphql$/;

/** The types of documents and of the files that they load. */
const OF_PAGE = /^text\/(?:html|css)|javascript|^image\/|^font\//;

/** The facts of a request by which its sender is known. */
export type RequestOfPage = Pick<
  LoggedRequest,
  'method' | 'url' | 'sender' | 'outcome' | 'origin' | 'mount' | 'token' | 'answer'
>;

/** Whether a request belongs to the part, and neither to simhost's page nor to files of a page. */
export function isOfPart(request: RequestOfPage): boolean {
  const {method, url, sender, outcome, origin, mount, token, answer} = request;
  if (method === 'OPTIONS' || sender === 'backend') return false;
  if (OF_PAGE.test(answer?.type ?? '')) return false;
  if (outcome === 'platform' && TOKEN_ENDPOINT.test(url)) return false;
  // Dev servers reload pages over a WebSocket. Its URL has a new token after each start.
  if (/^wss?:/.test(url)) return false;
  if (mount !== null || token !== null) return true;
  // Pictures and style sheets of other hosts carry no Origin, and a request of a script does.
  return origin !== null && (outcome === 'refused' || outcome === 'failed');
}
