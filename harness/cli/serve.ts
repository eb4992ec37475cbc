import {redact} from '../redact.ts';
import {defined} from '../records.ts';
import {type OwnAnswer, serve} from '../node/server/serve.ts';
import type {AppOptions} from '../core/world/app.ts';
import {createSimulationCore} from '../core/simulation/simulation-core.ts';
import type {SimulationCore} from '../core/simulation/simulation-core.ts';
import {
  chooseApp,
  customerClientFromEnvironment,
  minisFromEnvironment,
  minisKeySource,
  privateTokenSource,
  storefrontTokensFromEnvironment,
} from './app-choice.ts';
import type {ChosenApp} from './app-choice.ts';
import {APP_OPTIONS, CUSTOMER_OPTION, SHOP_OPTION} from './app-options.ts';
import {readArguments} from './arguments.ts';
import type {CommandDescription, OptionSpecs} from './command.ts';
import {customerByName} from '../core/world/people.ts';
import {readPort, readScopeList} from './option-values.ts';
import {answeredLine} from '../core/verdicts/request-line.ts';
import {BatchedLines} from './serve/batched-lines.ts';
import {writeIdFile} from './serve/id-file.ts';
import {stopOnSignal} from './stop-on-signal.ts';

const OPTIONS = {
  port: {type: 'string', value: '<number>', help: 'the port; default a free one'},
  shop: SHOP_OPTION,
  ...APP_OPTIONS,
  scopes: {
    type: 'string',
    value: '<list>',
    help: 'the access scopes of the app, for example `read_orders,write_products`; default from `shopify.app.toml`, else those of the storefront and of customers',
  },
  account: {type: 'string', value: '<name>', help: 'the VTEX account; default `acme`'},
  customer: {...CUSTOMER_OPTION, default: 'ada'},
  locale: {type: 'string', value: '<tag>', default: 'en', help: 'the language of the customer; default `en`'},
  allow: {
    type: 'string',
    multiple: true,
    default: [],
    value: '<host>',
    help: 'a host that a Node backend with `simhost/register` may reach besides the platform; `*` for all',
  },
  'id-file': {
    type: 'string',
    value: '<path>',
    help:
      "writes the simulation's id to a file that only you may read, instead of printing it; the file " +
      'exists before the first answer',
  },
} as const satisfies OptionSpecs;

export const DESCRIPTION: CommandDescription = {
  name: 'serve',
  usage: ['serve [options]'],
  summary: `Answers as the simulated platform over plain HTTP: https://shopify.com/a is at http://127.0.0.1:<port>/shopify.com/a.
For backends in any language, and for trying things by hand.`,
  options: OPTIONS,
  after: [
    {
      title: 'routes',
      rows: [
        ['GET  /.simhost/health', '200 as long as it runs'],
        [
          'POST /.simhost/mint',
          '{"kind": "checkout", "customer": "ada", "claims": {}, "case": "exp-past-60"} -> {"token"}',
        ],
        [
          'POST /.simhost/clock',
          '{"advance": "6m"}, {"set": "2027-01-01T00:00:00Z"}, {"freeze": true} or {"resume": true}',
        ],
        ['POST /.simhost/arm', '{"case": "exp-past-60", "times": 1}; /.simhost/disarm disarms it'],
        ['POST /.simhost/customer-access-token', '{} -> {"token"} of the signed-in customer'],
        ['POST /.simhost/customer', '{"customer": "bea"} signs in, "guest" signs out'],
      ],
    },
  ],
  notes: `The POST routes need the simulation's id, which is printed at the start or is in the id file: Authorization: Bearer <id>.
The key of the Minis Admin API is SHOP_MINIS_API_KEY, else a published one, which is printed at the start.
The tokens of the Storefront API are PUBLIC_STOREFRONT_API_TOKEN and PRIVATE_STOREFRONT_API_TOKEN, else published ones, which are printed at the start.
The client id with which customers sign in is PUBLIC_CUSTOMER_ACCOUNT_API_CLIENT_ID, else a published one.
One token needs no server: simhost token checkout.`,
};

export async function run(args: readonly string[]): Promise<void> {
  const {values} = readArguments(args, {command: 'serve', options: OPTIONS});
  const port = readPort(values.port);
  const app = await chooseApp({
    clientId: values['client-id'],
    clientSecret: values.secret,
    config: values.config,
  });

  const simulation = createSimulationCore({
    app: {
      ...app.options,
      ...scopesOf(values.scopes),
      ...storefrontTokensFromEnvironment(),
      ...customerClientFromEnvironment(),
    },
    minis: minisFromEnvironment(),
    customer: customerByName(values.customer),
    locale: values.locale,
    ...defined({
      shop: values.shop === undefined ? undefined : {domain: values.shop},
      vtex: values.account === undefined ? undefined : {account: values.account},
    }),
  });

  const idFile = values['id-file'];
  const url = await start(simulation, {port, idFile, allow: values.allow});
  console.log(opening(simulation, {url, app, customer: values.customer, idFile}));
}

function scopesOf(list: string | undefined): Pick<AppOptions, 'scopes'> {
  return list === undefined ? {} : {scopes: readScopeList(list)};
}

interface ServeSettings {
  readonly port: number;
  readonly idFile: string | undefined;
  readonly allow: readonly string[];
}

/** The newest requests that stay in memory: the verdict about a request looks at those before it. */
const KEPT_REQUESTS = 1000;

/** Serves the simulation until the process is interrupted, and prints its requests. */
async function start(simulation: SimulationCore, {port, idFile, allow}: ServeSettings): Promise<string> {
  simulation.requests.keepNewest(KEPT_REQUESTS);
  const lines = new BatchedLines((text) => console.log(text));
  process.once('exit', () => lines.flush());
  const print = (text: string): void => lines.add(redact(text, [...simulation.secrets, simulation.id]));
  let removeIdFile: (() => Promise<void>) | undefined;

  const served = await serve(simulation, {
    port,
    allow,
    prepare: async () => {
      if (idFile !== undefined) removeIdFile = await writeIdFile(idFile, simulation.id);
    },
    onAnswer: (answer) => print(answerLine(answer)),
  });

  stopOnSignal(async () => {
    simulation.close();
    await Promise.all([served.close(), removeIdFile?.()]);
  });

  simulation.requests.onChange((entry) => {
    const line = answeredLine(entry);
    if (line !== null) print(line);
  });

  return served.url;
}

interface Opening {
  readonly url: string;
  readonly app: ChosenApp;
  readonly customer: string;
  readonly idFile: string | undefined;
}

function opening(
  {id, world, platforms: {hosts}}: SimulationCore,
  {url, app: {sources}, customer, idFile}: Opening,
): string {
  return `
  simhost serves the platform at ${url}

${hosts.map((host) => `  ${url}/${host}/…`).join('\n')}

  client id   ${sources.clientId}
  secret      ${sources.clientSecret}
  Minis key   ${minisKeySource()}
  storefront  ${world.app.publicStorefrontToken} (public), ${privateTokenSource()} (private)
  sign-in     ${world.app.customerAuthentication.clientId} (client id of the Customer Account API)
  customer    ${customer}
  id          ${idFile === undefined ? id : `in ${idFile}`}
`;
}

function answerLine({method, path, status}: OwnAnswer): string {
  return `${method} ${path} -> ${status}`;
}
