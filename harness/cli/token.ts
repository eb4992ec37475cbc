import {parseArgs} from 'node:util';
import {decodeJwt, decodeProtectedHeader} from 'jose';
import type {CaseId} from '../cases/case-id.ts';
import {SimhostError} from '../errors.ts';
import {createSimulation} from '../simulation/simulation.ts';
import type {TokenKind} from '../simulation/token-kinds.ts';
import type {CustomerOption} from '../world/people.ts';
import {appFromEnvironment, customerByName} from './options.ts';

export const HELP = `Usage: simhost token <kind> [options]

Prints one signed token and nothing else.

kinds
  checkout            session token of a checkout UI extension
  customer-account    session token of a customer account UI extension
  shop-minis          user token of a Mini, for userTokenVerify

options
  --shop <domain>       default acme.myshopify.com
  --client-id <id>      else SHOPIFY_API_KEY, else the published test value
  --secret <secret>     else SHOPIFY_API_SECRET, else the published test value
  --customer <name>     ada, bea or guest; default ada
  --sub <gid>           gid://shopify/Customer/…, instead of --customer
  --claim <key=json>    replaces a claim; repeatable
  --case <id>           makes a token that is wrong in a named way
  --variant <name>      which spelling of the case, where it has several
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
      claim: {type: 'string', multiple: true, default: []},
      case: {type: 'string'},
      variant: {type: 'string'},
      json: {type: 'boolean', default: false},
    },
  });
  const [kind, ...rest] = positionals;
  if (kind === undefined || rest.length > 0) {
    throw new SimhostError('ERR_USAGE', kind === undefined ? 'Which token?' : `Unexpected: ${rest.join(' ')}.`, {
      next: 'simhost token checkout, customer-account or shop-minis; --help tells more.',
    });
  }
  const customer: CustomerOption = values.sub === undefined ? customerByName(values.customer ?? 'ada') : {id: values.sub};
  const simulation = createSimulation({
    app: appFromEnvironment({clientId: values['client-id'], clientSecret: values.secret}),
    customer,
    ...(values.shop === undefined ? {} : {shop: {domain: values.shop}}),
  });
  const token = await simulation.mint(kind as TokenKind, {
    claims: Object.fromEntries(values.claim.map(readClaim)),
    ...(values.case === undefined ? {} : {case: values.case as CaseId}),
    ...(values.variant === undefined ? {} : {variant: values.variant}),
  });
  console.log(values.json ? JSON.stringify({token, header: decodeProtectedHeader(token), claims: decodeJwt(token)}, null, 2) : token);
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
