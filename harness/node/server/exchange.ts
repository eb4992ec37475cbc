import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Duplex} from 'node:stream';
import {isPreflight} from '../../core/platforms/cors-headers.ts';
import {BadRequest} from '../http/bad-request.ts';
import type {CaseId} from '../../core/cases/case-id.ts';
import type {Backend} from './backend.ts';
import {connectionBroken} from '../../core/verdicts/platform-verdicts.ts';
import {describeVerdict} from '../../core/verdicts/verdict.ts';
import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';
import type {Reason, Verdict} from '../../wire/verdict.ts';
import type {ForwardedRequest, Forwarder} from './forward.ts';
import {breakOff, plain, refuseRaw, send, toRequest} from './node-http.ts';
import {caseReason} from '../../core/verdicts/graphql-verdicts.ts';
import {answerAsPlatform} from './platform.ts';
import {unanswered} from './unanswered.ts';
import type {RecordedRequest} from './request-recorder.ts';
import type {Simulated} from './simulated.ts';

/** A request on its way through a gateway: the message, its answer, and its entry in the request log. */
export interface Exchange {
  readonly message: IncomingMessage;
  readonly out: ServerResponse;
  /** The headers of the message, without those that only the way to the gateway needs. */
  readonly headers: Headers;
  readonly record: RecordedRequest;
}

/** A request that the platform answers. */
export interface PlatformExchange extends Pick<Exchange, 'out' | 'record'> {
  /** The side that sent the request. Default: `'browser'`. */
  readonly sender?: LoggedRequest['sender'];
}

/** The opening of a WebSocket on its way through a gateway. */
export interface UpgradeExchange {
  readonly message: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
  readonly record: RecordedRequest;
}

/** Refuses a request, in a way that the page which sent it can read. */
export async function refuse({message, out, headers, record}: Exchange, problem: Verdict): Promise<void> {
  // A refused preflight would hide the refusal of the request itself from the page.
  const status = isPreflight(message.method ?? 'GET', headers) ? 204 : 502;

  record.ended('refused', status, problem);
  await send(plain(status, describeVerdict(problem), headers), out);
}

/** Redirects a request to an app proxy, as a shop behind its password page does. */
export async function redirectByShop(
  {out, record}: Pick<Exchange, 'out' | 'record'>,
  redirect: ShopRedirect,
): Promise<void> {
  const {location} = redirect;
  record.answered('platform', 302, new Headers({location}), {reason: redirectReason(redirect)});
  await send(new Response(null, {status: 302, headers: {location}}), out);
}

/** A redirect by which a shop answers in place of an app. */
export interface ShopRedirect {
  readonly case: CaseId;
  readonly location: string;
}

/** Explains that a shop redirects instead of asking the app. */
export function redirectReason({case: id, location}: ShopRedirect): Reason {
  return {
    cause:
      `the shop is behind its password page, so it redirected the request to ${location} and did not ` +
      `ask the app (case ${id})`,
    turn: 'nobody',
    fix: null,
  };
}

/** Refuses a WebSocket, or reports that its backend failed. */
export function refuseSocket(
  {socket, record}: UpgradeExchange,
  outcome: 'refused' | 'failed',
  problem: Verdict,
): void {
  record.ended(outcome, 502, problem);
  refuseRaw(socket, 502, describeVerdict(problem));
}

/**
 * Makes the web request for a message. The log names one whose form is refused; it would blame the page otherwise.
 *
 * @throws {BadRequest} for a method or a URL that no web request can have
 */
export function webRequest({message, headers, record}: Omit<Exchange, 'out'>, url: string): Request {
  try {
    return toRequest(message, url, headers);
  } catch (error) {
    if (error instanceof BadRequest) {
      const headline = `simhost refused ${message.method} at ${new URL(url).host}`;
      const cause = error.message.replace(/\.$/, '');
      record.ended('refused', error.status, {headline, cause, turn: 'set-up', fix: null});
    }
    throw error;
  }
}

/** Answers a request as the platform does; `translate` may change the answer on its way. */
export async function answerByPlatform(
  simulation: Simulated,
  request: Request,
  {out, record, sender = 'browser'}: PlatformExchange,
  translate: (response: Response) => Response = (response) => response,
): Promise<void> {
  const answered = await answerAsPlatform(simulation, request, sender);
  record.stated(answered.facts ?? {});
  if (answered.response.type === 'error') {
    const reason = caseReason(answered.facts?.case);
    record.ended('platform', null, connectionBroken(request.method, request.url, reason));
    breakOff(out);
    return;
  }

  const response = translate(answered.response);
  record.answered('platform', response.status, response.headers, {reason: answered.reason});
  await send(response, out, (chunk) => record.received(chunk));
}

/** Connects a WebSocket to a backend. */
export async function connectToBackend(
  forwarder: Forwarder,
  exchange: UpgradeExchange,
  backend: Backend,
  outgoing: ForwardedRequest,
): Promise<void> {
  const {message, socket, head, record} = exchange;
  try {
    await forwarder.upgrade(message, socket, head, outgoing, (status) =>
      record.answered('backend', status, new Headers()),
    );
  } catch (error) {
    refuseSocket(exchange, 'failed', await unanswered(backend, error));
  }
}
