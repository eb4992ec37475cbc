import type {TokenMutation} from '../core/cases/case.ts';
import type {OutgoingRequest} from '../core/cases/outgoing-request.ts';
import {goodRequest} from '../core/cases/runs.ts';
import type {RunOptions} from '../core/cases/runs.ts';
import type {TokenDraft} from '../core/tokens/jws.ts';
import type {Signer} from '../core/tokens/key.ts';
import {PUBLISHED_TEST_SECRET} from '../core/world/app.ts';
import type {App} from '../core/world/app.ts';
import {HttpSender} from './http-sender.ts';
import type {HeaderPair} from '../node/http/raw-headers.ts';
import type {Outgoing, Reply} from './http-sender.ts';
import type {AuditConfig} from './options.ts';
import {issueFrom} from './platform.ts';
import {Redactor} from './redactor.ts';
import {RequestThrottle} from './request-throttle.ts';
import {NodeSigner} from './signer.ts';
import {REAL_TIMING} from './timing.ts';
import type {Timing} from './timing.ts';

/** A request and the tokens in it. */
export interface TokenRequest {
  readonly request: OutgoingRequest;
  readonly tokens: readonly string[];
}

/** A change to a valid token, to find out which tokens a backend accepts. */
export interface TokenChange {
  readonly app?: Partial<App>;
  /** Changes the valid token before it is signed. */
  readonly mutate?: TokenMutation;
}

interface BackendOptions {
  /** The base URL at which the backend can fetch forged keys. */
  readonly forgerServer?: string | undefined;
  /** Default: the machine's. */
  readonly timing?: Timing;
}

/** The audited backend: sends it requests, with valid tokens if wanted. */
export class Backend {
  readonly config: AuditConfig;
  readonly throttle: RequestThrottle;
  /** For what simhost writes of itself. */
  readonly redactor: Redactor;
  /** Redacts the backend's words, which may repeat what it was sent. */
  readonly answerRedactor: Redactor;
  /** The base URL at which the backend can fetch forged keys. */
  readonly forgerServer: string | undefined;
  readonly timing: Timing;
  readonly #sender: HttpSender;
  readonly #keys: Signer;

  constructor(config: AuditConfig, {forgerServer, timing = REAL_TIMING}: BackendOptions = {}) {
    const {concurrency, timeout, world, previousSecret = '', secretHeaders} = config;
    const secrets = [world.app.clientSecret, previousSecret].filter(
      (secret) => secret !== PUBLISHED_TEST_SECRET,
    );

    const names =
      forgerServer === undefined ? [] : [[new URL(forgerServer).host, '127.0.0.1:<port>'] as const];

    this.config = config;
    this.forgerServer = forgerServer;
    this.timing = timing;
    this.redactor = new Redactor(secrets, names);
    this.answerRedactor = new Redactor([...secrets, ...secretHeaders.values], names);
    this.throttle = new RequestThrottle({concurrency});
    this.#keys = new NodeSigner();
    // Cases that wait keep no connection, and need one now and then.
    this.#sender = new HttpSender({connections: concurrency + WAITING, timeout});
  }

  /** Sends it as it is, at once. */
  send(request: OutgoingRequest): Promise<Reply> {
    return this.#sender.send(outgoing(this.config.url, request));
  }

  /** Sends what `make` makes, when the throttle allows. */
  async ask(make: () => Promise<TokenRequest> | TokenRequest): Promise<Reply> {
    const {reply} = await this.throttle.run(async () => ({reply: await this.send((await make()).request)}));
    return reply;
  }

  /** A request with a fresh token, as the platform would give it out. */
  async good({app = {}, mutate}: TokenChange = {}): Promise<TokenRequest> {
    const {world, profile} = this.config;
    const options = {
      ...this.freshRunOptions(),
      world: {...world, app: {...world.app, ...app}},
    };

    const {request, token} = await goodRequest(profile, options, mutate);
    return {request, tokens: [token]};
  }

  /** Returns the options of requests that are made now. */
  freshRunOptions(): RunOptions {
    return this.runOptions({now: () => this.timing.now(), jti: async () => crypto.randomUUID()});
  }

  /** Returns the options that the runs of a case are made from. */
  runOptions({now, jti}: Pick<RunOptions, 'now' | 'jti'>): RunOptions {
    const {world, customer, template, previousSecret, profile, platform, customersOnly} = this.config;
    const issue =
      platform === undefined
        ? undefined
        : (): Promise<TokenDraft> => issueFrom(platform, {profile, world, customer});

    const {forgerServer} = this;
    const keys = this.#keys;
    return {world, customer, template, previousSecret, forgerServer, now, jti, issue, keys, customersOnly};
  }

  close(): void {
    this.#sender.close();
  }
}

const WAITING = 4;

/** The request as it goes out; a browser's own name, because backends answer bots differently. */
export function outgoing(base: URL, {method, path, query, headers, body}: OutgoingRequest): Outgoing {
  const url = path === undefined ? new URL(base) : new URL(path, base);
  for (const [name, value] of query) url.searchParams.append(name, value);
  const given = new Set(headers.map(([name]) => name.toLowerCase()));
  const browser = BROWSER.filter(([name]) => !given.has(name.toLowerCase()));
  return {method, url, headers: [...browser, ...headers], ...(body === null ? {} : {body})};
}

const BROWSER: readonly HeaderPair[] = [
  [
    'User-Agent',
    'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36',
  ],
  ['Accept', '*/*'],
];
