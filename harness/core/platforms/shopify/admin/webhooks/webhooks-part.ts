import {connection} from '../../graphql/connection.ts';
import type {PageOf} from '../../graphql/connection.ts';
import type {AdminPart} from '../admin-part.ts';
import {webhookMutations} from './webhook-mutations.ts';
import {resolveWebhook} from './webhook-resolver.ts';
import {WEBHOOK_TOPICS} from './webhook-topics.ts';

interface WebhookFilter {
  readonly topics?: readonly string[] | null;
  readonly format?: string | null;
  readonly uri?: string | null;
  readonly callbackUrl?: string | null;
}

const LIST_ARGUMENTS = `
  after: String, before: String, callbackUrl: URL, first: Int, format: WebhookSubscriptionFormat, last: Int,
  query: String, reverse: Boolean = false, sortKey: WebhookSubscriptionSortKeys = CREATED_AT,
  topics: [WebhookSubscriptionTopic!], uri: String`;

const KINDS = ['webhookSubscription', 'eventBridgeWebhookSubscription', 'pubSubWebhookSubscription'];

/** The input and the payload of each kind of endpoint, for example `EventBridgeWebhookSubscriptionInput`. */
const MUTATIONS = KINDS.map((kind) => {
  const type = kind.charAt(0).toUpperCase() + kind.slice(1);
  const arg = `webhookSubscription: ${type}Input!`;
  return `
    extend type Mutation {
      ${kind}Create(${arg}, topic: WebhookSubscriptionTopic!${kind === KINDS[0] ? ', subTopic: String' : ''}): ${type}CreatePayload
      ${kind}Update(id: ID!, ${arg}): ${type}UpdatePayload
    }
    type ${type}CreatePayload { userErrors: [UserError!]! webhookSubscription: WebhookSubscription }
    type ${type}UpdatePayload { userErrors: [UserError!]! webhookSubscription: WebhookSubscription }`;
}).join('\n');

const SETTINGS = `
  filter: String
  format: WebhookSubscriptionFormat
  includeFields: [String!]
  metafieldNamespaces: [String!]`;

/** The webhooks that the app subscribes to by the API. */
export const WEBHOOKS: AdminPart = {
  sdl: `
    extend type QueryRoot {
      webhookSubscription(id: ID!): WebhookSubscription
      webhookSubscriptions(${LIST_ARGUMENTS}): WebhookSubscriptionConnection!
      webhookSubscriptionsCount(limit: Int = 10000, query: String): Count
    }

    extend type Mutation {
      webhookSubscriptionDelete(id: ID!): WebhookSubscriptionDeletePayload
    }
    ${MUTATIONS}

    input WebhookSubscriptionInput { callbackUrl: URL uri: String ${SETTINGS} }
    input EventBridgeWebhookSubscriptionInput { arn: ARN ${SETTINGS} }
    input PubSubWebhookSubscriptionInput { pubSubProject: String! pubSubTopic: String! ${SETTINGS} }

    type WebhookSubscription implements LegacyInteroperability & Node {
      apiVersion: ApiVersion!
      callbackUrl: URL! @deprecated
      createdAt: DateTime!
      endpoint: WebhookSubscriptionEndpoint! @deprecated
      filter: String
      format: WebhookSubscriptionFormat!
      id: ID!
      includeFields: [String!]!
      legacyResourceId: UnsignedInt64!
      metafieldNamespaces: [String!]!
      subTopic: String
      topic: WebhookSubscriptionTopic!
      updatedAt: DateTime!
      uri: String!
    }

    type WebhookSubscriptionConnection {
      edges: [WebhookSubscriptionEdge!]!
      nodes: [WebhookSubscription!]!
      pageInfo: PageInfo!
    }

    type WebhookSubscriptionEdge { cursor: String! node: WebhookSubscription! }
    type WebhookSubscriptionDeletePayload { deletedWebhookSubscriptionId: ID userErrors: [UserError!]! }

    union WebhookSubscriptionEndpoint = WebhookEventBridgeEndpoint | WebhookHttpEndpoint | WebhookPubSubEndpoint
    type WebhookEventBridgeEndpoint { arn: ARN! }
    type WebhookHttpEndpoint { callbackUrl: URL! }
    type WebhookPubSubEndpoint { pubSubProject: String! pubSubTopic: String! }

    enum WebhookSubscriptionFormat { JSON XML }
    enum WebhookSubscriptionSortKeys { CREATED_AT ID RELEVANCE }
    enum WebhookSubscriptionTopic { ${WEBHOOK_TOPICS} }
  `,
  root: (state) => {
    const {webhooks} = state.records;
    const byId = (id: string): object | null => {
      const found = webhooks.byId(id);
      return found === undefined ? null : resolveWebhook(found, state);
    };

    return {
      webhookSubscription: ({id}: {id: string}) => byId(id),
      webhookSubscriptions({topics, format, uri, callbackUrl, ...page}: WebhookFilter & PageOf) {
        const address = uri ?? callbackUrl;
        const found = webhooks
          .list()
          .filter((each) => topics == null || topics.includes(each.topic))
          .filter((each) => format == null || each.format === format)
          .filter((each) => address == null || each.uri === address);
        return connection(
          found.map((each) => resolveWebhook(each, state)),
          page,
        );
      },
      webhookSubscriptionsCount: () => ({count: webhooks.list().length, precision: 'EXACT'}),
      ...webhookMutations(state),
    };
  },
  node(id, state) {
    const found = state.records.webhooks.byId(id);
    return found === undefined ? null : resolveWebhook(found, state);
  },
};
