import {parseArgs} from 'node:util';
import {decodeJwt, decodeProtectedHeader} from 'jose';
import type {CaseId} from '../cases/case-id.ts';
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
  admin               ID token of the admin, as auth.idToken() gives it
  pos                 ID token of the point of sale
  post-purchase       token that a post-purchase extension is handed
  shop-minis          user token of a Mini, for userTokenVerify
  vtex-shopper, vtex-admin, vtex-appkey
                      user tokens of VTEX ID

options
  --shop <domain>       default acme.myshopify.com
  --client-id <id>      else SHOPIFY_API_KEY, else the published test value
  --secret <secret>     else SHOPIFY_API_SECRET, else the published test value
  --customer <name>     ada, bea or guest; default ada
  --sub <id>            gid://shopify/Customer/…, instead of --customer; of a token of the admin the staff number
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
      next: `One of ${TOKEN_KINDS.join(', ')}; --help tells more.`,
    });
  }
  const staffed = kind === 'admin' || kind === 'pos';
  const customer: CustomerOption = values.sub === undefined || staffed ? customerByName(values.customer ?? 'ada') : {id: values.sub};
  const simulation = createSimulation({
    app: appFromEnvironment({clientId: values['client-id'], clientSecret: values.secret}),
    customer,
    ...(values.shop === undefined ? {} : {shop: {domain: values.shop}}),
  });
  const token = await simulation.mint(kind as TokenKind, {
    claims: {...(staffed && values.sub !== undefined ? {sub: values.sub} : {}), ...Object.fromEntries(values.claim.map(readClaim))},
    ...(values.case === undefined ? {} : {case: values.case as CaseId}),
    ...(values.variant === undefined ? {} : {variant: values.variant}),
  });
  const parts = {header: read(() => decodeProtectedHeader(token)), claims: read(() => decodeJwt(token))};
  console.log(values.json ? JSON.stringify({token, ...parts}, null, 2) : token);
}

/** `null` where a case made what cannot be read. */
function read<Part>(decode: () => Part): Part | null {
  try {
    return decode();
  } catch {
    return null;
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
