import {decodeJwt, decodeProtectedHeader} from 'jose';
import type {CaseId} from '../core/cases/case-id.ts';
import {SimhostError} from '../errors.ts';
import {createSimulation} from '../core/simulation/simulation.ts';
import {TOKEN_KINDS} from '../core/simulation/token-kinds.ts';
import type {TokenKind} from '../core/simulation/token-kinds.ts';
import type {AppOptions} from '../core/world/app.ts';
import type {CustomerOption} from '../core/world/people.ts';
import {readArguments} from './arguments.ts';
import {chooseApp, CONFIG_HELP, customerByName} from './options.ts';
import type {CredentialFlags} from './options.ts';

export const HELP: string = `Usage: simhost token <kind> [options]

Prints one signed token and nothing else.

kinds
  checkout            session token of a checkout UI extension
  customer-account    session token of a customer account UI extension
  admin               ID token of the admin, as auth.idToken() gives it
  pos                 ID token of the point of sale
  post-purchase       token that a post-purchase extension is handed
  shop-minis          user token of a Mini, for userTokenVerify
  vtex-shopper        user token of a shopper, 24 hours
  vtex-admin          user token of an admin, 24 hours
  vtex-appkey         token of an app key, 6 hours

options
  --shop <domain>       default acme.myshopify.com
  --client-id <id>      else SHOPIFY_API_KEY, else shopify.app.toml here or above, else the published test value
  --secret <secret>     else SHOPIFY_API_SECRET, else the published test value
  --config <name>       ${CONFIG_HELP}
  --customer <name>     ada, bea or guest; default ada
  --sub <id>            gid://shopify/Customer/…, instead of --customer; for VTEX an e-mail, for the admin's tokens the staff number
  --account <name>      VTEX account; default acme
  --admin <name>        for vtex-admin: grace, mary or joan; default grace
  --app-key <key>       for vtex-appkey: orders, logistics, powerless or vtexappkey-…; default orders
  --claim <key=json>    replaces a claim; repeatable
  --case <id>           makes a token that is wrong in a named way
  --variant <name>      which spelling of the case, where it has several
  --json                prints token, header and claims`;

export async function run(args: readonly string[]): Promise<void> {
  const {values, positionals} = readArguments(args, {
    command: 'token',
    allowPositionals: true,
    options: {
      shop: {type: 'string'},
      'client-id': {type: 'string'},
      secret: {type: 'string'},
      config: {type: 'string'},
      customer: {type: 'string'},
      sub: {type: 'string'},
      account: {type: 'string'},
      admin: {type: 'string'},
      'app-key': {type: 'string'},
      claim: {type: 'string', multiple: true, default: []},
      case: {type: 'string'},
      variant: {type: 'string'},
      json: {type: 'boolean', default: false},
    },
  });

  const [kind, ...rest] = positionals;

  if (kind === undefined || rest.length > 0) {
    throw new SimhostError(
      'ERR_USAGE',
      kind === undefined ? 'Which token?' : `Unexpected: ${rest.join(' ')}.`,
      {
        next: `One of ${TOKEN_KINDS.join(', ')}; --help tells more.`,
      },
    );
  }

  const isVtex = kind.startsWith('vtex-');
  refuseForeignFlags(kind, values);
  const isStaff = kind === 'admin' || kind === 'pos';
  const isGid = values.sub !== undefined && !isVtex && !isStaff;
  const customer: CustomerOption = isGid ? {id: values.sub ?? ''} : customerByName(values.customer ?? 'ada');
  const appKey = values['app-key'];

  const simulation = createSimulation({
    app: await appOf(kind, {
      clientId: values['client-id'],
      clientSecret: values.secret,
      config: values.config,
    }),
    customer,
    ...(values.shop === undefined ? {} : {shop: {domain: values.shop}}),
    vtex: {
      ...(values.account === undefined ? {} : {account: values.account}),
      ...(appKey?.startsWith('vtexappkey-') === true ? {appKeys: {given: {key: appKey}}} : {}),
    },
  });

  const token = await simulation.mint(kind as TokenKind, {
    claims: {
      ...((isVtex || isStaff) && values.sub !== undefined ? {sub: values.sub} : {}),
      ...Object.fromEntries(values.claim.map(readClaim)),
    },
    ...(values.admin === undefined ? {} : {admin: values.admin}),
    ...(appKey === undefined ? {} : {appKey}),
    ...(values.case === undefined ? {} : {case: values.case as CaseId}),
    ...(values.variant === undefined ? {} : {variant: values.variant}),
  });

  const parts = {header: read(() => decodeProtectedHeader(token)), claims: read(() => decodeJwt(token))};
  console.log(values.json ? JSON.stringify({token, ...parts}, null, 2) : token);
}

/** The platform signs some tokens itself. They need no app file, so a broken one does not keep them from being made. */
async function appOf(kind: string, flags: CredentialFlags): Promise<AppOptions> {
  if (!SIGNED_BY_PLATFORM.test(kind)) return (await chooseApp(flags)).options;

  const clientId = flags.clientId ?? process.env['SHOPIFY_API_KEY'];
  return clientId === undefined || clientId === '' ? {} : {clientId};
}

const SIGNED_BY_PLATFORM = /^(?:vtex-|shop-minis$)/;

/** `null` where a case made what cannot be read. */
function read<Part>(decode: () => Part): Part | null {
  try {
    return decode();
  } catch {
    return null;
  }
}

/** The kinds that a flag means something for, as `RegExp`; a flag that is not here is for all. */
const FLAGS: Readonly<Record<string, RegExp>> = {
  account: /^vtex-/,
  admin: /^vtex-admin$/,
  'app-key': /^vtex-appkey$/,
  shop: /^(?!vtex-)/,
  'client-id': /^(?!vtex-)/,
  secret: /^(?!vtex-)/,
  config: /^(?!vtex-|shop-minis$)/,
  customer: /^(?!vtex-(?:admin|appkey))/,
};

function refuseForeignFlags(kind: string, values: Readonly<Record<string, unknown>>): void {
  for (const [flag, kinds] of Object.entries(FLAGS)) {
    if (values[flag] === undefined || kinds.test(kind)) continue;
    const known = TOKEN_KINDS.filter((each) => kinds.test(each));
    throw new SimhostError('ERR_USAGE', `--${flag} says nothing of a ${kind} token.`, {
      next: `It is for ${known.join(', ')}.`,
    });
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
