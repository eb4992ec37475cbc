import type {Expectation} from '../../core/cases/case.ts';
import type {CaseId} from '../../core/cases/case-id.ts';
import {caseOf} from '../../core/cases/catalogue.ts';
import type {ApiCall} from '../../core/simulation/extension-events.ts';
import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';
import type {FoundByRole} from '../../wire/deed.ts';
import {HOST_FIXTURE} from './copied-fixture.ts';
import type {CopiedFixture} from './copied-fixture.ts';
import type {Take} from './recording.ts';
import {code, locator} from './test-code.ts';
import {comment, testFile} from './test-file.ts';
import type {CopyContext, TestEnd} from './test-file.ts';

/** Writes a test that makes a request again, and is red as long as the request has a problem. */
export function testOfRequest(request: LoggedRequest, take: Take, context: CopyContext): string {
  const requests = `${context.fixture.name}.requests`;
  const expectation =
    request.case === null ? ordinary(request, requests) : withCase(request, request.case, requests);
  return testFile(take, expectation, context);
}

/** Writes a test that arms a case and makes a request again, which was a good one. */
export function testOfCase(
  id: CaseId,
  verdict: Expectation['verdict'],
  request: LoggedRequest,
  take: Take,
  context: CopyContext,
): string {
  return testFile(take, armedFor(id, verdict, request, `${context.fixture.name}.requests`), context);
}

/** Writes a test that expects the headings, controls and messages that an extension shows now. */
export function testOfSituation(
  shown: {readonly handle: string; readonly name: string; readonly content: readonly FoundByRole[]},
  take: Take,
  context: CopyContext,
): string {
  const title = `${shown.name} shows what it should`;
  return testFile(
    take,
    {title, statements: (extension) => contentLines(extension(shown.handle), shown.content)},
    context,
  );
}

/** Writes the line that expects a call of the API. */
export function lineOfCall(
  {member, args}: Pick<ApiCall, 'member' | 'args'>,
  fixture: CopiedFixture = HOST_FIXTURE,
): string {
  const given = args.length === 0 ? '' : `, ${code(args)}`;
  return `await expect(${fixture.name}.calls).toHaveCall(${code(member)}${given});\n`;
}

function contentLines(extension: string, content: readonly FoundByRole[]): readonly string[] {
  if (content.length === 0) return [`await expect(${extension}).toBeVisible();`];
  return content.map((each) => `await expect(${locator(extension, each)}).toBeVisible();`);
}

/** A request that a case has broken: the answer must be right for the case. */
function withCase(request: LoggedRequest, id: CaseId, requests: string): TestEnd {
  const verdict = request.expected?.verdict ?? 'either';
  const isOther = verdict === 'refuse' && !isRefusal(request) && !isSuccess(request);
  if (verdict !== 'either' && !isOther) return armedFor(id, verdict, request, requests);

  const {path, url} = placesOf(request);
  const status = String(request.status);
  const answered = `await expect(${requests}).toHaveRequest(${url}, {case: ${code(id)}, status: ${status}});`;
  return {title: `${path} answers ${id} with ${status}`, armed: armedCase(id), statements: () => [answered]};
}

/** Arms a case, and expects the right answer to it. */
function armedFor(
  id: CaseId,
  verdict: Expectation['verdict'],
  request: LoggedRequest,
  requests: string,
): TestEnd {
  const {path, url} = placesOf(request);
  const ends: Readonly<Record<Expectation['verdict'], readonly [title: string, expected: string]>> = {
    refuse: [`${id} is refused by ${path}`, `toHaveBeenRefused(${url}, {case: ${code(id)}})`],
    accept: [`${id} is accepted by ${path}`, `not.toHaveBeenRefused(${url})`],
    either: [`${path} answers ${id}`, `toHaveRequest(${url}, {case: ${code(id)}})`],
  };

  const [title, statement] = ends[verdict];
  return {title, armed: armedCase(id), statements: () => [`await expect(${requests}).${statement};`]};
}

function armedCase(id: CaseId): TestEnd['armed'] {
  return {id, why: caseOf(id).title};
}

function ordinary(request: LoggedRequest, requests: string): TestEnd {
  const {method, status, problem, preflight} = request;
  const {path, url} = placesOf(request);
  const ofMethod = method === 'GET' ? '' : `method: ${code(method)}, `;

  if (typeof preflight === 'object') {
    const expected = `await expect(${requests}).toHaveRequest(${url}, {${ofMethod}preflight: 'allowed'});`;
    return {
      title: `a browser sends ${method} ${path}`,
      statements: () => [`${expected} // was refused: ${comment(preflight.refused)}`],
    };
  }

  if (problem === null || problem.turn === 'nobody') {
    const expected = `{${ofMethod}status: ${String(status)}${tokenPart(request)}}`;
    return {
      title: `${method} ${path} is answered with ${String(status)}`,
      statements: () => [`await expect(${requests}).toHaveRequest(${url}, ${expected});`],
    };
  }

  const was = comment(`was ${problem.headline}: ${problem.cause}`);
  const refused = `await expect(${requests}).not.toHaveBeenRefused(${url});`;
  const wrong = `expect(await ${requests}.waitFor({${ofMethod}url: ${url}})).toMatchObject({problem: null});`;
  return {
    title: `${method} ${path} is answered without a problem`,
    statements: () => [`// ${was}`, isRefusal(request) ? refused : wrong],
  };
}

/** Expects a token for the signed-in customer, if there was one. */
function tokenPart({token}: LoggedRequest): string {
  const sub = token?.['sub'];
  return typeof sub === 'string' ? `, token: {sub: ${code(sub)}}` : '';
}

function placesOf({url}: LoggedRequest): {readonly path: string; readonly url: string} {
  return {path: new URL(url).pathname, url: code(url)};
}

function isRefusal({status}: LoggedRequest): boolean {
  return status === 401 || status === 403;
}

function isSuccess({status}: LoggedRequest): boolean {
  return status !== null && status >= 200 && status < 300;
}
