import {judgePreflight, warnPreflight} from '../../core/verdicts/cors-protocol.ts';
import {throughAppProxy} from '../../node/server/app-proxy.ts';
import type {Backend} from '../../node/server/backend.ts';
import type {BackendOption} from '../../node/server/backend-options.ts';
import {needsPreflight} from '../../node/server/cors.ts';
import {sendPreflight} from '../../node/server/probe.ts';
import {unanswered} from '../../node/server/unanswered.ts';
import {startServer} from '../../node/server/server.ts';
import {createSimulationCore, type SimulationCore} from '../../core/simulation/simulation-core.ts';
import type {AppOptions} from '../../core/world/app.ts';
import {covers} from '../../wire/app-proxy.ts';
import {FRAME_URLS} from '../../wire/sandbox-start.ts';
import {isOfApp} from '../../wire/app-address.ts';
import {appOf} from './admin-extensions.ts';
import {documentFindings} from './app-documents.ts';
import {builtOf, requestsOf} from './build.ts';
import {type Finding, ok, type Project, problem, warning} from './check.ts';
import {embeddedApp} from './embedded-app.ts';
import {isOfAdmin, split} from './extension.ts';
import type {SentRequest} from './requests.ts';
import {pathsBelow, readSources} from './sources.ts';

/** Milliseconds that a backend may take for a preflight. */
const PATIENCE = 10_000;
/** An ordinary browser. Shopify's packages answer 410 to user agents of bots, also to OPTIONS. */
const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
/** The number of requests to check. More of them show nothing new. */
const MOST_REQUESTS = 8;

/** Reaches a backend like the extension, and starts it if it is a command. */
export async function examineBackend(
  project: Project,
  [origin, option]: readonly [string, BackendOption],
  {app, path}: {app: AppOptions; path: string | undefined},
): Promise<readonly Finding[]> {
  const simulation = createSimulationCore({app});
  const server = await startServer();
  try {
    const gateway = await server.open(simulation, {backends: {[origin]: option}, app: simulation.world.app});
    const sender = await senderOf(project);
    const findings: Finding[] = [];
    for (const backend of gateway.backends) {
      const url = await applicationUrlAt(project, backend.origin);
      if (url !== null) findings.push(...(await documentFindings(simulation, gateway.proxy, url)));
      // Pages of the app ask their own origin, without a preflight.
      if (url !== null && path === undefined) continue;

      const {requests, notCalled} = await requestsTo(project, backend.origin, path);
      if (notCalled !== null) findings.push(notCalled);
      for (const request of requests) findings.push(await preflight(simulation, backend, {request, sender}));
    }
    return findings;
  } catch (error) {
    return [problem(...split(error))];
  } finally {
    await server.close();
    simulation.close();
  }
}

/** Returns the application URL of an embedded app whose server has this origin; `null` for any other backend. */
async function applicationUrlAt(project: Project, origin: string): Promise<string | null> {
  const url = (await embeddedApp(project))?.applicationUrl;
  return url !== undefined && new URL(url).origin === origin ? url : null;
}

/** The extensions that send requests, as a backend sees them. */
interface Sender {
  readonly origin: string;
  /** The application URL to which the admin adds a token; `null` for other surfaces. */
  readonly app: string | null;
}

async function senderOf(project: Project): Promise<Sender> {
  const built = await builtOf(project).catch(() => null);
  if (built === null || !isOfAdmin(built.file.extensions)) return {origin: 'null', app: null};
  const app = (await appOf(project))?.applicationUrl ?? null;
  return {origin: new URL(FRAME_URLS.shopifycdn).origin, app};
}

/** Finds the requests of the extension to this backend, or guesses one if its scripts do not show any. */
async function requestsTo(
  project: Project,
  origin: string,
  path: string | undefined,
): Promise<{readonly requests: readonly SentRequest[]; readonly notCalled: Finding | null}> {
  const all = await requestsOf(project).catch((): readonly SentRequest[] => []);
  const own = all
    .filter((request) => covers(origin, new URL(request.path, request.origin)))
    .map((request) => ({...request, path: `${request.origin}${request.path}`.slice(origin.length)}));

  if (path !== undefined) {
    const known = own.filter((request) => request.path.split('?')[0] === path.split('?')[0]);
    return {requests: known.length > 0 ? known : [guess(origin, path, [])], notCalled: null};
  }

  if (own.length > 0) return {requests: own.slice(0, MOST_REQUESTS), notCalled: null};

  const sources = await readSources(project.folder).catch(() => []);
  const paths = pathsBelow(origin, sources);
  const isNamed = paths.length > 0 || sources.some(({text}) => text.includes(origin));
  const others = [...new Set(all.map((request) => request.origin))];

  return {
    requests: (paths.length > 0 ? paths : ['/'])
      .slice(0, MOST_REQUESTS)
      .map((each) => guess(origin, each, ['path', 'method', 'headers'])),
    notCalled: isNamed || others.length === 0 ? null : notCalledBy(origin, others),
  };
}

function guess(origin: string, path: string, guessed: SentRequest['guessed']): SentRequest {
  return {origin, path, method: 'GET', headers: TOKEN, guessed};
}

const TOKEN = {authorization: 'Bearer none'};

function notCalledBy(origin: string, others: readonly string[]): Finding {
  return warning(
    `No source calls ${origin}. The sources call ${others.join(', ')}.`,
    `Map the origin that the extension calls: --backend "${others[0]}=…".`,
  );
}

async function preflight(
  simulation: SimulationCore,
  backend: Backend,
  {request, sender}: {readonly request: SentRequest; readonly sender: Sender},
): Promise<Finding> {
  const {path, method, guessed} = request;
  const url = `${backend.origin}${path}`;
  const isToApp = sender.app !== null && isOfApp(new URL(url), new URL(sender.app));
  // A request whose headers are not certain carries a token in almost every extension.
  const headers = new Headers({
    ...(guessed.includes('headers') || isToApp ? TOKEN : {}),
    ...request.headers,
    origin: sender.origin,
    'user-agent': BROWSER,
  });

  if (!needsPreflight(method, headers)) return ok(`${method} ${url} is sent without a preflight`);

  try {
    const asked = new URL(url);
    const given = {url: asked, path: `${asked.pathname}${asked.search}`, rawHeaders: []};
    const sent = await throughAppProxy(simulation, backend, given);
    const {intended, answer} = await sendPreflight(backend, sent.path, method, headers, {timeout: PATIENCE});
    const refusal = judgePreflight(intended, answer);
    if (refusal !== null) return refusalFinding(url, {...request, sender}, intended.headers, refusal);

    const caveat = warnPreflight(intended, answer);
    const what = [method, ...intended.headers].join(', ');
    return caveat === null
      ? ok(`${url} at ${backend.address}: a browser would let the request pass (${what})`)
      : warning(`${url} passes in Chromium alone.`, caveat);
  } catch (error) {
    const {headline, cause, fix} = await unanswered(backend, error);
    const start = `Start it, or have it started: --backend "${backend.origin}=node server.js".`;
    return problem(`${headline}: ${cause}.`, backend.command === null ? start : (fix ?? ''));
  }
}

function refusalFinding(
  url: string,
  {method, guessed, sender}: SentRequest & {readonly sender: Sender},
  asked: readonly string[],
  refusal: string,
): Finding {
  if (guessed.length > 0) {
    return warning(
      `The preflight of ${method} ${url} would be refused: ${refusal}. The ${guessed.join(', ')} of ` +
        `this request ${guessed.length === 1 ? 'is' : 'are'} a guess.`,
      'If the extension does not send this request, name a path that it calls: --path /api/points.',
    );
  }

  const methods = ['GET', 'HEAD', 'POST'].includes(method) ? '' : `, Access-Control-Allow-Methods: ${method}`;
  // authenticate.admin() allows both headers.
  const library =
    asked.includes('content-type') && sender.app === null
      ? "\nShopify's app packages allow only Authorization by default: authenticate.public.…(request, " +
        "{corsHeaders: ['Content-Type']})."
      : '';

  return problem(
    `The preflight of ${method} ${url} would be refused by the browser: ${refusal}.`,
    `Answer OPTIONS with 204, Access-Control-Allow-Origin: *${methods} and ` +
      `Access-Control-Allow-Headers: ${asked.map(titled).join(', ')}.${library}`,
  );
}

/** `content-type` as it is usually written. */
function titled(name: string): string {
  return name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}
