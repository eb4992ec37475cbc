import {base64url} from 'jose';
import type {TokenRecipe, TokenSubject} from '../platforms/token-recipe.ts';
import {compact, forgeryOf} from '../tokens/forgery.ts';
import type {Bytes, Forgery, TokenParts} from '../tokens/forgery.ts';
import type {Claims} from '../tokens/jws.ts';
import type {TokenKey} from '../tokens/key.ts';
import type {Customer} from '../world/people.ts';
import type {CaseContext, TokenMutation} from './case.ts';
import {tokensOf} from './profiles.ts';

/** Other claims; those that stay keep their place, `undefined` removes one. */
export function claims(change: Claims | ((context: CaseContext, good: Claims) => Claims)): TokenMutation {
  return (good, context) => ({
    ...good,
    claims: {...good.claims, ...(typeof change === 'function' ? change(context, good.claims) : change)},
  });
}

/** Makes a token with so many seconds left; below 0 it has expired. */
export function expiringIn(seconds: number): TokenMutation {
  return claims(({now, life}, good) => ({
    exp: now + seconds,
    iat: now + seconds - life,
    ...(good['nbf'] === undefined ? {} : {nbf: now + seconds - life}),
  }));
}

/** Changes members of the header. */
export function header(change: Claims): TokenMutation {
  return (good) => ({...good, header: {...good.header, ...change}});
}

/** Another text where the header's JSON stands. */
export function headerText(text: (json: string) => string | Bytes): TokenMutation {
  return (good) => ({...good, headerText: text});
}

/** Another text where the JSON of the claims stands. */
export function claimsText(text: (json: string, context: CaseContext) => string | Bytes): TokenMutation {
  return (good, context) => ({...good, claimsText: (json) => text(json, context)});
}

/** Another key, and the algorithm of that key in the header unless it says otherwise. */
export function signedBy(
  key: TokenKey | null | ((context: CaseContext, good: Forgery) => TokenKey | null),
  alg?: unknown,
): TokenMutation {
  return (good, context) => {
    const chosen = typeof key === 'function' ? key(context, good) : key;
    return {...good, key: chosen, header: {...good.header, alg: alg ?? chosen?.alg}};
  };
}

/** Other bytes for the signature. */
export function signature(bytes: (signature: Bytes) => Bytes): TokenMutation {
  return (good) => ({...good, signatureBytes: bytes});
}

/** The finished parts written in another way. */
export function partsSerializedAs(spelling: (parts: TokenParts) => string): TokenMutation {
  return (good) => ({...good, spelling});
}

/** Writes one finished part in another way. */
export function partSerializedAs(part: keyof TokenParts, spelling: (text: string) => string): TokenMutation {
  return partsSerializedAs((parts) => compact({...parts, [part]: spelling(parts[part])}));
}

/** The finished token with something around or inside it. */
export function serializedAs(spelling: (token: string) => string): TokenMutation {
  return partsSerializedAs((parts) => spelling(compact(parts)));
}

/** Applies mutations one after the other. */
export function compose(...mutations: readonly TokenMutation[]): TokenMutation {
  return async (good, context) => {
    let changed = good;
    for (const mutate of mutations) changed = await mutate(changed, context);
    return changed;
  };
}

/** A good token of another kind, or about somebody else. */
export function replacedBy(
  recipe: TokenRecipe,
  change?: (context: CaseContext) => Partial<TokenSubject>,
): TokenMutation {
  return async (_good, context) => forgeryOf(await context.draft(recipe, change?.(context)));
}

/** Replaces the token with a valid one of the same kind about another customer; `null` is a guest. */
export function aboutCustomer(customer: Customer | null): TokenMutation {
  return async (_good, context) =>
    forgeryOf(await context.draft(tokensOf(context.profile).recipe, {customer}));
}

/** Changes header or claims, and keeps the signature of the unchanged ones. */
export function withOldSignature(mutation: TokenMutation): TokenMutation {
  return async (good, context) => ({
    ...(await mutation(good, context)),
    signedText: () =>
      [good.header, good.claims].map((part) => base64url.encode(JSON.stringify(part))).join('.'),
  });
}
