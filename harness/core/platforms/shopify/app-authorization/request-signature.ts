import {PUBLISHED_TEST_SECRET} from '../../../world/app.ts';
import {importSecret} from '../../../tokens/secret.ts';

/** Signs a string with the client secret of an app: HMAC with SHA-256. */
export async function hmacOf(text: string | Uint8Array<ArrayBuffer>, secret: string): Promise<Uint8Array> {
  const key = await importSecret(secret, {published: [PUBLISHED_TEST_SECRET]});
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes));
}

/**
 * Adds `hmac` to the parameters of a request that the platform sends to an app: the signature over all others, sorted by
 * name.
 *
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant
 */
export async function signParameters(
  given: Readonly<Record<string, string>>,
  secret: string,
): Promise<URLSearchParams> {
  const others = new URLSearchParams({...given});
  others.delete('hmac');
  others.sort();
  const hmac = hexOf(await hmacOf(others.toString(), secret));

  const signed = new URLSearchParams([...others, ['hmac', hmac]]);
  signed.sort();
  return signed;
}

/** Writes bytes in hexadecimal digits. */
export function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
