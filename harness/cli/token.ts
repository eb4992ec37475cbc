import {parseArgs} from 'node:util';
import {decodeJwt, decodeProtectedHeader} from 'jose';
import type {CaseId} from '../cases/catalogue.ts';
import {SimhostError} from '../errors.ts';
import {createSimulation} from '../simulation/simulation.ts';
import {TOKEN_KINDS} from '../simulation/token-kinds.ts';
import type {TokenKind} from '../simulation/token-kinds.ts';
import type {CustomerOption} from '../world/people.ts';
import {appFromEnvironment, customerByName} from './options.ts';

export const HELP = `Usage: simhost token <kind> [options]

Prints one signed token and nothing else.

kinds
  checkout            session token of a checkout UI extension
  customer-account    session token of a customer account UI extension
  shop-minis          user token of a Mini, for userTokenVerify
  vtex-shopper        user token of a shopper, 24 hours
  vtex-admin          user token of an admin, 24 hours
  vtex-appkey         token of an app key, 6 hours

options
  --shop <domain>       default acme.myshopify.com
  --client-id <id>      else SHOPIFY_API_KEY, else the published test value
  --secret <secret>     else SHOPIFY_API_SECRET, else the published test value
  --customer <name>     ada, bea or guest; default ada
  --sub <gid>           gid://shopify/Customer/…, instead of --customer; for VTEX an e-mail
  --account <name>      VTEX account; default acme
  --admin <name>        for vtex-admin: grace, mary or joan; default grace
  --app-key <key>       for vtex-appkey: orders, logistics, powerless or vtexappkey-…; default orders
  --claim <key=json>    replaces a claim; repeatable
  --case <id>           makes a token that is wrong in a named way
  --json                prints token, header and claims`;

export async function run(args: readonly string[]): Promise<void> {
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      shop: {type: 'string'},
      'client-id': {type: 'string'},
      secret: {type: 'string'},
      customer: {type: 'string'},
      sub: {type: 'string'},
      account: {type: 'string'},
      admin: {type: 'string'},
      'app-key': {type: 'string'},
      claim: {type: 'string', multiple: true, default: []},
      case: {type: 'string'},
      json: {type: 'boolean', default: false},
    },
  });
  const [kind, ...rest] = positionals;
  if (kind === undefined || rest.length > 0) {
    throw new SimhostError('ERR_USAGE', kind === undefined ? 'Which token?' : `Unexpected: ${rest.join(' ')}.`, {
      next: `One of ${TOKEN_KINDS.join(', ')}; --help tells more.`,
    });
  }
  const isVtex = kind.startsWith('vtex-');
  refuseForeignFlags(kind, values);
  const isGid = values.sub !== undefined && !isVtex;
  const customer: CustomerOption = isGid ? {id: values.sub ?? ''} : customerByName(values.customer ?? 'ada');
  const appKey = values['app-key'];
  const simulation = createSimulation({
    app: appFromEnvironment({clientId: values['client-id'], clientSecret: values.secret}),
    customer,
    ...(values.shop === undefined ? {} : {shop: {domain: values.shop}}),
    vtex: {
      ...(values.account === undefined ? {} : {account: values.account}),
      ...(appKey?.startsWith('vtexappkey-') === true ? {appKeys: {given: {key: appKey}}} : {}),
    },
  });
  const token = await simulation.mint(kind as TokenKind, {
    claims: {...(isVtex && values.sub !== undefined ? {sub: values.sub} : {}), ...Object.fromEntries(values.claim.map(readClaim))},
    ...(values.admin === undefined ? {} : {admin: values.admin}),
    ...(appKey === undefined ? {} : {appKey}),
    ...(values.case === undefined ? {} : {case: values.case as CaseId}),
  });
  console.log(values.json ? JSON.stringify({token, header: decodeProtectedHeader(token), claims: decodeJwt(token)}, null, 2) : token);
}

/** The kinds that a flag means something for, as `RegExp`; a flag that is not here is for all. */
const FLAGS: Readonly<Record<string, RegExp>> = {
  account: /^vtex-/,
  admin: /^vtex-admin$/,
  'app-key': /^vtex-appkey$/,
  shop: /^(?!vtex-)/,
  'client-id': /^(?!vtex-)/,
  secret: /^(?!vtex-)/,
  customer: /^(?!vtex-(?:admin|appkey))/,
};

function refuseForeignFlags(kind: string, values: Readonly<Record<string, unknown>>): void {
  for (const [flag, kinds] of Object.entries(FLAGS)) {
    if (values[flag] === undefined || kinds.test(kind)) continue;
    const known = TOKEN_KINDS.filter((each) => kinds.test(each));
    throw new SimhostError('ERR_USAGE', `--${flag} says nothing of a ${kind} token.`, {next: `It is for ${known.join(', ')}.`});
  }
}

function readClaim(text: string): [string, unknown] {
  const [, key, json] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  try {
    if (key !== undefined && json !== undefined) return [key, JSON.parse(json) as unknown];
  } catch {
    // not JSON: said below
  }
  throw new SimhostError('ERR_BAD_CLAIM', `Not a claim: ${text}`, {
    next: `Give key=json, for example --claim 'exp=1700000000' or --claim 'sub="1"'.`,
  });
}
