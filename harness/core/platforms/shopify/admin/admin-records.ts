import {AppBilling} from './billing/app-billing.ts';
import {CostBucket} from './cost-bucket.ts';
import {WebhookSubscriptions} from './webhooks/webhook-subscriptions.ts';

/** The parts of a simulation that the records need. */
export interface AdminRecordsDeps {
  /** Returns the time of the platform, in milliseconds since 1970. */
  now(): number;
  /** Makes the id of a new object: `gid://shopify/WebhookSubscription/…`. */
  newId(type: string): string;
}

/** The records that the Admin API keeps about the app in the shop. */
export class AdminRecords {
  /** The points of the app for queries. */
  readonly bucket: CostBucket;
  /** The subscriptions that the app made to webhooks. */
  readonly webhooks: WebhookSubscriptions;
  /** The subscriptions and purchases with which the merchant pays for the app. */
  readonly billing: AppBilling;

  constructor({now, newId}: AdminRecordsDeps) {
    this.bucket = new CostBucket(now);
    this.webhooks = new WebhookSubscriptions({now, newId});
    this.billing = new AppBilling({now, newId});
  }
}
