import {decodeJwt, decodeProtectedHeader} from 'jose';
import {readCaseId} from '../core/cases/catalogue.ts';
import {Clock} from '../clock.ts';
import {SimhostError} from '../errors.ts';
import {defined} from '../records.ts';
import type {MintOptions} from '../core/simulation/issuer.ts';
import type {SimulationOptions} from '../core/simulation/options.ts';
import {createSimulationCore} from '../core/simulation/simulation-core.ts';
import {TOKEN_KINDS} from '../core/simulation/token-kinds.ts';
import type {TokenKind} from '../core/simulation/token-kinds.ts';
import type {AppOptions} from '../core/world/app.ts';
import {chooseApp} from './app-choice.ts';
import type {CredentialFlags} from './app-choice.ts';
import {APP_OPTIONS, CUSTOMER_OPTION, SHOP_OPTION} from './app-options.ts';
import {readArguments} from './arguments.ts';
import type {CommandDescription, OptionSpecs} from './command.ts';
import {customerByName} from '../core/world/people.ts';

const OPTIONS = {
  shop: SHOP_OPTION,
  ...APP_OPTIONS,
  customer: CUSTOMER_OPTION,
  sub: {
    type: 'string',
    value: '<id>',
    help:
      '`gid://shopify/Customer/…`, instead of `--customer`; for VTEX an e-mail address, for `admin` and ' +
      '`pos` the staff number',
  },
  account: {type: 'string', value: '<name>', help: 'the VTEX account; default `acme`'},
  admin: {
    type: 'string',
    value: '<name>',
    help: 'the admin of `vtex-admin`: `grace`, `mary` or `joan`; default `grace`',
  },
  'app-key': {
    type: 'string',
    value: '<key>',
    help: 'the app key of `vtex-appkey`: `orders`, `logistics`, `powerless` or `vtexappkey-…`; default `orders`',
  },
  claim: {type: 'string', multiple: true, default: [], value: '<key=json>', help: 'replaces a claim'},
  without: {type: 'string', multiple: true, default: [], value: '<key>', help: 'leaves a claim out'},
  case: {type: 'string', value: '<id>', help: 'makes a token that is wrong in a named way'},
  variant: {type: 'string', value: '<name>', help: 'the variant of the case, if it has several'},
  json: {type: 'boolean', default: false, help: 'prints token, header and claims'},
} as const satisfies OptionSpecs;

export const DESCRIPTION: CommandDescription = {
  name: 'token',
  usage: ['token <kind> [options]'],
  summary: 'Prints one signed token and nothing else.',
  before: [
    {
      title: 'kinds',
      rows: [
        ['checkout', 'session token of a checkout UI extension'],
        ['customer-account', 'session token of a customer account UI extension'],
        ['admin', 'ID token of the admin, as auth.idToken() returns it'],
        ['pos', 'ID token of the point of sale'],
        ['post-purchase', 'token that a post-purchase extension gets'],
        ['shop-minis', 'user token of a Mini, for userTokenVerify'],
        ['vtex-shopper', 'user token of a shopper, 24 hours'],
        ['vtex-admin', 'user token of an admin, 24 hours'],
        ['vtex-appkey', 'token of an app key, 6 hours'],
      ],
    },
  ],
  options: OPTIONS,
};

/** The kinds of token that an option is for. An option that is not here is for all kinds. */
const KINDS_OF_OPTION: Readonly<Record<string, RegExp>> = {
  account: /^vtex-/,
  admin: /^vtex-admin$/,
  'app-key': /^vtex-appkey$/,
  shop: /^(?!vtex-)/,
  'client-id': /^(?!vtex-)/,
  secret: /^(?!vtex-)/,
  config: /^(?!vtex-|shop-minis$)/,
  customer: /^(?!vtex-(?:admin|appkey))/,
};

const SIGNED_BY_PLATFORM = /^(?:vtex-|shop-minis$)/;

export async function run(args: readonly string[]): Promise<void> {
  console.log(await tokenOf(args));
}

/** Returns the output for the arguments of a command line. A test gives its own clock. */
export async function tokenOf(args: readonly string[], clock: Clock = new Clock()): Promise<string> {
  const {values, positionals} = readArguments(args, {
    command: 'token',
    allowPositionals: true,
    options: OPTIONS,
  });

  const kind = readKind(positionals);
  refuseOptionsOfOtherKinds(kind, values);

  const app = await appOf(kind, {
    clientId: values['client-id'],
    clientSecret: values.secret,
    config: values.config,
  });
  const simulation = createSimulationCore({app, clock, ...simulationOptions(kind, values)});
  const token = await simulation.mint(kind as TokenKind, mintOptions(kind, values));

  const parts = {
    header: orNull(() => decodeProtectedHeader(token)),
    claims: orNull(() => decodeJwt(token)),
  };
  return values.json ? JSON.stringify({token, ...parts}, null, 2) : token;
}

interface Values {
  readonly shop?: string | undefined;
  readonly customer?: string | undefined;
  readonly sub?: string | undefined;
  readonly account?: string | undefined;
  readonly admin?: string | undefined;
  readonly 'app-key'?: string | undefined;
  readonly claim: readonly string[];
  readonly without: readonly string[];
  readonly case?: string | undefined;
  readonly variant?: string | undefined;
}

function readKind([kind, ...rest]: readonly string[]): string {
  if (kind !== undefined && rest.length === 0) return kind;

  const problem = kind === undefined ? 'Missing token kind.' : `Unexpected argument: ${rest.join(' ')}.`;
  throw new SimhostError('ERR_USAGE', problem, {
    next: `Give one of ${TOKEN_KINDS.join(', ')}. simhost token --help explains them.`,
  });
}

/** Whether `--sub` is the id of a customer. For the other kinds it is the claim itself. */
function hasCustomerId(kind: string): boolean {
  return !kind.startsWith('vtex-') && kind !== 'admin' && kind !== 'pos';
}

function simulationOptions(kind: string, values: Values): SimulationOptions {
  const {shop, customer = 'ada', sub, account, 'app-key': appKey} = values;
  const isCustomerId = sub !== undefined && hasCustomerId(kind);

  return {
    customer: isCustomerId ? {id: sub} : customerByName(customer),
    ...defined({shop: shop === undefined ? undefined : {domain: shop}}),
    vtex: {
      ...defined({account}),
      ...(appKey?.startsWith('vtexappkey-') === true ? {appKeys: {given: {key: appKey}}} : {}),
    },
  };
}

function mintOptions(kind: string, values: Values): MintOptions {
  const {sub, admin, 'app-key': appKey, claim, without, case: id, variant} = values;
  const isClaim = sub !== undefined && !hasCustomerId(kind);

  return {
    claims: {
      ...(isClaim ? {sub} : {}),
      ...Object.fromEntries(claim.map(readClaim)),
      ...Object.fromEntries(without.map((name) => [name, undefined])),
    },
    ...defined({admin, appKey, case: id === undefined ? undefined : readCaseId(id), variant}),
  };
}

/** Chooses the app. The tokens that the platform signs itself need no app file, so a broken one is not an error. */
async function appOf(kind: string, flags: CredentialFlags): Promise<AppOptions> {
  if (!SIGNED_BY_PLATFORM.test(kind)) return (await chooseApp(flags)).options;

  const clientId = flags.clientId ?? process.env['SHOPIFY_API_KEY'];
  return clientId === undefined || clientId === '' ? {} : {clientId};
}

/** Returns `null` for a part that a case has made unreadable. */
function orNull<Part>(decode: () => Part): Part | null {
  try {
    return decode();
  } catch {
    return null;
  }
}

function refuseOptionsOfOtherKinds(kind: string, values: object): void {
  for (const [option, value] of Object.entries(values) as [string, unknown][]) {
    const kinds = KINDS_OF_OPTION[option];
    if (value === undefined || kinds === undefined || kinds.test(kind)) continue;

    const known = TOKEN_KINDS.filter((each) => kinds.test(each));
    throw new SimhostError('ERR_USAGE', `--${option} does not apply to a ${kind} token.`, {
      next: `It applies to ${known.join(', ')}.`,
    });
  }
}

function readClaim(text: string): [string, unknown] {
  const [, key, json] = /^("(?:[^"\\]|\\.)*"|[^=]+)=(.*)$/s.exec(text) ?? [];
  try {
    if (key !== undefined && json !== undefined) return [claimName(key), JSON.parse(json) as unknown];
  } catch {
    // Not JSON, which is reported below.
  }

  throw new SimhostError('ERR_BAD_CLAIM', `Not a claim: ${text}`, {
    next: `Give key=json, for example --claim 'exp=1700000000' or --claim 'sub="1"'.`,
  });
}

/** Reads the name of a claim. One with `=` in it is a JSON string: `"a=b"=1`. */
function claimName(key: string): string {
  return /^".*"$/s.test(key) ? String(JSON.parse(key)) : key;
}
