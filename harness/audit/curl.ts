import type {CaseRun, CaseStep} from '../cases/case.ts';
import {caseOf} from '../cases/catalogue.ts';
import type {CaseId} from '../cases/case-id.ts';
import {PUBLISHED_TEST_CLIENT_ID} from '../world/app.ts';
import {PEOPLE} from '../world/people.ts';
import type {Customer} from '../world/people.ts';
import type {Assignment} from './options.ts';
import {outgoing} from './backend.ts';
import {derivedFrom} from './sent-tokens.ts';

/**
 * A shell line that sends a case again: it mints what it needs into variables, with the secret from the environment. Where
 * a case makes one token of another, or needs a server of its own, only an audit can.
 */
export function curlOf(run: CaseRun, assignment: Assignment, now: number): string {
  const {id, variant, steps, tokens} = run;
  if (derivedFrom(run).length > 0 || caseOf(id as CaseId).needs === 'forgerServer')
    return ['simhost audit', quoted(assignment.url.href), '--profile', assignment.profile, ...who(assignment), '--only', id].join(' ');
  const variables = [...new Set(tokens)].map((token, index) => ({token, name: index === 0 ? 'TOKEN' : `TOKEN${index + 1}`}));
  const used = variables.filter(({token}) => steps.some(({request}) => isIn(token, request)));
  const minted = used.map(({token, name}) => `${name}="$(${mint(id as CaseId, variant, token, assignment, now)})"`);
  return [...minted, ...steps.map((step) => curl(step, assignment.url, used))].join('; ');
}

function isIn(token: string, {headers, query, body}: CaseStep['request']): boolean {
  return [...headers, ...query].some(([, value]) => value.includes(token)) || body?.includes(token) === true;
}

interface Variable {
  readonly token: string;
  readonly name: string;
}

function mint(id: CaseId, variant: string, token: string, assignment: Assignment, now: number): string {
  const kind = assignment.profile === 'vtex' ? 'vtex-shopper' : assignment.profile;
  return ['simhost token', kind, ...who(assignment), ...faultOf(id, variant, token, now)].join(' ');
}

/** Whom good tokens are for and about, where that is not what the command line assumes. */
function who({world, customer}: Assignment): readonly string[] {
  const {clientId} = world.app;
  return [
    ...(clientId === PUBLISHED_TEST_CLIENT_ID ? [] : ['--client-id', quoted(clientId)]),
    ...(world.shop.domain === DEFAULT_SHOP ? [] : ['--shop', world.shop.domain]),
    ...(customer === null ? ['--customer guest'] : customer.id === DEFAULT_CUSTOMER ? [] : ['--customer', nameOf(customer)]),
  ];
}

const DEFAULT_SHOP = 'acme.myshopify.com';
const DEFAULT_CUSTOMER = PEOPLE.ada.id;

/** The documented name of somebody; anybody else cannot be named on a command line, and Ada stands in. */
function nameOf({id}: Customer): string {
  return Object.entries(PEOPLE).find(([, person]) => person.id === id)?.[0] ?? 'ada';
}

/** How the token differs from a good one. A case that is about the request carries good tokens, and perhaps an expired one. */
function faultOf(id: CaseId, variant: string, token: string, now: number): readonly string[] {
  const {mechanism} = caseOf(id);
  if (mechanism.at === 'token') {
    const first = Object.keys(mechanism.variants)[0] === variant;
    return ['--case', id, ...(first ? [] : ['--variant', quoted(variant)])];
  }
  const exp = expiryOf(token);
  if (exp === undefined) return [];
  if (exp < now - 10) return ['--case exp-past-60'];
  return exp < now + 30 ? ['--claim', `"exp=$(($(date +%s) ${exp < now ? '-' : '+'} ${Math.abs(exp - now)}))"`] : [];
}

function expiryOf(token: string): number | undefined {
  try {
    const {exp} = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {exp?: unknown};
    return typeof exp === 'number' ? exp : undefined;
  } catch {
    return undefined;
  }
}

function curl({request, after}: CaseStep, base: URL, variables: readonly Variable[]): string {
  const {method, url, body} = outgoing(base, request);
  const parts = [
    'curl -sS -i',
    ...(method === 'GET' && body === undefined ? [] : [`-X ${method}`]),
    ...request.headers.map(([name, value]) => `-H ${shell(value === '' ? `${name};` : `${name}: ${value}`, variables)}`),
    ...(body === undefined ? [] : [`--data-binary ${shell(body, variables)}`]),
    shell(url.href, variables),
  ];
  return `${after === undefined ? '' : `sleep ${after}; `}${parts.join(' ')}`;
}

/** Text as one word of the shell, tokens in it as variables. */
function shell(text: string, variables: readonly Variable[]): string {
  const used = variables.filter(({token}) => token.length >= 16 && text.includes(token));
  if (used.length === 0) return quoted(text);
  const escaped = used.reduce((rest, {token, name}) => rest.replaceAll(token, `\0${name}\0`), text).replaceAll(/["$`\\]/g, '\\$&');
  return `"${escaped.replaceAll(/\0(\w+)\0/g, '$${$1}')}"`;
}

function quoted(text: string): string {
  return /^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
