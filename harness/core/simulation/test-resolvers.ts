import {refuseUnknownFields} from '../platforms/shopify/graphql/known-fields.ts';
import type {FieldResolver, TypeResolvers} from '../platforms/shopify/graphql/query-context.ts';

/** The resolvers of a test for fields of Shopify's GraphQL APIs. */
export class TestResolvers {
  readonly #byType = new Map<string, Readonly<Record<string, FieldResolver>>>();

  get byType(): TypeResolvers {
    return this.#byType;
  }

  /** Adds resolvers for fields of a type. They replace earlier ones for the same fields. */
  async add(type: string, fields: Readonly<Record<string, FieldResolver>>): Promise<void> {
    await refuseUnknownFields(type, fields);
    this.#byType.set(type, {...this.#byType.get(type), ...fields});
  }
}
