import type {SurfaceName} from '../../../wire/surfaces.ts';
import {executor} from '../graphql.ts';
import type {GraphQLBody} from '../graphql.ts';
import type {PagesDeps} from './page-endpoint.ts';

/** What the endpoints that give session tokens to host pages need of the simulation. */
export interface TokenDeps extends PagesDeps {
  /** Whether an extension is mounted on that surface under this `gid://shopify/ActivatedUiExtension/…`. */
  knowsActivation(id: string, surface: SurfaceName): boolean;
  /** A fresh token of that surface and the seconds it may be cached; `null` when the platform has none to give. */
  issueSessionToken(surface: SurfaceName): Promise<{value: string | null; expiresIn: number} | null>;
}

/**
 * Answers the query by which the page of a surface asks for a session token.
 *
 * The query is the one seen in Shopify/ui-extensions #1797; `expiresIn` in seconds and the page's authentication are
 * assumptions.
 */
export function sessionTokenQuery(
  surface: SurfaceName,
  host: TokenDeps,
): (body: GraphQLBody) => Promise<object> {
  const uiExtensionSessionToken = async ({id}: {id: string}): Promise<object | null> => {
    if (!/^gid:\/\/shopify\/ActivatedUiExtension\/[\w-]+$/.test(id)) {
      const {GraphQLError} = await import('graphql');
      throw new GraphQLError(`Invalid global id '${id}'`, {
        extensions: {code: 'argumentLiteralsIncompatible'},
      });
    }

    return host.knowsActivation(id, surface) ? host.issueSessionToken(surface) : null;
  };

  return (body) => execute(body, {uiExtensionSessionToken});
}

const execute = executor(/* GraphQL */ `
  type Query {
    uiExtensionSessionToken(id: ID!): UiExtensionSessionToken
  }

  type UiExtensionSessionToken {
    "Null where a case is armed that gives none."
    value: String
    "Seconds."
    expiresIn: Int!
  }
`);
