import {numberOf} from '../../../../world/gid.ts';
import type {AdminState} from '../admin-state.ts';
import {resolveApiVersion} from '../shop/api-versions.ts';
import type {WebhookSubscription} from './webhook-subscriptions.ts';

/** Resolves the fields of `WebhookSubscription`. */
export function resolveWebhook(
  subscription: WebhookSubscription,
  {now}: Pick<AdminState, 'now'>,
): {readonly id: string} {
  const {id, uri, apiVersion, createdAt, updatedAt, ...settings} = subscription;
  return {
    __typename: 'WebhookSubscription',
    ...settings,
    id,
    uri,
    legacyResourceId: numberOf(id),
    apiVersion: resolveApiVersion(apiVersion, now()),
    callbackUrl: uri,
    endpoint: endpointOf(uri),
    metafields: [],
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
  } as {readonly id: string};
}

function endpointOf(uri: string): object {
  if (uri.startsWith('arn:')) return {__typename: 'WebhookEventBridgeEndpoint', arn: uri};
  if (!uri.startsWith('pubsub://')) return {__typename: 'WebhookHttpEndpoint', callbackUrl: uri};

  const [pubSubProject = '', pubSubTopic = ''] = uri.slice('pubsub://'.length).split(':');
  return {__typename: 'WebhookPubSubEndpoint', pubSubProject, pubSubTopic};
}
