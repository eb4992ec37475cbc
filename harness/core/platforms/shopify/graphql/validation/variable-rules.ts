import {Kind, getNamedType, isInputType, isListType, isNonNullType, typeFromAST} from 'graphql';
import type {
  GraphQLInputType,
  NamedTypeNode,
  OperationDefinitionNode,
  TypeNode,
  ValidationContext,
  VariableDefinitionNode,
  VariableNode,
} from 'graphql';
import {literalFault} from './literal.ts';
import type {PlatformRule, ValidationState} from './validation-state.ts';

/** A use of a variable in an operation or in one of its fragments. */
type Usage = ReturnType<ValidationContext['getRecursiveVariableUsages']>[number];

/** A variable whose type is unknown or no input, and a default that does not have the type. */
export const variableTypesExist: PlatformRule = (context, state) => ({
  VariableDefinition(node) {
    const variableName = node.variable.name.value;
    const written = namedTypeOf(node.type).name.value;
    const type = context.getSchema().getType(written);

    if (type === undefined || !isInputType(type)) {
      state.report(context, {
        message: `${written} isn't a ${type ? 'valid' : 'defined'} input type (on $${variableName})`,
        nodes: node,
        path: state.pathOf(node),
        extensions: {code: 'variableRequiresValidType', typeName: written, variableName},
      });
      return;
    }

    const whole = inputTypeOf(context, node);
    if (whole === undefined || !node.defaultValue || literalFault(node.defaultValue, whole) === null) return;

    state.report(context, {
      message: `Default value for $${variableName} doesn't match type ${String(whole)}`,
      nodes: node,
      path: state.pathOf(node),
      extensions: {code: 'defaultValueInvalidType', variableName, typeName: String(whole)},
    });
  },
});

/** A variable that is declared and not used, or used and not declared. What is skipped does not use it. */
export const variablesAreDeclaredAndUsed: PlatformRule = (context, state) => ({
  Document: {
    leave({definitions}) {
      for (const definition of definitions)
        if (definition.kind === Kind.OPERATION_DEFINITION) reportVariables(context, state, definition);
    },
  },
});

function reportVariables(
  context: ValidationContext,
  state: ValidationState,
  operation: OperationDefinitionNode,
): void {
  const by = operation.name?.value ?? `anonymous ${operation.operation}`;
  const usages = context.getRecursiveVariableUsages(operation).filter(({node}) => !state.isSkipped(node));
  const declared = operation.variableDefinitions ?? [];
  const declaredNames = new Set(declared.map(({variable}) => variable.name.value));

  for (const variableName of declaredNames) {
    if (usages.some(({node}) => node.name.value === variableName)) continue;
    state.report(context, {
      message: `Variable $${variableName} is declared by ${by} but not used`,
      nodes: operation,
      path: state.pathOf(operation),
      extensions: {code: 'variableNotUsed', variableName},
    });
  }

  const undeclared = usages.filter(({node}) => !declaredNames.has(node.name.value));
  for (const [variableName, node] of lastOfEach(undeclared)) {
    state.report(context, {
      message: `Variable $${variableName} is used by ${by} but not declared`,
      nodes: node,
      path: state.pathOf(node),
      extensions: {code: 'variableNotDefined', variableName},
    });
  }
}

function lastOfEach(usages: readonly Usage[]): ReadonlyMap<string, VariableNode> {
  return new Map(usages.map(({node}) => [node.name.value, node]));
}

/** A variable whose type does not fit an argument. */
export const variableTypesFit: PlatformRule = (context, state) => ({
  Document: {
    leave({definitions}) {
      for (const definition of definitions) {
        if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
        for (const usage of context.getRecursiveVariableUsages(definition))
          if (!state.isSkipped(usage.node)) reportMismatch(context, state, definition, usage);
      }
    },
  },
});

function reportMismatch(
  context: ValidationContext,
  state: ValidationState,
  {variableDefinitions = []}: OperationDefinitionNode,
  {node, type: expected, defaultValue}: Usage,
): void {
  const variableName = node.name.value;
  const declared = variableDefinitions.find(({variable}) => variable.name.value === variableName);
  const type = declared === undefined ? undefined : inputTypeOf(context, declared);
  if (!declared || type === undefined || !expected) return;

  const hasDefault = declared.defaultValue !== undefined || defaultValue !== undefined;
  const errorMessage = mismatchOf(type, expected, hasDefault);
  if (errorMessage === null) return;

  const path = state.pathOf(node);
  const argumentName = String(path.findLast((step) => typeof step === 'string'));
  const typeName = `${String(type)}${hasDefault && !isNonNullType(type) ? '!' : ''}`;
  state.report(context, {
    message: `${errorMessage} on variable $${variableName} and argument ${argumentName} (${typeName} / ${String(expected)})`,
    nodes: node,
    path,
    extensions: {code: 'variableMismatch', variableName, typeName, argumentName, errorMessage},
  });
}

function mismatchOf(type: GraphQLInputType, expected: GraphQLInputType, hasDefault: boolean): string | null {
  if (getNamedType(type) !== getNamedType(expected)) return 'Type mismatch';
  if (dimensionOf(type) !== dimensionOf(expected)) return 'List dimension mismatch';
  return isNullableEnough(type, expected, hasDefault) ? null : 'Nullability mismatch';
}

function dimensionOf(type: GraphQLInputType): number {
  if (isNonNullType(type)) return dimensionOf(type.ofType);
  return isListType(type) ? 1 + dimensionOf(type.ofType) : 0;
}

function isNullableEnough(type: GraphQLInputType, expected: GraphQLInputType, hasDefault: boolean): boolean {
  if (isNonNullType(expected) && !isNonNullType(type) && !hasDefault) return false;

  const [given, wanted] = [withoutNonNull(type), withoutNonNull(expected)];
  return isListType(given) && isListType(wanted)
    ? isNullableEnough(given.ofType, wanted.ofType, false)
    : true;
}

function withoutNonNull(type: GraphQLInputType): GraphQLInputType {
  return isNonNullType(type) ? type.ofType : type;
}

function inputTypeOf(
  context: ValidationContext,
  {type}: VariableDefinitionNode,
): GraphQLInputType | undefined {
  const found = typeFromAST(context.getSchema(), type);
  return isInputType(found) ? found : undefined;
}

function namedTypeOf(type: TypeNode): NamedTypeNode {
  return type.kind === Kind.NAMED_TYPE ? type : namedTypeOf(type.type);
}
