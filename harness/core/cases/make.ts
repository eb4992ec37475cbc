import type {TokenRecipe, TokenSubject} from '../platforms/token-recipe.ts';
import {compact} from '../tokens/forgery.ts';
import type {Bytes, Forgery, TokenParts} from '../tokens/forgery.ts';
import {forgeryOf} from '../tokens/forgery.ts';
import type {Claims} from '../tokens/jws.ts';
import type {TokenKey} from '../tokens/key.ts';
import type {TokenMutation, CaseFacts, Mechanism} from './case.ts';

/** A mechanism that makes the token differently; several names are several spellings of one fault. */
export function token(bend: TokenMutation | Readonly<Record<string, TokenMutation>>): Mechanism {
  return {at: 'token', variants: typeof bend === 'function' ? {'': bend} : bend};
}

/** Other claims; those that stay keep their place, `undefined` removes one. */
export function claims(change: Claims | ((facts: CaseFacts, good: Claims) => Claims)): TokenMutation {
  return (good, facts) => ({
    ...good,
    claims: {...good.claims, ...(typeof change === 'function' ? change(facts, good.claims) : change)},
  });
}

/** So many seconds are left of its life; below 0 it is over. */
export function expiringIn(seconds: number): TokenMutation {
  return claims(({now, life}, good) => ({
    exp: now + seconds,
    iat: now + seconds - life,
    ...(good['nbf'] === undefined ? {} : {nbf: now + seconds - life}),
  }));
}

/** Other header members, likewise. */
export function header(change: Claims): TokenMutation {
  return (good) => ({...good, header: {...good.header, ...change}});
}

/** Another text where the header's JSON stands. */
export function headerText(text: (json: string) => string | Bytes): TokenMutation {
  return (good) => ({...good, headerText: text});
}

/** Another text where the JSON of the claims stands. */
export function claimsText(text: (json: string, facts: CaseFacts) => string | Bytes): TokenMutation {
  return (good, facts) => ({...good, claimsText: (json) => text(json, facts)});
}

/** Another key, and the algorithm of that key in the header unless it says otherwise. */
export function signedBy(
  key: TokenKey | null | ((facts: CaseFacts, good: Forgery) => TokenKey | null),
  alg?: unknown,
): TokenMutation {
  return (good, facts) => {
    const chosen = typeof key === 'function' ? key(facts, good) : key;
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

/** The finished token with something around or inside it. */
export function serializedAs(spelling: (token: string) => string): TokenMutation {
  return partsSerializedAs((parts) => spelling(compact(parts)));
}

/** One after the other. */
export function compose(...bends: readonly TokenMutation[]): TokenMutation {
  return async (good, facts) => {
    let bent = good;
    for (const bend of bends) bent = await bend(bent, facts);
    return bent;
  };
}

/** A good token of another kind, or about somebody else. */
export function replacedBy(
  recipe: TokenRecipe,
  change?: (facts: CaseFacts) => Partial<TokenSubject>,
): TokenMutation {
  return async (_good, facts) => forgeryOf(await facts.draft(recipe, change?.(facts)));
}
