import type {GraphQLResolveInfo} from 'graphql';

/** Whether an enum of the answered version has a value. Versions differ in this. */
export function hasEnumValue({schema}: GraphQLResolveInfo, enumName: string, value: string): boolean {
  const type = schema.getType(enumName);
  return type !== undefined && 'getValue' in type && type.getValue(value) != null;
}
