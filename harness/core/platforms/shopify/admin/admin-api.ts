import {HttpResponse} from 'msw';
import type {HttpHandler} from 'msw';
import {http} from '../../platform-http.ts';
import {problemHeader} from '../../problem.ts';
import {generatedOf, statedHeader} from '../../stated-facts.ts';
import type {StatedFacts} from '../../stated-facts.ts';
import {caseFact} from '../api-fault.ts';
import {forbiddenForStaff, isAccessRefusal, readAccess} from './access-refusal.ts';
import type {AccessRefusal} from './access-refusal.ts';
import {accessUnder, faultyAnswer} from './faulty-access.ts';
import {NO_QUERY, readAdminBody} from './admin-body.ts';
import type {AdminDeps} from './admin-state.ts';
import {answeredVersion} from './api-version.ts';

/** The guide that the header about a deprecated field links to. */
const DEPRECATIONS = 'https://shopify.dev/api/usage/versioning#deprecation-practices';

const REQUEST_ID = {'x-request-id': 'simhost'};

/** Whether this is a path of the Admin API, GraphQL or REST. */
export function isAdminApi({pathname}: URL): boolean {
  return pathname.startsWith('/admin/api/');
}

/**
 * The Admin API: GraphQL over what simhost simulates. REST paths are refused by name.
 *
 * @see https://shopify.dev/docs/api/admin-graphql
 */
export function adminApi(deps: AdminDeps): readonly HttpHandler[] {
  const base = `https://${deps.shop.domain}/admin/api`;
  return [
    http.post(`${base}/:version/graphql.json`, ({request, params}) =>
      answerGraphQL(request, String(params['version']), deps),
    ),
    http.post(`${base}/graphql.json`, ({request}) => answerGraphQL(request, null, deps)),
    http.all(`${base}/*`, ({request}) => refuseRest(request, deps)),
  ];
}

async function answerGraphQL(request: Request, requested: string | null, deps: AdminDeps): Promise<Response> {
  const armed = await deps.nextFault();
  const access = accessUnder(armed, request.headers, deps);
  if (isAccessRefusal(access)) return refused(access, statedHeader(caseFact(armed)));

  const version = answeredVersion(requested, deps.now());
  const headers = {...REQUEST_ID, 'x-shopify-api-version': version};
  const faulty = faultyAnswer(armed, headers);
  if (faulty !== null) return faulty;

  const body = await readAdminBody(request, (notice) => deps.queries.notice(notice));
  if (body === null) return HttpResponse.json(NO_QUERY, {status: 400, headers});

  const {answerAdmin} = await import('./answer-admin.ts');
  const answer = await answerAdmin({version, body, caller: access}, deps);
  if (answer.forbidden !== null) return refused(forbiddenForStaff(answer.forbidden), headers);

  const facts: StatedFacts = {
    ...caseFact(armed),
    ...generatedOf(answer.body),
    ...(version === requested ? {} : {schema: version}),
  };
  return HttpResponse.json(answer.body, {
    headers: {
      ...headers,
      ...(answer.isDeprecated ? {'x-shopify-api-deprecated-reason': DEPRECATIONS} : {}),
      ...statedHeader(facts),
    },
  });
}

function refused(
  {status, headers, body, reason}: AccessRefusal,
  others: Readonly<Record<string, string>> = {},
): Response {
  const all = {...REQUEST_ID, ...others, ...headers, ...problemHeader(reason)};
  return HttpResponse.json(body, {status, headers: all});
}

/** Refuses a REST path by name. A token is asked for first, as on the platform. */
function refuseRest(request: Request, deps: AdminDeps): Response {
  const access = readAccess(request.headers, deps.tokens);
  if (isAccessRefusal(access)) return refused(access);

  const {pathname} = new URL(request.url);
  const cause = `simhost does not simulate the REST Admin API, and this is ${request.method} ${pathname}`;
  const fix =
    'Use the GraphQL Admin API (POST …/graphql.json), or answer the path with an MSW handler in simulation.use.';
  return HttpResponse.json(
    {errors: `${cause}. ${fix}`},
    {status: 501, headers: {...REQUEST_ID, ...problemHeader({cause, turn: 'set-up', fix})}},
  );
}
