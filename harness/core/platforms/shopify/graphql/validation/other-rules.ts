import {Kind, OverlappingFieldsCanBeMergedRule, print} from 'graphql';
import type {FieldNode, GraphQLError, OperationDefinitionNode} from 'graphql';
import type {PlatformRule, QueryPath} from './validation-state.ts';

/** A directive that the API does not have. */
export const directivesExist: PlatformRule = (context, state) => ({
  Directive(node) {
    const directiveName = node.name.value;
    if (context.getSchema().getDirective(directiveName) || state.isSkipped(node)) return;

    state.report(context, {
      message: `Directive @${directiveName} is not defined`,
      nodes: node,
      path: state.pathOf(node),
      extensions: {code: 'undefinedDirective', directiveName},
    });
  },
});

/** Several operations of which one has no name, or two have the same. */
export const operationNamesAreUnique: PlatformRule = (context, state) => ({
  Document: {
    leave({definitions}) {
      const operations = definitions.filter(
        (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
      );

      for (const name of new Set(operations.map((operation) => operation.name?.value ?? null))) {
        const nodes = operations.filter((operation) => (operation.name?.value ?? null) === name);
        const isFault = name === null ? operations.length > 1 : nodes.length > 1;
        if (!isFault) continue;

        const message =
          name === null
            ? 'Operation name is required when multiple operations are present'
            : `Operation name "${name}" must be unique`;
        const extensions = {code: 'uniquelyNamedOperations', ...(name === null ? {} : {operationName: name})};
        state.report(context, {message, nodes, path: [], extensions});
      }
    },
  },
});

/** Two fields with one name in the answer, which are different fields or have different arguments. */
export const fieldsCanBeMerged: PlatformRule = (context, state) => {
  let path: QueryPath = [];

  const reportError = ({nodes = []}: GraphQLError): void => {
    const fields = nodes.filter((node): node is FieldNode => node.kind === Kind.FIELD);
    // The nodes are the two ways to the conflict, one after the other.
    const [one, other] = [fields[fields.length / 2 - 1], fields.at(-1)];
    if (one !== undefined && other !== undefined)
      state.report(context, {...conflictOf(one, other), nodes: [one, other], path});
  };

  const reporting = Object.create(context, {reportError: {value: reportError}}) as typeof context;
  const visitor = OverlappingFieldsCanBeMergedRule(reporting);
  const enter = 'SelectionSet' in visitor ? visitor.SelectionSet : undefined;

  return {
    SelectionSet(node, ...around) {
      path = state.pathOf(node);
      if (typeof enter === 'function') enter.call(this, node, ...around);
    },
  };
};

function conflictOf(
  one: FieldNode,
  other: FieldNode,
): {message: string; extensions: {code: string; fieldName: string; conflicts: string}} {
  const fieldName = (one.alias ?? one.name).value;
  const isOtherField = one.name.value !== other.name.value;
  const conflicts = isOtherField
    ? [one.name.value, other.name.value].toSorted().join(' or ')
    : [one, other].map(argumentsOf).join(' or ');

  return {
    message: `Field '${fieldName}' has ${isOtherField ? 'a field' : 'an argument'} conflict: ${conflicts}?`,
    extensions: {code: 'fieldConflict', fieldName, conflicts},
  };
}

function argumentsOf({arguments: given = []}: FieldNode): string {
  return `{${given.map(({name, value}) => `${name.value}:${JSON.stringify(print(value))}`).join(',')}}`;
}
