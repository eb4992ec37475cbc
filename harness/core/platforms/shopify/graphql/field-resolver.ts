import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type {GraphQLLeafType, GraphQLResolveInfo} from 'graphql';
import {isRecord} from '../../../../records.ts';
import {connection} from './connection.ts';
import type {PageOf} from './connection.ts';
import {drawValue} from './generated-value.ts';
import {refuseLongInput} from './input-size.ts';
import {NotSimulated} from './not-simulated.ts';
import type {QueryContext} from './query-context.ts';

/** The key of an object that the schema requires and the world does not have. */
const KEY = Symbol('key');

/**
 * Resolves every field of both APIs: by the test's own resolver, else from the world's object, else by the rules for
 * what the world does not know.
 */
export function resolveField(
  source: unknown,
  args: Record<string, unknown>,
  context: QueryContext,
  info: GraphQLResolveInfo,
): unknown {
  const {parentType, fieldName, returnType} = info;
  const object = isRecord(source) ? source : {};

  const refusal = context.access?.(parentType.name, fieldName, getNamedType(returnType).name, args);
  if (refusal != null) throw refusal;

  if (parentType === info.schema.getMutationType()) refuseLongInput(args);
  const authored = context.resolvers.get(parentType.name)?.[fieldName];
  if (authored !== undefined) return authored(object, args);

  const member = object[fieldName];
  const value: unknown = typeof member === 'function' ? member.call(object, args, context, info) : member;
  return value === undefined ? unknownValue(object, args, context, info) : value;
}

/**
 * Answers a field that the world does not know. A leaf of an object that exists gets a generated value. A list or a
 * connection is empty. An object that may be null is null, so an unknown id is not found.
 */
function unknownValue(
  object: Readonly<Record<string | symbol, unknown>>,
  args: PageOf,
  context: QueryContext,
  info: GraphQLResolveInfo,
): unknown {
  const {parentType, fieldName, returnType, schema} = info;
  if (parentType === schema.getMutationType())
    throw new NotSimulated(`The simulated platform cannot carry out the mutation "${fieldName}".`);

  const type = getNullableType(returnType);
  if (isLeafType(type)) return generatedLeaf(type, object, context, info);
  if (isListType(type)) return [];
  if (isObjectType(type) && type.name.endsWith('Connection')) return connection([], args);
  if (!isNonNullType(returnType)) return null;

  const [first] = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  return {__typename: String(first), [KEY]: keyOf(object, info)};
}

function generatedLeaf(
  type: GraphQLLeafType,
  object: Readonly<Record<string | symbol, unknown>>,
  context: QueryContext,
  info: GraphQLResolveInfo,
): unknown {
  const {parentType, fieldName, returnType} = info;
  const field = `${parentType.name}.${fieldName}`;

  if (context.generated === 'error') {
    throw new NotSimulated(
      `The world has no value for ${field}. Give a resolver of your own, or change the option generated.`,
    );
  }

  if (context.generated === 'null' && !isNonNullType(returnType)) return null;

  context.values.push({path: pathOf(info), field});
  return drawValue({type, typeName: parentType.name, fieldName, key: keyOf(object, info)}, context);
}

/**
 * Returns the key from which a value is drawn: the same for each query that reads this field of this object. An object
 * without an id is known by its place in the answer.
 */
function keyOf(
  object: Readonly<Record<string | symbol, unknown>>,
  {parentType, fieldName, path}: GraphQLResolveInfo,
): string {
  const id = object[KEY] ?? object['id'] ?? (path.prev === undefined ? '' : JSON.stringify(path.prev));
  return `${String(id)} ${parentType.name}.${fieldName}`;
}

function pathOf({path}: GraphQLResolveInfo): string {
  const keys: (string | number)[] = [];
  for (let step: typeof path | undefined = path; step !== undefined; step = step.prev) keys.unshift(step.key);
  return keys.join('.');
}
