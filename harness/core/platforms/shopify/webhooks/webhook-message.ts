import type {App} from '../../../world/app.ts';
import type {Shop} from '../../../world/shop.ts';
import {hmacOf} from '../app-authorization/request-signature.ts';

/** A place that gets the webhooks of a topic. */
export interface WebhookTarget {
  /** The topic as the header writes it: `products/update`. */
  readonly topic: string;
  /** The whole address. */
  readonly url: string;
  readonly apiVersion: string;
  /** The fields of the payload. An empty list has all. */
  readonly includeFields: readonly string[];
  /** The id of the subscription, if the app made it by the Admin API. */
  readonly subscriptionId: string | null;
}

/** An event of the shop that webhooks are about. */
export interface WebhookEvent {
  /** The id of the event, which all deliveries share. */
  readonly eventId: string;
  /** Milliseconds since 1970. */
  readonly triggeredAt: number;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A request that the platform sends to an app. Repetitions have the same bytes. */
export interface WebhookMessage {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The facts of a simulation that a message needs. */
export interface MessageFacts {
  readonly app: Pick<App, 'clientSecret'>;
  readonly shop: Pick<Shop, 'domain'>;
  /** The id of the delivery, which its repetitions keep. */
  readonly webhookId: string;
}

/**
 * Writes the request of a webhook, signed with the client secret.
 *
 * @see https://shopify.dev/docs/apps/build/webhooks/delivery-structure
 * @see https://shopify.dev/docs/apps/build/webhooks/verify-deliveries
 */
export async function webhookMessage(
  {topic, url, apiVersion, includeFields}: WebhookTarget,
  {eventId, triggeredAt, payload}: WebhookEvent,
  {app, shop, webhookId}: MessageFacts,
): Promise<WebhookMessage> {
  const body = JSON.stringify(chosenFields(payload, includeFields));
  return {
    url,
    body,
    headers: {
      'Content-Type': 'application/json',
      Accept: '*/*',
      'User-Agent': 'Shopify-Captain-Hook',
      'X-Shopify-Topic': topic,
      'X-Shopify-Hmac-Sha256': base64Of(await hmacOf(body, app.clientSecret)),
      'X-Shopify-Shop-Domain': shop.domain,
      'X-Shopify-API-Version': apiVersion,
      'X-Shopify-Webhook-Id': webhookId,
      'X-Shopify-Event-Id': eventId,
      'X-Shopify-Triggered-At': new Date(triggeredAt).toISOString(),
    },
  };
}

/** Keeps the fields that a subscription asks for. `variants.id` keeps the field `variants`. */
function chosenFields(payload: WebhookEvent['payload'], fields: readonly string[]): WebhookEvent['payload'] {
  if (fields.length === 0) return payload;
  const names = new Set(fields.map((field) => field.replace(/\..*$/, '')));
  return Object.fromEntries(Object.entries(payload).filter(([key]) => names.has(key)));
}

function base64Of(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
