import {GraphQLError} from 'graphql';
import type {ExecutionResult} from 'graphql';
import type {QueryMeter} from '../graphql/execute-query.ts';
import {answerCost} from '../graphql/query-cost-report.ts';
import {costOf} from '../graphql/query-cost.ts';
import type {CostBucket} from './cost-bucket.ts';

/** The highest cost of a single query. */
const MAX_COST = 1000;

const LIMITS = 'https://shopify.dev/api/usage/rate-limits';

/**
 * Makes the meter of the Admin API. It takes the cost of a query out of the bucket of the app, and gives back what the
 * answer did not cost.
 *
 * @see https://shopify.dev/docs/api/usage/limits
 */
export function adminMeter(bucket: CostBucket): QueryMeter {
  return {
    refuse(costed) {
      const cost = costOf(costed);
      if (cost > MAX_COST) return tooHigh(cost);
      return bucket.take(cost) ? null : throttled(cost, bucket);
    },
    report(costed, data) {
      const requestedQueryCost = costOf(costed);
      const actualQueryCost = Math.min(requestedQueryCost, answerCost(costed, data));
      bucket.giveBack(requestedQueryCost - actualQueryCost);
      return {cost: {requestedQueryCost, actualQueryCost, throttleStatus: bucket.status}};
    },
  };
}

function tooHigh(cost: number): ExecutionResult {
  const message =
    `Query cost is ${cost}, which exceeds the single query max cost limit (${MAX_COST}).\n\n` +
    'See https://shopify.dev/concepts/about-apis/rate-limits for more information on how the\n' +
    'cost of a query is calculated.\n\n' +
    'To query larger amounts of data with fewer limits, bulk operations should be used instead.\n' +
    'See https://shopify.dev/tutorials/perform-bulk-operations-with-admin-api for usage details.\n';
  const extensions = {code: 'MAX_COST_EXCEEDED', cost, maxCost: MAX_COST, documentation: LIMITS};
  return {errors: [new GraphQLError(message, {extensions})]};
}

function throttled(requestedQueryCost: number, bucket: CostBucket): ExecutionResult {
  const extensions = {code: 'THROTTLED', documentation: LIMITS};
  return {
    errors: [new GraphQLError('Throttled', {extensions})],
    extensions: {cost: {requestedQueryCost, actualQueryCost: null, throttleStatus: bucket.status}},
  };
}
