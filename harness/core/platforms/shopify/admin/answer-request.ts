import {HttpResponse} from 'msw';
import {problemHeader} from '../../problem.ts';
import {generatedOf, statedHeader} from '../../stated-facts.ts';
import type {StatedFacts} from '../../stated-facts.ts';
import {caseFact} from '../api-fault.ts';
import {forbiddenForStaff, isAccessRefusal} from './access-refusal.ts';
import type {AccessRefusal} from './access-refusal.ts';
import type {ArmedAdminFault} from './admin-api-fault.ts';
import {NO_QUERY, readAdminBody} from './admin-body.ts';
import type {AdminCaller, AdminDeps} from './admin-state.ts';
import {answeredVersion} from './api-version.ts';
import {faultyAnswer} from './faulty-access.ts';

/** The guide that the header about a deprecated field links to. */
const DEPRECATIONS = 'https://shopify.dev/api/usage/versioning#deprecation-practices';

const REQUEST_ID = {'x-request-id': 'simhost'};

/** A query that reaches the Admin API. */
export interface AdminRequest {
  readonly request: Request;
  /** The version in the URL; `null` without one. */
  readonly version: string | null;
  /** Returns the access of the request under the fault of an armed case, or the refusal. */
  readonly accessUnder: (armed: ArmedAdminFault | null) => AdminCaller | AccessRefusal;
}

/** Answers a query of the Admin API: first the armed case, then the access, then the query. */
export async function answerAdminRequest(
  {request, version: requested, accessUnder}: AdminRequest,
  deps: AdminDeps,
): Promise<Response> {
  const armed = await deps.nextFault();
  const access = accessUnder(armed);
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

/** Makes the answer to a request without access, with the reason for the log. */
export function refused(
  {status, headers, body, reason}: AccessRefusal,
  others: Readonly<Record<string, string>> = {},
): Response {
  const all = {...REQUEST_ID, ...others, ...headers, ...problemHeader(reason)};
  return HttpResponse.json(body, {status, headers: all});
}

/** Makes the answer to a request that is not of this API, with the reason for the log. */
export function notOfApi(body: object, status: 404 | 501, reason: AccessRefusal['reason']): Response {
  return HttpResponse.json(body, {status, headers: {...REQUEST_ID, ...problemHeader(reason)}});
}
