import type {CaseId} from '../core/cases/case-id.ts';
import {caseOf} from '../core/cases/catalogue.ts';
import type {NameAndValue} from '../core/cases/outgoing-request.ts';
import {PUBLISHED_TEST_CLIENT_ID, PUBLISHED_TEST_SECRET} from '../core/world/app.ts';
import {PEOPLE} from '../core/world/people.ts';
import type {Customer} from '../core/world/people.ts';
import {DEFAULT_SHOP_DOMAIN} from '../core/world/shop.ts';
import {isLoopback} from '../wire/loopback.ts';
import type {AuditConfig} from './options.ts';
import {headerFromEnvironment, inTurn, option, quoted, required} from './shell.ts';

/** A shell line that audits the backend again with one case alone. Secrets, and the id of a platform, are in the environment. */
export function auditLine(id: CaseId, config: AuditConfig): string {
  const {url, profile, world, customer, customersOnly, template, conditions, platform} = config;
  const {destructive, waitSeconds, needs} = caseOf(id);
  const {method, path, headers, body} = template;

  const command = [
    'npx simhost audit',
    quoted(url.href),
    '--profile',
    profile,
    ...appFlags(world),
    ...customerFlags(customer),
    ...(customersOnly ? ['--customers-only'] : []),
    ...(method === (body === null ? 'GET' : 'POST') ? [] : option('method', method)),
    ...(path === undefined ? [] : option('xhr', path)),
    ...headers.flatMap((line) => headerFlags(line, config)),
    ...(body === null ? [] : option('data', body)),
    ...conditions.flatMap((condition) => option('accepted-if', condition)),
    ...(platform === undefined ? [] : option('platform', platform.url)),
    ...(isLoopback(url.hostname) ? [] : ['--allow-remote']),
    ...(destructive === true ? ['--destructive'] : []),
    ...(waitSeconds === undefined ? [] : ['--wait']),
    '--only',
    id,
  ].join(' ');

  return inTurn([...secretsRequired(config, needs === 'previousSecret'), command]);
}

/** Without the variable of a secret that was given, tokens would be signed with the published test secret. */
export function secretsRequired(
  {world, previousSecret}: AuditConfig,
  withPrevious = false,
): readonly string[] {
  const variables = [
    ...(world.app.clientSecret === PUBLISHED_TEST_SECRET ? [] : ['SHOPIFY_API_SECRET']),
    ...(withPrevious && previousSecret !== undefined ? ['SHOPIFY_API_SECRET_PREVIOUS'] : []),
  ];
  return variables.length === 0 ? [] : [required(variables)];
}

function headerFlags(line: NameAndValue, {template, secretHeaders}: AuditConfig): readonly string[] {
  const [name, value] = line;
  // What the command line adds by itself.
  if (template.body !== null && name === 'Content-Type' && value === 'application/json') return [];

  const variable = secretHeaders.variableOf(line);
  if (variable === null) return option('header', `${name}: ${value}`);
  return name.startsWith('-')
    ? [`--header=${headerFromEnvironment(name, variable)}`]
    : ['--header', headerFromEnvironment(name, variable)];
}

/** Returns the flags for the app and shop of valid tokens, unless they are the defaults. */
export function appFlags({app, shop}: AuditConfig['world']): readonly string[] {
  return [
    ...(app.clientId === PUBLISHED_TEST_CLIENT_ID ? [] : option('client-id', app.clientId)),
    ...(shop.domain === DEFAULT_SHOP_DOMAIN ? [] : option('shop', shop.domain)),
  ];
}

/** Returns the flags for the customer of valid tokens. A customer of the caller's own cannot be named; Ada replaces them. */
export function customerFlags(customer: Customer | null): readonly string[] {
  if (customer === null) return ['--customer', 'guest'];
  return customer.id === PEOPLE.bea.id ? ['--customer', 'bea'] : [];
}
