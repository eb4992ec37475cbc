import type {GraphQLResolveInfo} from 'graphql';

/** Resolves the fields of `Count`. */
export function countOf(count: number): object {
  return {__typename: 'Count', count, precision: 'EXACT'};
}

/** Resolves a field that is a `Count`, and was an `Int` in older versions. */
export function countOrNumber(
  count: number,
): (args: object, context: object, info: GraphQLResolveInfo) => object | number {
  return (_args, _context, {returnType}) => (String(returnType).startsWith('Int') ? count : countOf(count));
}
