import {refuseOtherThanFunctions, refuseUnknownFields} from '../platforms/shopify/graphql/known-fields.ts';
import type {FieldResolver, TypeResolvers} from '../platforms/shopify/graphql/query-context.ts';

/**
 * The APIs that a test's resolvers are for.
 *
 * @example
 * ```ts
 * import {createSimulation} from 'simhost';
 *
 * await createSimulation().resolve('QueryRoot', {themes: () => ({nodes: [{name: 'Dawn'}]})}, {api: 'admin'});
 * ```
 */
export interface ResolveOptions {
  /**
   * `'admin'` gives the resolvers to the Admin API alone. It takes fields that simhost does not simulate, so no name is
   * checked. Default: all APIs, with names that the Storefront API or the Customer Account API has.
   */
  api?: 'admin';
}

type Resolvers = Map<string, Readonly<Record<string, FieldResolver>>>;

/** The resolvers of a test for fields of Shopify's GraphQL APIs. */
export class TestResolvers {
  readonly #byType: Resolvers = new Map();
  readonly #ofAdmin: Resolvers = new Map();

  get byType(): TypeResolvers {
    return this.#byType;
  }

  /** The resolvers of the Admin API: those of all APIs, and its own. */
  get ofAdmin(): TypeResolvers {
    return this.#ofAdmin;
  }

  /** Adds resolvers for fields of a type. They replace earlier ones for the same fields. */
  async add(
    type: string,
    fields: Readonly<Record<string, FieldResolver>>,
    {api}: ResolveOptions = {},
  ): Promise<void> {
    if (api === 'admin') refuseOtherThanFunctions(type, fields);
    else await refuseUnknownFields(type, fields);

    for (const resolvers of api === 'admin' ? [this.#ofAdmin] : [this.#byType, this.#ofAdmin])
      resolvers.set(type, {...resolvers.get(type), ...fields});
  }
}
