import type {AdminState} from '../admin-state.ts';
import {UserError, emptyValue} from '../../graphql/user-error.ts';
import {resolveWebhook} from './webhook-resolver.ts';
import type {WebhookSettings, WebhookSubscription} from './webhook-subscriptions.ts';
import {topicPath} from './webhook-subscriptions.ts';
import {scopeOfTopic} from './webhook-topics.ts';

/** The input of all mutations about webhooks. Each kind of endpoint has its own address. */
interface WebhookInput {
  readonly uri?: string | null;
  readonly callbackUrl?: string | null;
  readonly arn?: string | null;
  readonly pubSubProject?: string | null;
  readonly pubSubTopic?: string | null;
  readonly format?: 'JSON' | 'XML' | null;
  readonly includeFields?: readonly string[] | null;
  readonly metafieldNamespaces?: readonly string[] | null;
  readonly filter?: string | null;
}

interface CreateArgs {
  readonly topic: string;
  readonly subTopic?: string | null;
  readonly webhookSubscription: WebhookInput;
}

interface UpdateArgs {
  readonly id: string;
  readonly webhookSubscription: WebhookInput;
}

type Payload = (change: () => WebhookSubscription) => object;

/**
 * Resolves the mutations of webhook subscriptions, also those of event bridges and Pub/Sub.
 *
 * @see https://shopify.dev/docs/api/admin-graphql/latest/mutations/webhookSubscriptionCreate
 */
export function webhookMutations(state: AdminState): object {
  const {webhooks} = state.records;
  const payload: Payload = (change) => payloadOf(change, state);
  const create = (args: CreateArgs): object => payload(() => createWebhook(args, state));
  const update = (args: UpdateArgs): object => payload(() => updateWebhook(args, state));

  return {
    webhookSubscriptionCreate: create,
    webhookSubscriptionUpdate: update,
    eventBridgeWebhookSubscriptionCreate: create,
    eventBridgeWebhookSubscriptionUpdate: update,
    pubSubWebhookSubscriptionCreate: create,
    pubSubWebhookSubscriptionUpdate: update,
    webhookSubscriptionDelete({id}: {id: string}) {
      if (webhooks.remove(id)) return {deletedWebhookSubscriptionId: id, userErrors: []};
      const error = {field: ['id'], message: 'Webhook subscription does not exist'};
      return {deletedWebhookSubscriptionId: null, userErrors: [error]};
    },
  };
}

function payloadOf(change: () => WebhookSubscription, state: AdminState): object {
  try {
    return {webhookSubscription: resolveWebhook(change(), state), userErrors: []};
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const {message, field} = error;
    return {webhookSubscription: null, userErrors: [{message, field}]};
  }
}

function createWebhook(
  {topic, subTopic, webhookSubscription}: CreateArgs,
  state: AdminState,
): WebhookSubscription {
  const {webhooks} = state.records;
  refuseTopic(topic, state);

  const [field, uri] = addressOf(webhookSubscription);
  refuseAddress(field, uri);
  const {filter = null} = webhookSubscription;
  if (webhooks.to(topic).some((other) => other.uri === uri && other.filter === filter))
    throw new UserError('TAKEN', 'Address for this topic has already been taken', [
      'webhookSubscription',
      field,
    ]);

  return webhooks.add({
    topic,
    uri: uri ?? '',
    format: 'JSON',
    includeFields: [],
    metafieldNamespaces: [],
    filter,
    subTopic: subTopic ?? null,
    apiVersion: state.version,
    ...settingsOf(webhookSubscription),
  });
}

function updateWebhook({id, webhookSubscription}: UpdateArgs, {records}: AdminState): WebhookSubscription {
  const known = records.webhooks.byId(id);
  if (known === undefined) throw new UserError('NOT_FOUND', 'Webhook subscription does not exist', ['id']);

  const [field, uri] = addressOf(webhookSubscription);
  if (uri !== undefined) refuseAddress(field, uri);
  return records.webhooks.change(known, {
    ...settingsOf(webhookSubscription),
    ...(uri === undefined ? {} : {uri}),
  });
}

/** The app may not subscribe to data that its scopes do not open. */
function refuseTopic(topic: string, {installation}: AdminState): void {
  const scope = scopeOfTopic(topic);
  if (scope === undefined || installation.has(scope)) return;

  const message = `You do not have permission to create or update webhooks with ${topicPath(topic)} topic.`;
  throw new UserError('FORBIDDEN', message, ['webhookSubscription', 'topic']);
}

/** Returns the field that has the address, and the address. */
function addressOf({
  uri,
  callbackUrl,
  arn,
  pubSubProject,
  pubSubTopic,
}: WebhookInput): [string, string | undefined] {
  if (uri != null) return ['uri', uri];
  if (arn != null) return ['arn', arn];
  if (pubSubProject != null) return ['pubSubProject', `pubsub://${pubSubProject}:${pubSubTopic ?? ''}`];
  return ['callbackUrl', callbackUrl ?? undefined];
}

function refuseAddress(field: string, uri: string | undefined): void {
  const path = ['webhookSubscription', field];
  if (uri === undefined || uri === '') throw emptyValue('Address', path);
  if (/^(?:https:|arn:aws:events:|pubsub:)/.test(uri)) return;

  const protocol = /^\w+:\/\//.exec(uri)?.[0];
  const message =
    protocol === undefined ? 'Address is invalid' : `Address protocol ${protocol} is not supported`;
  throw new UserError('INVALID', message, path);
}

function settingsOf(input: WebhookInput): Partial<WebhookSettings> {
  const {format, includeFields, metafieldNamespaces, filter} = input;
  return {
    ...(format == null ? {} : {format}),
    ...(includeFields == null ? {} : {includeFields}),
    ...(metafieldNamespaces == null ? {} : {metafieldNamespaces}),
    ...(filter === undefined ? {} : {filter}),
  };
}
