/** A request of a delivery. */
export interface WebhookAttempt {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The status of the answer; `null` if none came. */
  readonly status: number | null;
}

/** A webhook on its way to one address. */
export interface WebhookDelivery {
  /** `X-Shopify-Webhook-Id`, which repetitions keep. */
  readonly id: string;
  /** The topic: `products/update`. */
  readonly topic: string;
  /** The address. */
  readonly url: string;
  /** The requests so far, oldest first. */
  readonly attempts: readonly WebhookAttempt[];
  /**
   * `'delivered'` after an answer in the 200s. `'waiting'` for the next repetition. `'failed'` after eight repetitions.
   * `'not sent'` to an address that simhost does not reach.
   */
  readonly state: 'waiting' | 'delivered' | 'failed' | 'not sent';
}
