import {
  GraphQLError,
  GraphQLID,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  isSpecifiedScalarType,
  typeFromAST,
} from 'graphql';
import type {
  GraphQLInputObjectType,
  GraphQLInputType,
  GraphQLLeafType,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import {isRecord} from '../../../../../records.ts';
import {invalidGlobalId, isGlobalId} from './global-id.ts';

/** A fault in the value of a variable, as Shopify lists it in `extensions.problems`. */
interface Problem {
  /** The place in the value: `['lines', 0, 'quantity']`. */
  readonly path: readonly (string | number)[];
  readonly explanation: string;
  /** Present if the value of a scalar is at fault. */
  readonly message?: string;
}

type Path = Problem['path'];

/**
 * Lists the variables whose value does not have their type, in Shopify's words.
 *
 * @see https://github.com/rmosolgo/graphql-ruby/blob/master/lib/graphql/query/variable_validation_error.rb
 */
export function variableErrors(
  schema: GraphQLSchema,
  {variableDefinitions = []}: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): readonly GraphQLError[] {
  return variableDefinitions.flatMap((node) => {
    const name = node.variable.name.value;
    const type = typeFromAST(schema, node.type);
    const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const usesDefault = given === undefined && node.defaultValue !== undefined;
    if (!isInputType(type) || usesDefault) return [];

    const value = given ?? null;
    const problems = problemsOf(value, type, []);
    if (problems.length === 0) return [];

    const places = problems.filter(({path}) => path.length > 0);
    const list = places.map(({path, explanation}) => `${path.join('.')} (${explanation})`).join(', ');
    const message = `Variable $${name} of type ${String(type)} was provided invalid value${list === '' ? '' : ` for ${list}`}`;
    return [
      new GraphQLError(message, {nodes: node, extensions: {code: 'INVALID_VARIABLE', value, problems}}),
    ];
  });
}

function problemsOf(value: unknown, type: GraphQLInputType, path: Path): readonly Problem[] {
  if (isNonNullType(type)) {
    if (value === null || value === undefined) return [{path, explanation: 'Expected value to not be null'}];
    return problemsOf(value, type.ofType, path);
  }

  if (value === null || value === undefined) return [];

  if (isListType(type)) {
    if (!Array.isArray(value)) return problemsOf(value, type.ofType, path);
    return value.flatMap((item, index) => problemsOf(item, type.ofType, [...path, index]));
  }

  return isInputObjectType(type) ? inputProblems(value, type, path) : leafProblems(value, type, path);
}

function inputProblems(value: unknown, type: GraphQLInputObjectType, path: Path): readonly Problem[] {
  if (!isRecord(value) || Array.isArray(value))
    return [{path, explanation: `Expected ${JSON.stringify(value)} to be a key-value object.`}];

  const fields = type.getFields();
  const unknown = Object.keys(value)
    .filter((key) => !Object.hasOwn(fields, key))
    .map((key) => ({path: [...path, key], explanation: `Field is not defined on ${type.name}`}));

  const known = Object.values(fields).flatMap((field) => {
    const member = Object.hasOwn(value, field.name) ? value[field.name] : undefined;
    if (member === undefined && !isRequiredInputField(field)) return [];
    return problemsOf(member, field.type, [...path, field.name]);
  });

  return [...unknown, ...known];
}

function leafProblems(value: unknown, type: GraphQLLeafType, path: Path): readonly Problem[] {
  if (isEnumType(type)) {
    if (typeof value === 'string' && type.getValue(value)) return [];
    const names = type.getValues().map(({name}) => name);
    return [{path, explanation: `Expected ${JSON.stringify(value)} to be one of: ${names.join(', ')}`}];
  }

  if (type === GraphQLID) {
    if (isGlobalId(value)) return [];
    const explanation = invalidGlobalId(value);
    return [{path, explanation, message: explanation}];
  }

  // The rules of Shopify's own scalars, such as URL and Decimal, are not published.
  if (!isSpecifiedScalarType(type)) return [];

  try {
    type.parseValue(value);
    return [];
  } catch {
    return [{path, explanation: `Could not coerce value ${JSON.stringify(value)} to ${type.name}`}];
  }
}
