import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';

/** An operation that was validated, and what its cost depends on. */
export interface CostedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The cost of a mutation, in addition to what it returns. */
const MUTATION = 10;

/** The cost of a connection, in addition to its nodes. */
export const CONNECTION = 2;

/**
 * Makes the error of an operation that costs too much; `null` if it does not.
 *
 * @see https://shopify.dev/docs/api/storefront/latest#status-and-error-codes
 */
export function refuseCost(costed: CostedOperation, maxCost: number): GraphQLError | null {
  const cost = costOf(costed);
  if (cost <= maxCost) return null;
  return new GraphQLError('Complexity exceeded', {
    extensions: {code: 'MAX_COMPLEXITY_EXCEEDED', cost, maxCost},
  });
}

/**
 * Counts the cost of an operation before it runs. Leaves cost nothing, an object 1, a connection 2 and the cost of each
 * node that it may return, a mutation 10.
 *
 * @see https://shopify.dev/docs/api/usage/limits#cost-calculation
 */
export function costOf(costed: CostedOperation): number {
  const {schema, variables} = costed;
  return operationCost(costed, (type, fragments, selection) =>
    new QueryCost(schema, fragments, variables).ofSelection(selection, type),
  );
}

/** Adds the cost of the mutations of an operation to that of what it selects. */
export function operationCost(
  {schema, document, operation}: CostedOperation,
  ofSelection: (
    type: GraphQLCompositeType,
    fragments: readonly FragmentDefinitionNode[],
    selection: SelectionSetNode,
  ) => number,
): number {
  const type = schema.getRootType(operation.operation);
  if (type == null) return 0;

  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const cost = ofSelection(type, fragments, operation.selectionSet);
  return operation.operation === OperationTypeNode.MUTATION
    ? MUTATION * operation.selectionSet.selections.length + cost
    : cost;
}

class QueryCost {
  readonly #schema: GraphQLSchema;
  readonly #fragments: readonly FragmentDefinitionNode[];
  readonly #variables: Readonly<Record<string, unknown>>;

  constructor(
    schema: GraphQLSchema,
    fragments: readonly FragmentDefinitionNode[],
    variables: Readonly<Record<string, unknown>>,
  ) {
    this.#schema = schema;
    this.#fragments = fragments;
    this.#variables = variables;
  }

  /** Counts a selection. Of several possible types, the dearest counts. */
  ofSelection(selectionSet: SelectionSetNode, type: GraphQLCompositeType): number {
    const shared = this.#sum(selectionSet, type, (on) => on === undefined || on === type.name);
    if (!isAbstractType(type)) return shared;

    const single = this.#schema
      .getPossibleTypes(type)
      .map(({name}) => this.#sum(selectionSet, type, (on) => on === name));
    return shared + Math.max(0, ...single);
  }

  #sum(
    {selections}: SelectionSetNode,
    type: GraphQLCompositeType,
    counts: (on: string | undefined) => boolean,
  ): number {
    let sum = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        sum += counts(undefined) ? this.#ofField(selection, type) : 0;
        continue;
      }

      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection
          : this.#fragments.find(({name}) => name.value === selection.name.value);
      const on = fragment?.typeCondition?.name.value;
      const inner = on === undefined ? type : this.#schema.getType(on);
      const applies = counts(on) || (isObjectType(type) && counts(undefined));
      if (fragment !== undefined && applies && isCompositeType(inner))
        sum += this.ofSelection(fragment.selectionSet, inner);
    }

    return sum;
  }

  #ofField(node: FieldNode, parent: GraphQLCompositeType): number {
    const field =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    const type = field === undefined ? undefined : getNamedType(field.type);
    if (field === undefined || node.selectionSet === undefined || !isCompositeType(type)) return 0;

    const inner = this.ofSelection(node.selectionSet, type);
    if (isConnection(type)) return CONNECTION + this.#sizeOf(field, node) * Math.max(1, inner);
    return isConnection(parent) && node.name.value !== 'nodes' ? inner : 1 + inner;
  }

  #sizeOf(field: GraphQLField<unknown, unknown>, node: FieldNode): number {
    const args = getArgumentValues(field, node, this.#variables);
    const size = args['first'] ?? args['last'];
    return typeof size === 'number' ? size : 1;
  }
}

/** Whether a type is a connection. Its `edges` and its `pageInfo` cost nothing by themselves. */
export function isConnection({name}: GraphQLCompositeType): boolean {
  return name.endsWith('Connection');
}
