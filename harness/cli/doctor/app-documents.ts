import {once} from 'node:events';
import type {IncomingMessage} from 'node:http';
import https from 'node:https';
import type {Socket} from 'node:net';
import {connect} from 'node:tls';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {headersOf} from '../../node/server/node-http.ts';
import {openRequest} from '../../node/http/request.ts';
import {type Finding, problem, warning} from './check.ts';
import {judgeFramePolicy} from './frame-policy.ts';

/** The redirects of one document that are followed. A bounce page has one. */
const MOST_REDIRECTS = 5;
/** Milliseconds that an app may take for a document. Its first one may need a token exchange and a build. */
const PATIENCE = 30_000;

/** The headers of the admin's frame, with the name of a browser: apps answer bots differently. */
const NAVIGATION = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  referer: 'https://admin.shopify.com/',
  'sec-fetch-dest': 'iframe',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-site': 'cross-site',
  'user-agent':
    'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36',
};

/**
 * Requests the documents of an embedded app as the frame of the admin does, with and without an ID token, and checks
 * whether the admin can show them.
 *
 * @param proxy the address of the gateway
 * @param applicationUrl the application URL of the app
 */
export async function documentFindings(
  simulation: SimulationCore,
  proxy: string,
  applicationUrl: string,
): Promise<readonly Finding[]> {
  const opened = await simulation.appAccess.launchUrl(applicationUrl, {locale: 'en'});
  const withoutToken = new URL(opened);
  withoutToken.searchParams.delete('id_token');
  const {pathname} = withoutToken;

  const findings: Finding[] = [];
  for (const [what, url] of [
    [`The document at ${pathname}`, opened],
    [`The document at ${pathname} without id_token`, withoutToken.href],
  ] as const) {
    findings.push(...(await findingsOf(what, await lastAnswer(proxy, url), simulation)));
  }

  return findings;
}

interface DocumentAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The target of a redirect to another origin, or of one too many. */
  readonly leadsTo: URL | null;
}

async function findingsOf(
  what: string,
  {status, headers, leadsTo}: DocumentAnswer,
  {world, requests}: SimulationCore,
): Promise<readonly Finding[]> {
  if (leadsTo !== null) {
    return [
      warning(
        `${what} leads the frame to ${leadsTo.origin}${leadsTo.pathname}. Pages of Shopify are not shown in a frame.`,
        "Lead the whole window there: answer with a page that calls open(url, '_top').",
      ),
    ];
  }

  if (status >= 400) {
    const {cause, fix} = requests.entries.at(-1)?.problem ?? {};
    return [
      problem(
        `${what} answered ${status}${cause === undefined ? '' : `: ${cause}`}.`,
        fix ?? 'The output of the server has the reason, or its log.',
      ),
    ];
  }

  return judgeFramePolicy({what, headers, shop: world.shop.domain});
}

/** Requests a document, and follows the redirects at its origin. */
async function lastAnswer(proxy: string, first: string): Promise<DocumentAnswer> {
  const {origin} = new URL(first);
  let url = new URL(first);

  for (let redirects = 0; ; redirects++) {
    const {status, headers} = await get(proxy, url);
    const location = status >= 300 && status < 400 ? headers.get('location') : null;
    if (location === null) return {status, headers, leadsTo: null};

    url = new URL(location, url);
    if (url.origin !== origin || redirects === MOST_REDIRECTS) return {status, headers, leadsTo: url};
  }
}

/** Sends a request through the gateway, as a browser that has it as its proxy. */
async function get(proxy: string, url: URL): Promise<{status: number; headers: Headers}> {
  const signal = AbortSignal.timeout(PATIENCE);
  const tunnel = openRequest(proxy, {method: 'CONNECT', path: `${url.host}:${url.port || 443}`, signal});
  tunnel.end();
  const [, socket] = (await once(tunnel, 'connect')) as [IncomingMessage, Socket];

  try {
    const request = https.request(url, {
      createConnection: () => connect({socket, rejectUnauthorized: false}),
      headers: {...NAVIGATION, host: url.host},
      signal,
    });
    request.end();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    response.resume();
    return {status: response.statusCode ?? 0, headers: headersOf(response.rawHeaders)};
  } finally {
    socket.destroy();
  }
}
