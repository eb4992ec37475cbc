/** Plays the simulation for the host page: serves page, bundles, token endpoint and a backend, and speaks the control channel. */
import {CHECKOUT_RULES} from '../../core/world/checkout-rules.ts';
import {createHmac} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {build, type Rolldown} from 'vite';
import {WebSocketServer, type WebSocket} from 'ws';
import {REAL_TIME} from '../../clock.ts';
import type {Customer} from '../../wire/account.ts';
import type {Address, Money, Order} from '../../wire/order.ts';
import {
  CONTROL_PATH,
  PAGE_SECRET_HEADER,
  type FromPage,
  type Mount,
  type PageState,
  type ToPage,
} from '../../wire/control.ts';
import {type ChannelEnd, type ChannelNonces, NONCE_PARAMETER, signedText} from '../../wire/channel-proof.ts';
import {CHECKOUT} from './checkout.fixture.ts';
import {ELEMENTS_SOURCE_ID, HOST_SOURCE_ID, SANDBOXES} from '../../wire/sandbox-start.ts';

export const SIMULATION_ID = 'sim-1234';
export const PAGE_SECRET = 'page-secret';
const NONCE = '0'.repeat(32);
export const TARGET = 'customer-account.profile.block.render';
export const SCRIPT_URL = 'https://extensions.shopifycdn.com/shopifycloud/loyalty.js';

export class FakeSimulation {
  readonly received: FromPage[] = [];
  readonly requests: {
    method: string;
    url: string;
    origin: string | undefined;
    authorization: string | undefined;
  }[] = [];
  readonly tokenRequests: {query: string; variables: {id: string}; secret: unknown}[] = [];
  /** Answers a request to the token endpoint; `n` counts the requests. */
  answerToken: (n: number, response: ServerResponse) => void = (n, response) =>
    json(response, 200, {data: {uiExtensionSessionToken: {value: `token-${n}`, expiresIn: 300}}});
  bundles: Record<string, string> = {};
  state: PageState;
  readonly #server: Server;
  readonly #sockets = new WebSocketServer({noServer: true});
  readonly #waiting = new Set<() => void>();
  #socket: WebSocket | undefined;
  #revision = 0;

  private constructor(server: Server, origin: string) {
    this.#server = server;
    this.state = stateOf(origin);
  }

  static async open(): Promise<FakeSimulation> {
    const served = await servedFiles();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const simulation = new FakeSimulation(
      server,
      `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    );

    server.on('request', (request, response) => void simulation.#answer(request, response, served));
    server.on('upgrade', (request, socket, head) => {
      const {pathname, searchParams} = new URL(request.url ?? '/', simulation.origin);
      if (pathname !== CONTROL_PATH) return socket.destroy();

      const nonces = {
        origin: simulation.origin,
        page: searchParams.get(NONCE_PARAMETER) ?? '',
        server: NONCE,
      };
      simulation.#sockets.handleUpgrade(request, socket, head, (connected) =>
        simulation.#connect(connected, nonces),
      );
    });

    return simulation;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `${this.origin}/page#${SIMULATION_ID}`;
  }

  /** Changes the state and waits until the page has reached it. */
  async change(change: Partial<PageState>): Promise<void> {
    this.state = {...this.state, ...change};
    const revision = ++this.#revision;
    this.#push();
    await this.until((message) => message.type === 'applied' && message.revision >= revision);
  }

  async until<Found extends FromPage>(wanted: (message: FromPage) => boolean): Promise<Found> {
    for (;;) {
      const found = this.received.find(wanted);
      if (found !== undefined) return found as Found;
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  all<Type extends FromPage['type']>(type: Type): Extract<FromPage, {type: Type}>[] {
    return this.received.filter(
      (message): message is Extract<FromPage, {type: Type}> => message.type === type,
    );
  }

  async close(): Promise<void> {
    this.#socket?.terminate();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #connect(socket: WebSocket, nonces: ChannelNonces): void {
    this.#socket = socket;
    socket.send(JSON.stringify({type: 'challenge', nonce: NONCE, proof: proofOf('server', nonces)}));
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as FromPage;
      this.received.push(message);
      if (message.type === 'hello' && message.proof === proofOf('page', nonces)) {
        this.#send({type: 'welcome', secret: PAGE_SECRET});
        this.#push();
      }

      for (const resolve of this.#waiting) resolve();
      this.#waiting.clear();
    });
  }

  #push(): void {
    this.#send({type: 'state', revision: this.#revision, state: this.state});
  }

  #send(message: ToPage): void {
    this.#socket?.send(JSON.stringify(message));
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    served: ReadonlyMap<string, string>,
  ): Promise<void> {
    const {pathname} = new URL(request.url ?? '/', this.origin);
    const file = served.get(pathname.replace('/.simhost/', '')) ?? this.bundles[pathname];
    if (file !== undefined) return send(response, 200, 'text/javascript; charset=utf-8', file);

    if (pathname === '/page')
      return send(
        response,
        200,
        'text/html; charset=utf-8',
        `<!doctype html><meta name="viewport" content="width=device-width">
<script type="text/plain" id="${SANDBOXES['remote-dom'].elementId}">${served.get('sandbox.js')?.replaceAll('</script', '<\\/script')}</script>
<script>${served.get('start.js')}</script>
<script type="text/plain" id="${ELEMENTS_SOURCE_ID}">${served.get('elements.js')?.replaceAll('</script', '<\\/script')}</script>
<script type="text/plain" id="${HOST_SOURCE_ID}">${served.get('host.js')?.replaceAll('</script', '<\\/script')}</script>`,
      );

    if (pathname === '/unstable/graphql') {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const {query, variables} = JSON.parse(Buffer.concat(chunks).toString()) as {
        query: string;
        variables: {id: string};
      };
      this.tokenRequests.push({query, variables, secret: request.headers[PAGE_SECRET_HEADER]});
      return this.answerToken(this.tokenRequests.length, response);
    }

    if (pathname.startsWith('/api') || pathname.startsWith('/forward/')) {
      const {origin, authorization} = request.headers;
      this.requests.push({method: request.method ?? '', url: request.url ?? '', origin, authorization});
      response
        .setHeader('access-control-allow-origin', '*')
        .setHeader('access-control-allow-headers', 'authorization');
      return json(response, 200, {points: 120});
    }

    return json(response, 404, {});
  }
}

/** A second origin for the extension's backend. */
export function backendOf(simulation: FakeSimulation): string {
  return simulation.origin.replace('127.0.0.1', 'localhost');
}

export function mountOf(change: Partial<Mount> = {}): Mount {
  return {
    id: 'm1',
    generation: 1,
    started: false,
    target: TARGET,
    handle: 'loyalty',
    name: 'Loyalty',
    apiVersion: '2026-07',
    wire: 'remote-dom',
    scriptUrl: SCRIPT_URL,
    conditions: null,
    bundleUrl: '/bundle.js',
    targets: [TARGET],
    capabilities: ['network_access'],
    declined: [],
    changesLimited: false,
    admin: {selected: [], data: {selected: []}, storageLimit: 1000, intent: null, isAnswered: false},
    editor: null,
    settings: {title: 'Points'},
    metafields: [{namespace: 'custom', key: 'tier'}],
    translations: {
      defaultLocale: 'en',
      byLocale: {
        en: {greeting: 'Hello {{name}}', points: {one: '{{count}} point', other: '{{count}} points'}},
      },
    },
    activationId: 'gid://shopify/ActivatedUiExtension/1',
    origin: 'opaque',
    fetchToScriptOrigin: 'allowed',
    repeatsSignals: false,
    run: null,
    ...change,
  };
}

/** A bundle as Shopify's CLI makes it: one IIFE that registers the target's default export. */
export async function bundle(source: string, target: string = TARGET): Promise<string> {
  const [entry, extension] = [
    join(import.meta.dirname, 'entry.js'),
    join(import.meta.dirname, 'extension.jsx'),
  ];

  const modules: Record<string, string> = {
    [entry]: `import Target_0 from '${extension}';shopify.extend('${target}', (...args) => Target_0(...args));`,
    [extension]: source,
  };

  const output = (await build({
    configFile: false,
    logLevel: 'error',
    define: {'process.env.NODE_ENV': '"production"'},
    oxc: {jsx: {runtime: 'automatic', importSource: 'preact'}},
    plugins: [
      {
        name: 'extension',
        resolveId: (id) => (id in modules ? id : null),
        load: (id) => modules[id] ?? null,
      },
    ],
    build: {write: false, minify: false, rolldownOptions: {input: entry, output: {format: 'iife'}}},
  })) as Rolldown.RolldownOutput;

  return output.output[0].code;
}

/** Reads the files that `npm run build` made for the page. */
async function servedFiles(): Promise<ReadonlyMap<string, string>> {
  const folder = join(import.meta.dirname, '../../../dist/served');
  const names = ['host.js', 'start.js', 'elements.js', 'sandbox.js'];
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

const ADDRESS: Address = {
  firstName: 'Ada',
  lastName: 'Byron',
  name: 'Ada Byron',
  address1: '12 Engine Street',
  city: 'New York',
  zip: '10001',
  countryCode: 'US',
};

const ADA: Customer = {
  id: 'gid://shopify/Customer/1',
  firstName: 'Ada',
  lastName: 'Byron',
  email: 'ada@example.com',
  phone: null,
  acceptsMarketing: false,
  storeCredit: [],
  address: ADDRESS,
  company: null,
};

const usd = (amount: number): Money => ({amount, currencyCode: 'USD'});

const ORDER: Order = {
  id: 'gid://shopify/Order/1001',
  name: '#1001',
  confirmationNumber: 'ABC123XYZ',
  checkoutToken: 'checkout-token',
  customerId: ADA.id,
  email: ADA.email,
  phone: ADA.phone,
  processedAt: '2026-01-10T09:00:00.000Z',
  cancelledAt: null,
  lines: [
    {
      id: 'gid://shopify/LineItem/1',
      merchandise: {
        id: 'gid://shopify/ProductVariant/1',
        title: 'Canvas bag',
        subtitle: 'Natural',
        sku: 'BAG-1',
        price: usd(24),
        image: {url: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>', altText: 'Canvas bag'},
        selectedOptions: [],
        product: {id: 'gid://shopify/Product/1', vendor: 'Acme', productType: 'Bag'},
        requiresShipping: true,
      },
      quantity: 1,
      attributes: [],
      discountAllocations: [],
      total: usd(24),
    },
  ],
  cost: {subtotal: usd(24), shipping: usd(5), tax: usd(0), total: usd(29)},
  taxRate: 0,
  discountCodes: [],
  discountAllocations: [],
  giftCards: [],
  note: null,
  attributes: [],
  shippingAddress: ADDRESS,
  billingAddress: ADDRESS,
  payment: {brand: 'Visa', lastDigits: '4242'},
  fulfillments: [],
  returns: [],
  tip: null,
  duties: null,
  edits: [],
};

/** Makes the state of a page: Ada is signed in, with one order. */
export function stateOf(origin: string): PageState {
  return {
    clock: REAL_TIME,
    tokenEpoch: 0,
    app: {
      clientId: 'key',
      name: 'Loyalty',
      url: null,
      scopes: ['read_customers'],
      protectedCustomerData: true,
    },
    shop: {
      id: 'gid://shopify/Shop/1',
      name: 'Acme',
      myshopifyDomain: 'acme.myshopify.com',
      storefrontUrl: 'https://acme.example',
    },
    customer: ADA,
    authenticationState: 'fully_authenticated',
    localization: {
      language: 'en',
      country: 'US',
      currency: 'USD',
      timezone: 'America/New_York',
      market: {id: 'gid://shopify/Market/1', handle: 'us'},
    },
    order: ORDER,
    orders: [ORDER],
    words: {days: {}, amounts: {}},
    checkout: CHECKOUT,
    checkoutRules: CHECKOUT_RULES,
    metafields: [],
    admin: null,
    privacy: {
      allowedProcessing: {analytics: true, marketing: true, preferences: true, saleOfData: true},
      metafields: [],
      visitorConsent: {},
      shouldShowBanner: false,
      saleOfDataRegion: false,
    },
    endpoints: {
      customerAccountApi: `${origin}/`,
      checkoutApi: `${origin}/unstable/graphql`,
      storefrontApi: `${origin}/api/`,
      adminApi: `${origin}/`,
      storefrontToken: 'public-token',
    },
    forward: null,
    mounts: [],
    buildFailures: [],
    look: null,
  };
}

function json(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, 'application/json', JSON.stringify(body));
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response
    .writeHead(status, {
      'content-type': type,
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'authorization',
    })
    .end(body);
}

function proofOf(end: ChannelEnd, nonces: ChannelNonces): string {
  return createHmac('sha256', SIMULATION_ID).update(signedText(end, nonces)).digest('hex');
}
