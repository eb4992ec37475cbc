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
import {documentFindings} from './app-documents.ts';
import {requestsOf} from './build.ts';
import {type Finding, ok, type Project, problem, warning} from './check.ts';
import {embeddedApp} from './embedded-app.ts';
import {split} from './extension.ts';
import type {SentRequest} from './requests.ts';
import {pathsBelow, readSources} from './sources.ts';

/** Milliseconds that a backend may take for a preflight. */
const PATIENCE = 10_000;
/** The number of requests to check. More of them show nothing new. */
const MOST_REQUESTS = 8;

/** Reaches a backend like an extension with an opaque origin, and starts it if it is a command. */
export async function examineBackend(
  project: Project,
  [origin, option]: readonly [string, BackendOption],
  {app, path}: {app: AppOptions; path: string | undefined},
): Promise<readonly Finding[]> {
  const simulation = createSimulationCore({app});
  const server = await startServer();
  try {
    const gateway = await server.open(simulation, {backends: {[origin]: option}, app: simulation.world.app});
    const findings: Finding[] = [];
    for (const backend of gateway.backends) {
      const url = await applicationUrlAt(project, backend.origin);
      if (url !== null) findings.push(...(await documentFindings(simulation, gateway.proxy, url)));
      // Pages of the app ask their own origin, without a preflight.
      if (url !== null && path === undefined) continue;

      const {requests, notCalled} = await requestsTo(project, backend.origin, path);
      if (notCalled !== null) findings.push(notCalled);
      for (const request of requests) findings.push(await preflight(simulation, backend, request));
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
  request: SentRequest,
): Promise<Finding> {
  const {path, method, guessed} = request;
  const url = `${backend.origin}${path}`;
  // A request whose headers are not certain carries a token in almost every extension.
  const headers = new Headers({
    ...(guessed.includes('headers') ? TOKEN : {}),
    ...request.headers,
    origin: 'null',
  });

  if (!needsPreflight(method, headers)) return ok(`${method} ${url} is sent without a preflight`);

  try {
    const asked = new URL(url);
    const given = {url: asked, path: `${asked.pathname}${asked.search}`, rawHeaders: []};
    const sent = await throughAppProxy(simulation, backend, given);
    const {intended, answer} = await sendPreflight(backend, sent.path, method, headers, {timeout: PATIENCE});
    const refusal = judgePreflight(intended, answer);
    if (refusal !== null) return refusalFinding(url, request, intended.headers, refusal);

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
  {method, guessed}: SentRequest,
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
  const library = asked.includes('content-type')
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
