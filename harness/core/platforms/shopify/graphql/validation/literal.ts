import {GraphQLID, Kind, isInputObjectType, isLeafType, isListType, isNonNullType} from 'graphql';
import type {GraphQLInputType, ValueNode} from 'graphql';
import {isGlobalId, invalidGlobalId} from './global-id.ts';

/** The fault of a literal. Without a message, the one about its argument applies. */
export interface LiteralFault {
  readonly message?: string;
}

/** Finds the fault of a literal; `null` if it has the type. Fields of inputs are checked on their own. */
export function literalFault(value: ValueNode, type: GraphQLInputType): LiteralFault | null {
  if (value.kind === Kind.VARIABLE) return null;
  if (isNonNullType(type)) return value.kind === Kind.NULL ? {} : literalFault(value, type.ofType);
  if (value.kind === Kind.NULL) return null;

  if (isListType(type)) {
    const items = value.kind === Kind.LIST ? value.values : [value];
    for (const item of items) {
      const fault = literalFault(item, type.ofType);
      if (fault !== null) return fault;
    }

    return null;
  }

  if (isInputObjectType(type)) return value.kind === Kind.OBJECT ? null : {};
  if (!isLeafType(type)) return null;

  if (type === GraphQLID && value.kind === Kind.STRING && !isGlobalId(value.value))
    return {message: invalidGlobalId(value.value)};

  try {
    return type.parseLiteral(value, {}) === undefined ? {} : null;
  } catch {
    return {};
  }
}
