import {compactVerify, importJWK} from 'jose';
import type {CryptoKey} from 'jose';
import type {TokenRecipe} from '../platforms/token-recipe.ts';
import {forgeryOf} from '../tokens/forgery.ts';
import {decodeHeader} from '../tokens/jws.ts';
import type {TokenKey} from '../tokens/key.ts';
import type {CaseContext} from './case.ts';
import type {CaseId} from './case-id.ts';
import {tokenMutations} from './claims-match.ts';

/** The key that signed a token: the platform's own, that of a case, none, or one that nothing here knows. */
export type SignatureMatch =
  | {readonly kind: 'right'}
  | {readonly kind: 'case' | 'missing'; readonly id: CaseId}
  | {readonly kind: 'unknown'};

/** Finds the key of a token that can be decoded. The keys of cases are known slips, such as the client id. */
export async function matchSignature(
  token: string,
  recipe: TokenRecipe,
  context: CaseContext,
): Promise<SignatureMatch> {
  if ((token.split('.')[2] ?? '') === '')
    return {kind: 'missing', id: decodeHeader(token)?.['alg'] === 'none' ? 'alg-none' : 'sig-stripped'};

  const good = await context.draft(recipe);
  if (await isSignedWith(token, good.key)) return {kind: 'right'};

  for (const [id, mutation] of tokenMutations(context)) {
    const {header, key, signedText, signatureBytes} = await mutation(forgeryOf(good), context);
    const changesKeyOnly =
      key !== null &&
      signedText === undefined &&
      signatureBytes === undefined &&
      JSON.stringify({...header, alg: null}) === JSON.stringify({...good.header, alg: null});
    if (changesKeyOnly && (await isSignedWith(token, key))) return {kind: 'case', id};
  }

  return {kind: 'unknown'};
}

async function isSignedWith(token: string, key: TokenKey): Promise<boolean> {
  try {
    await compactVerify(token, await publicKey(key), {algorithms: [key.alg]});
    return true;
  } catch {
    // jose throws for another key, another algorithm and a header that it does not know.
    return false;
  }
}

function publicKey(key: TokenKey): Promise<CryptoKey | Uint8Array> | Uint8Array {
  // Web Crypto takes no empty key; HMAC fills keys up with zero bytes, so one of them is the same key.
  if ('secret' in key) return new TextEncoder().encode(key.secret === '' ? '\0' : key.secret);
  const {kty, crv, x, y, n, e} = key.jwk;
  return importJWK({kty, crv, x, y, n, e} as Parameters<typeof importJWK>[0], key.alg);
}
