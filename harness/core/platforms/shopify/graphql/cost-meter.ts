import type {Notice} from '../../../../notices.ts';
import type {QueryMeter} from './execute-query.ts';
import {HIGH_COST, reportCost} from './query-cost-report.ts';
import {refuseCost} from './query-cost.ts';

/** The rules of an API about the cost of queries. */
export interface CostRules {
  /** The name of the API in notices. */
  readonly title: string;
  /** The highest cost of a query. Default: without a limit. */
  readonly maxCost?: number | undefined;
  /** Whether answers have their cost in `extensions.cost`. */
  readonly reportsCost: boolean;
  notice(notice: Notice): void;
}

/** Makes the meter of the Storefront API and the Customer Account API. They keep no points between queries. */
export function costMeter({title, maxCost, reportsCost, notice}: CostRules): QueryMeter {
  return {
    refuse(costed) {
      const refusal = maxCost === undefined ? null : refuseCost(costed, maxCost);
      return refusal === null ? null : {errors: [refusal]};
    },
    report(costed, data) {
      if (!reportsCost) return {};

      const cost = reportCost(costed, data);
      if (cost.requestedQueryCost > HIGH_COST) notice(costNotice(title, cost.requestedQueryCost));
      return {cost};
    },
  };
}

function costNotice(title: string, cost: number): Notice {
  return {
    code: 'graphql-cost-high',
    message: `A query of the ${title} costs ${cost} points.`,
    next: 'Shopify throttles apps by the cost of their queries: ask for smaller pages (first, last), or split the query.',
  };
}
