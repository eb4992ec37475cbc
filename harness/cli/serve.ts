import {redact} from '../errors.ts';
import {type OwnAnswer, serve} from '../node/server/serve.ts';
import {createSimulation} from '../core/simulation/simulation.ts';
import {readArguments} from './arguments.ts';
import {writeIdFile} from './id-file.ts';
import {
  chooseApp,
  CONFIG_HELP,
  customerByName,
  minisFromEnvironment,
  minisKeySource,
  readPort,
} from './options.ts';
import {requestLine} from './request-line.ts';
import {stopOnSignal} from './stop-on-signal.ts';

export const HELP: string = `Usage: simhost serve [options]

Answers as the simulated platform over plain HTTP: https://shopify.com/a is at http://127.0.0.1:<port>/shopify.com/a.
For backends in any language, and for hand use.

options
  --port <number>       default: a free one
  --shop <domain>       default acme.myshopify.com
  --client-id <id>      else SHOPIFY_API_KEY, else shopify.app.toml here or above, else the published test value
  --secret <secret>     else SHOPIFY_API_SECRET, else the published test value
                        (a Mini's API key: SHOP_MINIS_API_KEY, else a published one that is told at the start)
  --config <name>       ${CONFIG_HELP}
  --account <name>      the VTEX account; default acme
  --customer <name>     ada, bea or guest; default ada
  --locale <tag>        default en
  --id-file <path>      writes the simulation's id there, for its owner's eyes, instead of printing it

routes
  GET  /.simhost/health      200 as long as it runs
  POST /.simhost/mint        {"kind": "checkout", "customer": "ada", "claims": {}, "case": "exp-past-60"} -> {"token"}
  POST /.simhost/clock       {"advance": "6m"}, {"set": "2027-01-01T00:00:00Z"}, {"freeze": true} or {"resume": true}
  POST /.simhost/arm         {"case": "exp-past-60", "times": 1}; /.simhost/disarm takes it back
  POST /.simhost/customer    {"customer": "bea"} signs in, "guest" signs out

The POST routes take the simulation's id, told at the start (an id file is there before the first answer): Authorization: Bearer <id>.
A token needs no server: simhost token checkout.`;

export async function run(args: readonly string[]): Promise<void> {
  const {values} = readArguments(args, {
    command: 'serve',
    options: {
      port: {type: 'string'},
      shop: {type: 'string'},
      'client-id': {type: 'string'},
      secret: {type: 'string'},
      config: {type: 'string'},
      account: {type: 'string'},
      customer: {type: 'string', default: 'ada'},
      locale: {type: 'string', default: 'en'},
      'id-file': {type: 'string'},
    },
  });

  const port = readPort(values.port);
  const {options: app, sources} = await chooseApp({
    clientId: values['client-id'],
    clientSecret: values.secret,
    config: values.config,
  });

  const simulation = createSimulation({
    app,
    minis: minisFromEnvironment(),
    customer: customerByName(values.customer),
    locale: values.locale,
    ...(values.shop === undefined ? {} : {shop: {domain: values.shop}}),
    ...(values.account === undefined ? {} : {vtex: {account: values.account}}),
  });

  const say = (text: string): void => console.log(redact(text, [...simulation.secrets, simulation.id]));
  const idFile = values['id-file'];
  let forgetId: (() => Promise<void>) | undefined;

  const served = await serve(simulation, {
    port,
    prepare: async () => {
      if (idFile !== undefined) forgetId = await writeIdFile(idFile, simulation.id);
    },
    onAnswer: (answer) => say(answerLine(answer)),
  });

  stopOnSignal(async () => {
    simulation.close();
    await Promise.all([served.close(), forgetId?.()]);
  });

  simulation.requests.onChange((entry) => {
    const line = requestLine(entry);
    if (line !== null) say(line);
  });

  console.log(`
  simhost serves the platform at ${served.url}

${simulation.hosts.map((host) => `  ${served.url}/${host}/…`).join('\n')}

  client id   ${sources.clientId}
  secret      ${sources.clientSecret}
  Minis key   ${minisKeySource()}
  customer    ${values.customer}
  id          ${idFile === undefined ? simulation.id : `in ${idFile}`}
`);
}

function answerLine({method, path, status}: OwnAnswer): string {
  return `${method} ${path} -> ${status}`;
}
