import type {CryptoKey} from 'jose';
import {SimhostError} from '../errors.ts';

/** Which secrets a browser may hold, and where a refused one came from. */
export interface SecretRule {
  readonly published: readonly string[];
  /** The option that held the secret, for the error. */
  readonly option?: string;
}

/**
 * The HMAC key of a client secret.
 *
 * @throws {SimhostError} `ERR_SECRET_IN_BROWSER`
 */
export async function importSecret(secret: string, rule: SecretRule): Promise<CryptoKey> {
  refuseSecretInBrowser(secret, rule);
  return crypto.subtle.importKey('raw', new TextEncoder().encode(secret), {name: 'HMAC', hash: 'SHA-256'}, false, ['sign', 'verify']);
}

/**
 * Where code runs in a browser, anything it holds can be read by the page and everyone it talks to, so only secrets
 * listed in `published` are taken there.
 *
 * @throws {SimhostError} `ERR_SECRET_IN_BROWSER`
 */
export function refuseSecretInBrowser(secret: string, {published, option}: SecretRule): void {
  if (!isBrowserRealm() || published.includes(secret)) return;
  const where = option === undefined ? '' : ` (option ${option})`;
  throw new SimhostError('ERR_SECRET_IN_BROWSER', `A client secret was given to simhost in a browser${where}.`, {
    next: 'Mint on the Node side (simhost/playwright, simhost dev), or leave the secret out to use the published test secret.',
  });
}

/** A page, worker or service worker; jsdom inside Node is not one. */
function isBrowserRealm(): boolean {
  return typeof (globalThis as {process?: {versions?: {node?: string}}}).process?.versions?.node !== 'string';
}
