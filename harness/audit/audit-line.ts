import type {CaseId} from '../cases/case-id.ts';
import type {NameAndValue} from '../cases/case.ts';
import {caseOf} from '../cases/catalogue.ts';
import {PUBLISHED_TEST_CLIENT_ID} from '../world/app.ts';
import {PEOPLE} from '../world/people.ts';
import type {Customer} from '../world/people.ts';
import {isLoopback} from './options.ts';
import type {Assignment} from './options.ts';
import {headerFromEnvironment, quoted} from './shell.ts';

/** A shell line that audits the backend again with one case alone. Secrets, and the id of a platform, are in the environment. */
export function auditLine(id: CaseId, assignment: Assignment): string {
  const {url, profile, world, customer, template, conditions, platform} = assignment;
  const {destructive, waits} = caseOf(id);
  const {method, headers, body} = template;
  return [
    'simhost audit',
    quoted(url.href),
    '--profile',
    profile,
    ...appFlags(world),
    ...customerFlags(customer),
    ...(method === (body === null ? 'GET' : 'POST') ? [] : ['--method', quoted(method)]),
    ...headers.flatMap((line) => headerFlags(line, assignment)),
    ...(body === null ? [] : ['--data', quoted(body)]),
    ...conditions.flatMap((condition) => ['--accepted-if', quoted(condition)]),
    ...(platform === undefined ? [] : ['--platform', quoted(platform.url)]),
    ...(isLoopback(url.hostname) ? [] : ['--allow-remote']),
    ...(destructive === true ? ['--destructive'] : []),
    ...(waits === undefined ? [] : ['--wait']),
    '--only',
    id,
  ].join(' ');
}

function headerFlags(line: NameAndValue, {template, secretHeaders}: Assignment): readonly string[] {
  const [name, value] = line;
  // What the command line adds by itself.
  if (template.body !== null && name === 'Content-Type' && value === 'application/json') return [];
  const variable = secretHeaders.variableOf(line);
  return ['--header', variable === null ? quoted(`${name}: ${value}`) : headerFromEnvironment(name, variable)];
}

/** Whom good tokens are for, where that is not what the command line assumes. */
export function appFlags({app, shop}: Assignment['world']): readonly string[] {
  return [
    ...(app.clientId === PUBLISHED_TEST_CLIENT_ID ? [] : ['--client-id', quoted(app.clientId)]),
    ...(shop.domain === DEFAULT_SHOP ? [] : ['--shop', quoted(shop.domain)]),
  ];
}

const DEFAULT_SHOP = 'acme.myshopify.com';

/** Whom good tokens are about; somebody who is not documented cannot be named to an audit, and Ada stands in. */
export function customerFlags(customer: Customer | null): readonly string[] {
  if (customer === null) return ['--customer', 'guest'];
  return customer.id === PEOPLE.bea.id ? ['--customer', 'bea'] : [];
}
