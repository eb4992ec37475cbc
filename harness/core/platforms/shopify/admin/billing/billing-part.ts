import type {AdminPart} from '../admin-part.ts';
import {billingMutations} from './billing-mutations.ts';
import {resolvePurchase, resolveSubscription} from './charge-resolver.ts';

const PAGE = 'after: String, before: String, first: Int, last: Int, reverse: Boolean = false';

const CHARGE = `
  createdAt: DateTime!
  id: ID!
  name: String!
  status: `;

/** The payments for the app: subscriptions, one-time purchases, usage. */
export const BILLING: AdminPart = {
  sdl: `
    extend type Mutation {
      appPurchaseOneTimeCreate(name: String!, price: MoneyInput!, returnUrl: URL!, test: Boolean = false):
        AppPurchaseOneTimeCreatePayload
      appSubscriptionCancel(id: ID!, prorate: Boolean = false): AppSubscriptionCancelPayload
      appSubscriptionCreate(
        lineItems: [AppSubscriptionLineItemInput!]!, name: String!, replacementBehavior:
        AppSubscriptionReplacementBehavior = STANDARD, returnUrl: URL!, test: Boolean, trialDays: Int
      ): AppSubscriptionCreatePayload
      appSubscriptionLineItemUpdate(cappedAmount: MoneyInput!, id: ID!): AppSubscriptionLineItemUpdatePayload
      appSubscriptionTrialExtend(days: Int!, id: ID!): AppSubscriptionTrialExtendPayload
      appUsageRecordCreate(
        description: String!, idempotencyKey: String, price: MoneyInput!, subscriptionLineItemId: ID!
      ): AppUsageRecordCreatePayload
    }

    extend type AppInstallation {
      activeSubscriptions: [AppSubscription!]!
      allSubscriptions(${PAGE}, sortKey: AppSubscriptionSortKeys = CREATED_AT): AppSubscriptionConnection!
      oneTimePurchases(${PAGE}, sortKey: AppTransactionSortKeys = CREATED_AT): AppPurchaseOneTimeConnection!
    }

    interface AppPurchase { ${CHARGE} AppPurchaseStatus! price: MoneyV2! test: Boolean! }
    type AppPurchaseOneTime implements AppPurchase & Node { ${CHARGE} AppPurchaseStatus! price: MoneyV2! test: Boolean! }
    type AppSubscription implements Node {
      ${CHARGE} AppSubscriptionStatus!
      currentPeriodEnd: DateTime
      lineItems: [AppSubscriptionLineItem!]!
      returnUrl: URL!
      test: Boolean!
      trialDays: Int!
    }

    type AppSubscriptionLineItem {
      id: ID!
      plan: AppPlanV2!
      usageRecords(${PAGE}, sortKey: AppUsageRecordSortKeys = CREATED_AT): AppUsageRecordConnection!
    }

    type AppPlanV2 { pricingDetails: AppPricingDetails! }
    union AppPricingDetails = AppRecurringPricing | AppUsagePricing
    type AppRecurringPricing {
      discount: AppSubscriptionDiscount
      interval: AppPricingInterval!
      planHandle: String
      price: MoneyV2!
    }
    type AppUsagePricing {
      balanceUsed: MoneyV2!
      cappedAmount: MoneyV2!
      interval: AppPricingInterval!
      terms: String!
    }
    type AppSubscriptionDiscount {
      durationLimitInIntervals: Int
      priceAfterDiscount: MoneyV2!
      remainingDurationInIntervals: Int
      value: AppSubscriptionDiscountValue!
    }
    union AppSubscriptionDiscountValue = AppSubscriptionDiscountAmount | AppSubscriptionDiscountPercentage
    type AppSubscriptionDiscountAmount { amount: MoneyV2! }
    type AppSubscriptionDiscountPercentage { percentage: Float! }

    type AppUsageRecord implements Node {
      createdAt: DateTime!
      description: String!
      id: ID!
      idempotencyKey: String
      price: MoneyV2!
      subscriptionLineItem: AppSubscriptionLineItem!
    }

    type AppSubscriptionConnection { edges: [AppSubscriptionEdge!]! nodes: [AppSubscription!]! pageInfo: PageInfo! }
    type AppSubscriptionEdge { cursor: String! node: AppSubscription! }
    type AppPurchaseOneTimeConnection {
      edges: [AppPurchaseOneTimeEdge!]!
      nodes: [AppPurchaseOneTime!]!
      pageInfo: PageInfo!
    }
    type AppPurchaseOneTimeEdge { cursor: String! node: AppPurchaseOneTime! }
    type AppUsageRecordConnection { edges: [AppUsageRecordEdge!]! nodes: [AppUsageRecord!]! pageInfo: PageInfo! }
    type AppUsageRecordEdge { cursor: String! node: AppUsageRecord! }

    type AppPurchaseOneTimeCreatePayload {
      appPurchaseOneTime: AppPurchaseOneTime
      confirmationUrl: URL
      userErrors: [UserError!]!
    }
    type AppSubscriptionCancelPayload { appSubscription: AppSubscription userErrors: [UserError!]! }
    type AppSubscriptionCreatePayload {
      appSubscription: AppSubscription
      confirmationUrl: URL
      userErrors: [UserError!]!
    }
    type AppSubscriptionLineItemUpdatePayload {
      appSubscription: AppSubscription
      confirmationUrl: URL
      userErrors: [UserError!]!
    }
    type AppSubscriptionTrialExtendPayload { appSubscription: AppSubscription userErrors: [UserError!]! }
    type AppUsageRecordCreatePayload { appUsageRecord: AppUsageRecord userErrors: [UserError!]! }

    input AppSubscriptionLineItemInput { plan: AppPlanInput! }
    input AppPlanInput {
      appRecurringPricingDetails: AppRecurringPricingInput
      appUsagePricingDetails: AppUsagePricingInput
    }
    input AppRecurringPricingInput {
      discount: AppSubscriptionDiscountInput
      interval: AppPricingInterval = EVERY_30_DAYS
      price: MoneyInput!
    }
    input AppUsagePricingInput { cappedAmount: MoneyInput! terms: String! }
    input AppSubscriptionDiscountInput { durationLimitInIntervals: Int value: AppSubscriptionDiscountValueInput }
    input AppSubscriptionDiscountValueInput { amount: Decimal percentage: Float }

    enum AppPricingInterval { ANNUAL EVERY_30_DAYS }
    enum AppSubscriptionReplacementBehavior { APPLY_IMMEDIATELY APPLY_ON_NEXT_BILLING_CYCLE STANDARD }
    enum AppSubscriptionStatus { ACTIVE CANCELLED DECLINED EXPIRED FROZEN PENDING }
    enum AppPurchaseStatus { ACTIVE DECLINED EXPIRED PENDING }
    enum AppSubscriptionSortKeys { CREATED_AT ID }
    enum AppTransactionSortKeys { CREATED_AT ID }
    enum AppUsageRecordSortKeys { CREATED_AT ID }
  `,
  root: (state) => billingMutations(state),
  node(id, {records}) {
    const found = records.billing.charge(id);
    if (found === undefined) return null;
    return found.kind === 'one-time' ? resolvePurchase(found) : resolveSubscription(found, records.billing);
  },
};
