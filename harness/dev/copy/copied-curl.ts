import {isUtf8} from 'node:buffer';
import type {CaseId} from '../../core/cases/case-id.ts';
import {caseOf} from '../../core/cases/catalogue.ts';
import {authCookieNames} from '../../core/platforms/vtex/vtex-cookies.ts';
import {profileOf, type TokenKind} from '../../core/simulation/token-kinds.ts';
import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';
import {PUBLISHED_TEST_SECRET} from '../../core/world/app.ts';
import type {World} from '../../core/world/world.ts';
import {appFlags} from '../../audit/audit-line.ts';
import {inTurn, interpolated, quoted, required} from '../../audit/shell.ts';
import type {Variable} from '../../audit/shell.ts';
import type {SentRequest} from '../../node/server/sent-requests.ts';
import {tokensIn} from '../../jws-in-text.ts';
import {claimFlags, ofApp} from './claim-flags.ts';

/** The facts that a copied command needs besides the request. */
export interface CurlContext {
  readonly sent: SentRequest;
  /** The address of the backend itself: `http://127.0.0.1:3000`. */
  readonly backend: string;
  readonly kind: Extract<
    TokenKind,
    'checkout' | 'customer-account' | 'admin' | 'shop-minis' | 'vtex-shopper'
  >;
  readonly world: World;
}

/** The headers that curl or the connection makes, and those that belong to one browser. */
const LEFT_OUT =
  /^(?:host|connection|content-length|transfer-encoding|user-agent|accept.*|sec-.*|cookie|referer)$/i;

/**
 * Writes a shell line that sends a request again. It mints a token of the same kind and age, so that it is as true
 * tomorrow. It holds no token and no secret.
 */
export function curlOf(request: LoggedRequest, context: CurlContext): string {
  const {sent, backend, world, kind} = context;
  const {pathname, search} = new URL(request.url);
  const url = `${backend}${pathname}${search}`;

  const {case: id} = request;
  if (id !== null && caseOf(id).mechanism.kind !== 'token') return auditOf(url, id, context);

  const text = tokenIn(sent);
  const variables: readonly Variable[] = text === null ? [] : [{text, name: 'TOKEN'}];
  const headers = sent.headers
    .filter(([name]) => !LEFT_OUT.test(name))
    .map(([name, value]) => `-H ${interpolated(`${name}: ${value}`, variables)}`)
    .concat(text === null ? [] : loginHeader(context, text));

  const parts = [
    ...(isText(sent.body) ? [] : [`printf %s ${sent.body.toString('base64')} | base64 -d |`]),
    'curl -g -sS -i',
    ...(request.method === 'GET' && sent.body.length === 0 ? [] : [`-X ${request.method}`]),
    ...headers,
    ...bodyFlags(sent.body, variables),
    interpolated(url, variables),
  ];

  if (text === null) return `${parts.join(' ')}\n`;
  const hasOwnSecret =
    world.app.clientSecret !== PUBLISHED_TEST_SECRET && !['shop-minis', 'vtex-shopper'].includes(kind);
  const {flags, isRelative} = claimFlags(request, {kind, world});
  const mint = ['npx simhost token', kind, ...ofApp(kind, world), ...flags].join(' ');
  return `${inTurn([
    ...(hasOwnSecret ? [required(['SHOPIFY_API_SECRET'])] : []),
    ...(isRelative ? ['NOW="$(date +%s)"'] : []),
    `TOKEN="$(${mint})"`,
    parts.join(' '),
  ])}\n`;
}

/** The cookie of a login at VTEX, which a line of curl has to make itself. */
function loginHeader({kind, world}: CurlContext, token: string): readonly string[] {
  if (kind !== 'vtex-shopper') return [];
  const [name = ''] = authCookieNames('webstore', world.vtex.account);
  return [`-H ${interpolated(`Cookie: ${name}=${token}`, [{text: token, name: 'TOKEN'}])}`];
}

/** A case that changes a request has more to it than one line can say. */
function auditOf(url: string, id: CaseId, {kind, world}: CurlContext): string {
  return `${['npx simhost audit', quoted(url), '--profile', profileOf(kind), ...appFlags(world), '--only', id].join(' ')}\n`;
}

function tokenIn({headers, body}: SentRequest): string | null {
  const texts = [...headers.map(([, value]) => value), isUtf8(body) ? body.toString() : ''];
  return texts.flatMap(tokensIn)[0] ?? null;
}

function bodyFlags(body: Buffer, variables: readonly Variable[]): readonly string[] {
  if (body.length === 0) return [];
  if (!isText(body)) return ['--data-binary @-'];

  // curl would read a file for a value that begins with @.
  const option = body.toString().startsWith('@') ? '--data-raw' : '--data-binary';
  return [`${option} ${interpolated(body.toString(), variables)}`];
}

function isText(body: Buffer): boolean {
  return isUtf8(body) && !body.includes(0);
}
