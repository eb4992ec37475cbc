import type {Profile} from '../core/cases/case.ts';
import type {OutgoingRequest} from '../core/cases/outgoing-request.ts';
import {goodRequest} from '../core/cases/runs.ts';
import type {RunOptions} from '../core/cases/runs.ts';
import type {TokenDraft} from '../core/tokens/jws.ts';
import type {Signer} from '../core/tokens/key.ts';
import {PUBLISHED_TEST_SECRET} from '../core/world/app.ts';
import type {App} from '../core/world/app.ts';
import type {AuditConfig} from './options.ts';
import {RequestThrottle} from './pace.ts';
import {issueFrom} from './platform.ts';
import {Sender} from './send.ts';
import type {HeaderLine, Outgoing, Reply} from './send.ts';
import {NodeSigner} from './signer.ts';
import {REAL_TIMING} from './timing.ts';
import type {Timing} from './timing.ts';
import {Redactor} from './veil.ts';

/** A request and the tokens in it. */
export interface Ask {
  readonly request: OutgoingRequest;
  readonly tokens: readonly string[];
}

/** What a good token may be changed in, to find out which one a backend takes. */
export interface Guess {
  readonly app?: Partial<App>;
  readonly profile?: Profile;
}

interface BackendOptions {
  /** Where the backend can fetch forged keys. */
  readonly forgerServer?: string | undefined;
  /** Default: the machine's. */
  readonly timing?: Timing;
}

/** The audited backend: asks it, with good tokens where wanted. */
export class Backend {
  readonly assignment: AuditConfig;
  readonly pace: RequestThrottle;
  /** For what simhost writes of itself. */
  readonly veil: Redactor;
  /** For what the backend said, which may repeat whatever it was sent. */
  readonly answerVeil: Redactor;
  /** Where the backend can fetch forged keys. */
  readonly forgerServer: string | undefined;
  readonly timing: Timing;
  readonly #sender: Sender;
  readonly #keys: Signer;

  constructor(assignment: AuditConfig, {forgerServer, timing = REAL_TIMING}: BackendOptions = {}) {
    const {concurrency, timeout, world, previousSecret = '', secretHeaders} = assignment;
    const secrets = [world.app.clientSecret, previousSecret].filter(
      (secret) => secret !== PUBLISHED_TEST_SECRET,
    );

    const names =
      forgerServer === undefined ? [] : [[new URL(forgerServer).host, '127.0.0.1:<port>'] as const];

    this.assignment = assignment;
    this.forgerServer = forgerServer;
    this.timing = timing;
    this.veil = new Redactor(secrets, names);
    this.answerVeil = new Redactor([...secrets, ...secretHeaders.values], names);
    this.pace = new RequestThrottle({concurrency});
    this.#keys = new NodeSigner();
    // Cases that wait keep no connection, and need one now and then.
    this.#sender = new Sender({connections: concurrency + WAITING, timeout});
  }

  /** Sends it as it is, at once. */
  send(request: OutgoingRequest): Promise<Reply> {
    return this.#sender.send(outgoing(this.assignment.url, request));
  }

  /** Sends what `make` makes, when the backend's pace allows. */
  async ask(make: () => Promise<Ask> | Ask): Promise<Reply> {
    const {reply} = await this.pace.run(async () => ({reply: await this.send((await make()).request)}));
    return reply;
  }

  /** A request with a fresh token, as the platform would give it out. */
  async good({app = {}, profile = this.assignment.profile}: Guess = {}): Promise<Ask> {
    const {world} = this.assignment;
    const options = {
      ...this.runOptions({now: () => this.timing.now(), jti: async () => crypto.randomUUID()}),
      world: {...world, app: {...world.app, ...app}},
    };

    const {request, token} = await goodRequest(profile, options);
    return {request, tokens: [token]};
  }

  /** What cases are made from. */
  runOptions({now, jti}: Pick<RunOptions, 'now' | 'jti'>): RunOptions {
    const {world, customer, template, previousSecret, profile, platform} = this.assignment;
    const issue =
      platform === undefined
        ? undefined
        : (): Promise<TokenDraft> => issueFrom(platform, {profile, world, customer});

    const {forgerServer} = this;
    return {world, customer, template, previousSecret, forgerServer, now, jti, issue, keys: this.#keys};
  }

  close(): void {
    this.#sender.close();
  }
}

const WAITING = 4;

/** The request as it goes out; a browser's own name, because backends answer bots differently. */
export function outgoing(base: URL, {method, query, headers, body}: OutgoingRequest): Outgoing {
  const url = new URL(base);
  for (const [name, value] of query) url.searchParams.append(name, value);
  const given = new Set(headers.map(([name]) => name.toLowerCase()));
  const browser = BROWSER.filter(([name]) => !given.has(name.toLowerCase()));
  return {method, url, headers: [...browser, ...headers], ...(body === null ? {} : {body})};
}

const BROWSER: readonly HeaderLine[] = [
  [
    'User-Agent',
    'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36',
  ],
  ['Accept', '*/*'],
];
