import {TypeInfo, visit, visitWithTypeInfo} from 'graphql';
import type {CostedOperation} from '../graphql/query-cost.ts';

/** Whether an operation reads a field that is deprecated in its version. */
export function readsDeprecated({schema, document}: CostedOperation): boolean {
  const types = new TypeInfo(schema);
  let found = false;

  const visitor = visitWithTypeInfo(types, {
    Field() {
      found ||= types.getFieldDef()?.deprecationReason != null;
    },
  });
  visit(document, visitor);
  return found;
}
