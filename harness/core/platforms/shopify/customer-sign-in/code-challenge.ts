import {base64url} from 'jose';

/** Returns the `code_challenge` of a `code_verifier`, by the method `S256` (RFC 7636, section 4.2). */
export async function codeChallengeOf(verifier: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64url.encode(new Uint8Array(hash));
}
