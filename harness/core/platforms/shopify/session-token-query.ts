import type {SessionTokenSurface} from '../../../wire/surfaces.ts';
import {executor} from '../graphql.ts';
import type {GraphQLBody} from '../graphql.ts';
import type {ShopifyDeps} from './shopify-deps.ts';

const execute = executor(/* GraphQL */ `
  type Query {
    uiExtensionSessionToken(id: ID!): UiExtensionSessionToken
  }

  type UiExtensionSessionToken {
    "Null if an armed case withholds the token."
    value: String
    "Seconds."
    expiresIn: Int!
  }
`);

/**
 * Answers the query by which the page of a surface asks for a session token.
 *
 * The query is the one seen in Shopify/ui-extensions #1797. The unit of `expiresIn` (seconds) and the
 * authentication of the page are assumptions.
 */
export function sessionTokenQuery(
  surface: SessionTokenSurface,
  deps: Pick<ShopifyDeps, 'knowsActivation' | 'isUnsaved' | 'issueSessionToken'>,
): (body: GraphQLBody) => Promise<object> {
  const uiExtensionSessionToken = async ({id}: {id: string}): Promise<object | null> => {
    if (!/^gid:\/\/shopify\/ActivatedUiExtension\/[\w-]+$/.test(id)) {
      const {GraphQLError} = await import('graphql');
      const extensions = {code: 'argumentLiteralsIncompatible'};
      throw new GraphQLError(`Invalid global id '${id}'`, {extensions});
    }

    // An extension that the merchant has yet to save gets none (Shopify/ui-extensions #1081, #1232).
    const gets = deps.knowsActivation(id, surface) && !deps.isUnsaved(id);
    return gets ? deps.issueSessionToken(surface) : null;
  };

  return (body) => execute(body, {uiExtensionSessionToken});
}
