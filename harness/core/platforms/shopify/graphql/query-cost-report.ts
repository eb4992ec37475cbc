import {Kind, getNamedType, isCompositeType, isInterfaceType, isObjectType} from 'graphql';
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql';
import {isRecord} from '../../../../records.ts';
import {CONNECTION, costOf, isConnection, operationCost} from './query-cost.ts';
import type {CostedOperation} from './query-cost.ts';

/** The cost of a query, as the Customer Account API reports it in `extensions.cost`. */
export interface CostReport {
  /** The cost before the query runs, by the sizes of its pages. */
  readonly requestedQueryCost: number;
  /** The cost of what was found. */
  readonly actualQueryCost: number;
  readonly throttleStatus: {
    readonly maximumAvailable: number;
    readonly currentlyAvailable: number;
    readonly restoreRate: number;
  };
}

/** The cost of a query that other APIs of Shopify refuse. Whether this one does is not documented. */
export const HIGH_COST = 1000;

/** The points of an app that has sent no query for a while, and those that come back per second. */
const BUCKET = {maximumAvailable: 7500, restoreRate: 100};

/**
 * Reports the cost of a query. The points of earlier queries have come back, because no test runs long enough to use
 * them up.
 *
 * @see https://shopify.dev/docs/api/usage/limits
 * @see https://github.com/Shopify/subscriptions-reference-app/issues/13
 */
export function reportCost(costed: CostedOperation, data: unknown): CostReport {
  const actualQueryCost = answerCost(costed, data);
  const currentlyAvailable = Math.max(0, BUCKET.maximumAvailable - actualQueryCost);

  return {
    requestedQueryCost: costOf(costed),
    actualQueryCost,
    throttleStatus: {...BUCKET, currentlyAvailable},
  };
}

/** Counts the cost of what a query found. */
export function answerCost(costed: CostedOperation, data: unknown): number {
  return operationCost(costed, (type, fragments, selection) =>
    new AnswerCost(costed.schema, fragments).ofSelection(selection, type, data),
  );
}

/** Counts the objects of an answer. */
class AnswerCost {
  readonly #schema: GraphQLSchema;
  readonly #fragments: readonly FragmentDefinitionNode[];

  constructor(schema: GraphQLSchema, fragments: readonly FragmentDefinitionNode[]) {
    this.#schema = schema;
    this.#fragments = fragments;
  }

  /** A fragment of another type costs nothing, because the answer has none of its fields. */
  ofSelection({selections}: SelectionSetNode, type: GraphQLCompositeType, data: unknown): number {
    if (!isRecord(data)) return 0;

    return selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + this.#ofField(selection, type, data);

      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection
          : this.#fragments.find(({name}) => name.value === selection.name.value);
      const on = this.#schema.getType(fragment?.typeCondition?.name.value ?? type.name);
      if (fragment === undefined || !isCompositeType(on)) return sum;
      return sum + this.ofSelection(fragment.selectionSet, on, data);
    }, 0);
  }

  #ofField(node: FieldNode, parent: GraphQLCompositeType, data: Readonly<Record<string, unknown>>): number {
    const {selectionSet, name} = node;
    const field =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name.value] : undefined;
    const type = field === undefined ? undefined : getNamedType(field.type);
    if (selectionSet === undefined || !isCompositeType(type)) return 0;

    const isFree = isConnection(parent) && name.value !== 'nodes';
    const own = isConnection(type) ? CONNECTION : Number(!isFree);
    const found = [data[(node.alias ?? name).value]].flat().filter(isRecord);
    return found.reduce((sum, object) => sum + own + this.ofSelection(selectionSet, type, object), 0);
  }
}
