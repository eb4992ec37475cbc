/** A subscription to a webhook, which the app made by the Admin API. */
export interface WebhookSubscription {
  /** `gid://shopify/WebhookSubscription/…` */
  readonly id: string;
  /** The topic as the API writes it: `PRODUCTS_UPDATE`. The header `X-Shopify-Topic` has {@link topicPath}. */
  readonly topic: string;
  /** The address: `https://…`, the ARN of an event bridge, or `pubsub://<project>:<topic>`. */
  readonly uri: string;
  readonly format: 'JSON' | 'XML';
  /** The fields of the payload. An empty list has all. */
  readonly includeFields: readonly string[];
  readonly metafieldNamespaces: readonly string[];
  /** A condition in the search syntax; null without one. */
  readonly filter: string | null;
  readonly subTopic: string | null;
  /** The version of the payload. */
  readonly apiVersion: string;
  /** The times of the platform, in milliseconds since 1970. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** The parts of a subscription that the app decides. */
export type WebhookSettings = Omit<WebhookSubscription, 'id' | 'createdAt' | 'updatedAt'>;

/** The subscriptions of the app to webhooks. They end when the app is uninstalled. */
export class WebhookSubscriptions {
  readonly #deps: {now(): number; newId(type: string): string};
  readonly #byId = new Map<string, WebhookSubscription>();

  constructor(deps: {now(): number; newId(type: string): string}) {
    this.#deps = deps;
  }

  /** All subscriptions, the oldest first. */
  list(): readonly WebhookSubscription[] {
    return [...this.#byId.values()];
  }

  /** Lists the subscriptions to a topic: `PRODUCTS_UPDATE`, or `products/update`. */
  to(topic: string): readonly WebhookSubscription[] {
    return this.list().filter((each) => each.topic === topic || topicPath(each.topic) === topic);
  }

  byId(id: string): WebhookSubscription | undefined {
    return this.#byId.get(id);
  }

  add(settings: WebhookSettings): WebhookSubscription {
    const now = this.#deps.now();
    return this.#keep({
      ...settings,
      id: this.#deps.newId('WebhookSubscription'),
      createdAt: now,
      updatedAt: now,
    });
  }

  change(subscription: WebhookSubscription, settings: Partial<WebhookSettings>): WebhookSubscription {
    return this.#keep({...subscription, ...settings, updatedAt: this.#deps.now()});
  }

  remove(id: string): boolean {
    return this.#byId.delete(id);
  }

  /** Ends all subscriptions. */
  clear(): void {
    this.#byId.clear();
  }

  #keep(subscription: WebhookSubscription): WebhookSubscription {
    this.#byId.set(subscription.id, subscription);
    return subscription;
  }
}

/** Topics whose path has more than one slash, or an underscore where the enum has one too. */
const RESOURCES = [
  'app_purchases_one_time',
  'app_subscriptions',
  'bulk_operations',
  'cart',
  'company_contact_roles',
  'company_contacts',
  'company_locations',
  'customer_account_settings',
  'customer_payment_methods',
  'customers_email_marketing_consent',
  'customers_marketing_consent',
  'customer_tags',
  'customer_groups',
  'discounts',
  'draft_orders',
  'fulfillment_events',
  'fulfillment_holds',
  'fulfillment_orders',
  'inventory_items',
  'inventory_levels',
  'inventory_shipments',
  'inventory_transfers',
  'metafield_definitions',
  'metaobjects',
  'order_transactions',
  'payment_schedules',
  'payment_terms',
  'product_feeds',
  'product_listings',
  'product_publications',
  'collection_listings',
  'collection_publications',
  'reverse_deliveries',
  'reverse_fulfillment_orders',
  'scheduled_product_listings',
  'segments',
  'selling_plan_groups',
  'subscription_billing_attempts',
  'subscription_billing_cycle_edits',
  'subscription_billing_cycles',
  'subscription_contracts',
  'tender_transactions',
  'tax_services',
  'tax_summaries',
];

/** Returns the topic as the header has it: `products/update` for `PRODUCTS_UPDATE`. */
export function topicPath(topic: string): string {
  const lower = topic.toLowerCase();
  const resource = RESOURCES.filter((name) => lower.startsWith(`${name}_`)).toSorted(longerFirst)[0];
  const end = resource?.length ?? lower.indexOf('_');
  return end === -1 ? lower : `${lower.slice(0, end)}/${lower.slice(end + 1)}`;
}

function longerFirst(one: string, other: string): number {
  return other.length - one.length;
}
