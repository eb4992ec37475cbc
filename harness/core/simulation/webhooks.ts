import type {Clock} from '../../clock.ts';
import {SimhostError} from '../../errors.ts';
import {didYouMean} from '../../known-values.ts';
import {isPlainObject, shown} from '../../shown-value.ts';
import type {
  AppInstallation,
  InstallationChange,
} from '../platforms/shopify/app-authorization/app-installation.ts';
import type {WebhookSubscriptions} from '../platforms/shopify/admin/webhooks/webhook-subscriptions.ts';
import {topicPath} from '../platforms/shopify/admin/webhooks/webhook-subscriptions.ts';
import {redactionPayload, scopesPayload, shopPayload} from '../platforms/shopify/webhooks/app-payloads.ts';
import {webhookMessage} from '../platforms/shopify/webhooks/webhook-message.ts';
import type {WebhookMessage, WebhookTarget} from '../platforms/shopify/webhooks/webhook-message.ts';
import {isAccepted, WEBHOOK_RETRIES} from '../platforms/shopify/webhooks/webhook-retries.ts';
import type {Ids} from '../world/ids.ts';
import type {World} from '../world/world.ts';
import {waitSimulated} from './simulated-wait.ts';
import type {WebhookAttempt, WebhookDelivery} from './webhook-deliveries.ts';

/** Sends a request to the app; resolves with the status of the answer, or `null` if none came. */
export type SendWebhook = (message: WebhookMessage) => Promise<number | null>;

/** The parts of a simulation that webhooks need. */
export interface WebhooksDeps {
  readonly world: World;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly installation: AppInstallation;
  /** Returns the subscriptions that the app made by the Admin API. */
  subscriptions(): WebhookSubscriptions;
}

/** Milliseconds from an uninstall to `shop/redact`. */
const REDACTION_DELAY = 48 * 3_600_000;

/**
 * The topics that an app gets even if it is not installed.
 *
 * @see https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance
 */
const COMPLIANCE_TOPICS: readonly string[] = ['customers/data_request', 'customers/redact', 'shop/redact'];

/** The payload of a webhook: an object that becomes JSON. */
type Payload = Readonly<Record<string, unknown>>;

/**
 * The webhooks that the shop sends to the app.
 *
 * @see https://shopify.dev/docs/apps/build/webhooks
 *
 * @example
 * ```ts
 * import {expect, test} from 'simhost/playwright';
 *
 * test('a changed product is noted', async ({simulation}) => {
 *   const [delivery] = await simulation.webhooks.send('products/update', {id: 1, title: 'Hat'});
 *   expect(delivery?.state).toBe('delivered');
 * });
 * ```
 */
export class Webhooks {
  readonly #deps: WebhooksDeps;
  readonly #deliveries: WebhookDelivery[] = [];
  readonly #closed: Promise<void>;
  #close: () => void = () => {};
  #send: SendWebhook | null = null;
  #pending: Promise<unknown> = Promise.resolve();

  /** @internal */
  constructor(deps: WebhooksDeps) {
    this.#deps = deps;
    this.#closed = new Promise((resolve) => {
      this.#close = resolve;
    });
    deps.installation.onChange((change) => this.#report(change));
  }

  /** All deliveries, oldest first, including those of uninstalls and scope changes. */
  get deliveries(): readonly WebhookDelivery[] {
    return [...this.#deliveries];
  }

  /**
   * Sends a webhook to every subscription of its topic, and waits for the first answers. A delivery that fails is repeated
   * eight times within four hours of simulated time.
   *
   * @param topic the topic as a TOML file writes it: `'products/update'`
   * @param payload the payload, an object
   * @returns the deliveries, one for each subscription
   * @throws {SimhostError} `ERR_NO_WEBHOOK` for a topic without a subscription, `ERR_BAD_OPTION`, `ERR_NO_APP_URL`
   */
  async send(topic: string, payload: Payload): Promise<readonly WebhookDelivery[]> {
    if (!isPlainObject(payload)) {
      throw new SimhostError('ERR_BAD_OPTION', `The payload of ${shown(topic)} is ${shown(payload)}.`, {
        next: 'Give an object: webhooks.send("products/update", {id: 1}).',
      });
    }

    const targets = this.#targetsOf(topic);
    if (targets.length === 0) throw this.#unsubscribed(topic);
    this.#checkInstalled(topic);
    for (const {url} of targets) if (url.startsWith('/')) throw withoutAppUrl(url);
    return this.#deliverAll(targets, payload);
  }

  /** Waits until every delivery so far has its first answer, including those of an uninstall. */
  async settled(): Promise<void> {
    await this.#pending;
  }

  /** @internal Connects the way to the app. */
  connect(send: SendWebhook): void {
    this.#send = send;
  }

  /** @internal Ends all repetitions. */
  close(): void {
    this.#close();
    this.#send = null;
  }

  /** Sends what the platform sends by itself. */
  #report(change: InstallationChange): void {
    const {world, clock, installation} = this.#deps;
    const now = clock.nowOf('platform');
    if (change.kind === 'uninstalled') {
      this.#sendOwn('app/uninstalled', shopPayload(world.shop, now));
      void this.#redactShop();
    }

    if (change.kind === 'scopes')
      this.#sendOwn('app/scopes_update', scopesPayload({id: installation.id, ...change}, now));
  }

  #sendOwn(topic: string, payload: Payload): void {
    // The subscriptions of the Admin API end with the installation, so they are listed at once.
    const targets = this.#targetsOf(topic);
    const send = (): Promise<unknown> => this.#deliverAll(targets, payload);
    this.#pending = this.#pending.then(send, send);
  }

  /** Asks the app to erase the shop, 48 hours after the uninstall. */
  async #redactShop(): Promise<void> {
    const {world, clock, installation} = this.#deps;
    if (this.#send === null || this.#targetsOf('shop/redact').length === 0) return;

    await waitSimulated(clock, REDACTION_DELAY, this.#closed);
    if (this.#send === null || installation.isInstalled) return;
    this.#sendOwn('shop/redact', redactionPayload(world.shop));
  }

  /** An app that is not installed gets only the topics of compliance. */
  #checkInstalled(topic: string): void {
    if (this.#deps.installation.isInstalled || COMPLIANCE_TOPICS.includes(topic)) return;
    throw new SimhostError(
      'ERR_NO_WEBHOOK',
      `The shop does not have the app, so it sends no ${shown(topic)}.`,
      {
        next: 'Install the app first: simulation.installation.install().',
      },
    );
  }

  async #deliverAll(
    targets: readonly WebhookTarget[],
    payload: Payload,
  ): Promise<readonly WebhookDelivery[]> {
    const {clock, ids} = this.#deps;
    const event = {eventId: await ids.uuid(), triggeredAt: clock.nowOf('platform'), payload};
    const numbers: number[] = [];

    for (const target of targets) {
      const {app, shop} = this.#deps.world;
      const webhookId = await ids.uuid();
      const message = await webhookMessage(target, event, {app, shop, webhookId});
      const {topic, url} = target;
      const state = this.#isReachable(url) ? 'waiting' : 'not sent';
      const number = this.#deliveries.push({id: webhookId, topic, url, attempts: [], state}) - 1;
      numbers.push(number);

      if (state === 'waiting' && !(await this.#attempt(number, message)))
        void this.#repeat(number, message, target);
    }

    return this.#deliveries.filter((_, number) => numbers.includes(number));
  }

  /** Sends a message once. */
  async #attempt(number: number, message: WebhookMessage): Promise<boolean> {
    const at = this.#deps.clock.nowOf('platform');
    const status = (await this.#send?.(message)) ?? null;
    this.#note(number, {at, status}, isAccepted(status) ? 'delivered' : 'waiting');
    return isAccepted(status);
  }

  async #repeat(number: number, message: WebhookMessage, {subscriptionId}: WebhookTarget): Promise<void> {
    for (const delay of WEBHOOK_RETRIES) {
      await waitSimulated(this.#deps.clock, delay, this.#closed);
      if (this.#send === null) return;
      if (await this.#attempt(number, message)) return;
    }

    this.#note(number, null, 'failed');
    // The platform removes such a subscription, but not one of the TOML.
    if (subscriptionId !== null) this.#deps.subscriptions().remove(subscriptionId);
  }

  #note(number: number, attempt: WebhookAttempt | null, state: WebhookDelivery['state']): void {
    const delivery = this.#deliveries[number];
    if (delivery === undefined) return;
    const attempts = attempt === null ? delivery.attempts : [...delivery.attempts, attempt];
    this.#deliveries[number] = {...delivery, attempts, state};
  }

  #isReachable(url: string): boolean {
    return this.#send !== null && url.startsWith('http');
  }

  #targetsOf(topic: string): readonly WebhookTarget[] {
    const {webhooks} = this.#deps.world.app;
    const declared = webhooks.subscriptions
      .filter(({topics}) => topics.includes(topic))
      .map(({uri, includeFields = []}) => ({
        topic,
        url: this.#addressOf(uri),
        apiVersion: webhooks.apiVersion,
        includeFields,
        subscriptionId: null,
      }));

    const made = this.#deps
      .subscriptions()
      .to(topic)
      .map(({id, uri, apiVersion, includeFields}) => ({
        topic,
        url: this.#addressOf(uri),
        apiVersion,
        includeFields,
        subscriptionId: id,
      }));
    return [...declared, ...made];
  }

  /** Resolves an address of the TOML, which may be a path below the application URL. */
  #addressOf(uri: string): string {
    if (!uri.startsWith('/')) return uri;

    const {url} = this.#deps.world.app;
    return url === undefined ? uri : new URL(uri, url).href;
  }

  #unsubscribed(topic: string): SimhostError {
    const {webhooks} = this.#deps.world.app;
    const declared = webhooks.subscriptions.flatMap(({topics}) => topics);
    const made = this.#deps.subscriptions().list();
    const known = [...new Set([...declared, ...made.map((each) => topicPath(each.topic))])];

    return new SimhostError('ERR_NO_WEBHOOK', `The app has no subscription to ${shown(topic)}.`, {
      next:
        known.length > 0
          ? didYouMean(topic, known)
          : 'Declare it in [webhooks] of shopify.app.toml or in the option app.webhooks, or subscribe by the Admin API.',
    });
  }
}

function withoutAppUrl(uri: string): SimhostError {
  return new SimhostError(
    'ERR_NO_APP_URL',
    `The webhook address "${uri}" is a path, and the app has no URL.`,
    {
      next: 'Set the option app.url to application_url of shopify.app.toml.',
    },
  );
}
